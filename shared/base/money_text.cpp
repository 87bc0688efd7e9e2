// SPDX-License-Identifier: MIT
#include "base/money_text.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace jarchi {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar NoBreakSpace = u'\u00A0';
constexpr QChar RightToLeftMark = u'\u200F';

bool isPersian(const QLocale &locale)
{
    return locale.language() == QLocale::Persian;
}

struct Symbol
{
    QStringView currency;
    QStringView symbol;
};

// From CLDR; what is not here is shown by its code, which everybody can read.
constexpr std::array<Symbol, 9> Symbols{{
    {u"EUR", u"€"},
    {u"USD", u"$"},
    {u"GBP", u"£"},
    {u"JPY", u"¥"},
    {u"INR", u"₹"},
    {u"KRW", u"₩"},
    {u"ILS", u"₪"},
    {u"VND", u"₫"},
    {u"UAH", u"₴"},
}};

QString symbolOf(const QString &currency, const QLocale &locale)
{
    if (isPersian(locale) && currency == "IRR"_L1) {
        return u"ریال"_s;
    }
    if (isPersian(locale) && currency == "AFN"_L1) {
        return u"؋"_s;
    }
    const QString own = locale.currencySymbol(QLocale::CurrencyIsoCode);
    if (own == currency) {
        return locale.currencySymbol();
    }
    for (const Symbol &known : Symbols) {
        // Where the dollar is another country's, "$" alone would be that one.
        if (known.currency == currency && known.symbol != locale.currencySymbol()) {
            return known.symbol.toString();
        }
    }
    return currency;
}

/// Whether prices in `currency` are usually written without the minor unit, although ISO 4217 gives it one (CLDR).
bool seldomHasFraction(QStringView currency)
{
    constexpr std::array<QStringView, 6> currencies{u"IRR", u"AFN", u"IQD", u"LBP", u"SYP", u"YER"};
    return std::find(currencies.begin(), currencies.end(), currency) != currencies.end();
}

QString inDigitsOf(const QLocale &locale, const QString &asciiDigits)
{
    const QString zero = locale.zeroDigit();
    QString text;
    for (const QChar digit : asciiDigits) {
        text += zero.size() == 1 ? QChar(zero.front().unicode() + (digit.unicode() - u'0')) : digit;
    }
    return text;
}

QString decimal(const Money &amount, bool grouped, bool leaveOutZeroFraction)
{
    QLocale locale;
    if (!grouped) {
        locale.setNumberOptions(locale.numberOptions() | QLocale::OmitGroupSeparator);
    }
    const QString text = toDecimal(amount);
    const qsizetype point = text.indexOf(u'.');
    const QString whole = locale.toString((point < 0 ? text : text.first(point)).toLongLong());
    const QString fraction = point < 0 ? QString() : text.sliced(point + 1);
    if (fraction.isEmpty() || (leaveOutZeroFraction && fraction.count(u'0') == fraction.size())) {
        return whole;
    }
    return whole + locale.decimalPoint() + inDigitsOf(locale, fraction);
}

} // namespace

QString moneyText(const Money &amount)
{
    const QLocale locale;
    const QString symbol = symbolOf(amount.currency, locale);
    const QString digits = decimal(amount, true, seldomHasFraction(amount.currency));
    if (isPersian(locale)) {
        // As Persian is written: the currency follows. The mark keeps it so beside a Latin name.
        return RightToLeftMark + digits + NoBreakSpace + symbol;
    }
    // QLocale formats doubles and integers; so it is asked where the symbol stands, and the exact digits are put there.
    QString text = locale.toCurrencyString(qlonglong{1}, u"\uE000"_s);
    text.replace(locale.toString(1), digits);
    const qsizetype at = text.indexOf(u'\uE000');
    const bool touchesDigit = at + 1 < text.size() && text.at(at + 1).isDigit();
    const bool needsSpace = touchesDigit && symbol.back().isLetter();
    text.replace(u"\uE000"_s, needsSpace ? symbol + NoBreakSpace : symbol);
    return text;
}

QString amountText(const Money &amount)
{
    return decimal(amount, false, seldomHasFraction(amount.currency));
}

} // namespace jarchi

// SPDX-License-Identifier: MIT
#include "widgets/format.h"

#include <QCalendar>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>
#include <QRegularExpression>

#include <array>

#include <algorithm>

namespace jarchi::widgets {

using namespace Qt::StringLiterals;

namespace {

/// The context under which translators find these texts.
class Format
{
    Q_DECLARE_TR_FUNCTIONS(jarchi::widgets::Format)
};

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

QString dateText(const QDate &date, bool withWeekday)
{
    const QLocale locale;
    QString format = locale.dateFormat(QLocale::LongFormat);
    if (!withWeekday) {
        static const QRegularExpression weekday(u"d{3,4}[,،]?\\s*"_s);
        format.remove(weekday);
    }
    const QCalendar calendar(isPersian(locale) ? QCalendar::System::Jalali : QCalendar::System::Gregorian);
    return locale.toString(date, format, calendar);
}

} // namespace

QString number(qint64 value)
{
    return QLocale().toString(value);
}

QString money(const Money &amount)
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

QString shortTime(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid()) {
        return Format::tr("never");
    }
    const QDateTime local = time.toLocalTime();
    const qint64 daysAgo = local.date().daysTo(now.toLocalTime().date());
    const QString clock = clockText(time);
    if (daysAgo == 0) {
        //: %1 is a time of day
        return Format::tr("today %1").arg(clock);
    }
    if (daysAgo == 1) {
        //: %1 is a time of day
        return Format::tr("yesterday %1").arg(clock);
    }
    return dateText(local.date(), false);
}

QString dayText(const QDate &day, const QDate &today)
{
    const qint64 daysAgo = day.daysTo(today);
    if (daysAgo == 0) {
        return Format::tr("Today");
    }
    return daysAgo == 1 ? Format::tr("Yesterday") : dateText(day, false);
}

QString clockText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().time(), QLocale::ShortFormat);
}

QString longTime(const QDateTime &time)
{
    if (!time.isValid()) {
        return Format::tr("never");
    }
    const QDateTime local = time.toLocalTime();
    const QLocale locale;
    QString format = locale.timeFormat(QLocale::ShortFormat);
    if (!format.contains(u's')) {
        format.replace("mm"_L1, "mm:ss"_L1);
    }
    //: %1 is a date, %2 a time of day
    return Format::tr("%1, %2").arg(dateText(local.date(), true), locale.toString(local.time(), format));
}

QString duration(qint64 seconds)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    const auto count = [](qint64 value) { return static_cast<int>(value); };
    const qint64 all = std::max<qint64>(seconds, 0);
    const QString days = Format::tr("%Ln day(s)", nullptr, count(all / day));
    const QString hours = Format::tr("%Ln hour(s)", nullptr, count(all % day / hour));
    const QString minutes = Format::tr("%Ln minute(s)", nullptr, count(all % hour / minute));
    const auto both = [](const QString &more, const QString &less, bool lessIsNothing) {
        //: two parts of a duration, as in "3 hours, 5 minutes"
        return lessIsNothing ? more : Format::tr("%1, %2", "duration").arg(more, less);
    };
    if (all >= day) {
        return both(days, hours, all % day < hour);
    }
    if (all >= hour) {
        return both(hours, minutes, all % hour < minute);
    }
    if (all >= minute) {
        return minutes;
    }
    return Format::tr("%Ln second(s)", nullptr, count(all));
}

QString isolated(const QString &text)
{
    constexpr QChar firstStrongIsolate(0x2068);
    constexpr QChar popDirectionalIsolate(0x2069);
    const bool isOther =
        QGuiApplication::isRightToLeft()
            ? !text.isRightToLeft() &&
                  std::any_of(text.cbegin(), text.cend(),
                              [](QChar character) {
                                  return character.direction() == QChar::DirL; // Numbers and signs have no direction.
                              })
            : text.isRightToLeft();
    return isOther ? firstStrongIsolate + text + popDirectionalIsolate : text;
}

} // namespace jarchi::widgets

// SPDX-License-Identifier: MIT
#include "base/money.h"

#include <QCoreApplication>

#include <algorithm>

namespace jarchi {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    JARCHI_DECLARE_SENTENCES(Price)
};

constexpr qsizetype MostWholeDigits = 15;

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

bool allDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), isDigit);
}

bool isCurrency(QStringView text)
{
    return text.size() == 3 &&
           std::all_of(text.begin(), text.end(), [](QChar letter) { return letter >= u'A' && letter <= u'Z'; });
}

bool listed(QStringView currency, QStringView list)
{
    for (qsizetype at = 0; at + 3 <= list.size(); at += 4) {
        if (list.sliced(at, 3) == currency) {
            return true;
        }
    }
    return false;
}

QString expectation(QStringView amount, QStringView currency, int digits)
{
    const QString example = digits == 0 ? u"599"_s : u"599."_s + QString(digits, u'0');
    return Words::tr("“%1” is no price in %2: write it like %3.").arg(amount.left(40), currency, example);
}

} // namespace

int minorDigits(QStringView currency)
{
    // ISO 4217, list one: the currencies whose smallest unit is not a hundredth.
    if (listed(currency, u"BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF")) {
        return 0;
    }
    if (listed(currency, u"BHD IQD JOD KWD LYD OMR TND")) {
        return 3;
    }
    return listed(currency, u"CLF UYW") ? 4 : 2;
}

Result<Money> parseMoney(QStringView amount, QStringView currency)
{
    if (!isCurrency(currency)) {
        return refused(Words::tr("“%1” is no currency: write three capital letters, like EUR.").arg(currency.left(40)));
    }
    const int digits = minorDigits(currency);
    const qsizetype point = amount.indexOf(u'.');
    const QStringView whole = point < 0 ? amount : amount.first(point);
    const QStringView fraction = point < 0 ? QStringView() : amount.sliced(point + 1);
    const bool fractionIsFine = point < 0 || (!fraction.isEmpty() && fraction.size() <= digits && allDigits(fraction));
    if (whole.isEmpty() || !allDigits(whole) || !fractionIsFine) {
        return refused(expectation(amount, currency, digits));
    }
    if (whole.size() > MostWholeDigits) {
        return refused(
            Words::tr("The price %1 is too high: at most %L2 digits.").arg(amount.left(40)).arg(MostWholeDigits));
    }
    QString minor = whole.toString();
    minor += fraction;
    minor += QString(digits - fraction.size(), u'0');
    // Fifteen digits of a currency with ten-thousandths are more than 64 bits hold.
    bool fits = false;
    const qint64 value = minor.toLongLong(&fits);
    if (!fits) {
        return refused(Words::tr("The price %1 is too high.").arg(amount));
    }
    return Money{value, currency.toString()};
}

Result<std::optional<Money>> parseOptionalMoney(QStringView amount, QStringView currency)
{
    if (amount.isEmpty() && currency.isEmpty()) {
        return std::nullopt;
    }
    if (amount.isEmpty()) {
        return refused(
            Words::tr("There is a currency (%1) but no price: give both or neither.").arg(currency.left(40)));
    }
    if (currency.isEmpty()) {
        return refused(Words::tr("There is a price (%1) but no currency: give both or neither.").arg(amount.left(40)));
    }
    return parseMoney(amount, currency).map([](const Money &money) { return std::optional(money); });
}

QString toDecimal(const Money &money)
{
    const int digits = minorDigits(money.currency);
    QString text = QString::number(money.minor);
    if (digits == 0) {
        return text;
    }
    text = text.rightJustified(digits + 1, u'0');
    return text.insert(text.size() - digits, u'.');
}

} // namespace jarchi

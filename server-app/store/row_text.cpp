// SPDX-License-Identifier: MIT
#include "store/row_text.h"

#include "base/clock.h"

namespace jarchi::store {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype BytesOfCharacter = 3; // The most UTF-8 that one UTF-16 code unit makes.

tl::unexpected<Error> fault(const QString &word, TextFault reason)
{
    return refused(u"The %1 %2."_s.arg(word, describe(reason)));
}

Result<QString> decode(const QVariant &value, const QString &word, qsizetype maximumBytes)
{
    const QByteArray bytes = value.toByteArray();
    if (bytes.size() > maximumBytes) {
        return fault(word, TextFault::TooLong);
    }
    const std::optional<QString> text = decodeUtf8(bytes);
    if (!text) {
        return fault(word, TextFault::NotUtf8);
    }
    return *text;
}

} // namespace

Result<QString> readLine(const QVariant &bytes, const QString &word, qsizetype characters)
{
    Result<QString> text = decode(bytes, word, characters * BytesOfCharacter);
    if (text) {
        if (const TextFault reason = checkLine(*text, characters); reason != TextFault::None) {
            return fault(word, reason);
        }
    }
    return text;
}

Result<QString> readBody(const QVariant &bytes, const QString &word)
{
    Result<QString> text = decode(bytes, word, limits::BodyBytes);
    if (text) {
        if (const TextFault reason = checkBody(*text); reason != TextFault::None) {
            return fault(word, reason);
        }
    }
    return text;
}

Result<QString> readUrl(const QVariant &bytes)
{
    Result<QString> text = decode(bytes, u"address"_s, limits::UrlBytes);
    if (text && !text->isEmpty()) {
        if (const std::optional<Sentence> reason = urlFault(*text)) {
            return refused(*reason);
        }
    }
    return text;
}

Result<QDateTime> readTime(const QVariant &text, const QString &word)
{
    const QString written = text.toString();
    if (written.isEmpty()) {
        return QDateTime();
    }
    const QDateTime time = fromTimestamp(written);
    if (!time.isValid()) {
        return refused(u"The %1 is no time: write it like 2026-11-22T09:00:00Z."_s.arg(word));
    }
    return time;
}

Result<std::optional<Money>> readPrice(const QVariant &minor, const QVariant &currency)
{
    if (minor.isNull()) {
        return std::nullopt;
    }
    const Money price{minor.toLongLong(), currency.toString()};
    if (price.minor < 0) {
        return refused(u"The price is below zero."_s);
    }
    // Written and read again, it has passed every rule that a price on the wire has to keep.
    return parseMoney(toDecimal(price), price.currency).map([](const Money &money) { return std::optional(money); });
}

} // namespace jarchi::store

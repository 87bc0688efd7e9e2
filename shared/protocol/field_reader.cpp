// SPDX-License-Identifier: MIT
#include "protocol/field_reader.h"

#include "base/clock.h"
#include "base/text_rules.h"

#include <QRegularExpression>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace jarchi::protocol {

namespace {

std::optional<qint64> exactInteger(const QJsonValue &value)
{
    // toInteger() gives its default for whatever is not a whole number in range, so two defaults tell.
    if (!value.isDouble() || value.toInteger(0) != value.toInteger(1))
        return std::nullopt;
    return value.toInteger();
}

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

/// One spelling for each id: digits only, no sign, space or leading zero.
std::optional<NotificationId> idFromText(const QString &text)
{
    if (text.startsWith(u'0') || !std::all_of(text.cbegin(), text.cend(), isDigit))
        return std::nullopt;
    bool fits = false;
    const NotificationId id = text.toLongLong(&fits);
    return fits ? std::optional(id) : std::nullopt;
}

QString idRule()
{
    return u"must be a string of decimal digits, from \"1\" to \"9223372036854775807\""_s;
}

ErrorCode codeOf(TextFault fault)
{
    return fault == TextFault::TooLong ? ErrorCode::BadField : ErrorCode::BadText;
}

QString placed(QLatin1StringView name, qsizetype index)
{
    return u"%1[%2]"_s.arg(name).arg(index);
}

} // namespace

FieldReader::FieldReader(const QJsonObject &object, std::optional<Fault> &fault, QString path)
    : m_object(object)
    , m_fault(fault)
    , m_path(std::move(path))
{
}

bool FieldReader::has(QLatin1StringView name) const
{
    const QJsonValue value = m_object.value(name);
    return !value.isUndefined() && !value.isNull();
}

QString FieldReader::line(QLatin1StringView name, qsizetype maximum, Presence presence)
{
    const QString text = checkedLine(name, string(name, presence), maximum);
    if (presence == Required && text.isEmpty())
        fail(name, u"must not be empty"_s);
    return text;
}

QString FieldReader::checkedLine(const QString &name, const QString &text, qsizetype maximum)
{
    if (const TextFault fault = checkLine(text, maximum); fault != TextFault::None)
        fail(name, describe(fault), codeOf(fault));
    return text;
}

QString FieldReader::body(QLatin1StringView name)
{
    const QString text = string(name, Required);
    if (const TextFault fault = checkBody(text); fault != TextFault::None)
        fail(name, describe(fault), codeOf(fault));
    return text;
}

QString FieldReader::password(QLatin1StringView name)
{
    const QString text = string(name, Required);
    const TextFault fault = checkBody(text, limits::PasswordBytes);
    if (fault != TextFault::None && fault != TextFault::ControlCharacter)
        fail(name, describe(fault), codeOf(fault));
    if (text.isEmpty())
        fail(name, u"must not be empty"_s);
    return text;
}

QString FieldReader::url(QLatin1StringView name)
{
    const QString text = line(name, limits::UrlBytes, Optional);
    if (!text.isEmpty() && urlFault(text, true))
        fail(name, u"must be an absolute https address"_s);
    return text;
}

QStringList FieldReader::lines(QLatin1StringView name, qsizetype maximum)
{
    QStringList texts;
    const QJsonArray values = array(name, Required);
    for (qsizetype i = 0; i < values.size() && !m_fault; ++i) {
        if (!values[i].isString())
            fail(placed(name, i), u"must be a string"_s);
        texts.append(checkedLine(placed(name, i), values[i].toString(), maximum));
    }
    return texts;
}

NotificationId FieldReader::id(QLatin1StringView name)
{
    const std::optional<NotificationId> id = idFromText(string(name, Required));
    if (!id)
        fail(name, idRule());
    return id.value_or(0);
}

NotificationId FieldReader::idOrZero(QLatin1StringView name)
{
    return m_object.value(name) == "0"_L1 ? 0 : id(name);
}

std::optional<NotificationId> FieldReader::optionalId(QLatin1StringView name)
{
    return has(name) ? std::optional(id(name)) : std::nullopt;
}

QList<NotificationId> FieldReader::ids(QLatin1StringView name, qsizetype most)
{
    const QJsonArray values = array(name, Required);
    if (values.isEmpty() || values.size() > most)
        fail(name, u"must have 1 to %1 ids"_s.arg(most));
    QList<NotificationId> ids;
    for (qsizetype i = 0; i < values.size() && !m_fault; ++i) {
        const std::optional<NotificationId> id = idFromText(values[i].toString());
        if (!id)
            fail(placed(name, i), idRule());
        ids.append(id.value_or(0));
    }
    return ids;
}

qint64 FieldReader::integer(QLatin1StringView name, qint64 least, qint64 most)
{
    const std::optional<qint64> number = exactInteger(value(name, Required));
    const bool good = number && *number >= least && *number <= most;
    if (!good)
        fail(name, u"must be a whole number from %1 to %2"_s.arg(least).arg(most));
    return good ? *number : least;
}

std::optional<qint64> FieldReader::optionalInteger(QLatin1StringView name, qint64 least, qint64 most)
{
    return has(name) ? std::optional(integer(name, least, most)) : std::nullopt;
}

bool FieldReader::boolean(QLatin1StringView name, Presence presence)
{
    const QJsonValue found = value(name, presence);
    if (!found.isUndefined() && !found.isBool())
        fail(name, u"must be true or false"_s);
    return found.toBool();
}

QDateTime FieldReader::time(QLatin1StringView name, Presence presence)
{
    const QString text = string(name, presence);
    if (text.isEmpty() && presence == Optional && !has(name))
        return {};
    const QDateTime time = fromTimestamp(text);
    // An offset can push a time out of the four-digit years, and then it could not be written again.
    if (!time.isValid() || toTimestamp(time).isEmpty())
        fail(name, u"must be a time like \"2026-11-22T09:00:00Z\""_s);
    return time;
}

void FieldReader::money(QLatin1StringView name, QString &amount, QString &currency)
{
    static const QRegularExpression amountRule(QRegularExpression::anchoredPattern(u"[0-9]{1,15}(\\.[0-9]{1,4})?"_s));
    static const QRegularExpression currencyRule(QRegularExpression::anchoredPattern(u"[A-Z]{3}"_s));
    constexpr auto currencyName = "currency"_L1;

    if (!has(name) && !has(currencyName))
        return;
    amount = string(name, Required);
    currency = string(currencyName, Required);
    if (!amountRule.match(amount).hasMatch())
        fail(name, u"must be a decimal number in a string, like \"599.00\""_s);
    if (!currencyRule.match(currency).hasMatch())
        fail(currencyName, u"must be three capital letters, like \"EUR\""_s);
}

QJsonArray FieldReader::array(QLatin1StringView name, Presence presence)
{
    const QJsonValue found = value(name, presence);
    if (!found.isUndefined() && !found.isArray())
        fail(name, u"must be an array"_s);
    return found.toArray();
}

std::optional<QJsonObject> FieldReader::optionalObject(QLatin1StringView name)
{
    if (!has(name))
        return std::nullopt;
    if (!m_object.value(name).isObject())
        fail(name, u"must be an object"_s);
    return m_object.value(name).toObject();
}

FieldReader FieldReader::inside(const QJsonValue &value, const QString &name)
{
    if (!value.isObject())
        fail(name, u"must be an object"_s);
    return FieldReader(value.toObject(), m_fault, m_path + name + u'.');
}

QJsonValue FieldReader::value(QLatin1StringView name, Presence presence)
{
    if (has(name))
        return m_object.value(name);
    if (presence == Required)
        fail(name, u"is missing"_s);
    return QJsonValue::Undefined;
}

QString FieldReader::string(QLatin1StringView name, Presence presence)
{
    const QJsonValue found = value(name, presence);
    if (!found.isUndefined() && !found.isString())
        fail(name, u"must be a string"_s);
    return found.toString();
}

void FieldReader::fail(const QString &name, const QString &what, ErrorCode code)
{
    if (!m_fault)
        m_fault = Fault{code, u"\"%1%2\" %3"_s.arg(m_path, name, what)};
}

void FieldReader::fail(QLatin1StringView name, const QString &what, ErrorCode code)
{
    fail(QString(name), what, code);
}

} // namespace jarchi::protocol

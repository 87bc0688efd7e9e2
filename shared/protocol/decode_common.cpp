// SPDX-License-Identifier: MIT
#include "protocol/decode_common.h"

#include "base/text_rules.h"
#include "protocol/json_guard.h"

#include <QJsonDocument>

#include <limits>

using namespace Qt::StringLiterals;

namespace jarchi::protocol {

namespace {

tl::unexpected<Refusal> refusal(ErrorCode code, const QString &message, const QString &ref = {})
{
    return tl::unexpected(Refusal{code, message, ref});
}

tl::expected<QJsonObject, Refusal> parseObject(QByteArrayView line)
{
    // In this order: Qt's parser is only handed what is well-formed and cannot nest it into deep recursion.
    if (!line.isValidUtf8())
        return refusal(ErrorCode::BadText, u"The line is not valid UTF-8"_s);
    if (nestingDepth(line, JsonDepth + 1) > JsonDepth)
        return refusal(ErrorCode::TooDeep, u"Objects and arrays nest deeper than %1"_s.arg(JsonDepth));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(line.data(), line.size()), &error);
    if (error.error != QJsonParseError::NoError)
        return refusal(ErrorCode::BadJson,
                       u"The line is not JSON: %1, at byte %2"_s.arg(error.errorString()).arg(error.offset));
    if (!document.isObject())
        return refusal(ErrorCode::BadJson, u"The line is not a JSON object"_s);
    return document.object();
}

} // namespace

tl::expected<Envelope, Refusal> openEnvelope(QByteArrayView line)
{
    tl::expected<QJsonObject, Refusal> object = parseObject(line);
    if (!object)
        return tl::unexpected(object.error());
    std::optional<Fault> fault;
    FieldReader fields(*object, fault);
    const QString ref = fields.line("ref"_L1, RefCharacters, FieldReader::Optional);
    if (fault)
        return refusal(fault->code, fault->message);
    // No rule but being a string: a type with odd characters in it is simply not known.
    const QJsonValue type = object->value("type"_L1);
    if (!type.isString())
        return refusal(ErrorCode::BadField, u"\"type\" must be a string"_s, ref);
    return Envelope{*object, type.toString(), ref};
}

Interest readInterest(FieldReader &fields)
{
    Interest interest;
    interest.category = fields.line("category"_L1, limits::TitleCharacters, FieldReader::Required);
    interest.keyword = fields.line("keyword"_L1, limits::NameCharacters, FieldReader::Optional);
    fields.money("max_price"_L1, interest.maxPrice, interest.currency);
    return interest;
}

QList<Interest> readInterests(FieldReader &fields, qsizetype most)
{
    constexpr auto name = "interests"_L1;
    const QJsonArray values = fields.array(name, FieldReader::Required);
    if (values.size() > most) {
        fields.fail(name, u"must have at most %1 interests"_s.arg(most));
        return {};
    }
    QList<Interest> interests;
    for (qsizetype i = 0; i < values.size(); ++i) {
        FieldReader inside = fields.inside(values[i], u"%1[%2]"_s.arg(name).arg(i));
        interests.append(readInterest(inside));
    }
    return interests;
}

qint64 readN(FieldReader &fields)
{
    return fields.integer("n"_L1, std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max());
}

} // namespace jarchi::protocol

// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/codec.h"
#include "protocol/field_reader.h"

#include <algorithm>
#include <span>

/// What the decoders of both directions share. Private to this room.
namespace jarchi::protocol {

/// A line that is an object with a type, its fields not yet looked at.
struct Envelope
{
    QJsonObject object;
    QString type;
    QString ref;
};
[[nodiscard]] tl::expected<Envelope, Refusal> openEnvelope(QByteArrayView line);

/// How a message of one type is made of its fields.
template <typename Message>
struct TypeReader
{
    QLatin1StringView type;
    Message (*read)(FieldReader &fields);
};

template <typename Message>
[[nodiscard]] tl::expected<Message, Refusal> readMessage(const Envelope &envelope,
                                                         std::span<const TypeReader<Message>> readers)
{
    const auto reader =
        std::find_if(readers.begin(), readers.end(), [&](const auto &one) { return one.type == envelope.type; });
    if (reader == readers.end())
        return tl::unexpected(
            Refusal{ErrorCode::UnknownType, QStringLiteral("This type of message is not known here"), envelope.ref});
    std::optional<Fault> fault;
    FieldReader fields(envelope.object, fault);
    Message message = reader->read(fields);
    if (fault)
        return tl::unexpected(Refusal{fault->code, fault->message, envelope.ref});
    return message;
}

[[nodiscard]] Interest readInterest(FieldReader &fields);
/// The array `interests`, of at most `most`.
[[nodiscard]] QList<Interest> readInterests(FieldReader &fields, qsizetype most);
/// The number of a ping or pong.
[[nodiscard]] qint64 readN(FieldReader &fields);

} // namespace jarchi::protocol

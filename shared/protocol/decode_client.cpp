// SPDX-License-Identifier: MIT
#include "base/text_rules.h"
#include "protocol/decode_common.h"

using namespace Qt::StringLiterals;

namespace jarchi::protocol {

namespace {

ClientMessage readLogin(FieldReader &fields)
{
    Login login;
    const bool withToken = fields.has("token"_L1);
    if (withToken && (fields.has("user"_L1) || fields.has("password"_L1)))
        fields.fail("token"_L1, u"must not come with \"user\" or \"password\""_s);
    if (withToken) {
        login.token = fields.line("token"_L1, TokenCharacters, FieldReader::Required);
    } else {
        login.user = fields.line("user"_L1, limits::NameCharacters, FieldReader::Required);
        login.password = fields.password("password"_L1);
    }
    login.remember = fields.boolean("remember"_L1, FieldReader::Optional);
    login.device = fields.line("device"_L1, limits::NameCharacters, FieldReader::Optional);
    login.client = fields.line("client"_L1, limits::NameCharacters, FieldReader::Optional);
    return login;
}

ClientMessage readAck(FieldReader &fields)
{
    return Ack{fields.ids("ids"_L1, AckIds)};
}

ClientMessage readHistory(FieldReader &fields)
{
    HistoryRequest request;
    request.before = fields.optionalId("before"_L1);
    if (const std::optional<qint64> limit = fields.optionalInteger("limit"_L1, 1, HistoryMost))
        request.limit = static_cast<int>(*limit);
    return request;
}

ClientMessage readSetInterests(FieldReader &fields)
{
    return SetInterests{readInterests(fields, Interests)};
}

ClientMessage readPreviewInterests(FieldReader &fields)
{
    PreviewInterests request;
    request.interests = readInterests(fields, Interests);
    if (const std::optional<qint64> days = fields.optionalInteger("days"_L1, 1, PreviewDaysMost))
        request.days = static_cast<int>(*days);
    if (const std::optional<qint64> limit = fields.optionalInteger("limit"_L1, 1, PreviewItemsMost))
        request.limit = static_cast<int>(*limit);
    return request;
}

constexpr TypeReader<ClientMessage> Readers[] = {
    {"login"_L1, readLogin},
    {"ack"_L1, readAck},
    {"pending"_L1, [](FieldReader &) -> ClientMessage { return Pending{}; }},
    {"history"_L1, readHistory},
    {"get_interests"_L1, [](FieldReader &) -> ClientMessage { return GetInterests{}; }},
    {"set_interests"_L1, readSetInterests},
    {"preview_interests"_L1, readPreviewInterests},
    {"logout"_L1, [](FieldReader &) -> ClientMessage { return Logout{}; }},
    {"ping"_L1, [](FieldReader &fields) -> ClientMessage { return Ping{readN(fields)}; }},
    {"pong"_L1, [](FieldReader &fields) -> ClientMessage { return Pong{readN(fields)}; }},
    {"bye"_L1, [](FieldReader &) -> ClientMessage { return ClientBye{}; }},
};
static_assert(std::size(Readers) == std::variant_size_v<ClientMessage>);

} // namespace

tl::expected<FromClient, Refusal> decodeFromClient(QByteArrayView line)
{
    return openEnvelope(line).and_then([](const Envelope &envelope) -> tl::expected<FromClient, Refusal> {
        tl::expected<ClientMessage, Refusal> message = readMessage<ClientMessage>(envelope, Readers);
        if (!message)
            return tl::unexpected(message.error());
        return FromClient{*std::move(message), envelope.ref};
    });
}

} // namespace jarchi::protocol

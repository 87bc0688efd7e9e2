// SPDX-License-Identifier: MIT
#include "base/text_rules.h"
#include "protocol/decode_common.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace jarchi::protocol {

namespace {

/// A year. A server that asks for more patience than that has sent nonsense.
constexpr qint64 MostSeconds = 366LL * 24 * 3600;

ServerMessage readHello(FieldReader &fields)
{
    Hello hello;
    hello.protocol = static_cast<int>(fields.integer("protocol"_L1, 1, std::numeric_limits<int>::max()));
    hello.server = fields.line("server"_L1, limits::NameCharacters, FieldReader::Required);
    hello.features = fields.lines("features"_L1, limits::NameCharacters);
    hello.epoch = fields.line("epoch"_L1, TokenCharacters, FieldReader::Required);
    return hello;
}

ServerMessage readWelcome(FieldReader &fields)
{
    Welcome welcome;
    welcome.user = fields.line("user"_L1, limits::NameCharacters, FieldReader::Required);
    welcome.displayName = fields.line("display_name"_L1, limits::TitleCharacters, FieldReader::Required);
    welcome.token = fields.line("token"_L1, TokenCharacters, FieldReader::Optional);
    welcome.pending = fields.integer("pending"_L1, 0, std::numeric_limits<qint64>::max());
    welcome.heartbeat = std::chrono::seconds(fields.integer("heartbeat"_L1, 0, MostSeconds));
    return welcome;
}

Notification readNotification(FieldReader &fields)
{
    Notification notification;
    notification.id = fields.id("id"_L1);
    notification.title = fields.line("title"_L1, limits::TitleCharacters, FieldReader::Required);
    notification.body = fields.body("body"_L1);
    notification.category = fields.line("category"_L1, limits::TitleCharacters, FieldReader::Optional);
    fields.money("price"_L1, notification.price, notification.currency);
    notification.url = fields.url("url"_L1);
    notification.priority = fields.named("priority"_L1, priorityFromWire);
    notification.createdAt = fields.time("created_at"_L1, FieldReader::Required);
    notification.expiresAt = fields.time("expires_at"_L1, FieldReader::Optional);
    notification.visitedAt = fields.time("visited_at"_L1, FieldReader::Optional);
    if (const std::optional<QJsonObject> interest = fields.optionalObject("interest"_L1)) {
        FieldReader inside = fields.inside(*interest, u"interest"_s);
        notification.interest = readInterest(inside);
    }
    return notification;
}

ServerMessage readInterestList(FieldReader &fields)
{
    InterestList list;
    // The line's limit is the only one: commands on the server may have given an account more than one request can.
    list.interests = readInterests(fields, LineBytes);
    list.categories = fields.lines("categories"_L1, limits::TitleCharacters);
    return list;
}

QList<Notification> readItems(FieldReader &fields, qsizetype most)
{
    const QJsonArray values = fields.array("items"_L1, FieldReader::Required);
    if (values.size() > most)
        fields.fail("items"_L1, u"must have at most %1 notifications"_s.arg(most));
    QList<Notification> items;
    for (qsizetype i = 0; i < values.size(); ++i) {
        FieldReader inside = fields.inside(values[i], u"items[%1]"_s.arg(i));
        items.append(readNotification(inside));
    }
    return items;
}

ServerMessage readHistoryPage(FieldReader &fields)
{
    HistoryPage page;
    page.items = readItems(fields, HistoryMost);
    page.more = fields.boolean("more"_L1, FieldReader::Required);
    return page;
}

ServerMessage readPreview(FieldReader &fields)
{
    Preview preview;
    preview.total = fields.integer("total"_L1, 0, std::numeric_limits<qint64>::max());
    preview.since = fields.time("since"_L1, FieldReader::Required);
    preview.items = readItems(fields, PreviewItemsMost);
    return preview;
}

ServerMessage readError(FieldReader &fields)
{
    ErrorMessage error;
    error.code = fields.named("code"_L1, errorCodeFromWire);
    error.message = fields.body("message"_L1);
    if (const std::optional<qint64> seconds = fields.optionalInteger("retry_after"_L1, 0, MostSeconds))
        error.retryAfter = std::chrono::seconds(*seconds);
    return error;
}

ServerMessage readBye(FieldReader &fields)
{
    constexpr auto retryAfter = "retry_after"_L1;
    ServerBye bye;
    bye.reason = fields.named("reason"_L1, byeReasonFromWire);
    if (!fields.has(retryAfter))
        return bye;
    // Two whole numbers; a FieldReader reads them by name, so they get names.
    const QJsonArray window = fields.array(retryAfter, FieldReader::Required);
    FieldReader ends = fields.inside(QJsonObject{{u"from"_s, window.at(0)}, {u"to"_s, window.at(1)}}, retryAfter);
    const qint64 from = ends.integer("from"_L1, 0, MostSeconds);
    const qint64 to = ends.integer("to"_L1, from, MostSeconds);
    if (window.size() != 2)
        fields.fail(retryAfter, u"must be two numbers"_s);
    bye.retryAfter = RetryWindow{std::chrono::seconds(from), std::chrono::seconds(to)};
    return bye;
}

constexpr TypeReader<ServerMessage> Readers[] = {
    {"hello"_L1, readHello},
    {"welcome"_L1, readWelcome},
    {"notification"_L1, [](FieldReader &fields) -> ServerMessage { return readNotification(fields); }},
    {"caught_up"_L1, [](FieldReader &fields) -> ServerMessage { return CaughtUp{fields.idOrZero("last_id"_L1)}; }},
    {"interests"_L1, readInterestList},
    {"history"_L1, readHistoryPage},
    {"preview"_L1, readPreview},
    {"ok"_L1, [](FieldReader &) -> ServerMessage { return Ok{}; }},
    {"ping"_L1, [](FieldReader &fields) -> ServerMessage { return Ping{readN(fields)}; }},
    {"pong"_L1, [](FieldReader &fields) -> ServerMessage { return Pong{readN(fields)}; }},
    {"error"_L1, readError},
    {"bye"_L1, readBye},
};
static_assert(std::size(Readers) == std::variant_size_v<ServerMessage>);

} // namespace

tl::expected<FromServer, Refusal> decodeFromServer(QByteArrayView line)
{
    return openEnvelope(line).and_then([](const Envelope &envelope) {
        return readMessage<ServerMessage>(envelope, Readers).map([&](ServerMessage message) {
            return FromServer{std::move(message), envelope.ref};
        });
    });
}

} // namespace jarchi::protocol

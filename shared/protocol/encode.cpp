// SPDX-License-Identifier: MIT
#include "protocol/codec.h"

#include "base/clock.h"
#include "protocol/object_writer.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace jarchi::protocol {

namespace {

// In the order of the variants.
constexpr std::array ServerTypes{"hello"_L1,     "welcome"_L1, "notification"_L1, "caught_up"_L1,
                                 "interests"_L1, "history"_L1, "preview"_L1,      "ok"_L1,
                                 "ping"_L1,      "pong"_L1,    "error"_L1,        "bye"_L1};
static_assert(ServerTypes.size() == std::variant_size_v<ServerMessage>);
constexpr std::array ClientTypes{
    "login"_L1,  "ack"_L1,  "pending"_L1, "history"_L1, "get_interests"_L1, "set_interests"_L1, "preview_interests"_L1,
    "logout"_L1, "ping"_L1, "pong"_L1,    "bye"_L1};
static_assert(ClientTypes.size() == std::variant_size_v<ClientMessage>);

void writeTime(ObjectWriter &writer, QLatin1StringView name, const QDateTime &time)
{
    if (time.isValid())
        writer.field(name, toTimestamp(time));
}

QByteArray written(const Interest &interest)
{
    ObjectWriter writer;
    writer.field("category"_L1, interest.category);
    writer.optionalField("keyword"_L1, interest.keyword);
    writer.optionalField("max_price"_L1, interest.maxPrice);
    writer.optionalField("currency"_L1, interest.currency);
    return writer.finish();
}

QByteArray written(const QList<Interest> &interests)
{
    QByteArrayList values;
    for (const Interest &interest : interests)
        values.append(written(interest));
    return writtenArray(values);
}

void write(ObjectWriter &writer, const Hello &hello)
{
    writer.field("protocol"_L1, hello.protocol);
    writer.field("server"_L1, hello.server);
    writer.field("features"_L1, QJsonArray::fromStringList(hello.features));
    writer.field("epoch"_L1, hello.epoch);
}

void write(ObjectWriter &writer, const Welcome &welcome)
{
    writer.field("user"_L1, welcome.user);
    writer.field("display_name"_L1, welcome.displayName);
    writer.optionalField("token"_L1, welcome.token);
    writer.field("pending"_L1, welcome.pending);
    writer.field("heartbeat"_L1, qint64{welcome.heartbeat.count()});
}

void write(ObjectWriter &writer, const Notification &notification)
{
    writer.field("id"_L1, QString::number(notification.id));
    writer.field("title"_L1, notification.title);
    writer.field("body"_L1, notification.body);
    writer.optionalField("category"_L1, notification.category);
    writer.optionalField("price"_L1, notification.price);
    writer.optionalField("currency"_L1, notification.currency);
    writer.optionalField("url"_L1, notification.url);
    writer.field("priority"_L1, toWire(notification.priority));
    writeTime(writer, "created_at"_L1, notification.createdAt);
    writeTime(writer, "expires_at"_L1, notification.expiresAt);
    if (notification.interest)
        writer.written("interest"_L1, written(*notification.interest));
    writeTime(writer, "visited_at"_L1, notification.visitedAt);
}

void write(ObjectWriter &writer, const CaughtUp &caughtUp)
{
    writer.field("last_id"_L1, QString::number(caughtUp.lastId));
}

void write(ObjectWriter &writer, const InterestList &list)
{
    writer.written("interests"_L1, written(list.interests));
    writer.field("categories"_L1, QJsonArray::fromStringList(list.categories));
}

void writeItems(ObjectWriter &writer, const QList<Notification> &items)
{
    QByteArrayList values;
    for (const Notification &notification : items) {
        ObjectWriter item;
        write(item, notification);
        values.append(item.finish());
    }
    writer.written("items"_L1, writtenArray(values));
}

void write(ObjectWriter &writer, const HistoryPage &page)
{
    writeItems(writer, page.items);
    writer.field("more"_L1, page.more);
}

void write(ObjectWriter &writer, const Preview &preview)
{
    writer.field("total"_L1, preview.total);
    writeTime(writer, "since"_L1, preview.since);
    writeItems(writer, preview.items);
}

void write(ObjectWriter &writer, const ErrorMessage &error)
{
    writer.field("code"_L1, toWire(error.code));
    writer.field("message"_L1, error.message);
    if (error.retryAfter)
        writer.field("retry_after"_L1, qint64{error.retryAfter->count()});
}

void write(ObjectWriter &writer, const ServerBye &bye)
{
    writer.field("reason"_L1, toWire(bye.reason));
    if (bye.retryAfter)
        writer.field("retry_after"_L1,
                     QJsonArray{qint64{bye.retryAfter->from.count()}, qint64{bye.retryAfter->to.count()}});
}

void write(ObjectWriter &writer, const Ping &ping)
{
    writer.field("n"_L1, ping.n);
}

void write(ObjectWriter &writer, const Pong &pong)
{
    writer.field("n"_L1, pong.n);
}

void write(ObjectWriter &writer, const Login &login)
{
    writer.optionalField("user"_L1, login.user);
    writer.optionalField("password"_L1, login.password);
    writer.optionalField("token"_L1, login.token);
    if (login.remember)
        writer.field("remember"_L1, true);
    writer.optionalField("device"_L1, login.device);
    writer.optionalField("client"_L1, login.client);
}

void write(ObjectWriter &writer, const Ack &ack)
{
    QJsonArray ids;
    for (const NotificationId id : ack.ids)
        ids.append(QString::number(id));
    writer.field("ids"_L1, ids);
}

void write(ObjectWriter &writer, const HistoryRequest &request)
{
    if (request.before)
        writer.field("before"_L1, QString::number(*request.before));
    writer.field("limit"_L1, request.limit);
}

void write(ObjectWriter &writer, const SetInterests &request)
{
    writer.written("interests"_L1, written(request.interests));
}

void write(ObjectWriter &writer, const PreviewInterests &request)
{
    writer.written("interests"_L1, written(request.interests));
    writer.field("days"_L1, request.days);
    writer.field("limit"_L1, request.limit);
}

// Messages that are their type and nothing else.
void write(ObjectWriter &, const Ok &) {}
void write(ObjectWriter &, const Pending &) {}
void write(ObjectWriter &, const GetInterests &) {}
void write(ObjectWriter &, const Logout &) {}
void write(ObjectWriter &, const ClientBye &) {}

template <typename Message>
QByteArray encodeMessage(const Message &message, const QString &ref)
{
    ObjectWriter writer;
    writer.field("type"_L1, typeName(message));
    writer.optionalField("ref"_L1, ref);
    std::visit([&writer](const auto &one) { write(writer, one); }, message);
    return writer.finish() + '\n';
}

} // namespace

QLatin1StringView typeName(const ServerMessage &message)
{
    return ServerTypes.at(message.index());
}

QLatin1StringView typeName(const ClientMessage &message)
{
    return ClientTypes.at(message.index());
}

QByteArray encode(const ServerMessage &message, const QString &ref)
{
    return encodeMessage(message, ref);
}

QByteArray encode(const ClientMessage &message, const QString &ref)
{
    return encodeMessage(message, ref);
}

} // namespace jarchi::protocol

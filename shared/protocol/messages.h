// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/errors.h"
#include "protocol/limits.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

/// Everything that crosses the wire, as plain values: docs/protocol.md, message for message. An empty string stands for
/// an optional text that is absent; what may be absent and is no text is a std::optional.
namespace jarchi::protocol {

using NotificationId = qint64; ///< Positive. A decimal string on the wire.

/// What an account wants to hear of. `maxPrice` is a decimal number ("700.00") and has a `currency` if it is not empty.
struct Interest
{
    QString category;
    QString keyword;
    QString maxPrice;
    QString currency; ///< ISO 4217: three capital letters.

    friend bool operator==(const Interest &, const Interest &) = default;
    friend size_t qHash(const Interest &interest, size_t seed = 0)
    {
        return qHashMulti(seed, interest.category, interest.keyword, interest.maxPrice, interest.currency);
    }
};

// What a server can do beyond the bare protocol, in the `features` of its `hello`.
inline constexpr QLatin1StringView HistoryFeature("history");
inline constexpr QLatin1StringView InterestsFeature("interests");
inline constexpr QLatin1StringView PreviewFeature("preview");

// ---- from the server ------------------------------------------------------------------------------------------------

struct Hello
{
    int protocol = Version;
    QString server; ///< "jarchi/0.1.0"
    QStringList features;
    QString epoch; ///< Names the database; another one means that ids start anew.

    friend bool operator==(const Hello &, const Hello &) = default;
};

struct Welcome
{
    QString user;
    QString displayName;
    QString token; ///< Only when `remember` asked for one.
    qint64 pending = 0;
    std::chrono::seconds heartbeat = HeartbeatSilence;

    friend bool operator==(const Welcome &, const Welcome &) = default;
};

struct Notification
{
    NotificationId id = 0;
    QString title;
    QString body;
    QString category; ///< Empty for an announcement to everyone.
    QString price;    ///< A decimal number, with `currency` if it is not empty.
    QString currency;
    QString url;
    Priority priority = Priority::Normal;
    QDateTime createdAt;              ///< UTC.
    QDateTime expiresAt;              ///< UTC; invalid if it does not expire.
    std::optional<Interest> interest; ///< The rule that matched.
    QDateTime visitedAt;              ///< Only in a history; invalid if it was not visited.

    friend bool operator==(const Notification &, const Notification &) = default;
};

struct CaughtUp
{
    NotificationId lastId = 0; ///< 0 when there never was one.

    friend bool operator==(const CaughtUp &, const CaughtUp &) = default;
};

struct InterestList
{
    QList<Interest> interests;
    QStringList categories; ///< All there are, so that a client can offer them.

    friend bool operator==(const InterestList &, const InterestList &) = default;
};

struct HistoryPage
{
    QList<Notification> items; ///< Newest first.
    bool more = false;

    friend bool operator==(const HistoryPage &, const HistoryPage &) = default;
};

/// What interests would have brought that nobody has stored.
struct Preview
{
    qint64 total = 0;          ///< All that would have come, not only the `items`.
    QDateTime since;           ///< UTC. What was made from here on was looked at.
    QList<Notification> items; ///< The newest of them, newest first.

    friend bool operator==(const Preview &, const Preview &) = default;
};

struct Ok
{
    friend bool operator==(const Ok &, const Ok &) = default;
};

struct ErrorMessage
{
    ErrorCode code = ErrorCode::Internal;
    QString message; ///< English, for a log; a client words the code in its user's language.
    std::optional<std::chrono::seconds> retryAfter;

    friend bool operator==(const ErrorMessage &, const ErrorMessage &) = default;
};

/// Within how many seconds a client may come back; it picks a moment in it by chance.
struct RetryWindow
{
    std::chrono::seconds from{0};
    std::chrono::seconds to{0};

    friend bool operator==(const RetryWindow &, const RetryWindow &) = default;
};

struct ServerBye
{
    ByeReason reason = ByeReason::Shutdown;
    std::optional<RetryWindow> retryAfter;

    friend bool operator==(const ServerBye &, const ServerBye &) = default;
};

// ---- from either side -----------------------------------------------------------------------------------------------

struct Ping
{
    qint64 n = 0;

    friend bool operator==(const Ping &, const Ping &) = default;
};

struct Pong
{
    qint64 n = 0;

    friend bool operator==(const Pong &, const Pong &) = default;
};

// ---- from the client ------------------------------------------------------------------------------------------------

/// With a `token`, or with `user` and `password`; never both.
struct Login
{
    QString user;
    QString password;
    QString token;
    bool remember = false;
    QString device; ///< "laptop"
    QString client; ///< "jarchi-tray/0.1.0"

    friend bool operator==(const Login &, const Login &) = default;
};

struct Ack
{
    QList<NotificationId> ids; ///< 1 to AckIds of them.

    friend bool operator==(const Ack &, const Ack &) = default;
};

struct Pending
{
    friend bool operator==(const Pending &, const Pending &) = default;
};

struct HistoryRequest
{
    std::optional<NotificationId> before;
    int limit = HistoryDefault;

    friend bool operator==(const HistoryRequest &, const HistoryRequest &) = default;
};

struct GetInterests
{
    friend bool operator==(const GetInterests &, const GetInterests &) = default;
};

struct SetInterests
{
    QList<Interest> interests;

    friend bool operator==(const SetInterests &, const SetInterests &) = default;
};

/// Only for a server whose `hello` has PreviewFeature.
struct PreviewInterests
{
    QList<Interest> interests;
    int days = PreviewDaysDefault;
    int limit = PreviewItemsDefault; ///< Of items in the answer.

    friend bool operator==(const PreviewInterests &, const PreviewInterests &) = default;
};

struct Logout
{
    friend bool operator==(const Logout &, const Logout &) = default;
};

struct ClientBye
{
    friend bool operator==(const ClientBye &, const ClientBye &) = default;
};

using ServerMessage = std::variant<Hello, Welcome, Notification, CaughtUp, InterestList, HistoryPage, Preview, Ok, Ping,
                                   Pong, ErrorMessage, ServerBye>;
using ClientMessage = std::variant<Login, Ack, Pending, HistoryRequest, GetInterests, SetInterests, PreviewInterests,
                                   Logout, Ping, Pong, ClientBye>;

/// A message and the request it belongs to; `ref` is empty when there was none.
struct FromServer
{
    ServerMessage message;
    QString ref;

    friend bool operator==(const FromServer &, const FromServer &) = default;
};
struct FromClient
{
    ClientMessage message;
    QString ref;

    friend bool operator==(const FromClient &, const FromClient &) = default;
};

} // namespace jarchi::protocol

// SPDX-License-Identifier: MIT
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <optional>

namespace jarchi::protocol {

/// The `code` of an `error`. The names on the wire are those of docs/protocol.md.
enum class ErrorCode {
    BadJson,
    TooLong,
    TooDeep,
    BadText,
    UnknownType,
    BadField,
    NotLoggedIn,
    AlreadyLoggedIn,
    BadCredentials,
    Throttled,
    ServerBusy,
    TooManyConnections,
    UnknownId,
    UnknownCategory,
    Internal,
};

/// The `reason` of a server's `bye`.
enum class ByeReason { Shutdown, Idle, Slow, Limit, Protocol, Replaced };

enum class Priority { Low, Normal, High };

[[nodiscard]] QLatin1StringView toWire(ErrorCode code);
[[nodiscard]] QLatin1StringView toWire(ByeReason reason);
[[nodiscard]] QLatin1StringView toWire(Priority priority);
[[nodiscard]] std::optional<ErrorCode> errorCodeFromWire(QStringView name);
[[nodiscard]] std::optional<ByeReason> byeReasonFromWire(QStringView name);
[[nodiscard]] std::optional<Priority> priorityFromWire(QStringView name);

} // namespace jarchi::protocol

// SPDX-License-Identifier: MIT
#include "protocol/errors.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace jarchi::protocol {

namespace {

template <typename Value>
struct Name
{
    Value value;
    QLatin1StringView wire;
};

constexpr Name<ErrorCode> ErrorCodes[] = {
    {ErrorCode::BadJson, "bad_json"_L1},
    {ErrorCode::TooLong, "too_long"_L1},
    {ErrorCode::TooDeep, "too_deep"_L1},
    {ErrorCode::BadText, "bad_text"_L1},
    {ErrorCode::UnknownType, "unknown_type"_L1},
    {ErrorCode::BadField, "bad_field"_L1},
    {ErrorCode::NotLoggedIn, "not_logged_in"_L1},
    {ErrorCode::AlreadyLoggedIn, "already_logged_in"_L1},
    {ErrorCode::BadCredentials, "bad_credentials"_L1},
    {ErrorCode::Throttled, "throttled"_L1},
    {ErrorCode::ServerBusy, "server_busy"_L1},
    {ErrorCode::TooManyConnections, "too_many_connections"_L1},
    {ErrorCode::UnknownId, "unknown_id"_L1},
    {ErrorCode::UnknownCategory, "unknown_category"_L1},
    {ErrorCode::Internal, "internal"_L1},
};

constexpr Name<ByeReason> ByeReasons[] = {
    {ByeReason::Shutdown, "shutdown"_L1}, {ByeReason::Idle, "idle"_L1},         {ByeReason::Slow, "slow"_L1},
    {ByeReason::Limit, "limit"_L1},       {ByeReason::Protocol, "protocol"_L1}, {ByeReason::Replaced, "replaced"_L1},
};

constexpr Name<Priority> Priorities[] = {
    {Priority::Low, "low"_L1},
    {Priority::Normal, "normal"_L1},
    {Priority::High, "high"_L1},
};

template <typename Value, std::size_t Size>
QLatin1StringView wireOf(const Name<Value> (&names)[Size], Value value)
{
    const auto found =
        std::find_if(std::begin(names), std::end(names), [value](const auto &name) { return name.value == value; });
    Q_ASSERT(found != std::end(names));
    return found->wire;
}

template <typename Value, std::size_t Size>
std::optional<Value> valueOf(const Name<Value> (&names)[Size], QStringView wire)
{
    const auto found =
        std::find_if(std::begin(names), std::end(names), [wire](const auto &name) { return name.wire == wire; });
    return found == std::end(names) ? std::nullopt : std::optional(found->value);
}

} // namespace

QLatin1StringView toWire(ErrorCode code)
{
    return wireOf(ErrorCodes, code);
}

QLatin1StringView toWire(ByeReason reason)
{
    return wireOf(ByeReasons, reason);
}

QLatin1StringView toWire(Priority priority)
{
    return wireOf(Priorities, priority);
}

std::optional<ErrorCode> errorCodeFromWire(QStringView name)
{
    return valueOf(ErrorCodes, name);
}

std::optional<ByeReason> byeReasonFromWire(QStringView name)
{
    return valueOf(ByeReasons, name);
}

std::optional<Priority> priorityFromWire(QStringView name)
{
    return valueOf(Priorities, name);
}

} // namespace jarchi::protocol

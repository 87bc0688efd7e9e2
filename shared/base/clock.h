// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>

namespace jarchi {

/// The time of day and the time since some point, passed in so that tests decide what time it is.
/// Implementations are thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;

    /// The wall clock, in UTC.
    [[nodiscard]] virtual QDateTime now() const = 0;
    /// A clock that never jumps.
    [[nodiscard]] virtual std::chrono::milliseconds monotonic() const = 0;
};

/// The computer's own clocks.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;
};

/// UTC, ISO 8601, whole seconds, ending in `Z`: "2026-11-22T09:00:00Z". How every time is stored and sent.
[[nodiscard]] QString toTimestamp(const QDateTime &time);
/// The reverse of toTimestamp(); fractions of a second and an offset are accepted. Invalid when `text` is no time.
[[nodiscard]] QDateTime fromTimestamp(const QString &text);

} // namespace jarchi

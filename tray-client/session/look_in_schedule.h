// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"

#include <QDateTime>

#include <chrono>
#include <functional>
#include <optional>

namespace jarchi::session {

/// When the next short visit is due, for somebody who is not to be connected all the time: every so many minutes, each
/// time a little earlier or later, so that a thousand desks that were switched on together do not come together.
/// By the wall clock, which goes on while the computer sleeps. It has no timer; whoever owns it asks. Any one thread.
class LookInSchedule
{
public:
    /// A number in [0, 1), anew at each call.
    using Chance = std::function<double()>;

    /// A visit comes this part of the interval earlier or later.
    static constexpr double Jitter = 0.1;
    /// What was slept through is made up for within this time, but not by everybody as the office opens its lids.
    static constexpr std::chrono::seconds CatchUpWithin{30};
    /// A timer that is this late was not late: the computer slept, or its clock was set.
    static constexpr std::chrono::seconds Punctual{10};

    /// `clock` outlives this.
    LookInSchedule(const Clock &clock, Chance chance);

    /// Zero: never. The next visit is one interval away from now.
    void setInterval(std::chrono::minutes interval);
    /// A visit ended, whoever had wanted it: the next one is an interval away.
    void visitEnded();

    /// Until the next visit; zero when it is due, nothing when there is none. To be asked when a timer of that length
    /// is over, and again when the computer woke up.
    [[nodiscard]] std::optional<std::chrono::milliseconds> timeLeft();

private:
    void scheduleIn(std::chrono::milliseconds least, std::chrono::milliseconds most);
    void scheduleNext();

    const Clock &m_clock;
    Chance m_chance;
    std::chrono::minutes m_interval{0};
    QDateTime m_due;
};

} // namespace jarchi::session

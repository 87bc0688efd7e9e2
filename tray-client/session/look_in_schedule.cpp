// SPDX-License-Identifier: MIT
#include "session/look_in_schedule.h"

#include <algorithm>

namespace jarchi::session {

using namespace std::chrono;

namespace {

milliseconds part(milliseconds whole, double factor)
{
    return milliseconds(static_cast<qint64>(static_cast<double>(whole.count()) * factor));
}

} // namespace

LookInSchedule::LookInSchedule(const Clock &clock, Chance chance)
    : m_clock(clock)
    , m_chance(std::move(chance))
{
}

void LookInSchedule::setInterval(minutes interval)
{
    m_interval = std::max(interval, minutes::zero());
    scheduleNext();
}

void LookInSchedule::visitEnded()
{
    scheduleNext();
}

std::optional<milliseconds> LookInSchedule::timeLeft()
{
    if (m_interval == minutes::zero())
        return std::nullopt;
    const auto left = [this] { return milliseconds(m_clock.now().msecsTo(m_due)); };
    if (left() < -Punctual)
        scheduleIn(0ms, CatchUpWithin);
    else if (left() > part(m_interval, 1 + Jitter))
        scheduleNext(); // The clock was set back; nobody wants to wait until it has caught up.
    return std::max(left(), milliseconds::zero());
}

void LookInSchedule::scheduleNext()
{
    scheduleIn(part(m_interval, 1 - Jitter), part(m_interval, 1 + Jitter));
}

void LookInSchedule::scheduleIn(milliseconds least, milliseconds most)
{
    m_due = m_clock.now().addMSecs((least + part(most - least, m_chance())).count());
}

} // namespace jarchi::session

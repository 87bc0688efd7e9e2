// SPDX-License-Identifier: MIT
#include "client/alarm.h"

#include <algorithm>
#include <chrono>

namespace jarchi::client {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

/// A clock that is kept by others is corrected now and then, which matters to nobody.
constexpr std::chrono::minutes Correction{1};

} // namespace

Alarm::Alarm(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Alarm::look);
}

void Alarm::setTime(const QDateTime &time)
{
    m_time = time;
    m_seen = m_clock.now();
    m_timer.stop();
    if (m_time.isValid())
        m_timer.start(std::clamp<milliseconds>(milliseconds(m_clock.now().msecsTo(m_time)), 0ms, 1min));
}

void Alarm::look()
{
    if (!m_time.isValid())
        return;
    const QDateTime now = m_clock.now();
    if (now < m_time) {
        const bool isPutBack = now.secsTo(m_seen) > std::chrono::seconds(Correction).count();
        setTime(m_time);
        if (isPutBack)
            Q_EMIT putBack();
        return;
    }
    setTime({});
    Q_EMIT rang();
}

} // namespace jarchi::client

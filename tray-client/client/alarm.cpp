// SPDX-License-Identifier: MIT
#include "client/alarm.h"

#include <algorithm>
#include <chrono>

namespace jarchi::client {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

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
    m_timer.stop();
    if (m_time.isValid())
        m_timer.start(std::clamp<milliseconds>(milliseconds(m_clock.now().msecsTo(m_time)), 0ms, 1min));
}

void Alarm::look()
{
    if (!m_time.isValid())
        return;
    if (m_clock.now() < m_time)
        return setTime(m_time);
    setTime({});
    Q_EMIT rang();
}

} // namespace jarchi::client

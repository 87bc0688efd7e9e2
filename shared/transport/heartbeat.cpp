// SPDX-License-Identifier: MIT
#include "transport/heartbeat.h"

namespace jarchi::transport {

Heartbeat::Heartbeat(std::chrono::milliseconds silence, std::chrono::milliseconds grace, QObject *parent)
    : QObject(parent)
    , m_timer(this) // A child, so that it moves to another thread with this object.
    , m_silence(silence)
    , m_grace(grace)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Heartbeat::onTimeout);
}

void Heartbeat::start()
{
    m_heard = false;
    m_waiting = false;
    m_sinceHeard.start();
    m_timer.start(m_silence);
}

void Heartbeat::stop()
{
    m_timer.stop();
}

void Heartbeat::probe()
{
    if (!m_timer.isActive() || (m_waiting && !m_heard))
        return;
    m_heard = false;
    ask();
}

void Heartbeat::noteHeard()
{
    m_heard = true;
    m_sinceHeard.start();
}

void Heartbeat::onTimeout()
{
    if (m_heard) {
        m_heard = false;
        m_waiting = false;
        const auto left = m_silence - std::chrono::milliseconds(m_sinceHeard.elapsed());
        if (left.count() > 0) {
            m_timer.start(left);
            return;
        }
    }
    if (m_waiting) {
        Q_EMIT peerLost();
        return;
    }
    ask();
}

void Heartbeat::ask()
{
    m_waiting = true;
    m_timer.start(m_grace);
    Q_EMIT pingDue(++m_pings);
}

} // namespace jarchi::transport

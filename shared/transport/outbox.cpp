// SPDX-License-Identifier: MIT
#include "transport/outbox.h"

#include <utility>

namespace jarchi::transport {

Outbox::Outbox(Limits limits, std::function<void()> wake)
    : m_limits(limits)
    , m_wake(std::move(wake))
{
    Q_ASSERT(m_wake);
}

bool Outbox::put(QByteArray line)
{
    bool wasEmpty = false;
    {
        const std::lock_guard lock(m_mutex);
        wasEmpty = m_lines.empty();
        const bool fits = m_lines.size() < m_limits.lines && line.size() <= m_limits.bytes - m_bytes;
        if (m_closed || (!wasEmpty && !fits)) {
            m_refused = true;
            return false;
        }
        m_bytes += line.size();
        m_lines.push_back(std::move(line));
    }
    // Outside the lock, so that whoever is woken may look into the outbox at once.
    if (wasEmpty)
        m_wake();
    return true;
}

void Outbox::putLast(QByteArray line)
{
    bool wasEmpty = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed)
            return;
        wasEmpty = m_lines.empty();
        m_closed = true;
        m_bytes += line.size();
        m_lines.push_back(std::move(line));
    }
    if (wasEmpty)
        m_wake();
}

std::optional<QByteArray> Outbox::take()
{
    const std::lock_guard lock(m_mutex);
    if (m_lines.empty())
        return std::nullopt;
    QByteArray line = std::move(m_lines.front());
    m_lines.pop_front();
    m_bytes -= line.size();
    return line;
}

bool Outbox::takeRefusal()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_refused, false);
}

Outbox::Load Outbox::load() const
{
    const std::lock_guard lock(m_mutex);
    return Load{m_lines.size(), m_bytes};
}

} // namespace jarchi::transport

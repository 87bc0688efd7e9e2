// SPDX-License-Identifier: MIT
#include "session/reconnect_policy.h"

#include <QRandomGenerator>

#include <algorithm>

namespace jarchi::session {

using namespace std::chrono;

ReconnectPolicy::ReconnectPolicy()
    : ReconnectPolicy(Bounds{}, [] { return QRandomGenerator::global()->generateDouble(); })
{
}

ReconnectPolicy::ReconnectPolicy(Bounds bounds, Chance chance)
    : m_bounds(bounds)
    , m_chance(std::move(chance))
    , m_ceiling(bounds.least)
{
    Q_ASSERT(bounds.least > 0ms && bounds.least <= bounds.most);
}

milliseconds ReconnectPolicy::next(const std::optional<protocol::RetryWindow> &window)
{
    m_ceiling = std::min(m_ceiling * 2, m_bounds.most);
    if (!window)
        return between(m_bounds.least, m_ceiling);
    // Not at once, whatever it says: a server that throws everybody out again would be stormed.
    const milliseconds from = std::max<milliseconds>(std::clamp(window->from, 0s, LongestWindow), m_bounds.least);
    const milliseconds to = std::max<milliseconds>(std::clamp(window->to, 0s, LongestWindow), from);
    return between(from, to);
}

void ReconnectPolicy::reset()
{
    m_ceiling = m_bounds.least;
}

milliseconds ReconnectPolicy::between(milliseconds from, milliseconds to) const
{
    return from + milliseconds(static_cast<qint64>(m_chance() * static_cast<double>((to - from).count())));
}

} // namespace jarchi::session

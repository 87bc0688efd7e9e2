// SPDX-License-Identifier: MIT
#include "delivery/session_registry.h"

namespace jarchi::delivery {

Session &SessionRegistry::add(std::unique_ptr<Session> session)
{
    Session &added = *session;
    m_ofAccount[added.account()].append(added.id());
    m_sessions.insert_or_assign(added.id(), std::move(session));
    return added;
}

void SessionRegistry::remove(SessionId id)
{
    const auto found = m_sessions.find(id);
    if (found == m_sessions.end()) {
        return;
    }
    const auto account = found->second->account();
    auto &siblings = m_ofAccount[account];
    siblings.removeOne(id);
    if (siblings.isEmpty()) {
        m_ofAccount.remove(account);
    }
    m_sessions.erase(found);
}

void SessionRegistry::clear()
{
    m_ofAccount.clear();
    m_sessions.clear();
}

Session *SessionRegistry::find(SessionId id) const
{
    const auto found = m_sessions.find(id);
    return found == m_sessions.end() ? nullptr : found->second.get();
}

QList<SessionId> SessionRegistry::ofAccount(people::AccountId account) const
{
    return m_ofAccount.value(account);
}

} // namespace jarchi::delivery

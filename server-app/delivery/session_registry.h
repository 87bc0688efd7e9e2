// SPDX-License-Identifier: MIT
#pragma once

#include "delivery/session.h"

#include <QHash>
#include <QList>

#include <memory>
#include <optional>
#include <unordered_map>

namespace jarchi::delivery {

/// The sessions there are, by their own id and by account. Engine's thread.
class SessionRegistry
{
public:
    Session &add(std::unique_ptr<Session> session);
    void remove(SessionId id);
    void clear();
    /// Null when there is none (any more).
    [[nodiscard]] Session *find(SessionId id) const;
    /// The account's sessions, the oldest first.
    [[nodiscard]] QList<SessionId> ofAccount(people::AccountId account) const;
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_sessions.size()); }

    template <typename Visit>
    void forEach(Visit visit) const
    {
        for (const auto &[id, session] : m_sessions) {
            visit(*session);
        }
    }

private:
    std::unordered_map<SessionId, std::unique_ptr<Session>> m_sessions;
    QHash<people::AccountId, QList<SessionId>> m_ofAccount;
};

} // namespace jarchi::delivery

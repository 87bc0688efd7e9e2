// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "people/account.h"

#include <QByteArray>
#include <QList>

namespace jarchi::database {
class Statements;
}

namespace jarchi::store {

/// Who is logged in at this process, and on the strength of which password: the temporary table `session`, which no
/// other connection sees. A session is named by the number that the server gave its connection. Store's thread.
class SessionRepository
{
public:
    explicit SessionRepository(database::Statements &statements);

    /// False when the account is gone, or its password is no longer the one with this hash (empty: none): then there is
    /// no session.
    [[nodiscard]] Result<bool> begin(quint64 session, people::AccountId account, const QByteArray &passwordHash);
    [[nodiscard]] Result<void> end(quint64 session);
    [[nodiscard]] Result<void> endAll();
    /// Ends the sessions whose account was removed or has got another password since, and says which they were.
    [[nodiscard]] Result<QList<quint64>> endRevoked();

private:
    database::Statements &m_statements;
};

} // namespace jarchi::store

// SPDX-License-Identifier: MIT
#include "store/session_repository.h"

#include "database/statement.h"

namespace jarchi::store {

using namespace Qt::StringLiterals;

namespace {

QVariant numberOf(quint64 session)
{
    return static_cast<qint64>(session); // An unsigned number would be bound as text.
}

} // namespace

SessionRepository::SessionRepository(database::Statements &statements)
    : m_statements(statements)
{
}

Result<bool> SessionRepository::begin(quint64 session, people::AccountId account, const QByteArray &passwordHash)
{
    return m_statements
        .change(u"session_begin"_s, {{u":session"_s, numberOf(session)},
                                     {u":account"_s, account},
                                     {u":password_hash"_s, QString::fromLatin1(passwordHash)}})
        .map([](qint64 inserted) { return inserted > 0; });
}

Result<void> SessionRepository::end(quint64 session)
{
    return m_statements.execute(u"session_end"_s, {{u":session"_s, numberOf(session)}});
}

Result<void> SessionRepository::endAll()
{
    return m_statements.execute(u"session_end_all"_s);
}

Result<QList<quint64>> SessionRepository::endRevoked()
{
    QList<quint64> revoked;
    return m_statements
        .each(u"session_end_revoked"_s, {},
              [&revoked](const QSqlQuery &row) { revoked.append(row.value(0).toULongLong()); })
        .map([&revoked] { return revoked; });
}

} // namespace jarchi::store

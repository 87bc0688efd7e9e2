// SPDX-License-Identifier: MIT
#include "store/visited_repository.h"

#include "database/statement.h"

namespace jarchi::store {

using namespace Qt::StringLiterals;

VisitedRepository::VisitedRepository(database::Statements &statements, const Clock &clock)
    : m_statements(statements)
    , m_clock(clock)
{
}

Result<void> VisitedRepository::record(people::AccountId account, const QList<protocol::NotificationId> &notifications)
{
    const QString now = toTimestamp(m_clock.now());
    for (const protocol::NotificationId notification : notifications) {
        Result<void> inserted = m_statements.execute(
            u"visited_insert"_s, {{u":account"_s, account}, {u":notification"_s, notification}, {u":now"_s, now}});
        if (!inserted) {
            return inserted;
        }
    }
    return {};
}

} // namespace jarchi::store

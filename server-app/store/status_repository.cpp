// SPDX-License-Identifier: MIT
#include "store/status_repository.h"

#include "database/statement.h"

namespace jarchi::store {

using namespace Qt::StringLiterals;

namespace {
const auto LastPoll = "last_poll"_L1;
}

StatusRepository::StatusRepository(database::Statements &statements, const Clock &clock)
    : m_statements(statements)
    , m_clock(clock)
{
}

Result<Status> StatusRepository::read()
{
    Status status;
    const Result<void> counted = m_statements.each(u"status"_s, {}, [&status](const QSqlQuery &row) {
        status.accounts = row.value(0).toLongLong();
        status.categories = row.value(1).toLongLong();
        status.products = row.value(2).toLongLong();
        status.setAside = row.value(4).toLongLong();
        status.notifications = row.value(3).toLongLong() - status.setAside;
    });
    const Result<QVariant> unvisited = m_statements.value(u"status_unvisited"_s);
    const Result<QVariant> lastPoll = m_statements.value(u"meta_get"_s, {{u":key"_s, QString(LastPoll)}});
    if (!counted) {
        return tl::unexpected(counted.error());
    }
    if (!unvisited || !lastPoll) {
        return tl::unexpected(unvisited ? lastPoll.error() : unvisited.error());
    }
    status.unvisited = unvisited->toLongLong();
    status.lastPoll = fromTimestamp(lastPoll->toString());
    return status;
}

Result<Present> StatusRepository::present()
{
    Present present;
    return m_statements
        .each(u"status_present"_s, {},
              [&present](const QSqlQuery &row) {
                  present = {row.value(0).toBool(), row.value(1).toBool()};
              })
        .map([&present] { return present; });
}

Result<void> StatusRepository::notePoll()
{
    return m_statements.execute(u"meta_set"_s,
                                {{u":key"_s, QString(LastPoll)}, {u":value"_s, toTimestamp(m_clock.now())}});
}

} // namespace jarchi::store

// SPDX-License-Identifier: MIT
#include "store/interest_preview.h"

#include "base/folding.h"
#include "database/connection.h"
#include "database/statement.h"
#include "store/category_repository.h"
#include "store/notification_row.h"
#include "store/wanted_rule.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlQuery>

#include <algorithm>

namespace jarchi::store {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    JARCHI_DECLARE_SENTENCES(Store)
};

/// A clock that goes wrong dates things into the future, and they have come all the same.
constexpr auto EndOfTime = "9999-12-31T23:59:59Z"_L1;

} // namespace

InterestPreview::InterestPreview(const database::Connection &connection, database::Statements &statements,
                                 CategoryRepository &categories, const Clock &clock)
    : m_connection(connection)
    , m_statements(statements)
    , m_categories(categories)
    , m_clock(clock)
{
}

Result<protocol::Preview> InterestPreview::of(const QList<people::Interest> &interests, int days, int limit)
{
    return rulesOf(interests)
        .and_then([&](const QString &rules) {
            const qsizetype together = AskedTogether / std::max<qsizetype>(interests.size(), 5);
            return lookBack(rules, together, days, limit);
        })
        .and_then([&](const Found &found) { return read(found, interests); });
}

/// As preview.sql takes them: what the table `interest` would hold, in the order asked for.
Result<QString> InterestPreview::rulesOf(const QList<people::Interest> &interests)
{
    QJsonArray rules;
    for (const people::Interest &interest : interests) {
        const Result<std::optional<CategoryId>> category = m_categories.find(interest.category);
        if (!category) {
            return tl::unexpected(category.error());
        }
        if (!*category) {
            return failure(Error::Kind::NotFound,
                           Words::tr("There is no category “%1”: choose one that exists, or add it first.")
                               .arg(interest.category));
        }
        const auto &limit = interest.limit;
        rules.append(QJsonArray{**category, folded(interest.keyword),
                                limit ? QJsonValue(limit->minor) : QJsonValue(QJsonValue::Null),
                                limit ? limit->currency : u""_s});
    }
    return QString::fromUtf8(QJsonDocument(rules).toJson(QJsonDocument::Compact));
}

Result<InterestPreview::Found> InterestPreview::lookBack(const QString &rules, qsizetype together, int days, int limit)
{
    const Result<QString> statement = aroundRule(m_connection, u"preview"_s);
    if (!statement) {
        return tl::unexpected(statement.error());
    }
    QSqlQuery query(m_connection.handle());
    query.setForwardOnly(true);
    if (!query.prepare(*statement)) {
        return tl::unexpected(database::toError(query.lastError(), m_connection.path()));
    }
    query.bindValue(u":interests"_s, rules);
    query.bindValue(u":limit"_s, limit);
    const QDateTime now = fromTimestamp(toTimestamp(m_clock.now()));
    const auto deadline = m_clock.monotonic() + MostTime;
    Found found{now, 0, {}};
    bool hasTime = true;
    for (int day = 0; day < days && hasTime; ++day) {
        const QDateTime since = now.addDays(-day - 1);
        const QString before = day == 0 ? QString(EndOfTime) : toTimestamp(found.since);
        const Result<bool> looked = lookAtDay(query, {rules, toTimestamp(since), before, together, deadline}, found);
        if (!looked) {
            return tl::unexpected(looked.error());
        }
        if (*looked) {
            found.since = since;
        }
        hasTime = *looked && m_clock.monotonic() < deadline;
    }
    // Ids rise as things are announced, which is not always when they were made.
    std::sort(found.newest.begin(), found.newest.end(),
              [](const Match &one, const Match &other) { return one.notification > other.notification; });
    found.newest.resize(std::min(found.newest.size(), static_cast<std::size_t>(limit)));
    return found;
}

Result<bool> InterestPreview::lookAtDay(QSqlQuery &asked, const Day &day, Found &found)
{
    const Result<database::Rows> made = m_statements.run(
        u"preview_made"_s, {{u":interests"_s, day.rules}, {u":since"_s, day.since}, {u":before"_s, day.before}});
    if (!made) {
        return tl::unexpected(made.error());
    }
    while (true) {
        QStringList ids;
        QString last;
        while (ids.size() < day.together && (*made)->next()) {
            ids.append((*made)->value(0).toString());
            last = (*made)->value(1).toString();
        }
        if (const QSqlError error = (*made)->lastError(); error.isValid()) {
            return tl::unexpected(database::toError(error, m_connection.path()));
        }
        if (const Result<void> done = ask(asked, ids, found); !done) {
            return tl::unexpected(done.error());
        }
        if (ids.size() < day.together) {
            return true;
        }
        if (m_clock.monotonic() >= day.deadline) {
            // Another program may have written no time at all: then it is as if nothing of it had been looked at.
            const QDateTime reached = fromTimestamp(last);
            found.since = reached.isValid() ? std::min(found.since, reached) : found.since;
            return false;
        }
    }
}

Result<void> InterestPreview::ask(QSqlQuery &asked, const QStringList &ids, Found &found) const
{
    if (ids.isEmpty()) {
        return {};
    }
    qint64 total = 0;
    asked.bindValue(u":ids"_s, u"[%1]"_s.arg(ids.join(u',')));
    if (asked.exec()) {
        while (asked.next()) {
            found.newest.push_back({asked.value(0).toLongLong(), asked.value(1).toLongLong()});
            total = asked.value(2).toLongLong();
        }
    }
    const QSqlError error = asked.lastError();
    asked.finish();
    if (error.isValid()) {
        return tl::unexpected(database::toError(error, m_connection.path()));
    }
    found.total += total;
    return {};
}

Result<protocol::Preview> InterestPreview::read(const Found &found, const QList<people::Interest> &interests)
{
    protocol::Preview preview{found.total, found.since, {}};
    for (const Match &match : found.newest) {
        Result<NotificationRow> row = readNotification(m_statements, match.notification);
        if (!row && row.error().kind == Error::Kind::NotFound) {
            continue; // Another program deleted it since.
        }
        if (!row) {
            return tl::unexpected(row.error());
        }
        if (row->fault.isEmpty()) {
            auto &notification = row->notification;
            notification.interest = people::toWire(interests.at(match.interest));
            notification.interest->category = notification.category; // As it is stored.
            preview.items.append(std::move(notification));
        }
    }
    return preview;
}

} // namespace jarchi::store

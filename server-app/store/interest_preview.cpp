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
    Q_DECLARE_TR_FUNCTIONS(Store)
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
        .and_then([&](const QString &rules) { return lookBack(rules, days, limit); })
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

Result<InterestPreview::Found> InterestPreview::lookBack(const QString &rules, int days, int limit) const
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
    for (int day = 0; day < days && (day == 0 || m_clock.monotonic() < deadline); ++day) {
        query.bindValue(u":before"_s, day == 0 ? QString(EndOfTime) : toTimestamp(found.since));
        found.since = now.addDays(-day - 1);
        query.bindValue(u":since"_s, toTimestamp(found.since));
        if (const Result<void> looked = look(query, found); !looked) {
            return tl::unexpected(looked.error());
        }
    }
    // Ids rise as things are announced, which is not always when they were made.
    std::sort(found.newest.begin(), found.newest.end(),
              [](const Match &one, const Match &other) { return one.notification > other.notification; });
    found.newest.resize(std::min(found.newest.size(), static_cast<std::size_t>(limit)));
    return found;
}

/// Adds what one day has.
Result<void> InterestPreview::look(QSqlQuery &query, Found &found) const
{
    qint64 total = 0;
    if (query.exec()) {
        while (query.next()) {
            found.newest.push_back({query.value(0).toLongLong(), query.value(1).toLongLong()});
            total = query.value(2).toLongLong();
        }
    }
    const QSqlError error = query.lastError();
    query.finish();
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

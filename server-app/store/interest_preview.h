// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "people/account.h"

#include <QList>

#include <chrono>
#include <vector>

class QSqlQuery;

namespace jarchi::database {
class Connection;
class Statements;
} // namespace jarchi::database

namespace jarchi::store {

class CategoryRepository;

/// What interests would have brought that nobody has stored. By the very rule of the view `wanted`, whose text it reads
/// from the database; reads only. Store's thread, or that of any connection of its own.
class InterestPreview
{
public:
    /// After this long it looks back no further. A hundred thousand notifications take a fifth of it; hundreds of
    /// keywords in one large category take more.
    static constexpr std::chrono::milliseconds MostTime{1000};

    InterestPreview(const database::Connection &connection, database::Statements &statements,
                    CategoryRepository &categories, const Clock &clock);

    /// What was made in the last `days`, day by day from now back, or in fewer of them when MostTime is over; `since`
    /// says which. `interests` are validated. NotFound when there is no such category.
    [[nodiscard]] Result<protocol::Preview> of(const QList<people::Interest> &interests, int days, int limit);

private:
    struct Match
    {
        protocol::NotificationId notification = 0;
        qsizetype interest = 0; ///< Its place among those asked for.
    };
    struct Found
    {
        QDateTime since;
        qint64 total = 0;
        std::vector<Match> newest;
    };

    [[nodiscard]] Result<QString> rulesOf(const QList<people::Interest> &interests);
    [[nodiscard]] Result<Found> lookBack(const QString &rules, int days, int limit) const;
    [[nodiscard]] Result<void> look(QSqlQuery &query, Found &found) const;
    [[nodiscard]] Result<protocol::Preview> read(const Found &found, const QList<people::Interest> &interests);

    const database::Connection &m_connection;
    database::Statements &m_statements;
    CategoryRepository &m_categories;
    const Clock &m_clock;
};

} // namespace jarchi::store

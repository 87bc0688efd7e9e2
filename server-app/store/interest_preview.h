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
    /// After this long it looks back no further, were it in the middle of a day, since others wait for the connection.
    /// On a busy machine it is enough for fifty thousand notifications, or for some thousand with hundreds of
    /// keywords in their category.
    static constexpr std::chrono::milliseconds MostTime{500};
    /// How many notifications, times the interests that each is held against, it looks at between two looks at the
    /// clock: some ten milliseconds' worth.
    static constexpr qsizetype AskedTogether = 20'000;

    InterestPreview(const database::Connection &connection, database::Statements &statements,
                    CategoryRepository &categories, const Clock &clock);

    /// What was made in the last `days`, from now back, or in less when MostTime is over; `since` says in what, and of
    /// that very second something may be left. `interests` are validated. NotFound when there is no such category.
    [[nodiscard]] Result<protocol::Preview> of(const QList<people::Interest> &interests, int days, int limit);

private:
    struct Match
    {
        protocol::NotificationId notification = 0;
        qsizetype interest = 0; ///< Its place among those asked for.
    };
    struct Day
    {
        QString rules; ///< As preview.sql takes them.
        QString since;
        QString before;
        qsizetype together = 0; ///< So many notifications are asked for at once.
        std::chrono::milliseconds deadline{0};
    };
    struct Found
    {
        QDateTime since; ///< All of them from then on, as long as the time was not over.
        qint64 total = 0;
        std::vector<Match> newest;
    };

    [[nodiscard]] Result<QString> rulesOf(const QList<people::Interest> &interests);
    [[nodiscard]] Result<Found> lookBack(const QString &rules, qsizetype together, int days, int limit);
    /// Adds what was made from `since` until where the last look ended; false when the time was over before.
    [[nodiscard]] Result<bool> lookAtDay(QSqlQuery &asked, const Day &day, Found &found);
    [[nodiscard]] Result<void> ask(QSqlQuery &asked, const QStringList &ids, Found &found) const;
    [[nodiscard]] Result<protocol::Preview> read(const Found &found, const QList<people::Interest> &interests);

    const database::Connection &m_connection;
    database::Statements &m_statements;
    CategoryRepository &m_categories;
    const Clock &m_clock;
};

} // namespace jarchi::store

// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "catalog/product.h"
#include "people/account.h"
#include "protocol/messages.h"

#include <QVariant>

#include <initializer_list>
#include <optional>
#include <utility>
#include <vector>

namespace jarchi::database {
class Statements;
}

namespace jarchi::store {

class CategoryRepository;

/// Somebody who wants a notification, and the rule that matched (none for an announcement to everyone).
struct Recipient
{
    people::AccountId account = 0;
    std::optional<protocol::Interest> interest;
};

/// How far a notification has come.
struct Delivery
{
    qint64 delivered = 0; ///< Accounts that visited it.
    qint64 total = 0;     ///< And those that still want it.
};

/// What an account lacks, in rising order of ids.
struct LackingPage
{
    std::vector<protocol::Notification> notifications;
    /// Everything this account lacks up to here is in this page or was in an earlier one.
    protocol::NotificationId upTo = 0;
};

/// The table `notification` and the matching rule (the view `wanted`). Store's thread.
///
/// Rows are input: another program may have written them. A row that breaks the rules (too long, not UTF-8, NUL, a
/// link that is none, a category that does not exist) is set aside with its reason when it is first read, and is
/// invisible from then on.
class NotificationRepository
{
public:
    NotificationRepository(database::Statements &statements, CategoryRepository &categories, const Clock &clock);

    /// `announcement` was validated. NotFound when its category does not exist.
    [[nodiscard]] Result<protocol::NotificationId> announce(const catalog::Announcement &announcement);

    /// Whether other programs inserted rows that have not been looked at. Costs nothing when there are none.
    [[nodiscard]] Result<bool> hasUnadmitted();
    /// Makes such rows matchable: checked and folded, or set aside. At most `limit`, lowest ids first; returns how
    /// many.
    [[nodiscard]] Result<int> admit(int limit = 256);

    /// Every row up to this id has been admitted or set aside; the newest one if all have. 0: there is none.
    [[nodiscard]] Result<protocol::NotificationId> admittedUpTo();
    /// The newest id there is, 0 for none.
    [[nodiscard]] Result<protocol::NotificationId> newestId();

    struct Batch
    {
        std::vector<protocol::Notification> notifications; ///< Rising, without `interest`.
        /// Admitted rows that turn out to break the rules, with the reason: the caller sets them aside.
        std::vector<std::pair<protocol::NotificationId, QString>> faulty;
        protocol::NotificationId last = 0; ///< The highest id looked at; `after` when there was none.
    };
    /// Admitted notifications with `after` < id <= `upTo`, at most `limit`.
    [[nodiscard]] Result<Batch> between(protocol::NotificationId after, protocol::NotificationId upTo, int limit);
    [[nodiscard]] Result<void> setAside(protocol::NotificationId notification, const QString &reason);

    /// The accounts in the temporary table `online` that want this notification and have not visited it. The matching
    /// rule, asked from one side.
    [[nodiscard]] Result<std::vector<Recipient>> recipients(protocol::NotificationId notification);
    /// Of all accounts, online or not. Nothing of nothing for an id that does not exist.
    [[nodiscard]] Result<Delivery> delivery(protocol::NotificationId notification);
    /// Adds an account to, or takes it out of, the temporary table of who is online.
    [[nodiscard]] Result<void> setOnline(people::AccountId account, bool online);

    /// What `account` wants and has not visited with `after` < id <= `upTo`, at most `limit`, rising, each once. The
    /// same rule, asked from the other side. Costs what is found, not what there is: looks through growing windows
    /// of ids, so that a page never sorts a whole backlog. Rows that break the rules are left out.
    [[nodiscard]] Result<LackingPage> lacking(people::AccountId account, protocol::NotificationId after,
                                              protocol::NotificationId upTo, int limit);
    /// How many lacking() would find in all, from the account's floor.
    [[nodiscard]] Result<qint64> countLacking(people::AccountId account, protocol::NotificationId upTo);
    /// At and below its floor an account lacks nothing.
    [[nodiscard]] Result<protocol::NotificationId> floor(people::AccountId account);
    [[nodiscard]] Result<void> raiseFloor(people::AccountId account, protocol::NotificationId floor);

    /// What was ever this account's: visited, or wanted now. Newest first, ids below `before` if given.
    [[nodiscard]] Result<protocol::HistoryPage> history(people::AccountId account,
                                                        std::optional<protocol::NotificationId> before, int limit);

private:
    /// A notification that concerns an account, and why.
    struct Match
    {
        protocol::NotificationId notification = 0;
        std::optional<protocol::Interest> interest;
        QDateTime visitedAt; ///< Invalid: not yet.
    };

    [[nodiscard]] Result<void> admitOne(protocol::NotificationId id);
    [[nodiscard]] Result<std::vector<protocol::NotificationId>>
    readIds(const QString &statement, std::initializer_list<std::pair<QString, QVariant>> bindings);
    // These append to `matches`.
    [[nodiscard]] Result<void> readMatches(const QString &statement, people::AccountId account,
                                           protocol::NotificationId after, protocol::NotificationId upTo,
                                           std::size_t limit, std::vector<Match> &matches);
    [[nodiscard]] Result<void> readVisited(people::AccountId account, protocol::NotificationId before,
                                           std::size_t limit, std::vector<Match> &matches);
    [[nodiscard]] Result<void> readNewestLacking(people::AccountId account, protocol::NotificationId before,
                                                 std::size_t limit, std::vector<Match> &matches);
    [[nodiscard]] Result<std::vector<protocol::Notification>> readAll(const std::vector<Match> &matches);

    database::Statements &m_statements;
    CategoryRepository &m_categories;
    const Clock &m_clock;
};

} // namespace jarchi::store

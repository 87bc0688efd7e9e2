// SPDX-License-Identifier: MIT
// The part of NotificationRepository that answers one account: what it lacks, and what was ever its.
#include "database/statement.h"
#include "store/interest_row.h"
#include "store/notification_repository.h"
#include "store/notification_row.h"

#include <algorithm>
#include <limits>

namespace jarchi::store {

using namespace Qt::StringLiterals;

namespace {

// A page that asked for everything behind a cursor at once would sort the whole backlog to find its first 64. So it
// looks through ranges of ids: the first is found in a millisecond, and each one without enough in it is followed by a
// larger.
constexpr qint64 FirstWindow = 1024;
constexpr qint64 WindowGrowth = 4;

std::optional<protocol::Interest> wireInterest(const QSqlQuery &row, int first)
{
    const auto interest = readInterest(row, first);
    return interest ? std::optional(people::toWire(*interest)) : std::nullopt;
}

} // namespace

Result<LackingPage> NotificationRepository::lacking(people::AccountId account, protocol::NotificationId after,
                                                    protocol::NotificationId upTo, int limit)
{
    const Result<protocol::NotificationId> itsFloor = floor(account);
    if (!itsFloor) {
        return tl::unexpected(itsFloor.error());
    }
    std::vector<Match> matches;
    const auto wanted = [limit, &matches] { return static_cast<std::size_t>(limit) - matches.size(); };
    protocol::NotificationId low = std::max(after, *itsFloor);
    for (qint64 width = FirstWindow; low < upTo && wanted() > 0; width *= WindowGrowth) {
        const protocol::NotificationId high = upTo - low > width ? low + width : upTo;
        if (const auto found = readMatches(u"wanted_by_account"_s, account, low, high, wanted(), matches); !found) {
            return tl::unexpected(found.error());
        }
        low = high;
    }
    const bool isFull = wanted() == 0;
    LackingPage page;
    page.upTo = isFull && !matches.empty() ? matches.back().notification : std::max(after, upTo);
    return readAll(matches).map([&page](std::vector<protocol::Notification> notifications) {
        page.notifications = std::move(notifications);
        return std::move(page);
    });
}

Result<qint64> NotificationRepository::countLacking(people::AccountId account, protocol::NotificationId upTo)
{
    return floor(account)
        .and_then([&](protocol::NotificationId itsFloor) {
            return m_statements.value(u"wanted_count"_s,
                                      {{u":account"_s, account}, {u":after"_s, itsFloor}, {u":up_to"_s, upTo}});
        })
        .map([](const QVariant &count) { return count.toLongLong(); });
}

Result<protocol::HistoryPage> NotificationRepository::history(people::AccountId account,
                                                              std::optional<protocol::NotificationId> before, int limit)
{
    // One more of each than is asked for tells whether there are more.
    const auto enough = static_cast<std::size_t>(limit) + 1;
    const protocol::NotificationId end = before.value_or(std::numeric_limits<qint64>::max());
    std::vector<Match> matches;
    const Result<void> read = readVisited(account, end, enough, matches).and_then([&] {
        return readNewestLacking(account, end, enough, matches);
    });
    if (!read) {
        return tl::unexpected(read.error());
    }
    std::sort(matches.begin(), matches.end(),
              [](const Match &one, const Match &other) { return one.notification > other.notification; });
    protocol::HistoryPage page;
    page.more = matches.size() >= enough;
    matches.resize(std::min(matches.size(), enough - 1));
    return readAll(matches).map([&page](const std::vector<protocol::Notification> &notifications) {
        page.items = QList<protocol::Notification>(notifications.begin(), notifications.end());
        return std::move(page);
    });
}

Result<void> NotificationRepository::readVisited(people::AccountId account, protocol::NotificationId before,
                                                 std::size_t limit, std::vector<Match> &matches)
{
    return m_statements.each(
        u"visited_newest"_s,
        {{u":account"_s, account}, {u":before"_s, before}, {u":limit"_s, static_cast<qint64>(limit)}},
        [&matches](const QSqlQuery &row) {
            matches.push_back({row.value(0).toLongLong(), std::nullopt, fromTimestamp(row.value(1).toString())});
        });
}

Result<void> NotificationRepository::readNewestLacking(people::AccountId account, protocol::NotificationId before,
                                                       std::size_t limit, std::vector<Match> &matches)
{
    const Result<protocol::NotificationId> itsFloor = floor(account);
    const Result<protocol::NotificationId> newest = newestId();
    if (!itsFloor || !newest) {
        return tl::unexpected(itsFloor ? newest.error() : itsFloor.error());
    }
    const std::size_t target = matches.size() + limit;
    protocol::NotificationId high = std::min(before - 1, *newest);
    for (qint64 width = FirstWindow; high > *itsFloor && matches.size() < target; width *= WindowGrowth) {
        const protocol::NotificationId low = high - *itsFloor > width ? high - width : *itsFloor;
        Result<void> found =
            readMatches(u"wanted_by_account_newest"_s, account, low, high, target - matches.size(), matches);
        if (!found) {
            return found;
        }
        high = low;
    }
    return {};
}

Result<void> NotificationRepository::readMatches(const QString &statement, people::AccountId account,
                                                 protocol::NotificationId after, protocol::NotificationId upTo,
                                                 std::size_t limit, std::vector<Match> &matches)
{
    return m_statements.each(statement,
                             {{u":account"_s, account},
                              {u":after"_s, after},
                              {u":up_to"_s, upTo},
                              {u":limit"_s, static_cast<qint64>(limit)}},
                             [&matches](const QSqlQuery &row) {
                                 matches.push_back({row.value(0).toLongLong(), wireInterest(row, 1), {}});
                             });
}

/// In the order of `matches`, without those that break the rules.
Result<std::vector<protocol::Notification>> NotificationRepository::readAll(const std::vector<Match> &matches)
{
    std::vector<protocol::Notification> notifications;
    for (const Match &match : matches) {
        Result<NotificationRow> row = readNotification(m_statements, match.notification);
        if (!row) {
            return tl::unexpected(row.error());
        }
        if (row->fault.isEmpty()) {
            row->notification.interest = match.interest;
            row->notification.visitedAt = match.visitedAt;
            notifications.push_back(std::move(row->notification));
        }
    }
    return notifications;
}

} // namespace jarchi::store

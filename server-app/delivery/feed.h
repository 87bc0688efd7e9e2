// SPDX-License-Identifier: MIT
#pragma once

#include "people/account.h"
#include "protocol/messages.h"
#include "store/notification_repository.h"

#include <QHash>

#include <memory>
#include <vector>

namespace jarchi::store {
class Store;
}

namespace jarchi::delivery {

/// A notification and those online who want it.
struct Publication
{
    protocol::Notification notification; ///< Without `interest`: that is each recipient's own.
    std::vector<store::Recipient> recipients;
};
/// Shared between threads, so never changed.
using Publications = std::shared_ptr<const std::vector<Publication>>;

/// The next part of what a session lacks.
struct CatchUpPage
{
    std::vector<protocol::Notification> notifications; ///< Rising ids, each with its `interest`.
    protocol::NotificationId upTo = 0; ///< The session has had everything up to here when it has had this page.
    bool live = false; ///< There is nothing more: from `upTo` on, the account's publications are this session's.
};

/// How far the database has been read, and who hears at once of what comes after. Lives in the store's thread.
///
/// Catch-up and live cannot miss each other, because both are decided here, in one thread: a page that says "live"
/// found everything there was at that moment, everything later is published by poll(), and what poll() publishes of
/// what the page had already, the session knows by its id.
class Feed
{
public:
    /// Rows read at a time: other work of the store's thread comes in between.
    static constexpr int BatchRows = 256;
    /// A batch also ends with the notification that makes it so many deliveries: they are held in memory at once.
    static constexpr std::size_t BatchRecipients = 20'000;

    /// Takes everything there is as old. Rows that other programs wrote meanwhile are admitted.
    [[nodiscard]] Result<void> start(store::Store &store);

    struct Poll
    {
        Publications publications;
        bool more = false; ///< The batch was full: poll again.
    };
    /// Reads what is new since the last call.
    [[nodiscard]] Result<Poll> poll(store::Store &store);

    /// What `account` lacks after `after`, at most `limit`. If that is all, the account is online from then on, once
    /// more for each page that says so, until as many calls of leave(). `after` 0 begins at the account's floor.
    [[nodiscard]] Result<CatchUpPage> page(store::Store &store, people::AccountId account,
                                           protocol::NotificationId after, int limit);
    /// How many notifications page() would find from the floor on.
    [[nodiscard]] Result<qint64> countLacking(store::Store &store, people::AccountId account) const;
    /// To be called in the transaction that recorded so many acknowledgements. Raises the account's floor now and then,
    /// so that a session of months leaves no more to look through at the next login than one of minutes.
    [[nodiscard]] Result<void> acknowledged(store::Store &store, people::AccountId account, qsizetype count);
    /// One session of the account is no longer live.
    [[nodiscard]] Result<void> leave(store::Store &store, people::AccountId account);

    [[nodiscard]] protocol::NotificationId cursor() const { return m_cursor; }

private:
    /// Raising the floor is a write: not for less than this many ids.
    static constexpr protocol::NotificationId FloorStep = 256;

    /// One batch of them. Whether more are waiting.
    [[nodiscard]] Result<bool> admitForeignRows(store::Store &store);
    /// What is committed and looked at, up to which id.
    [[nodiscard]] Result<protocol::NotificationId> reach(store::Store &store) const;
    [[nodiscard]] Result<void> raiseFloor(store::Store &store, people::AccountId account,
                                          const store::LackingPage &firstPage);

    protocol::NotificationId m_cursor = 0;
    QHash<people::AccountId, int> m_liveSessions;
    QHash<people::AccountId, qsizetype> m_acknowledged; ///< Since acknowledged() last raised the floor.
};

} // namespace jarchi::delivery

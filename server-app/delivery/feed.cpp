// SPDX-License-Identifier: MIT
#include "delivery/feed.h"

#include "delivery/logging.h"
#include "store/store.h"

#include <algorithm>

namespace jarchi::delivery {

namespace {

/// Up to here the account lacks nothing, if `page` is the first of what it lacks.
protocol::NotificationId floorBelow(const store::LackingPage &page)
{
    return page.notifications.empty() ? page.upTo : page.notifications.front().id - 1;
}

} // namespace

Result<bool> Feed::admitForeignRows(store::Store &store)
{
    auto &notifications = store.notifications();
    return notifications.hasUnadmitted().and_then([&](bool waiting) -> Result<bool> {
        if (!waiting) {
            return false;
        }
        const auto admitted = store.write([&]() -> Result<void> {
            return notifications.admit(BatchRows).map(
                [](int rows) { qCInfo(deliveryLog, "%d rows of another program were looked at", rows); });
        });
        return admitted.and_then([&] { return notifications.hasUnadmitted(); });
    });
}

Result<protocol::NotificationId> Feed::reach(store::Store &store) const
{
    return store.notifications().admittedUpTo().map(
        [this](protocol::NotificationId admitted) { return std::max(admitted, m_cursor); });
}

Result<void> Feed::start(store::Store &store)
{
    auto waiting = admitForeignRows(store);
    while (waiting && *waiting) {
        waiting = admitForeignRows(store);
    }
    return waiting.and_then([&](bool) { return reach(store); }).map([this](protocol::NotificationId newest) {
        m_cursor = newest;
    });
}

Result<Feed::Poll> Feed::poll(store::Store &store)
{
    auto &notifications = store.notifications();
    const auto moreForeign = admitForeignRows(store);
    if (!moreForeign) {
        return tl::unexpected(moreForeign.error());
    }
    const auto newest = reach(store);
    if (!newest) {
        return tl::unexpected(newest.error());
    }
    auto batch = notifications.between(m_cursor, *newest, BatchRows);
    if (!batch) {
        return tl::unexpected(batch.error());
    }
    for (const auto &faulty : batch->faulty) {
        const protocol::NotificationId id = faulty.first;
        const QString &reason = faulty.second;
        qCWarning(deliveryLog, "notification %lld is set aside: %ls", id, qUtf16Printable(reason));
        // Left out either way; that it could not be noted must not stop the queue.
        if (const auto noted = store.write([&] { return notifications.setAside(id, reason); }); !noted) {
            qCWarning(deliveryLog, "that could not be noted: %ls", qUtf16Printable(noted.error().english));
        }
    }
    // A batch that found nothing has looked at everything up to `newest` (rows set aside are not in it).
    protocol::NotificationId reached = batch->last > m_cursor && batch->last < *newest ? batch->last : *newest;
    std::vector<Publication> publications;
    std::size_t recipientsInAll = 0;
    for (auto &notification : batch->notifications) {
        if (m_liveSessions.isEmpty()) {
            break;
        }
        auto recipients = notifications.recipients(notification.id);
        if (!recipients) {
            return tl::unexpected(recipients.error());
        }
        recipientsInAll += recipients->size();
        const protocol::NotificationId id = notification.id;
        if (!recipients->empty()) {
            publications.push_back({std::move(notification), std::move(*recipients)});
        }
        if (recipientsInAll >= BatchRecipients) {
            reached = id;
            break;
        }
    }
    m_cursor = reached;
    return Poll{std::make_shared<const std::vector<Publication>>(std::move(publications)),
                *moreForeign || reached < *newest};
}

Result<CatchUpPage> Feed::page(store::Store &store, people::AccountId account, protocol::NotificationId after,
                               int limit)
{
    // Not only up to the cursor: what was committed a moment ago was there before the session asked.
    const auto newest = reach(store);
    if (!newest) {
        return tl::unexpected(newest.error());
    }
    auto found = store.notifications().lacking(account, after, *newest, limit);
    if (!found) {
        return tl::unexpected(found.error());
    }
    if (after == 0) {
        if (const auto raised = raiseFloor(store, account, *found); !raised) {
            qCWarning(deliveryLog, "the floor of account %lld stays: %ls", account,
                      qUtf16Printable(raised.error().english));
        }
    }
    CatchUpPage page{std::move(found->notifications), found->upTo, found->upTo >= *newest};
    if (page.live && ++m_liveSessions[account] == 1) {
        if (const auto online = store.notifications().setOnline(account, true); !online) {
            m_liveSessions.remove(account);
            return tl::unexpected(online.error());
        }
    }
    return page;
}

Result<qint64> Feed::countLacking(store::Store &store, people::AccountId account) const
{
    return reach(store).and_then(
        [&](protocol::NotificationId newest) { return store.notifications().countLacking(account, newest); });
}

Result<void> Feed::raiseFloor(store::Store &store, people::AccountId account, const store::LackingPage &firstPage)
{
    auto &notifications = store.notifications();
    const protocol::NotificationId reached = floorBelow(firstPage);
    return notifications.floor(account).and_then([&](protocol::NotificationId floor) -> Result<void> {
        if (reached - floor < FloorStep) {
            return {};
        }
        return store.write([&] { return notifications.raiseFloor(account, reached); });
    });
}

Result<void> Feed::acknowledged(store::Store &store, people::AccountId account, qsizetype count)
{
    qsizetype &sinceRaised = m_acknowledged[account];
    sinceRaised += count;
    if (sinceRaised < FloorStep) {
        return {};
    }
    sinceRaised = 0;
    auto &notifications = store.notifications();
    return notifications.lacking(account, 0, m_cursor, 1).and_then([&](const store::LackingPage &page) {
        return notifications.raiseFloor(account, floorBelow(page));
    });
}

Result<void> Feed::leave(store::Store &store, people::AccountId account)
{
    const auto sessions = m_liveSessions.find(account);
    if (sessions == m_liveSessions.end() || --*sessions > 0) {
        return {};
    }
    m_liveSessions.erase(sessions);
    m_acknowledged.remove(account);
    return store.notifications().setOnline(account, false);
}

} // namespace jarchi::delivery

// SPDX-License-Identifier: MIT
#pragma once

#include "delivery/feed.h"
#include "people/account.h"
#include "transport/outbox.h"

#include <QByteArray>
#include <QSet>
#include <QStringList>

#include <deque>
#include <memory>

namespace jarchi::delivery {

using SessionId = quint64;

/// Where a session's pages come from: the store, seen from the engine's thread. Answers with Session::takePage().
class PageSource
{
public:
    virtual ~PageSource() = default;
    virtual void requestPage(SessionId session, people::AccountId account, protocol::NotificationId after,
                             int limit) = 0;
    /// A session of the account that a page made live no longer is.
    virtual void leaveLive(people::AccountId account) = 0;
};

/// What one logged-in connection has been sent, and what it is sent next. Engine's thread; owned by the registry.
///
/// It is either catching up, page by page with at most 64 unacknowledged, or live. When it cannot take a live
/// notification (its outbox is full, or its client acknowledges nothing) it goes back to catching up from where it was:
/// nothing is dropped, since everything is in the database.
class Session
{
public:
    static constexpr int CatchUpWindow = 64;
    static constexpr int LiveWindow = 256;
    static constexpr qsizetype CatchUpRequests = 16; ///< Waiting for one pass.

    /// `pages` outlives the session.
    Session(SessionId id, people::AccountId account, std::shared_ptr<transport::Outbox> outbox, PageSource &pages);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    [[nodiscard]] SessionId id() const { return m_id; }
    [[nodiscard]] people::AccountId account() const { return m_account; }
    [[nodiscard]] bool isLive() const { return m_state == State::Live; }
    /// Sent and not acknowledged.
    [[nodiscard]] qsizetype unacknowledged() const { return m_unacknowledged.size(); }

    /// Everything unvisited is sent, from the beginning, and then `caught_up` with this `ref`. While a page is on its
    /// way already the running pass is the answer, so what is in flight is sent once. False when too many are waiting
    /// for that answer.
    [[nodiscard]] bool catchUp(const QString &ref = {});
    void takePage(const CatchUpPage &page);
    /// The page could not be read: it is asked for again at the next retry().
    void pageFailed();
    void retry();

    /// A notification of this account was published. `line` is what goes over the wire.
    void offer(protocol::NotificationId id, const QByteArray &line);
    /// Whether all of them were sent to this session and not long ago. Then they count as acknowledged; otherwise
    /// nothing changes.
    [[nodiscard]] bool acknowledge(const QList<protocol::NotificationId> &ids);
    /// The outbox, which had refused a line, has room again.
    void outboxDrained();

private:
    enum class State {
        Requested,       ///< A page was asked for.
        WaitingForAck,   ///< The window is full.
        WaitingForRoom,  ///< The outbox is full.
        WaitingForStore, ///< The last page could not be read.
        Live,
    };

    [[nodiscard]] bool send(protocol::NotificationId id, const QByteArray &line);
    void requestNext();
    [[nodiscard]] bool announceCaughtUp();
    void waitFor(State state);

    const SessionId m_id;
    const people::AccountId m_account;
    const std::shared_ptr<transport::Outbox> m_outbox;
    PageSource &m_pages;

    State m_state = State::Live;
    bool m_registeredLive = false; ///< The feed counts this session as live.
    QStringList m_awaited;         ///< The `ref`s of those for whom this pass ends with a `caught_up`.
    protocol::NotificationId m_sentUpTo = 0;
    QSet<protocol::NotificationId> m_unacknowledged;
    /// Unacknowledged from before this pass began: they do not count against its window, or a client that lost them
    /// could never ask for them again.
    QSet<protocol::NotificationId> m_earlier;
    std::deque<protocol::NotificationId> m_acknowledged; ///< The latest, so that acknowledging twice is no error.
};

} // namespace jarchi::delivery

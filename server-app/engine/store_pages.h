// SPDX-License-Identifier: MIT
#pragma once

#include "delivery/feed.h"
#include "delivery/session_registry.h"
#include "store/store_thread.h"

#include <QObject>

namespace jarchi::engine {

/// Brings the sessions, in the engine's thread, and the feed, in the store's, together. Engine's thread; owned by the
/// Service.
class StorePages : public QObject, public delivery::PageSource
{
    Q_OBJECT

public:
    /// All of them outlive this. `feed` is only touched in the store's thread.
    StorePages(store::StoreThread &storeThread, delivery::Feed &feed, const delivery::SessionRegistry &sessions);

    void requestPage(delivery::SessionId session, people::AccountId account, protocol::NotificationId after,
                     int limit) override;
    void leaveLive(people::AccountId account) override;

private:
    store::StoreThread &m_storeThread;
    delivery::Feed &m_feed;
    const delivery::SessionRegistry &m_sessions;
};

} // namespace jarchi::engine

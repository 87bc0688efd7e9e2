// SPDX-License-Identifier: MIT
#include "engine/store_pages.h"

#include "engine/logging.h"

namespace jarchi::engine {

StorePages::StorePages(store::StoreThread &storeThread, delivery::Feed &feed, const delivery::SessionRegistry &sessions)
    : m_storeThread(storeThread)
    , m_feed(feed)
    , m_sessions(sessions)
{
}

void StorePages::requestPage(delivery::SessionId session, people::AccountId account, protocol::NotificationId after,
                             int limit)
{
    m_storeThread.read(
        this,
        [feed = &m_feed, account, after, limit](store::Store &store) {
            return feed->page(store, account, after, limit);
        },
        [this, session, account](const Result<delivery::CatchUpPage> &page) {
            delivery::Session *const receiver = m_sessions.find(session);
            if (receiver == nullptr) {
                if (page && page->live) {
                    leaveLive(account);
                }
            } else if (page) {
                receiver->takePage(*page);
            } else {
                qCDebug(engineLog, "a page for session %llu could not be read: %ls", session,
                        qUtf16Printable(page.error().english));
                receiver->pageFailed();
            }
        });
}

void StorePages::leaveLive(people::AccountId account)
{
    m_storeThread.inThread([feed = &m_feed, account](store::Store &store) {
        if (const auto left = feed->leave(store, account); !left) {
            qCWarning(engineLog, "account %lld could not be taken offline: %ls", account,
                      qUtf16Printable(left.error().english));
        }
    });
}

} // namespace jarchi::engine

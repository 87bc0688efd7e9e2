// SPDX-License-Identifier: MIT
#pragma once

#include "delivery/dispatcher.h"
#include "delivery/poller.h"
#include "delivery/session_registry.h"
#include "engine/config.h"
#include "engine/snapshot.h"
#include "net/server.h"
#include "people/auth_pool.h"
#include "store/store_thread.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace jarchi::engine {

class RequestHandler;
class StorePages;

/// A running server: makes its parts, introduces them to each other, and takes them apart in the right order. Lives in
/// the engine's thread; owned by the Engine.
class Service : public QObject
{
    Q_OBJECT

public:
    /// `storeThread` and `reader`, which only reads, are open and outlive this. `config` was checked.
    Service(Config config, store::StoreThread &storeThread, store::StoreThread &reader);
    ~Service() override;

    /// Reads what is in the database, and listens.
    [[nodiscard]] Result<QList<net::Endpoint>> start();
    /// Tells the clients, waits for what they sent to be recorded; stopped() follows within StopDeadline.
    void stop();

    [[nodiscard]] Snapshot snapshot() const;
    /// Ends one connection; the client is told to come back later.
    void disconnectClient(net::ConnectionId id);

Q_SIGNALS:
    void stopped();
    /// Something lasting is wrong with the database; with an empty text, it no longer is.
    void troubled(const QString &trouble);

private:
    static constexpr std::chrono::milliseconds StopDeadline{5000};
    static constexpr std::chrono::milliseconds RetryInterval{1000};

    [[nodiscard]] Result<QString> startPolling();
    [[nodiscard]] Result<QList<net::Endpoint>> openServer(const QString &epoch);
    void finishStop();

    const Config m_config;
    store::StoreThread &m_storeThread;
    store::StoreThread &m_reader;

    // In the order in which they need each other; taken apart in the reverse one.
    std::unique_ptr<delivery::Poller> m_poller; ///< Lives in the store's thread, and is destroyed there.
    std::unique_ptr<people::AuthPool> m_authPool;
    std::unique_ptr<StorePages> m_pages;
    delivery::SessionRegistry m_sessions;
    delivery::Dispatcher m_dispatcher{m_sessions};
    std::unique_ptr<net::Server> m_server;
    std::unique_ptr<RequestHandler> m_requests;
    QTimer m_retry; ///< Sessions whose page could not be read ask again.
    QTimer m_stopDeadline;
    QDateTime m_lastPoll;
    bool m_stopping = false;
    bool m_stopped = false;
};

} // namespace jarchi::engine

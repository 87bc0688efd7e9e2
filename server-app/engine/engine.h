// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "catalog/product.h"
#include "engine/config.h"
#include "engine/snapshot.h"
#include "net/server.h"
#include "store/product_repository.h"
#include "store/store_thread.h"

#include <QLockFile>
#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace jarchi::engine {

class Service;

/// The server, for whoever runs it: the one door for the window and the command line. Its work is done in a thread of
/// its own, so nothing that the owner's thread is busy with delays a push. Lives in the owner's thread.
class Engine : public QObject
{
    Q_OBJECT

public:
    /// `clock` outlives this.
    explicit Engine(const Clock &clock);
    /// Stops first if it runs, and waits.
    ~Engine() override;

    /// Opens the database, so that store() can be used, also while nothing is served. Waits for the outcome; after an
    /// error it can be tried again.
    /// Nothing to do if it is open already; another one is closed first.
    [[nodiscard]] Result<void> open(const Config &config);
    [[nodiscard]] bool isOpen() const { return m_storeThread != nullptr; }
    /// Where the database is; it must be open. Whoever reads or writes with it lives in this object's thread.
    [[nodiscard]] store::StoreThread &store() { return *m_storeThread; }

    /// Starts serving and returns where; waits for the outcome. Opens the database if that was not done. After an error
    /// it can be tried again.
    [[nodiscard]] Result<QList<net::Endpoint>> start(const Config &config);
    /// Tells the clients and records what they sent; stopped() follows within seconds. Nothing if it does not run.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_service != nullptr; }

    using ProductDone = std::function<void(const Result<store::ProductAdded> &)>;
    /// Puts a validated product on stable storage, then calls `done` in `context`'s thread, which is the caller's. The
    /// database must be open.
    void addProduct(const catalog::Product &product, QObject *context, ProductDone done);

    using SnapshotDone = std::function<void(const Snapshot &)>;
    /// Calls `done` in this object's thread with what the server is doing, unless `context` is gone by then or the
    /// server stops meanwhile. It must be running.
    void takeSnapshot(QObject *context, SnapshotDone done);
    /// Ends one client's connection. It must be running.
    void disconnectClient(net::ConnectionId id);

Q_SIGNALS:
    void stopped();
    /// Something lasting is wrong with the database; with an empty text, it no longer is.
    void troubled(const QString &trouble);

private:
    void end();

    const Clock &m_clock;
    QThread m_thread;
    std::unique_ptr<store::StoreThread> m_storeThread;
    QString m_path;                    ///< Of the database that is open.
    std::unique_ptr<QLockFile> m_lock; ///< Beside it: one server to a database, since only one may checkpoint it.
    Service *m_service = nullptr;      ///< Lives in m_thread, and is destroyed there by end().
};

} // namespace jarchi::engine

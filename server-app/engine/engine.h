// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "catalog/product.h"
#include "engine/config.h"
#include "engine/database.h"
#include "engine/snapshot.h"
#include "net/server.h"
#include "store/product_repository.h"
#include "store/store_thread.h"

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
    /// error it can be tried again. Nothing to do if it is open already; another one is closed first.
    [[nodiscard]] Result<void> open(const Config &config);
    using Opened = std::function<void(const Result<void> &)>;
    /// The same without waiting for a file that is large or locked: calls `done` later, unless `context` is gone by
    /// then. Both live in this object's thread, and so does `context`. Conflict while another opening is under way.
    void openLater(const Config &config, QObject *context, Opened done);
    [[nodiscard]] bool isOpen() const { return m_database != nullptr; }
    /// Where the database is; it must be open. Whoever reads or writes with it lives in this object's thread.
    [[nodiscard]] store::StoreThread &store() { return m_database->store(); }
    /// A second connection to it, which cannot write, in a thread of its own: for what a window or a client asks and
    /// may take long, so that no push waits for it. It sees what is committed. Opened and closed with the database.
    [[nodiscard]] store::StoreThread &reader() { return m_database->reader(); }

    /// Starts serving and returns where; waits for the outcome. Opens the database if that was not done. After an error
    /// it can be tried again.
    [[nodiscard]] Result<QList<net::Endpoint>> start(const Config &config);
    using Started = std::function<void(const Result<QList<net::Endpoint>> &)>;
    /// The same without waiting, as openLater(). Once the database is open, it counts as running until `done` says
    /// otherwise; stop() is heard then, too.
    void startLater(const Config &config, QObject *context, Started done);
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
    [[nodiscard]] Result<void> mayOpen(const QString &path);
    /// Makes the service, in its thread.
    void begin(const Config &config);
    void beginLater(const Config &config, const Started &done);
    void end();

    const Clock &m_clock;
    QThread m_thread;
    std::unique_ptr<Database> m_opening;  ///< By openLater(), and not open yet.
    std::unique_ptr<Database> m_database; ///< The one that is open.
    Service *m_service = nullptr;         ///< Lives in m_thread, and is destroyed there by end().
};

} // namespace jarchi::engine

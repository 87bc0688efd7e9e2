// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "catalog/product.h"
#include "engine/config.h"
#include "net/server.h"
#include "store/product_repository.h"

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

    /// Starts serving and returns where; waits for the outcome. After an error it can be tried again.
    [[nodiscard]] Result<QList<net::Endpoint>> start(const Config &config);
    /// Tells the clients and records what they sent; stopped() follows within seconds. Nothing if it does not run.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_service != nullptr; }

    using ProductDone = std::function<void(const Result<store::ProductAdded> &)>;
    /// Puts a validated product on stable storage, then calls `done` in `context`'s thread, which is the caller's. It must be running.
    void addProduct(const catalog::Product &product, QObject *context, ProductDone done);

Q_SIGNALS:
    void stopped();
    /// Something lasting is wrong with the database; with an empty text, it no longer is.
    void troubled(const QString &trouble);

private:
    void end();

    const Clock &m_clock;
    QThread m_thread;
    Service *m_service = nullptr; ///< Lives in m_thread, and is destroyed there by end().
};

} // namespace jarchi::engine

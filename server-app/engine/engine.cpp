// SPDX-License-Identifier: MIT
#include "engine/engine.h"

#include "engine/service.h"

#include <QPointer>
#include <QSemaphore>

using namespace Qt::StringLiterals;

namespace jarchi::engine {

Engine::Engine(const Clock &clock)
    : m_clock(clock)
{
    m_thread.setObjectName(u"engine"_s);
}

Engine::~Engine()
{
    if (isRunning()) {
        QSemaphore stopped;
        connect(m_service, &Service::stopped, m_service, [&stopped] { stopped.release(); });
        stop();
        stopped.acquire();
        end();
    }
}

Result<void> Engine::open(const Config &config)
{
    Q_ASSERT(!isRunning());
    const QString path = config.database.isEmpty() ? defaultDatabase() : config.database;
    if (isOpen() && path == m_path) {
        return {};
    }
    m_storeThread.reset(); // The one before is closed first.
    m_lock.reset();
    auto storeThread = std::make_unique<store::StoreThread>();
    auto opened = storeThread->open({path, true, true}, m_clock);
    if (!opened) {
        return opened;
    }
    auto lock = std::make_unique<QLockFile>(path + u".lock"_s);
    lock->setStaleLockTime(0); // A server runs for months. One that was killed is known by its process.
    if (!lock->tryLock()) {
        return failure(
            Error::Kind::Conflict,
            u"Another server runs on the database %1: stop it, or choose another database with --database."_s.arg(
                path));
    }
    m_storeThread = std::move(storeThread);
    m_lock = std::move(lock);
    m_path = path;
    return {};
}

Result<QList<net::Endpoint>> Engine::start(const Config &config)
{
    Q_ASSERT(!isRunning());
    if (const auto checked = check(config); !checked) {
        return tl::unexpected(checked.error());
    }
    if (const auto opened = open(config); !opened) {
        return tl::unexpected(opened.error());
    }
    m_service = new Service(config, *m_storeThread); // Owned by m_thread from the next line on: see end().
    m_service->moveToThread(&m_thread);
    connect(m_service, &Service::troubled, this, &Engine::troubled, Qt::QueuedConnection);
    connect(
        m_service, &Service::stopped, this,
        [this] {
            if (isRunning()) {
                end();
                Q_EMIT stopped();
            }
        },
        Qt::QueuedConnection);
    m_thread.start();
    Result<QList<net::Endpoint>> outcome;
    QMetaObject::invokeMethod(
        m_service, [&] { outcome = m_service->start(); }, Qt::BlockingQueuedConnection);
    if (!outcome) {
        end();
    }
    return outcome;
}

void Engine::stop()
{
    if (isRunning()) {
        QMetaObject::invokeMethod(m_service, &Service::stop, Qt::QueuedConnection);
    }
}

void Engine::end()
{
    connect(&m_thread, &QThread::finished, m_service, &QObject::deleteLater);
    m_service = nullptr;
    m_thread.quit();
    m_thread.wait();
}

void Engine::addProduct(const catalog::Product &product, QObject *context, ProductDone done)
{
    m_storeThread->write(
        context, [product](store::Store &store) { return store.products().add(product); }, std::move(done));
}

void Engine::takeSnapshot(QObject *context, SnapshotDone done)
{
    Q_ASSERT(isRunning());
    QMetaObject::invokeMethod(
        m_service,
        [this, service = m_service, context = QPointer<QObject>(context), done = std::move(done)] {
            // This object outlives the service, and only its own thread looks at `context`.
            QMetaObject::invokeMethod(
                this,
                [context, done, snapshot = service->snapshot()] {
                    if (context) {
                        done(snapshot);
                    }
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void Engine::disconnectClient(net::ConnectionId id)
{
    Q_ASSERT(isRunning());
    QMetaObject::invokeMethod(
        m_service, [service = m_service, id] { service->disconnectClient(id); }, Qt::QueuedConnection);
}

} // namespace jarchi::engine

// SPDX-License-Identifier: MIT
#include "engine/engine.h"

#include "engine/service.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSemaphore>

#include <utility>

using namespace Qt::StringLiterals;

namespace jarchi::engine {

namespace {

class Words
{
    JARCHI_DECLARE_SENTENCES(Database)
};

QString pathOf(const Config &config)
{
    return config.database.isEmpty() ? defaultDatabase() : config.database;
}

} // namespace

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

Result<void> Engine::mayOpen(const QString &path)
{
    Q_ASSERT(!isRunning());
    if (m_opening) {
        return failure(Error::Kind::Conflict,
                       Words::tr("The database %1 is being opened: wait for that.").arg(m_opening->path()));
    }
    if (isOpen() && path != m_database->path()) {
        m_database.reset();
    }
    return {};
}

Result<void> Engine::open(const Config &config)
{
    const QString path = pathOf(config);
    if (const auto may = mayOpen(path); !may || isOpen()) {
        return may;
    }
    auto database = std::make_unique<Database>(path, m_clock);
    return database->open().map([&] { m_database = std::move(database); });
}

void Engine::openLater(const Config &config, QObject *context, Opened done)
{
    const QString path = pathOf(config);
    if (const auto may = mayOpen(path); !may || isOpen()) {
        QMetaObject::invokeMethod(
            context, [done = std::move(done), may] { done(may); }, Qt::QueuedConnection);
        return;
    }
    m_opening = std::make_unique<Database>(path, m_clock);
    m_opening->openLater(
        [this, context = QPointer<QObject>(context), done = std::move(done)](const Result<void> &opened) {
            // The one that failed closes here, before anybody tries again.
            auto ended = std::exchange(m_opening, nullptr);
            if (opened) {
                m_database = std::move(ended);
            }
            if (context) {
                done(opened);
            }
        });
}

Result<QList<net::Endpoint>> Engine::start(const Config &config)
{
    Q_ASSERT(!isRunning());
    const auto ready = check(config).and_then([&] { return open(config); });
    if (!ready) {
        return tl::unexpected(ready.error());
    }
    begin(config);
    Result<QList<net::Endpoint>> outcome;
    QMetaObject::invokeMethod(
        m_service, [&] { outcome = m_service->start(); }, Qt::BlockingQueuedConnection);
    if (!outcome) {
        end();
    }
    return outcome;
}

void Engine::startLater(const Config &config, QObject *context, Started done)
{
    Q_ASSERT(!isRunning());
    if (const auto checked = check(config); !checked) {
        QMetaObject::invokeMethod(
            context, [done = std::move(done), error = checked.error()] { done(tl::unexpected(error)); },
            Qt::QueuedConnection);
        return;
    }
    // Whether or not anybody hears of it, it starts: so it is this object that waits for the database.
    const Started heard = [context = QPointer<QObject>(context), done = std::move(done)](const auto &outcome) {
        if (context) {
            done(outcome);
        }
    };
    openLater(config, this, [this, config, heard](const Result<void> &opened) {
        if (!opened) {
            heard(tl::unexpected(opened.error()));
        } else if (isRunning()) {
            heard(failure(Error::Kind::Conflict, Words::tr("The server runs already: stop it first.")));
        } else {
            beginLater(config, heard);
        }
    });
}

void Engine::begin(const Config &config)
{
    m_service = new Service(config, m_database->store(),
                            m_database->reader()); // Owned by m_thread from the next line on: see end().
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
}

void Engine::beginLater(const Config &config, const Started &done)
{
    begin(config);
    QMetaObject::invokeMethod(
        m_service,
        [this, service = m_service, done] {
            // This object outlives the service.
            QMetaObject::invokeMethod(
                this,
                [this, done, outcome = service->start()] {
                    if (!outcome) {
                        end();
                    }
                    done(outcome);
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
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
    m_database->store().write(
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

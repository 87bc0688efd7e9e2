// SPDX-License-Identifier: MIT
#include "engine/engine.h"

#include "engine/service.h"

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

Result<QList<net::Endpoint>> Engine::start(const Config &config)
{
    Q_ASSERT(!isRunning());
    if (const auto checked = check(config); !checked) {
        return tl::unexpected(checked.error());
    }
    m_service = new Service(config, m_clock); // Owned by m_thread from the next line on: see end().
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
    QMetaObject::invokeMethod(m_service, [&] { outcome = m_service->start(); }, Qt::BlockingQueuedConnection);
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
    Q_ASSERT(isRunning());
    m_service->storeThread().write(
        context, [product](store::Store &store) { return store.products().add(product); }, std::move(done));
}

} // namespace jarchi::engine

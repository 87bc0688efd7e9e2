// SPDX-License-Identifier: MIT
#include "engine/service.h"

#include "engine/logging.h"
#include "engine/request_handler.h"
#include "engine/store_pages.h"
#include "net/descriptor_limit.h"
#include "protocol/codec.h"

#include <QCoreApplication>
#include <QSemaphore>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jarchi::engine {

namespace {

/// Logins waiting for a hash: at some 25 ms each on a core, the last one waits a few seconds and not minutes.
constexpr int WaitingLogins = 256;
constexpr protocol::RetryWindow RetryAfterShutdown{std::chrono::seconds(1), std::chrono::seconds(30)};

net::ServerOptions serverOptions(const Config &config)
{
    net::ServerOptions options;
    options.needAllAddresses = !config.listen.isEmpty();
    if (config.listen.isEmpty()) {
        options.addresses = {QHostAddress(QHostAddress::LocalHost), QHostAddress(QHostAddress::LocalHostIPv6)};
    } else {
        for (const QString &address : config.listen) {
            options.addresses.append(QHostAddress(address));
        }
    }
    options.port = config.port;
    options.maxConnectionThreads = config.maxConnectionThreads;
    options.descriptorLimit = net::raiseDescriptorLimit();
    return options;
}

QByteArray greeting(const QString &epoch)
{
    return protocol::encode(
        protocol::Hello{protocol::Version,
                        u"jarchi/%1"_s.arg(QCoreApplication::applicationVersion()),
                        {protocol::HistoryFeature, protocol::InterestsFeature, protocol::PreviewFeature},
                        epoch});
}

} // namespace

Service::Service(Config config, store::StoreThread &storeThread, store::StoreThread &reader)
    : m_config(std::move(config))
    , m_storeThread(storeThread)
    , m_reader(reader)
    , m_retry(this)
    , m_stopDeadline(this)
{
    m_retry.setInterval(RetryInterval);
    m_stopDeadline.setSingleShot(true);
    connect(&m_stopDeadline, &QTimer::timeout, this, &Service::finishStop);
    connect(&m_retry, &QTimer::timeout, this,
            [this] { m_sessions.forEach([](delivery::Session &session) { session.retry(); }); });
}

Service::~Service()
{
    // Who answers requests goes first, then the sessions, which hold the connections' outboxes, then the connections,
    // and who reads the database last.
    m_requests.reset();
    m_sessions.clear();
    m_server.reset();
    m_pages.reset();
    m_authPool.reset();
    if (m_poller) {
        m_storeThread.inThread(
            [poller = m_poller.release()](store::Store &) { const std::unique_ptr<delivery::Poller> last(poller); });
    }
}

Result<QList<net::Endpoint>> Service::start()
{
    return startPolling().and_then([this](const QString &epoch) { return openServer(epoch); });
}

Result<QString> Service::startPolling()
{
    m_poller = std::make_unique<delivery::Poller>(m_storeThread, m_config.pollInterval);
    connect(
        m_poller.get(), &delivery::Poller::published, this,
        [this](const delivery::Publications &publications) { m_dispatcher.dispatch(publications); },
        Qt::QueuedConnection);
    connect(
        m_poller.get(), &delivery::Poller::ticked, this, [this](const QDateTime &time) { m_lastPoll = time; },
        Qt::QueuedConnection);
    connect(
        m_poller.get(), &delivery::Poller::revoked, this,
        [this](const QList<delivery::SessionId> &sessions) {
            if (m_requests) {
                m_requests->endRevoked(sessions);
            }
        },
        Qt::QueuedConnection);
    connect(m_poller.get(), &delivery::Poller::troubled, this, &Service::troubled, Qt::QueuedConnection);
    m_poller->moveToThread(m_storeThread.thread());

    Result<QString> outcome;
    QSemaphore done;
    m_storeThread.inThread([&](store::Store &store) {
        outcome = m_poller->start(store).map([&store] { return store.epoch(); });
        done.release();
    });
    done.acquire();
    return outcome;
}

Result<QList<net::Endpoint>> Service::openServer(const QString &epoch)
{
    m_authPool = std::make_unique<people::AuthPool>(std::max(1, QThread::idealThreadCount()), WaitingLogins);
    m_pages = std::make_unique<StorePages>(m_storeThread, m_poller->feed(), m_sessions);
    m_server = std::make_unique<net::Server>(serverOptions(m_config), greeting(epoch));
    m_requests = std::make_unique<RequestHandler>(
        RequestHandler::Parts{*m_server, m_storeThread, m_reader, *m_poller, *m_authPool, m_sessions, *m_pages});
    connect(m_server.get(), &net::Server::requested, m_requests.get(), &RequestHandler::handle);
    connect(m_server.get(), &net::Server::disconnected, m_requests.get(), &RequestHandler::forget);
    connect(m_server.get(), &net::Server::outboxDrained, this, [this](net::ConnectionId id) {
        if (delivery::Session *const session = m_sessions.find(id)) {
            session->outboxDrained();
        }
    });
    connect(m_server.get(), &net::Server::closed, this, &Service::finishStop);
    m_retry.start();
    return m_server->listen();
}

void Service::stop()
{
    if (m_stopped) {
        Q_EMIT stopped(); // Whoever asks late hears it too.
    }
    if (m_stopping) {
        return;
    }
    m_stopping = true;
    m_retry.stop();
    if (!m_server) {
        finishStop();
        return;
    }
    qCInfo(engineLog, "stopping with %lld connections", static_cast<long long>(m_server->connections()));
    m_stopDeadline.start(StopDeadline);
    m_server->close({protocol::ByeReason::Shutdown, RetryAfterShutdown});
}

Snapshot Service::snapshot() const
{
    Snapshot snapshot;
    if (m_server && m_requests) {
        for (const auto &[id, peer, since, outbox] : m_server->describe()) {
            ConnectionInfo connection{id, peer, since};
            connection.waitingLines = static_cast<qsizetype>(outbox.lines);
            connection.waitingBytes = outbox.bytes;
            m_requests->describe(connection);
            snapshot.connections.append(connection);
        }
        snapshot.delivered = m_requests->delivered();
        snapshot.connectionThreads = m_server->threads();
    }
    snapshot.lastPoll = m_lastPoll;
    return snapshot;
}

void Service::disconnectClient(net::ConnectionId id)
{
    if (net::Connection *const connection = m_server ? m_server->find(id) : nullptr) {
        connection->close({protocol::ByeReason::Limit, RetryAfterShutdown});
    }
}

void Service::finishStop()
{
    m_stopDeadline.stop();
    m_stopped = true;
    Q_EMIT stopped();
}

} // namespace jarchi::engine

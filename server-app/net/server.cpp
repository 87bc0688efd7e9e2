// SPDX-License-Identifier: MIT
#include "net/server.h"

#include "net/descriptor_limit.h"
#include "net/listener.h"
#include "net/logging.h"

#include <QCoreApplication>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace jarchi::net {

namespace {

class Words
{
    JARCHI_DECLARE_SENTENCES(Network)
};

/// For the database, the listeners, threads of our own, the standard streams, and what libraries open for a moment.
constexpr int ReservedDescriptors = 128;
/// Clients told at the same time that there is no room. The others beyond it are closed without a word.
constexpr int MostRefusing = 32;
constexpr std::chrono::milliseconds RefusalDeadline{2000};
constexpr protocol::RetryWindow RetryWhenFull{std::chrono::seconds(5), std::chrono::seconds(60)};

/// A thread for each connection takes two descriptors; sharing begins where half of them would be gone.
int affordableThreads(const ServerOptions &options)
{
    return std::clamp(options.maxConnectionThreads, 1,
                      std::max(1, (options.descriptorLimit - ReservedDescriptors) / 2));
}

} // namespace

Server::Server(ServerOptions options, QByteArray greeting)
    : m_options(std::move(options))
    , m_greeting(std::move(greeting))
    , m_threads(affordableThreads(m_options))
{
}

Server::~Server()
{
    for (const auto &[id, entry] : m_connections) {
        entry.connection->deleteLater();
    }
}

Result<QList<Endpoint>> Server::listen()
{
    auto endpoints = listenEverywhere();
    // A port that was free for the first address may be taken for the second.
    for (int attempt = 1; !endpoints && m_options.port == 0 && attempt < 5; ++attempt) {
        endpoints = listenEverywhere();
    }
    return endpoints;
}

Result<QList<Endpoint>> Server::listenEverywhere()
{
    m_listeners.clear();
    QList<Endpoint> endpoints;
    Error lastError{Error::Kind::Refused, Words::tr("There is no address to listen on. Give one with --listen.")};
    quint16 port = m_options.port;
    for (const QHostAddress &address : m_options.addresses) {
        const auto endpoint = listenAt(address, port);
        if (endpoint) {
            port = endpoint->port;
            endpoints.append(*endpoint);
        } else {
            lastError = endpoint.error();
            if (m_options.needAllAddresses || lastError.kind != Error::Kind::NotFound) {
                m_listeners.clear();
                return tl::unexpected(lastError);
            }
        }
    }
    if (endpoints.isEmpty()) {
        return tl::unexpected(lastError);
    }
    return endpoints;
}

Result<Endpoint> Server::listenAt(const QHostAddress &address, quint16 port)
{
    auto listener = std::make_unique<Listener>();
    if (!listener->open(address, port)) {
        const QString where = Endpoint{address, port}.toString();
        switch (listener->serverError()) {
        case QAbstractSocket::AddressInUseError:
            return failure(
                Error::Kind::Conflict,
                Words::tr(
                    "Cannot listen on %1: the port is in use. Stop the other program, or choose another port with "
                    "--port (0 takes a free one).")
                    .arg(where));
        case QAbstractSocket::SocketAccessError:
            return refused(
                Words::tr("Cannot listen on %1: not permitted. Choose a port above 1023 with --port.").arg(where));
        case QAbstractSocket::SocketAddressNotAvailableError:
            return failure(
                Error::Kind::NotFound,
                Words::tr("Cannot listen on %1: this computer has no such address. Choose another with --listen.")
                    .arg(where));
        default:
            return failure(Error::Kind::Unavailable,
                           Words::tr("Cannot listen on %1: %2.").arg(where, listener->errorString()));
        }
    }
    connect(listener.get(), &Listener::accepted, this, &Server::accept);
    const Endpoint endpoint{address, listener->serverPort()};
    m_listeners.push_back(std::move(listener));
    return endpoint;
}

bool Server::hasRoom()
{
    const auto used = static_cast<int>(m_connections.size()) + m_threads.descriptors();
    return used + 2 <= m_options.descriptorLimit - ReservedDescriptors && m_notLoggedIn < m_options.maxNotLoggedIn;
}

void Server::accept(qintptr descriptor)
{
    if (m_closing || !hasRoom()) {
        refuse(descriptor);
        return;
    }
    QThread *const thread = m_threads.acquire();
    if (thread == nullptr) {
        refuse(descriptor);
        return;
    }
    const ConnectionId id = ++m_lastId;
    auto connection = std::make_unique<Connection>(id, m_greeting, m_options.times);
    connect(
        connection.get(), &Connection::opened, this,
        [this](ConnectionId opened, const QString &peer) {
            if (const auto entry = m_connections.find(opened); entry != m_connections.end()) {
                entry->second.peer = peer;
            }
        },
        Qt::QueuedConnection);
    connect(connection.get(), &Connection::requested, this, &Server::requested, Qt::QueuedConnection);
    connect(connection.get(), &Connection::outboxDrained, this, &Server::outboxDrained, Qt::QueuedConnection);
    connect(connection.get(), &Connection::finished, this, &Server::forget, Qt::QueuedConnection);
    connection->moveToThread(thread);
    connection->open(descriptor);
    // From here on the object belongs to its thread: forget() and the destructor end it with deleteLater().
    m_connections.emplace(id, Entry{connection.release(), thread, QDateTime::currentDateTimeUtc()});
    ++m_notLoggedIn;
}

void Server::refuse(qintptr descriptor)
{
    auto *socket = new QTcpSocket(this);
    if (m_refusing >= MostRefusing || !socket->setSocketDescriptor(descriptor)) {
        socket->deleteLater();
        closeDescriptor(descriptor);
        return;
    }
    ++m_refusing;
    connect(socket, &QObject::destroyed, this, [this] { --m_refusing; });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    QTimer::singleShot(RefusalDeadline, socket, &QObject::deleteLater);
    socket->write(m_greeting);
    socket->write(protocol::encode(protocol::ErrorMessage{protocol::ErrorCode::TooManyConnections,
                                                          u"There are too many connections. Come back later."_s,
                                                          RetryWhenFull.from}));
    socket->write(protocol::encode(protocol::ServerBye{protocol::ByeReason::Limit, RetryWhenFull}));
    socket->disconnectFromHost();
}

Connection *Server::find(ConnectionId id) const
{
    const auto entry = m_connections.find(id);
    return entry == m_connections.end() ? nullptr : entry->second.connection;
}

void Server::admit(ConnectionId id)
{
    const auto entry = m_connections.find(id);
    if (entry != m_connections.end() && !entry->second.loggedIn) {
        entry->second.loggedIn = true;
        --m_notLoggedIn;
        entry->second.connection->admit();
    }
}

QList<Server::Description> Server::describe() const
{
    QList<Description> descriptions;
    descriptions.reserve(connections());
    for (const auto &[id, entry] : m_connections) {
        descriptions.append({id, entry.peer, entry.since, entry.connection->outbox()->load()});
    }
    return descriptions;
}

void Server::forget(ConnectionId id)
{
    const auto found = m_connections.find(id);
    if (found == m_connections.end()) {
        return;
    }
    Q_EMIT disconnected(id);
    const Entry entry = found->second;
    m_connections.erase(found);
    if (!entry.loggedIn) {
        --m_notLoggedIn;
    }
    entry.connection->deleteLater();
    m_threads.release(entry.thread);
    if (m_closing && m_connections.empty()) {
        Q_EMIT closed();
    }
}

void Server::close(const protocol::ServerBye &bye)
{
    m_closing = true;
    m_listeners.clear();
    for (const auto &[id, entry] : m_connections) {
        entry.connection->close(bye);
    }
    if (m_connections.empty()) {
        QMetaObject::invokeMethod(this, &Server::closed, Qt::QueuedConnection);
    }
}

} // namespace jarchi::net

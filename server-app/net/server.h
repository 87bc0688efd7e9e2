// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "net/connection.h"
#include "net/connection_threads.h"
#include "net/endpoint.h"

#include <QDateTime>
#include <QHostAddress>
#include <QList>
#include <QObject>

#include <map>
#include <memory>

#include <vector>

namespace jarchi::net {

class Listener;

struct ServerOptions
{
    QList<QHostAddress> addresses;
    /// Otherwise an address that this computer does not have is passed over, as long as another one is there: the
    /// default, since a computer may have no IPv6.
    bool needAllAddresses = true;
    quint16 port = protocol::DefaultPort; ///< 0: a free one, the same for every address.
    int maxConnectionThreads = 1024;
    int descriptorLimit = 1024;
    int maxNotLoggedIn = 512;
    ConnectionTimes times;
};

/// Listens, takes connections in as long as there is room for them, and refuses politely when there is none. Engine's
/// thread, and so are its connections' thread-safe parts; owned by the engine.
class Server : public QObject
{
    Q_OBJECT

public:
    Server(ServerOptions options, QByteArray greeting);
    /// Ends every connection's thread. close() first, for the clients' sake.
    ~Server() override;

    /// Where it listens now, or why it cannot: the port is in use, or not permitted, or the address is not this
    /// computer's.
    [[nodiscard]] Result<QList<Endpoint>> listen();

    /// Stops accepting and says `bye` to everybody; closed() follows when the last one is gone.
    void close(const protocol::ServerBye &bye);

    /// Null when it is gone.
    [[nodiscard]] Connection *find(ConnectionId id) const;
    /// The connection has logged in: it no longer counts among those that have not.
    void admit(ConnectionId id);
    [[nodiscard]] qsizetype connections() const { return static_cast<qsizetype>(m_connections.size()); }
    [[nodiscard]] int threads() const { return m_threads.count(); }

    struct Description
    {
        ConnectionId id = 0;
        QString peer;
        QDateTime since; ///< UTC.
        transport::Outbox::Load outbox;
    };
    /// Every connection, in the order in which they came.
    [[nodiscard]] QList<Description> describe() const;

Q_SIGNALS:
    void requested(jarchi::net::ConnectionId id, const jarchi::protocol::FromClient &request);
    void outboxDrained(jarchi::net::ConnectionId id);
    /// The connection is about to be destroyed: let go of its outbox now.
    void disconnected(jarchi::net::ConnectionId id);
    void closed();

private:
    struct Entry
    {
        Connection *connection = nullptr; ///< Lives in `thread`; destroyed by deleteLater() when it has finished.
        QThread *thread = nullptr;
        QDateTime since;
        QString peer;
        bool loggedIn = false;
    };

    [[nodiscard]] Result<QList<Endpoint>> listenEverywhere();
    [[nodiscard]] Result<Endpoint> listenAt(const QHostAddress &address, quint16 port);
    void accept(qintptr descriptor);
    [[nodiscard]] bool hasRoom();
    void refuse(qintptr descriptor);
    void forget(ConnectionId id);

    const ServerOptions m_options;
    const QByteArray m_greeting;
    std::vector<std::unique_ptr<Listener>> m_listeners;
    ConnectionThreads m_threads;
    std::map<ConnectionId, Entry> m_connections; ///< By rising id: in the order in which they came.
    ConnectionId m_lastId = 0;
    int m_notLoggedIn = 0;
    int m_refusing = 0; ///< Sockets open only to say why not.
    bool m_closing = false;
};

} // namespace jarchi::net

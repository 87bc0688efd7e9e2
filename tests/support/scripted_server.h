// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/codec.h"
#include "session/server_address.h"

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace jarchi::test {

/// A server that says what a test tells it to, and remembers what it heard. It keeps no rules: breaking them is what it
/// is for. Lives in the test's thread. It speaks to the connection that came, or was heard, last.
class ScriptedServer
{
public:
    ScriptedServer()
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
        m_server.listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] session::ServerAddress address() const
    {
        return {.host = QStringLiteral("127.0.0.1"), .port = m_server.serverPort()};
    }

    /// What happens when somebody connects; by default, `hello` is said.
    std::function<void()> onConnected = [this] { say(hello()); };
    /// What happens when a message was heard and put into `heard`; by default, nothing.
    std::function<void(const protocol::ClientMessage &)> onHeard = [](const protocol::ClientMessage &) {};

    QList<protocol::ClientMessage> heard;
    QStringList refs; ///< Of what was heard, in the same order.
    int connections = 0;

    [[nodiscard]] static protocol::Hello hello(const QString &epoch = QStringLiteral("one"))
    {
        protocol::Hello hello;
        hello.server = QStringLiteral("scripted/1");
        hello.epoch = epoch;
        return hello;
    }
    [[nodiscard]] static protocol::Welcome welcome(qint64 pending = 0)
    {
        protocol::Welcome welcome;
        welcome.user = QStringLiteral("sara");
        welcome.displayName = QStringLiteral("Sara");
        welcome.pending = pending;
        return welcome;
    }
    [[nodiscard]] static protocol::Notification notification(protocol::NotificationId id)
    {
        protocol::Notification notification;
        notification.id = id;
        notification.title = QStringLiteral("Product %1").arg(id);
        notification.createdAt = QDateTime(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
        return notification;
    }

    void say(const protocol::ServerMessage &message, const QString &ref = {})
    {
        sayRaw(protocol::encode(message, ref));
    }
    void sayRaw(const QByteArray &bytes)
    {
        if (m_peer)
            m_peer->write(bytes);
    }
    /// Sends what was said, and closes.
    void closeConnection()
    {
        if (m_peer)
            m_peer->disconnectFromHost();
    }
    [[nodiscard]] bool isConnected() const { return m_peer && m_peer->state() == QAbstractSocket::ConnectedState; }
    /// Nobody can connect any more. Whoever is connected stays.
    void stopListening() { m_server.close(); }

    template <typename Message>
    [[nodiscard]] QList<Message> all() const
    {
        QList<Message> messages;
        for (const protocol::ClientMessage &message : heard) {
            if (const auto *one = std::get_if<Message>(&message))
                messages += *one;
        }
        return messages;
    }
    [[nodiscard]] QList<protocol::NotificationId> acknowledged() const
    {
        QList<protocol::NotificationId> ids;
        for (const protocol::Ack &ack : all<protocol::Ack>())
            ids += ack.ids;
        return ids;
    }

private:
    void accept()
    {
        m_peer = m_server.nextPendingConnection();
        ++connections;
        QObject::connect(m_peer, &QTcpSocket::readyRead, m_peer, [this, peer = m_peer.data()] {
            m_peer = peer;
            while (peer->canReadLine()) {
                const auto received = protocol::decodeFromClient(peer->readLine());
                if (!received)
                    qFatal("The client said something wrong: %s", qUtf8Printable(received.error().message));
                heard += received->message;
                refs += received->ref;
                onHeard(received->message);
            }
        });
        onConnected();
    }

    QTcpServer m_server;
    QPointer<QTcpSocket> m_peer;
};

/// Makes a scripted server one that lets everybody in, gives tokens, sends `ids` to whoever lacks them, and says
/// goodbye.
inline void beGenerous(ScriptedServer &server, const QList<protocol::NotificationId> &ids = {})
{
    server.onHeard = [&server, ids](const protocol::ClientMessage &message) {
        const QString ref = server.refs.isEmpty() ? QString() : server.refs.constLast();
        if (std::holds_alternative<protocol::ClientBye>(message) || std::holds_alternative<protocol::Logout>(message)) {
            if (std::holds_alternative<protocol::Logout>(message))
                server.say(protocol::Ok{}, ref);
            server.say(protocol::ServerBye{protocol::ByeReason::Idle, {}});
            server.closeConnection();
        }
        const auto *login = std::get_if<protocol::Login>(&message);
        if (login == nullptr)
            return;
        protocol::Welcome welcome = ScriptedServer::welcome(ids.size());
        if (login->remember)
            welcome.token = QStringLiteral("token of %1").arg(login->user);
        server.say(welcome);
        for (const protocol::NotificationId id : ids)
            server.say(ScriptedServer::notification(id));
        server.say(protocol::CaughtUp{ids.isEmpty() ? 0 : ids.constLast()});
    };
}

} // namespace jarchi::test

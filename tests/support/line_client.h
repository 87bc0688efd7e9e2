// SPDX-License-Identifier: MIT
#pragma once

#include "net/server.h"
#include "protocol/codec.h"
#include "support/patience.h"

#include <QTcpSocket>
#include <QTest>

#include <optional>

namespace jarchi::test {

/// A client of a few lines: sends what it is told, right or wrong, and reads message by message. It blocks the test's
/// thread while it waits, but not its events, so servers in that thread go on.
class LineClient
{
public:
    LineClient() = default;
    explicit LineClient(const net::Endpoint &endpoint) { connectTo(endpoint); }

    void connectTo(const net::Endpoint &endpoint)
    {
        m_socket.connectToHost(endpoint.address, endpoint.port);
        if (!waitUntil([this] {
                return m_socket.state() != QAbstractSocket::HostLookupState &&
                       m_socket.state() != QAbstractSocket::ConnectingState;
            })) {
            qWarning("no connection to %s", qPrintable(endpoint.toString()));
        }
    }

    QTcpSocket &socket() { return m_socket; }

    void sendBytes(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }
    void sendLine(const QByteArray &line) { sendBytes(line + '\n'); }
    void send(const protocol::ClientMessage &message, const QString &ref = {})
    {
        sendBytes(protocol::encode(message, ref));
    }

    /// The next message; nothing when none came in time or the server closed.
    std::optional<protocol::FromServer> next(int patience = Patience)
    {
        waitUntil([this] { return m_socket.canReadLine() || m_socket.state() != QAbstractSocket::ConnectedState; },
                  patience);
        if (!m_socket.canReadLine()) {
            return std::nullopt;
        }
        const QByteArray line = m_socket.readLine();
        const auto message = protocol::decodeFromServer(line);
        if (!message) {
            qWarning("not a line of the protocol: %s", line.constData());
            return std::nullopt;
        }
        return *message;
    }
    /// The next message if it is of this kind; nothing otherwise.
    template <typename Message>
    std::optional<Message> expect(int patience = Patience)
    {
        const auto message = next(patience);
        if (message && std::holds_alternative<Message>(message->message)) {
            m_lastRef = message->ref;
            return std::get<Message>(message->message);
        }
        if (message) {
            qWarning("expected something else than: %s", protocol::encode(message->message, message->ref).constData());
        } else {
            qWarning("nothing came");
        }
        return std::nullopt;
    }
    /// The `ref` of what expect() returned last.
    [[nodiscard]] const QString &lastRef() const { return m_lastRef; }

    /// The code of the error that has to be the next message.
    std::optional<protocol::ErrorCode> expectError()
    {
        const auto error = expect<protocol::ErrorMessage>();
        return error ? std::optional(error->code) : std::nullopt;
    }
    std::optional<protocol::ByeReason> expectBye(int patience = Patience)
    {
        const auto bye = expect<protocol::ServerBye>(patience);
        return bye ? std::optional(bye->reason) : std::nullopt;
    }
    /// The id of the notification that has to be the next message, 0 otherwise.
    protocol::NotificationId expectId()
    {
        const auto notification = expect<protocol::Notification>();
        return notification ? notification->id : 0;
    }
    /// Whether the server closes, having said no more.
    bool expectEnd(int patience = Patience)
    {
        waitUntil([this] { return m_socket.state() == QAbstractSocket::UnconnectedState; }, patience);
        return m_socket.state() == QAbstractSocket::UnconnectedState && m_socket.readAll().isEmpty();
    }
    /// Whether the server answers, and the answer is the next that it says.
    bool isAlive()
    {
        send(protocol::Ping{77});
        return expect<protocol::Pong>() == protocol::Pong{77};
    }

    /// From the greeting to the welcome.
    std::optional<protocol::Welcome> logIn(const QString &user, const QString &password, bool remember = false)
    {
        if (!expect<protocol::Hello>()) {
            return std::nullopt;
        }
        protocol::Login login;
        login.user = user;
        login.password = password;
        login.remember = remember;
        send(login);
        return expect<protocol::Welcome>();
    }

private:
    template <typename Condition>
    static bool waitUntil(const Condition &condition, int patience = Patience)
    {
        return QTest::qWaitFor(condition, patience);
    }

    QTcpSocket m_socket;
    QString m_lastRef;
};

} // namespace jarchi::test

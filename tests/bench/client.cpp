// SPDX-License-Identifier: MIT
#include "client.h"

#include "benchmark.h"
#include "protocol/codec.h"

#include <variant>

namespace jarchi::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000; // ms: a hang is told, slowness is not.

protocol::ServerMessage decoded(const QByteArray &line)
{
    auto message = protocol::decodeFromServer(line);
    if (!message) {
        throw Failed{u"The server sent something strange: %1"_s.arg(QString::fromUtf8(line))};
    }
    return message->message;
}

} // namespace

Client::Client(const net::Endpoint &server, const QString &token)
{
    m_socket.connectToHost(server.address, server.port);
    if (!m_socket.waitForConnected(Patience)) {
        throw Failed{m_socket.errorString()};
    }
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    protocol::Login login;
    login.token = token;
    send(login);
    waitFor<protocol::CaughtUp>();
}

QByteArray Client::nextLine()
{
    while (true) {
        while (!m_socket.canReadLine()) {
            if (!m_socket.waitForReadyRead(Patience)) {
                throw Failed{u"The server said nothing: %1"_s.arg(m_socket.errorString())};
            }
        }
        QByteArray line = m_socket.readLine();
        line.chop(1);
        if (!line.startsWith(R"({"type":"ping")")) {
            return line;
        }
        send(protocol::Pong{std::get<protocol::Ping>(decoded(line)).n});
    }
}

template <typename Message>
QByteArray Client::waitFor()
{
    while (true) {
        QByteArray line = nextLine();
        const protocol::ServerMessage message = decoded(line);
        if (std::holds_alternative<Message>(message)) {
            return line;
        }
        if (std::holds_alternative<protocol::ErrorMessage>(message) ||
            std::holds_alternative<protocol::ServerBye>(message)) {
            throw Failed{u"The server refused: %1"_s.arg(QString::fromUtf8(line))};
        }
    }
}

protocol::NotificationId Client::idIn(const QByteArray &line)
{
    const protocol::ServerMessage message = decoded(line);
    const auto *notification = std::get_if<protocol::Notification>(&message);
    if (notification == nullptr) {
        throw Failed{u"This is no notification: %1"_s.arg(QString::fromUtf8(line))};
    }
    return notification->id;
}

void Client::acknowledge(protocol::NotificationId id)
{
    send(protocol::Ack{{id}}, u"ack"_s);
    waitFor<protocol::Ok>();
}

void Client::send(const protocol::ClientMessage &message, const QString &ref)
{
    m_socket.write(protocol::encode(message, ref));
    while (m_socket.bytesToWrite() > 0) {
        if (!m_socket.waitForBytesWritten(Patience)) {
            throw Failed{m_socket.errorString()};
        }
    }
}

} // namespace jarchi::bench

// SPDX-License-Identifier: MIT
#include "session/server_link.h"

#include "transport/heartbeat.h"
#include "transport/line_socket.h"

#include <QHostAddress>
#include <QLoggingCategory>
#include <QTcpSocket>

#include <algorithm>

namespace jarchi::session {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(log, "jarchi.tray.link")

template <typename... Handlers>
struct Overloaded : Handlers...
{
    using Handlers::operator()...;
};
// C++20 makes it needless, but Clang before 17 does not know that.
template <typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

} // namespace

ServerLink::ServerLink(QObject *parent)
    : QObject(parent)
{
}

void ServerLink::open(const ServerAddress &address)
{
    close();
    m_address = address;
    m_unreadable = 0;
    m_wasConnected = false;
    m_phase = Phase::AwaitingHello;
    m_line = new transport::LineSocket(std::make_unique<QTcpSocket>(), protocol::LineBytesBeforeLogin,
                                       protocol::LineDeadline, this);
    QTcpSocket &socket = m_line->socket();
    connect(&socket, &QTcpSocket::connected, this, &ServerLink::onConnected);
    connect(m_line, &transport::LineSocket::lineReceived, this, &ServerLink::onLine);
    connect(m_line, &transport::LineSocket::lineTooLong, this, [this] {
        fail(Error::Kind::Refused,
             tr("%1 sent a line that is too long: it is no Jarchi server. Check the address and the port.")
                 .arg(toText(m_address)));
    });
    connect(m_line, &transport::LineSocket::lineStalled, this, [this] {
        fail(Error::Kind::Unavailable, tr("%1 stopped in the middle of a message.").arg(toText(m_address)));
    });
    connect(m_line, &transport::LineSocket::closed, this, &ServerLink::onClosed);
    socket.connectToHost(address.host, address.port);
}

void ServerLink::onConnected()
{
    m_wasConnected = true;
    // "localhost" is only a name, and a name can point anywhere; the password must not.
    const QHostAddress peer = m_line->socket().peerAddress();
    if (!peer.isLoopback()) {
        fail(Error::Kind::Refused, tr("%1 is not this computer but %2. Without TLS nothing is sent over a network.")
                                       .arg(toText(m_address), peer.toString()));
        return;
    }
    m_line->socket().setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

void ServerLink::onClosed()
{
    const QString where = toText(m_address);
    if (m_wasConnected)
        return fail(Error::Kind::Unavailable, tr("The connection to %1 was lost.").arg(where));
    switch (m_line->socket().error()) {
    case QAbstractSocket::ConnectionRefusedError:
        return fail(Error::Kind::Unavailable,
                    tr("%1 refused the connection. Is the server running, and is this its port?").arg(where));
    case QAbstractSocket::HostNotFoundError:
        return fail(Error::Kind::Unavailable,
                    tr("There is no computer called “%1”. Check the name, and whether this computer has a network.")
                        .arg(m_address.host));
    case QAbstractSocket::NetworkError:
        return fail(Error::Kind::Unavailable,
                    tr("There is no way to %1. Check whether this computer has a network.").arg(where));
    case QAbstractSocket::SocketTimeoutError:
        return fail(Error::Kind::Unavailable,
                    tr("%1 does not answer. Check the address, or try again later.").arg(where));
    default:
        return fail(Error::Kind::Unavailable,
                    tr("No connection to %1: %2.").arg(where, m_line->socket().errorString()));
    }
}

void ServerLink::logIn(const protocol::Login &login)
{
    if (m_phase == Phase::AwaitingWelcome)
        write(login, {});
}

void ServerLink::send(const protocol::ClientMessage &message, const QString &ref)
{
    if (m_phase == Phase::LoggedIn)
        write(message, ref);
}

void ServerLink::probe()
{
    if (m_heartbeat)
        m_heartbeat->probe();
}

void ServerLink::write(const protocol::ClientMessage &message, const QString &ref)
{
    if (m_line->bytesWaiting() > MostBytesWaiting) {
        fail(Error::Kind::Unavailable, tr("%1 does not read what it is sent.").arg(toText(m_address)));
        return;
    }
    m_line->write(protocol::encode(message, ref));
}

void ServerLink::close()
{
    m_phase = Phase::Closed;
    // Both may be among the callers, so they go later; as children they go even if no event loop comes back.
    if (m_heartbeat) {
        m_heartbeat->disconnect(this);
        m_heartbeat->stop();
        m_heartbeat->deleteLater();
        m_heartbeat = nullptr;
    }
    if (m_line) {
        m_line->disconnect(this);
        m_line->socket().disconnect(this);
        m_line->socket().flush();
        m_line->socket().abort();
        m_line->deleteLater();
        m_line = nullptr;
    }
}

void ServerLink::onLine(const QByteArray &line)
{
    const auto received = protocol::decodeFromServer(line);
    if (received)
        dispatch(*received);
    else
        onUnreadable(received.error());
}

void ServerLink::onUnreadable(const protocol::Refusal &refusal)
{
    if (m_phase == Phase::AwaitingHello) {
        fail(Error::Kind::Refused, tr("%1 is no Jarchi server, or one of another kind. Check the address and the port.")
                                       .arg(toText(m_address)));
        return;
    }
    if (refusal.code == protocol::ErrorCode::UnknownType)
        return; // Newer servers may say more than this program knows.
    if (m_unreadable == 0)
        qCWarning(log) << "A message of the server was not readable and is left out:" << refusal.message;
    if (++m_unreadable >= UnreadableLines)
        fail(Error::Kind::Unavailable, tr("%1 keeps sending what is not readable.").arg(toText(m_address)));
}

void ServerLink::dispatch(const protocol::FromServer &received)
{
    const auto inSession = [this](const auto &tell) {
        if (m_phase == Phase::LoggedIn)
            tell();
        else
            failProtocol();
    };
    const auto answer = [&](const protocol::ServerMessage &message) {
        inSession([&] { Q_EMIT answerReceived(message, received.ref); });
    };
    std::visit(Overloaded{
                   [&](const protocol::Hello &hello) { receive(hello); },
                   [&](const protocol::Welcome &welcome) { receive(welcome); },
                   [&](const protocol::Notification &notification) {
                       inSession([&] { Q_EMIT notificationReceived(notification); });
                   },
                   [&](const protocol::CaughtUp &reached) {
                       inSession([&] { Q_EMIT caughtUp(reached); });
                       if (!received.ref.isEmpty() && m_phase == Phase::LoggedIn)
                           Q_EMIT answerReceived(reached, received.ref);
                   },
                   [&](const protocol::InterestList &interests) { answer(interests); },
                   [&](const protocol::HistoryPage &page) { answer(page); },
                   [&](const protocol::Preview &preview) { answer(preview); },
                   [&](const protocol::Ok &ok) { answer(ok); },
                   [&](const protocol::Ping &ping) { write(protocol::Pong{ping.n}, {}); },
                   [](const protocol::Pong &) { /* heard() has told the heartbeat already. */ },
                   [&](const protocol::ErrorMessage &error) { Q_EMIT errorReceived(error, received.ref); },
                   [&](const protocol::ServerBye &bye) {
                       if (!received.ref.isEmpty() && m_phase == Phase::LoggedIn)
                           Q_EMIT answerReceived(bye, received.ref);
                       if (m_phase != Phase::Closed)
                           Q_EMIT byeReceived(bye);
                   },
               },
               received.message);
}

void ServerLink::receive(const protocol::Hello &hello)
{
    if (m_phase != Phase::AwaitingHello) {
        failProtocol();
        return;
    }
    if (hello.protocol != protocol::Version) {
        fail(Error::Kind::Refused, tr("%1 speaks protocol %2, and this program speaks %3. Update the older of the two.")
                                       .arg(toText(m_address))
                                       .arg(hello.protocol)
                                       .arg(protocol::Version));
        return;
    }
    m_phase = Phase::AwaitingWelcome;
    Q_EMIT greeted(hello);
}

void ServerLink::receive(const protocol::Welcome &welcome)
{
    if (m_phase != Phase::AwaitingWelcome) {
        failProtocol();
        return;
    }
    m_phase = Phase::LoggedIn;
    m_line->setMaximumLine(protocol::LineBytes);
    startHeartbeat(welcome.heartbeat);
    Q_EMIT loggedIn(welcome);
}

void ServerLink::startHeartbeat(std::chrono::seconds silence)
{
    // The server pings after its silence; the client asks only if that did not come. Bounded, because the
    // number comes from outside: a tenth of a second would be a storm, and a year would be never.
    const std::chrono::seconds patience = std::clamp(silence, 5s, std::chrono::seconds(10min)) + 5s;
    m_heartbeat = new transport::Heartbeat(patience, protocol::HeartbeatGrace, this);
    connect(m_line, &transport::LineSocket::heard, m_heartbeat, &transport::Heartbeat::noteHeard);
    connect(m_heartbeat, &transport::Heartbeat::pingDue, this, [this](qint64 n) { send(protocol::Ping{n}); });
    connect(m_heartbeat, &transport::Heartbeat::peerLost, this,
            [this] { fail(Error::Kind::Unavailable, tr("%1 does not answer any more.").arg(toText(m_address))); });
    m_heartbeat->start();
}

void ServerLink::failProtocol()
{
    fail(Error::Kind::Refused, tr("%1 does not follow the protocol. Check the address, or ask whoever runs the server.")
                                   .arg(toText(m_address)));
}

void ServerLink::fail(Error::Kind kind, const QString &sentence)
{
    if (m_phase == Phase::Closed)
        return;
    close();
    Q_EMIT ended(Error{kind, sentence});
}

} // namespace jarchi::session

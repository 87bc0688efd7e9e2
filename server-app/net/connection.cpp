// SPDX-License-Identifier: MIT
#include "net/connection.h"

#include "net/descriptor_limit.h"
#include "net/endpoint.h"
#include "net/logging.h"

#include <QTcpSocket>

#ifdef Q_OS_LINUX
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#endif

using namespace Qt::StringLiterals;

namespace jarchi::net {

namespace {

constexpr transport::Outbox::Limits OutboxLimits{
    256, 768 * 1024}; // With what the socket and the line buffers hold: below 1 MiB.

/// A peer that vanished without a word is noticed while we write to it, not after the quarter of an hour that TCP
/// waits.
void limitUnacknowledgedTime(qintptr descriptor)
{
#ifdef Q_OS_LINUX
    const unsigned int milliseconds = 20'000;
    ::setsockopt(static_cast<int>(descriptor), IPPROTO_TCP, TCP_USER_TIMEOUT, &milliseconds, sizeof(milliseconds));
#else
    Q_UNUSED(descriptor)
#endif
}

} // namespace

Connection::Connection(ConnectionId id, QByteArray greeting, ConnectionTimes times)
    : m_id(id)
    , m_greeting(std::move(greeting))
    , m_times(times)
    , m_outbox(std::make_shared<transport::Outbox>(
          OutboxLimits, [this] { QMetaObject::invokeMethod(this, &Connection::flush, Qt::QueuedConnection); }))
    , m_heartbeat(times.silence, times.grace, this)
    , m_loginDeadline(this)
    , m_stall(this)
    , m_linger(this)
{
    m_loginDeadline.setSingleShot(true);
    m_stall.setSingleShot(true);
    m_linger.setSingleShot(true);
    connect(&m_loginDeadline, &QTimer::timeout, this, &Connection::missLogin);
    connect(&m_stall, &QTimer::timeout, this, [this] {
        qCInfo(netLog, "connection %llu does not read; closing it", m_id);
        endNow();
    });
    connect(&m_linger, &QTimer::timeout, this, &Connection::endNow);
    connect(&m_heartbeat, &transport::Heartbeat::pingDue, this, [this](qint64 n) { reply(protocol::Ping{n}); });
    connect(&m_heartbeat, &transport::Heartbeat::peerLost, this, &Connection::endNow);
}

Connection::~Connection() = default;

void Connection::open(qintptr descriptor)
{
    QMetaObject::invokeMethod(
        this, [this, descriptor] { takeDescriptor(descriptor); }, Qt::QueuedConnection);
}

void Connection::admit()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_state == State::LoggingIn) {
                m_state = State::LoggedIn;
                m_loginDeadline.stop();
                m_lines->setMaximumLine(protocol::LineBytes);
                m_heartbeat.start();
            }
        },
        Qt::QueuedConnection);
}

void Connection::finishRequest(bool wrong)
{
    QMetaObject::invokeMethod(
        this,
        [this, wrong] {
            m_busy = false;
            if (wrong) {
                countWrong(false);
            }
            updateReading();
        },
        Qt::QueuedConnection);
}

void Connection::close(const protocol::ServerBye &bye, const QString &ref)
{
    QMetaObject::invokeMethod(
        this, [this, bye, ref] { sayBye(bye, ref); }, Qt::QueuedConnection);
}

void Connection::takeDescriptor(qintptr descriptor)
{
    auto socket = std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(descriptor)) {
        qCInfo(netLog, "connection %llu was gone before it began", m_id);
        closeDescriptor(descriptor);
        endNow();
        return;
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    limitUnacknowledgedTime(descriptor);
    m_lines = std::make_unique<transport::LineSocket>(std::move(socket), protocol::LineBytesBeforeLogin, m_times.line);
    connect(m_lines.get(), &transport::LineSocket::lineReceived, this, &Connection::readLine);
    connect(m_lines.get(), &transport::LineSocket::lineTooLong, this, &Connection::refuseLongLine);
    connect(m_lines.get(), &transport::LineSocket::lineStalled, this, [this] {
        sayBye({protocol::ByeReason::Slow, {}});
    });
    connect(m_lines.get(), &transport::LineSocket::heard, &m_heartbeat, &transport::Heartbeat::noteHeard);
    connect(m_lines.get(), &transport::LineSocket::progressed, this, [this] {
        m_stall.stop();
        flush();
    });
    connect(m_lines.get(), &transport::LineSocket::closed, this, &Connection::endNow);
    m_state = State::LoggingIn;
    Q_EMIT opened(m_id, Endpoint{m_lines->socket().peerAddress(), m_lines->socket().peerPort()}.toString());
    m_loginDeadline.start(m_times.login);
    static_cast<void>(m_outbox->put(m_greeting)); // An empty outbox takes it.
    flush();
}

void Connection::readLine(const QByteArray &line)
{
    const auto request = protocol::decodeFromClient(line);
    if (m_state == State::Closing) {
        // Sent before the peer heard our bye: recorded, or it would be pushed again.
        if (request && std::holds_alternative<protocol::Ack>(request->message)) {
            m_busy = true;
            updateReading();
            Q_EMIT requested(m_id, *request);
        }
        return;
    }
    if (request) {
        answer(*request);
    } else {
        const auto &fault = request.error();
        const bool notJson = fault.code == protocol::ErrorCode::BadJson || fault.code == protocol::ErrorCode::TooDeep ||
                             !QUtf8StringView(line).isValidUtf8();
        reply(protocol::ErrorMessage{fault.code, fault.message, {}}, fault.ref);
        countWrong(notJson && m_state == State::LoggingIn);
    }
    updateReading();
}

void Connection::refuseLongLine()
{
    if (m_state == State::Closing) {
        return;
    }
    const bool loggedIn = m_state == State::LoggedIn;
    const auto most = loggedIn ? protocol::LineBytes : protocol::LineBytesBeforeLogin;
    reply(protocol::ErrorMessage{protocol::ErrorCode::TooLong, u"A line is at most %1 bytes."_s.arg(most), {}});
    countWrong(!loggedIn);
    updateReading();
}

void Connection::answer(const protocol::FromClient &request)
{
    if (const auto *ping = std::get_if<protocol::Ping>(&request.message)) {
        reply(protocol::Pong{ping->n}, request.ref);
    } else if (std::holds_alternative<protocol::Pong>(request.message)) {
        // Being heard was all it was for.
    } else if (std::holds_alternative<protocol::ClientBye>(request.message)) {
        sayBye({protocol::ByeReason::Idle, {}}, request.ref);
    } else if (const bool isLogin = std::holds_alternative<protocol::Login>(request.message);
               isLogin == (m_state == State::LoggedIn)) {
        refuse(isLogin ? protocol::ErrorCode::AlreadyLoggedIn : protocol::ErrorCode::NotLoggedIn,
               isLogin ? u"This connection is logged in already."_s : u"Log in first."_s, request.ref);
    } else {
        m_busy = true;
        Q_EMIT requested(m_id, request);
    }
}

void Connection::refuse(protocol::ErrorCode code, const QString &message, const QString &ref)
{
    reply(protocol::ErrorMessage{code, message, {}}, ref);
    countWrong(false);
}

void Connection::countWrong(bool fatal)
{
    if (++m_wrongRequests >= protocol::WrongRequests || fatal) {
        m_lingering = true;
        sayBye({protocol::ByeReason::Protocol, {}});
    }
}

void Connection::missLogin()
{
    if (m_busy) {
        m_loginDeadline.start(std::chrono::seconds(1)); // It is the engine that takes so long.
    } else {
        sayBye({protocol::ByeReason::Idle, {}});
    }
}

void Connection::reply(const protocol::ServerMessage &message, const QString &ref)
{
    // Reading stops while the outbox is half full, so only a peer that takes nothing gets here with a full one.
    if (!m_outbox->put(protocol::encode(message, ref)) && m_state != State::Closing) {
        sayBye({protocol::ByeReason::Slow, {}});
    }
}

void Connection::sayBye(const protocol::ServerBye &bye, const QString &ref)
{
    if (m_state == State::Closing || m_state == State::Closed) {
        return;
    }
    if (!m_lines) {
        endNow();
        return;
    }
    m_lingering = m_lingering || bye.reason == protocol::ByeReason::Shutdown;
    m_state = State::Closing;
    m_loginDeadline.stop();
    m_heartbeat.stop();
    m_linger.start(2 * m_times.linger);
    m_outbox->putLast(protocol::encode(bye, ref));
    updateReading();
    flush();
}

void Connection::flush()
{
    if (!m_lines || m_state == State::Closed) {
        return;
    }
    while (m_lines->bytesWaiting() < WriteAhead) {
        const auto line = m_outbox->take();
        if (!line) {
            break;
        }
        m_lines->write(*line);
    }
    if (m_lines->bytesWaiting() > 0) {
        if (!m_stall.isActive()) {
            m_stall.start(m_times.stall);
        }
    } else {
        m_stall.stop();
    }
    if (m_outbox->load().lines > 0) {
        return;
    }
    if (m_outbox->takeRefusal()) {
        Q_EMIT outboxDrained(m_id);
    }
    if (m_state != State::Closing) {
        updateReading();
    } else if (m_lines->bytesWaiting() == 0 && !m_byeWritten) {
        m_byeWritten = true;
        if (m_lingering) {
            m_linger.start(m_times.linger);
        } else {
            m_lines->socket().disconnectFromHost();
        }
    }
}

void Connection::updateReading()
{
    if (m_state == State::LoggingIn || m_state == State::LoggedIn) {
        const auto load = m_outbox->load();
        const bool full = load.lines > OutboxLimits.lines / 2 || load.bytes > OutboxLimits.bytes / 2;
        m_lines->setPaused(m_busy || full);
    } else if (m_state == State::Closing) {
        m_lines->setPaused(m_busy);
    }
}

void Connection::endNow()
{
    if (m_state == State::Closed) {
        return;
    }
    m_state = State::Closed;
    m_heartbeat.stop();
    m_loginDeadline.stop();
    m_stall.stop();
    m_linger.stop();
    if (m_lines) {
        // Not destroyed here: one of its signals may be what called this.
        m_lines->disconnect(this);
        m_lines->socket().abort();
    }
    Q_EMIT finished(m_id);
}

} // namespace jarchi::net

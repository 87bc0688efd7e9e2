// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/codec.h"
#include "protocol/messages.h"
#include "transport/heartbeat.h"
#include "transport/line_socket.h"
#include "transport/outbox.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace jarchi::net {

using ConnectionId = quint64;

/// The deadlines of a connection; tests shorten them.
struct ConnectionTimes
{
    std::chrono::milliseconds login = protocol::LoginDeadline;
    std::chrono::milliseconds line = protocol::LineDeadline;
    std::chrono::milliseconds silence = protocol::HeartbeatSilence;
    std::chrono::milliseconds grace = protocol::HeartbeatGrace;
    std::chrono::milliseconds stall{10'000}; ///< Nothing written although there is something to write.
    std::chrono::milliseconds linger{1'000}; ///< After a `bye`, for the peer to read it.
};

/// One client's connection: reads its requests, answers those that are wrong, hands the others to the engine one at a
/// time, and writes what its outbox holds. One bad peer costs this object and nothing else.
///
/// Lives in a connection thread, where it makes its socket. The engine made it and destroys it, with deleteLater()
/// after finished(); what the engine calls is said below and goes through a queued call.
class Connection : public QObject
{
    Q_OBJECT

public:
    /// `greeting`: the `hello` line.
    Connection(ConnectionId id, QByteArray greeting, ConnectionTimes times);
    ~Connection() override;

    [[nodiscard]] ConnectionId id() const { return m_id; }
    /// Thread-safe by itself. Whoever puts into it lets go of it before this connection is destroyed.
    [[nodiscard]] const std::shared_ptr<transport::Outbox> &outbox() const { return m_outbox; }

    // ---- called by the engine, from its thread; each takes effect in the connection's ----

    /// Takes over an accepted socket.
    void open(qintptr descriptor);
    /// The login succeeded: longer lines, no login deadline, heartbeat.
    void admit();
    /// The request that was handed over is dealt with: the next one may be read. `wrong` counts against the peer.
    void finishRequest(bool wrong = false);
    /// Says bye, lets it reach the peer, and closes. `ref`: of the request that this answers.
    void close(const protocol::ServerBye &bye, const QString &ref = {});

Q_SIGNALS:
    /// The socket is there; `peer` is "127.0.0.1:51234".
    void opened(jarchi::net::ConnectionId id, const QString &peer);
    /// A request that only the engine can answer. No other follows before finishRequest().
    void requested(jarchi::net::ConnectionId id, const jarchi::protocol::FromClient &request);
    /// The outbox refused a line and is empty now.
    void outboxDrained(jarchi::net::ConnectionId id);
    /// The connection is over. Last signal.
    void finished(jarchi::net::ConnectionId id);

private:
    enum class State { Opening, LoggingIn, LoggedIn, Closing, Closed };

    /// How much is handed to the socket ahead of what the operating system takes.
    static constexpr qint64 WriteAhead = 64 * 1024;

    void takeDescriptor(qintptr descriptor);
    void readLine(const QByteArray &line);
    void refuseLongLine();
    void answer(const protocol::FromClient &request);
    void refuse(protocol::ErrorCode code, const QString &message, const QString &ref);
    void countWrong(bool fatal);
    void missLogin();
    void reply(const protocol::ServerMessage &message, const QString &ref = {});
    void sayBye(const protocol::ServerBye &bye, const QString &ref = {});
    void flush();
    void updateReading();
    void endNow();

    const ConnectionId m_id;
    const QByteArray m_greeting;
    const ConnectionTimes m_times;
    const std::shared_ptr<transport::Outbox> m_outbox;
    std::unique_ptr<transport::LineSocket> m_lines; ///< Made and destroyed in the connection's thread.
    transport::Heartbeat m_heartbeat;
    QTimer m_loginDeadline;
    QTimer m_stall;
    QTimer m_linger;
    State m_state = State::Opening;
    bool m_busy = false; ///< The engine has a request of ours.
    bool m_byeWritten = false;
    bool m_lingering = false; ///< The peer may be in the middle of sending: closing at once would reset the connection.
    int m_wrongRequests = 0;
};

} // namespace jarchi::net

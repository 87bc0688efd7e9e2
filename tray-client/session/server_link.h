// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "protocol/codec.h"
#include "protocol/messages.h"
#include "session/server_address.h"

#include <QByteArray>
#include <QObject>

namespace jarchi::transport {
class Heartbeat;
class LineSocket;
} // namespace jarchi::transport

namespace jarchi::session {

/// One connection to a server at a time: lines in, messages out, and the order of hello, login and the rest. It answers
/// pings and notices a server that has gone silently. It decides nothing about when to connect or to come back; that is
/// VisitMachine's. Lives in its Visit's thread.
///
/// A server's bytes are untrusted: whatever is out of order, too long or not readable ends the link or is ignored, as
/// the protocol says, and nothing is held beyond one line in and 256 KiB out.
class ServerLink : public QObject
{
    Q_OBJECT

public:
    /// Lines that could not be read before a server is left: one may be a bug, eight are not a Jarchi server.
    static constexpr int UnreadableLines = 8;
    static constexpr qint64 MostBytesWaiting = 256 * 1024;

    explicit ServerLink(QObject *parent = nullptr);

    /// Connects; a link that is open is closed first. Ends in greeted() or ended().
    void open(const ServerAddress &address);
    /// To be called after greeted(). Ends in loggedIn(), errorReceived(), byeReceived() or ended().
    void logIn(const protocol::Login &login);
    /// Does nothing on a link that is not logged in: whoever sends cannot know yet that it has ended.
    void send(const protocol::ClientMessage &message, const QString &ref = {});
    /// Asks the server for a sign of life. If none comes within protocol::HeartbeatGrace, the link ends.
    void probe();
    /// Sends what was written, as far as the operating system takes it, and closes. No signal comes after it.
    void close();

Q_SIGNALS:
    void greeted(const jarchi::protocol::Hello &hello);
    void loggedIn(const jarchi::protocol::Welcome &welcome);
    void notificationReceived(const jarchi::protocol::Notification &notification);
    void caughtUp(const jarchi::protocol::CaughtUp &caughtUp);
    /// The answer to the request with this `ref`: interests, a page of history, a preview, ok, caught_up or bye. The
    /// latter two have a signal of their own as well; bye's comes after this one.
    void answerReceived(const jarchi::protocol::ServerMessage &answer, const QString &ref);
    void errorReceived(const jarchi::protocol::ErrorMessage &error, const QString &ref);
    void byeReceived(const jarchi::protocol::ServerBye &bye);
    /// The link is closed. Unavailable: no connection, or it was lost. Refused: whatever is there does not speak
    /// this protocol, and will not tomorrow.
    void ended(const jarchi::Error &why);

private:
    enum class Phase { Closed, AwaitingHello, AwaitingWelcome, LoggedIn };

    void onConnected();
    void onClosed();
    void onLine(const QByteArray &line);
    void onUnreadable(const protocol::Refusal &refusal);
    void dispatch(const protocol::FromServer &received);
    void receive(const protocol::Hello &hello);
    void receive(const protocol::Welcome &welcome);
    void write(const protocol::ClientMessage &message, const QString &ref);
    void startHeartbeat(std::chrono::seconds silence);
    void failProtocol();
    void fail(Error::Kind kind, const QString &sentence);

    ServerAddress m_address;
    transport::LineSocket *m_line = nullptr;     ///< A child; null while closed.
    transport::Heartbeat *m_heartbeat = nullptr; ///< A child; null before the login.
    Phase m_phase = Phase::Closed;
    bool m_wasConnected = false;
    int m_unreadable = 0;
};

} // namespace jarchi::session

// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace jarchi::transport {

/// Notices a peer that has gone without saying so. After `silence` without a word it asks for a ping; when nothing is
/// heard for `grace` after that, the peer is lost. Lives in its socket's thread, owned by whoever owns the socket.
class Heartbeat : public QObject
{
    Q_OBJECT

public:
    Heartbeat(std::chrono::milliseconds silence, std::chrono::milliseconds grace, QObject *parent = nullptr);

    void start();
    void stop();
    /// Asks for a ping now, whenever the peer was last heard: after a sleep, silence says nothing. Does nothing when a
    /// ping is waiting for its answer, or when it was stopped.
    void probe();
    /// Anything came from the peer.
    void noteHeard();

Q_SIGNALS:
    /// Send a ping with this number.
    void pingDue(qint64 n);
    /// Nothing was heard for silence + grace.
    void peerLost();

private:
    void onTimeout();
    void ask();

    QTimer m_timer;
    QElapsedTimer m_sinceHeard;
    const std::chrono::milliseconds m_silence;
    const std::chrono::milliseconds m_grace;
    qint64 m_pings = 0;
    bool m_heard = false; ///< Since the timer was started. Hearing costs no timer, since it happens for every line.
    bool m_waiting = false;
};

} // namespace jarchi::transport

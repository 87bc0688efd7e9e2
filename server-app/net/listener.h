// SPDX-License-Identifier: MIT
#pragma once

#include <QTcpServer>
#include <QTimer>

#include <chrono>

namespace jarchi::net {

/// A QTcpServer that hands out descriptors, for the thread that will own the socket to make it, and that accepts again
/// after the process ran out of descriptors: Qt's own stays deaf from then on. Engine's thread; owned by the Server.
class Listener : public QTcpServer
{
    Q_OBJECT

public:
    explicit Listener(QObject *parent = nullptr);

Q_SIGNALS:
    /// The receiver owns the descriptor.
    void accepted(qintptr descriptor);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void pauseAfterError(QAbstractSocket::SocketError error);

    QTimer m_resume;
    std::chrono::milliseconds m_backoff{0};
};

} // namespace jarchi::net

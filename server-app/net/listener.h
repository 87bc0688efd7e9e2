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

    /// In place of QTcpServer::listen().
    [[nodiscard]] bool open(const QHostAddress &address, quint16 port);

Q_SIGNALS:
    /// The receiver owns the descriptor.
    void accepted(qintptr descriptor);

protected:
    void incomingConnection(qintptr descriptor) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// Waking up in vain happens: a peer may be gone again. As often as this in a row, nothing can be accepted.
    static constexpr int MostInVain = 3;

    void pause();

    QTimer m_resume;
    std::chrono::milliseconds m_backoff{0};
    int m_inVain = 0; ///< How often the socket had something to accept, and nothing was, since anything was.
};

} // namespace jarchi::net

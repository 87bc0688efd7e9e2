// SPDX-License-Identifier: MIT
#pragma once

#include "transport/line_buffer.h"

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <memory>

namespace jarchi::transport {

/// A TCP socket that speaks in lines: the reading end of a server's connection and of a client's link. It bounds what
/// is buffered in both directions and keeps the deadline of a line. Lives in one thread, with its socket.
class LineSocket : public QObject
{
    Q_OBJECT

public:
    /// Takes the socket over, connected or not (a QSslSocket is one too).
    LineSocket(std::unique_ptr<QTcpSocket> socket, qsizetype maximumLine, std::chrono::milliseconds lineDeadline,
               QObject *parent = nullptr);
    ~LineSocket() override;

    [[nodiscard]] QTcpSocket &socket() { return *m_socket; }

    void setMaximumLine(qsizetype maximum);
    /// While paused no line is reported and the peer is not read from: TCP slows it down. A paused line has no
    /// deadline.
    void setPaused(bool paused);

    /// Hands the bytes to the socket. The caller looks at bytesWaiting() first and keeps its own bounded queue.
    void write(const QByteArray &line);
    /// Written, but not yet taken by the operating system.
    [[nodiscard]] qint64 bytesWaiting() const;

Q_SIGNALS:
    /// One line, without its line feed. A receiver may pause or close the socket from within; it deletes this object
    /// only with deleteLater(). After a receiver closed it, no more lines are reported.
    void lineReceived(const QByteArray &line);
    /// A line exceeded the limit. The rest of it is thrown away as it comes.
    void lineTooLong();
    /// A line was begun and not ended within the deadline.
    void lineStalled();
    /// Something arrived, a whole line or not.
    void heard();
    /// The operating system took bytes.
    void progressed();
    /// The connection ended or could not be made, by either side. Last signal, and only once. What came before the
    /// end was reported before this, unless reading was paused.
    void closed();

private:
    void readMore();
    bool readSome();
    void report(const LineBuffer::Line &line);
    void watchDeadline();
    [[nodiscard]] bool mayRead() const;
    void onStateChanged(QAbstractSocket::SocketState state);
    void onError();
    void onDisconnected();

    std::unique_ptr<QTcpSocket> m_socket;
    LineBuffer m_buffer;
    QTimer m_deadline;
    bool m_paused = false;
    bool m_reading = false;
    bool m_leaving = false; ///< Closed from this side, though lines may still be on their way out.
    bool m_closed = false;
};

} // namespace jarchi::transport

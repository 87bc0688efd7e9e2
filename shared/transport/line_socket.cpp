// SPDX-License-Identifier: MIT
#include "transport/line_socket.h"

namespace jarchi::transport {

LineSocket::LineSocket(std::unique_ptr<QTcpSocket> socket, qsizetype maximumLine,
                       std::chrono::milliseconds lineDeadline, QObject *parent)
    : QObject(parent)
    , m_socket(std::move(socket))
    , m_buffer(maximumLine)
{
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(lineDeadline);
    connect(&m_deadline, &QTimer::timeout, this, &LineSocket::lineStalled);
    // Without this Qt takes in as much as a peer sends, read or not.
    m_socket->setReadBufferSize(maximumLine);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &LineSocket::readMore);
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, &LineSocket::progressed);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, &LineSocket::onError);
    connect(m_socket.get(), &QTcpSocket::stateChanged, this, &LineSocket::onStateChanged);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &LineSocket::onDisconnected);
    // For what arrived before we listened; queued, since nobody listens to us yet either.
    QMetaObject::invokeMethod(this, &LineSocket::readMore, Qt::QueuedConnection);
}

LineSocket::~LineSocket()
{
    // A socket destroyed while connected says that it disconnects, and must not say it to half an object.
    m_socket->disconnect(this);
}

void LineSocket::setMaximumLine(qsizetype maximum)
{
    m_buffer.setMaximum(maximum);
    m_socket->setReadBufferSize(maximum);
}

void LineSocket::setPaused(bool paused)
{
    if (m_paused == paused)
        return;
    m_paused = paused;
    if (paused)
        m_deadline.stop();
    else
        // Queued: the caller may be a receiver of lineReceived(), or not expect lines before this returns.
        QMetaObject::invokeMethod(this, &LineSocket::readMore, Qt::QueuedConnection);
}

void LineSocket::write(const QByteArray &line)
{
    if (m_socket->state() == QAbstractSocket::ConnectedState && m_socket->isWritable())
        m_socket->write(line);
}

qint64 LineSocket::bytesWaiting() const
{
    return m_socket->bytesToWrite();
}

void LineSocket::readMore()
{
    // A receiver that runs an event loop, or makes the socket speak, comes here again from within.
    if (m_reading)
        return;
    m_reading = true;
    while (mayRead() && readSome()) {
    }
    m_reading = false;
    watchDeadline();
}

/// The next line out of the buffer, or else more bytes into it. False when there are neither.
bool LineSocket::readSome()
{
    const bool wasDiscarding = m_buffer.isDiscarding();
    const std::optional<LineBuffer::Line> line = m_buffer.next();
    // The deadline is one line's: it ends with the line, and not when a few more bytes of it dribble in.
    if (!m_buffer.isDiscarding() && (line || wasDiscarding))
        m_deadline.stop();
    if (line) {
        report(*line);
        return true;
    }
    const QByteArray bytes = m_socket->read(m_buffer.room());
    if (bytes.isEmpty())
        return false;
    m_buffer.append(bytes);
    Q_EMIT heard();
    return true;
}

void LineSocket::report(const LineBuffer::Line &line)
{
    if (line.tooLong)
        Q_EMIT lineTooLong();
    else
        Q_EMIT lineReceived(line.bytes);
}

void LineSocket::watchDeadline()
{
    if (!mayRead() || !m_buffer.isMidLine())
        m_deadline.stop();
    else if (!m_deadline.isActive())
        m_deadline.start();
}

bool LineSocket::mayRead() const
{
    // A socket that is no longer connected is not in the way: what a peer sent before it went is still to be read.
    return !m_paused && !m_leaving && !m_closed && m_socket->isOpen();
}

void LineSocket::onStateChanged(QAbstractSocket::SocketState state)
{
    // Closing without an error is our own side's doing: what the peer says from here on is of no interest.
    if (state == QAbstractSocket::ClosingState && m_socket->error() == QAbstractSocket::UnknownSocketError)
        m_leaving = true;
}

void LineSocket::onError()
{
    // A connection that was never made ends without a disconnected().
    if (m_socket->state() == QAbstractSocket::UnconnectedState)
        onDisconnected();
}

void LineSocket::onDisconnected()
{
    readMore();
    if (m_closed)
        return;
    m_closed = true;
    m_deadline.stop();
    Q_EMIT closed();
}

} // namespace jarchi::transport

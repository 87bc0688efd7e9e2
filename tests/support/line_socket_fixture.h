// SPDX-License-Identifier: MIT
#pragma once

#include "support/patience.h"
#include "transport/line_socket.h"

#include <QTcpServer>
#include <QTest>

#include <memory>

namespace jarchi::test {

/// A LineSocket, the peer at its other end, and the lines that came.
class LineSocketFixture
{
protected:
    using LineSocket = transport::LineSocket;

    void setUp()
    {
        m_server = std::make_unique<QTcpServer>();
        QVERIFY(m_server->listen(QHostAddress::LocalHost, 0));
        m_peer = std::make_unique<QTcpSocket>();
    }
    void tearDown()
    {
        m_line.reset();
        m_peer.reset();
        m_server.reset();
        m_lines.clear();
    }

    /// The server's end of a new connection of the peer.
    [[nodiscard]] std::unique_ptr<QTcpSocket> connected()
    {
        m_peer->connectToHost(QHostAddress::LocalHost, m_server->serverPort());
        if (!QTest::qWaitFor([this] { return m_server->hasPendingConnections(); }, Patience))
            qFatal("nobody connected");
        std::unique_ptr<QTcpSocket> accepted(m_server->nextPendingConnection());
        accepted->setParent(nullptr);
        return accepted;
    }
    void open(qsizetype maximum = 4096, std::chrono::milliseconds deadline = std::chrono::seconds(10))
    {
        std::unique_ptr<QTcpSocket> accepted = connected();
        QTRY_COMPARE_WITH_TIMEOUT(m_peer->state(), QAbstractSocket::ConnectedState, Patience);
        m_line = std::make_unique<LineSocket>(std::move(accepted), maximum, deadline);
        QObject::connect(m_line.get(), &LineSocket::lineReceived, m_line.get(),
                         [this](const QByteArray &line) { m_lines.append(line); });
    }
    void send(const QByteArray &bytes)
    {
        m_peer->write(bytes);
        m_peer->flush();
    }

    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<QTcpSocket> m_peer;
    std::unique_ptr<LineSocket> m_line;
    QList<QByteArray> m_lines;
};

} // namespace jarchi::test

// SPDX-License-Identifier: MIT
#include "support/net_server_fixture.h"

#include <QSignalSpy>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using protocol::ByeReason;

/// One connection to the listening part of the server: its deadlines, its outbox and its end.
class TestServer : public QObject, private NetServerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void halfALine_thenSilence_endsInByeSlow();
    void halfALine_completedInTime_isRead();
    void login_never_endsInByeIdle();
    void login_thatTheEngineTakesLongFor_isWaitedFor();
    void silence_isAskedWithAPing_andEndsTheConnection();
    void silence_answeredPings_keepTheConnection();

    void peer_thatNeverReads_isBoundedAndClosed();
    void outbox_refusedALine_saysWhenItIsEmpty();

    void close_tellsEverybodyAndEnds();
    void close_withoutConnections_ends();
};

void TestServer::halfALine_thenSilence_endsInByeSlow()
{
    m_options.times.line = 200ms;
    start();
    LineClient early(m_endpoint);
    QVERIFY(early.expect<protocol::Hello>());
    LineClient late;
    QVERIFY(enter(late));
    for (LineClient *client : {&early, &late}) {
        client->sendBytes(R"({"type":"pi)"_ba);
        QCOMPARE(client->expectBye(), ByeReason::Slow);
        QVERIFY(client->expectEnd());
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_server->connections(), 0, Patience);
}

void TestServer::halfALine_completedInTime_isRead()
{
    start();
    LineClient client(m_endpoint);
    QVERIFY(client.expect<protocol::Hello>());
    for (const char byte : R"({"type":"ping","n":77})"_ba + "\n") {
        client.sendBytes(QByteArray(1, byte));
        QCoreApplication::processEvents();
    }
    QCOMPARE(client.expect<protocol::Pong>(), protocol::Pong{77});
}

void TestServer::login_never_endsInByeIdle()
{
    m_options.times.login = 200ms;
    start();
    LineClient client(m_endpoint);
    QVERIFY(client.expect<protocol::Hello>());
    QCOMPARE(client.expectBye(), ByeReason::Idle);
    QVERIFY(client.expectEnd());
    QTRY_COMPARE_WITH_TIMEOUT(m_server->connections(), 0, Patience);
}

void TestServer::login_thatTheEngineTakesLongFor_isWaitedFor()
{
    m_options.times.login = 50ms;
    m_admits = false;
    start();
    std::unique_ptr<LineClient> client;
    const auto isAsked = [&] {
        client = std::make_unique<LineClient>(m_endpoint);
        client->send(login(), u"l"_s);
        const auto isDecided = [&] {
            return m_last != 0 || client->socket().state() != QAbstractSocket::ConnectedState;
        };
        return QTest::qWaitFor(isDecided, Patience) && m_last != 0;
    };
    // On a busy machine the deadline may pass before the login has come; then it is tried again.
    QVERIFY(QTest::qWaitFor(isAsked, Patience));
    QVERIFY(client->expect<protocol::Hello>());
    // Now it passes while the engine thinks.
    QVERIFY(!client->next(200));
    QCOMPARE(client->socket().state(), QAbstractSocket::ConnectedState);
    m_server->admit(m_last);
    m_server->find(m_last)->finishRequest();
    QVERIFY(client->isAlive());
}

void TestServer::silence_isAskedWithAPing_andEndsTheConnection()
{
    m_options.times.silence = 200ms;
    m_options.times.grace = 200ms;
    start();
    LineClient client;
    QVERIFY(enter(client));
    QVERIFY(client.expect<protocol::Ping>());
    QVERIFY(client.expectEnd());
    QTRY_COMPARE_WITH_TIMEOUT(m_server->connections(), 0, Patience);
}

void TestServer::silence_answeredPings_keepTheConnection()
{
    m_options.times.silence = 50ms;
    m_options.times.grace = 1s; // After a ping it is not looked again before that.
    start();
    LineClient client;
    QVERIFY(enter(client));
    qint64 last = 0;
    for (int i = 0; i < 3; ++i) {
        const auto ping = client.expect<protocol::Ping>();
        QVERIFY(ping);
        QVERIFY(ping->n > last);
        last = ping->n;
        client.send(protocol::Pong{ping->n});
    }
    QCOMPARE(m_server->connections(), 1);
}

void TestServer::peer_thatNeverReads_isBoundedAndClosed()
{
    m_options.times.stall = 500ms;
    start();
    LineClient deaf;
    QVERIFY(enter(deaf));
    const auto deafId = m_last;
    deaf.socket().setReadBufferSize(1024);
    LineClient other;
    QVERIFY(enter(other));
    const auto otherId = m_last;

    const QByteArray line = protocol::encode(protocol::Notification{
        1, u"T"_s, QString(4000, u'x'), {}, {}, {}, {}, {}, QDateTime::currentDateTimeUtc(), {}, {}, {}});
    bool gone = false;
    connect(m_server.get(), &net::Server::disconnected, this, [&](net::ConnectionId id) { gone |= id == deafId; });
    int pushed = 0;
    QElapsedTimer patience;
    patience.start();
    while (!gone && patience.elapsed() < Patience) {
        if (const auto *connection = m_server->find(deafId)) {
            while (connection->outbox()->put(line)) {
            }
            QVERIFY(connection->outbox()->load().bytes <= 1024 * 1024);
            QVERIFY(connection->outbox()->load().lines <= 256);
        }
        if (pushed < 100) { // The other one is served all the while.
            ++pushed;
            QVERIFY(m_server->find(otherId)->outbox()->put(line));
            QVERIFY(other.expect<protocol::Notification>());
        } else {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        }
    }
    QVERIFY(gone);
    QVERIFY(other.isAlive());
}

void TestServer::outbox_refusedALine_saysWhenItIsEmpty()
{
    start();
    LineClient client;
    QVERIFY(enter(client));
    QSignalSpy drained(m_server.get(), &net::Server::outboxDrained);
    const QByteArray line = protocol::encode(protocol::ServerMessage(protocol::Ping{1}));
    int taken = 0;
    while (m_server->find(m_last)->outbox()->put(line)) {
        ++taken;
    }
    QTRY_VERIFY_WITH_TIMEOUT(!drained.isEmpty(), Patience);
    QCOMPARE(drained.first().first().value<net::ConnectionId>(), m_last);
    QVERIFY(m_server->find(m_last)->outbox()->put(line));
    for (int i = 0; i < taken + 1; ++i) {
        QVERIFY(client.expect<protocol::Ping>());
    }
}

void TestServer::close_tellsEverybodyAndEnds()
{
    start();
    std::vector<LineClient> clients(10);
    for (std::size_t i = 0; i < clients.size(); ++i) {
        if (i % 2 == 0) {
            QVERIFY(enter(clients[i]));
        } else {
            clients[i].connectTo(m_endpoint);
            QVERIFY(clients[i].expect<protocol::Hello>());
        }
    }
    QSignalSpy closed(m_server.get(), &net::Server::closed);
    m_server->close({ByeReason::Shutdown, protocol::RetryWindow{1s, 30s}});
    for (auto &client : clients) {
        const auto bye = client.expect<protocol::ServerBye>();
        QVERIFY(bye);
        QCOMPARE(bye->reason, ByeReason::Shutdown);
        QVERIFY(bye->retryAfter.has_value());
        QVERIFY(client.expectEnd());
    }
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, Patience);
    QCOMPARE(m_server->connections(), 0);
}

void TestServer::close_withoutConnections_ends()
{
    start();
    QSignalSpy closed(m_server.get(), &net::Server::closed);
    m_server->close({ByeReason::Shutdown, {}});
    QVERIFY(closed.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, Patience);
}

QTEST_GUILESS_MAIN(TestServer)
#include "test_server.moc"

// SPDX-License-Identifier: MIT
#include "support/console_client_fixture.h"

#include "database/connection.h"

using namespace jarchi;
using namespace jarchi::console;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What the client on a console does without a server, without room for what comes, and without anybody who reads it.
class TestConsoleClientFaults : public QObject, private ConsoleClientFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }

    void noServer_whenNotStaying_isUnreachable();
    void noServer_whenStaying_keepsTryingAndSaysSo();
    void lostConnection_whenNotStaying_isUnreachable();
    void lostConnection_whenStaying_redeliversOnce();
    void wrongProtocol_isUnreachable_evenWhenStaying();
    void garbageForever_whenStaying_comesBack();
    void serverBye_whenStaying_comesBack();
    void replaced_whenStaying_isDone();

    void storeFailure_whenNotStaying_showsNothingAndFails();
    void storeFailure_whenStaying_triesAgainUntilThereIsRoom();
    void storeFailure_thatLasts_endsEvenWhenStaying();
    void outputGone_endsQuietly();
    void outputBroken_failsWithTheReason();
};

void TestConsoleClientFaults::noServer_whenNotStaying_isUnreachable()
{
    m_server->stopListening();
    // A port that nothing listens on: the one that was just free.
    session::ServerAddress address = m_server->address();
    QTcpServer probe;
    QVERIFY(probe.listen(QHostAddress::LocalHost));
    address.port = probe.serverPort();
    probe.close();
    const Client client(path(), address, Minute);
    QTRY_COMPARE_WITH_TIMEOUT(client.exitStatus(), Unreachable, Patience);
    QVERIFY2(client.said.contains(u"refused the connection"_s), qUtf8Printable(client.said));
}

void TestConsoleClientFaults::noServer_whenStaying_keepsTryingAndSaysSo()
{
    QTcpServer probe;
    QVERIFY(probe.listen(QHostAddress::LocalHost));
    const session::ServerAddress address{.host = u"127.0.0.1"_s, .port = probe.serverPort()};
    probe.close();
    const Client client(path(), address, Stay);
    QTRY_VERIFY_WITH_TIMEOUT(client.said.count(u"reconnecting in 1 s"_s) >= 3, Patience);
    QVERIFY(!client.exitStatus());
}

void TestConsoleClientFaults::lostConnection_whenNotStaying_isUnreachable()
{
    serve({1});
    const auto client = makeClient(Minute);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->acknowledged(), Ids{1}, Patience);
    m_server->closeConnection();
    QTRY_COMPARE_WITH_TIMEOUT(client->exitStatus(), Unreachable, Patience);
    QVERIFY(client->said.contains(u"was lost"_s));
}

void TestConsoleClientFaults::lostConnection_whenStaying_redeliversOnce()
{
    serve({1, 2});
    const auto client = makeClient(Stay);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->acknowledged(), (Ids{1, 2}), Patience);
    serve({1, 2, 3}); // As if the acknowledgement had been lost with the connection.
    m_server->closeConnection();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->acknowledged(), (Ids{1, 2, 1, 2, 3}), Patience);
    QCOMPARE(client->notifier.shown, (Ids{1, 2, 3}));
    QCOMPARE(m_server->connections, 2);
}

void TestConsoleClientFaults::wrongProtocol_isUnreachable_evenWhenStaying()
{
    m_server->onConnected = [this] {
        protocol::Hello hello = ScriptedServer::hello();
        hello.protocol = 2;
        m_server->say(hello);
    };
    const auto client = makeClient(Stay);
    QTRY_COMPARE_WITH_TIMEOUT(client->exitStatus(), Unreachable, Patience);
    QVERIFY(client->said.contains(u"speaks protocol 2"_s));
    QVERIFY(m_server->heard.isEmpty()); // Above all, no password.
}

void TestConsoleClientFaults::garbageForever_whenStaying_comesBack()
{
    m_server->onHeard = [this](const protocol::ClientMessage &message) {
        if (!std::holds_alternative<protocol::Login>(message))
            return;
        m_server->say(ScriptedServer::welcome());
        m_server->sayRaw(QByteArray("garbage\n").repeated(100));
    };
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"not readable"_s));
    const auto client = makeClient(Stay);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->all<protocol::Login>().size() >= 2, Patience);
    QVERIFY(!client->exitStatus());
    QCOMPARE(client->notifier.shown, Ids{});
}

void TestConsoleClientFaults::serverBye_whenStaying_comesBack()
{
    serve({});
    const auto client = makeClient(Stay);
    QTRY_VERIFY_WITH_TIMEOUT(client->said.contains(u"caught up"_s), Patience);
    m_server->say(protocol::ServerBye{protocol::ByeReason::Shutdown, protocol::RetryWindow{0s, 1s}});
    QTRY_COMPARE_WITH_TIMEOUT(m_server->all<protocol::Login>().size(), 2, Patience);
    // A busy machine takes longer over saying so than the few milliseconds that are left.
    QVERIFY2(client->said.contains(u"The server is shutting down.\nreconnecting in "_s), qUtf8Printable(client->said));
}

void TestConsoleClientFaults::replaced_whenStaying_isDone()
{
    serve({});
    const auto client = makeClient(Stay);
    QTRY_VERIFY_WITH_TIMEOUT(client->said.contains(u"caught up"_s), Patience);
    m_server->say(protocol::ServerBye{protocol::ByeReason::Replaced, {}});
    QTRY_COMPARE_WITH_TIMEOUT(client->exitStatus(), Done, Patience);
    QCOMPARE(m_server->connections, 1);
}

void TestConsoleClientFaults::storeFailure_whenNotStaying_showsNothingAndFails()
{
    serve({1, 2});
    const auto client = makeClient(Minute);
    const auto other = database::Connection::open({.path = path(), .create = false, .checkpoint = false});
    QVERIFY(other);
    QVERIFY(other->execute(u"BEGIN IMMEDIATE"_s));
    QTRY_COMPARE_WITH_TIMEOUT(client->exitStatus(), Failed, Patience);
    QCOMPARE(client->notifier.shown, Ids{});
    QCOMPARE(m_server->acknowledged(), Ids{});
    QCOMPARE(client->said.count(u"locked"_s), 1);
}

void TestConsoleClientFaults::storeFailure_whenStaying_triesAgainUntilThereIsRoom()
{
    serve({1, 2});
    const auto client = makeClient(Stay);
    const auto other = database::Connection::open({.path = path(), .create = false, .checkpoint = false});
    QVERIFY(other);
    QVERIFY(other->execute(u"BEGIN IMMEDIATE"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_server->all<protocol::Login>().size() >= 3, Patience);
    QCOMPARE(client->notifier.shown, Ids{});
    QCOMPARE(m_server->acknowledged(), Ids{});
    QCOMPARE(client->said.count(u"locked"_s), 1); // Said once, not each time.

    QVERIFY(other->execute(u"ROLLBACK"_s));
    QTRY_COMPARE_WITH_TIMEOUT(client->notifier.shown, (Ids{1, 2}), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->acknowledged(), (Ids{1, 2}), Patience);
    QVERIFY(!client->exitStatus());
}

void TestConsoleClientFaults::storeFailure_thatLasts_endsEvenWhenStaying()
{
    serve({1, 2});
    const auto client = makeClient(Stay);
    const auto other = database::Connection::open({.path = path(), .create = false, .checkpoint = false});
    QVERIFY(other);
    QVERIFY(other->execute(u"DROP TABLE notification"_s));
    QTRY_COMPARE_WITH_TIMEOUT(client->exitStatus(), Failed, Patience);
    QCOMPARE(client->notifier.shown, Ids{});
    QCOMPARE(m_server->acknowledged(), Ids{});
    QCOMPARE(m_server->all<protocol::ClientBye>().size(), 1);
}

void TestConsoleClientFaults::outputGone_endsQuietly()
{
    serve({1, 2});
    const auto client = makeClient(Stay);
    client->notifier.trouble = Error{Error::Kind::Unavailable, u"gone"_s};
    QTRY_COMPARE_WITH_TIMEOUT(client->exitStatus(), Done, Patience);
    QCOMPARE(m_server->acknowledged(), Ids{});
    QVERIFY(!client->said.contains(u"gone"_s));
}

void TestConsoleClientFaults::outputBroken_failsWithTheReason()
{
    serve({1, 2});
    const auto client = makeClient(Stay);
    client->notifier.trouble = Error{Error::Kind::Broken, u"no space"_s};
    QTRY_COMPARE_WITH_TIMEOUT(client->exitStatus(), Failed, Patience);
    QCOMPARE(m_server->acknowledged(), Ids{});
    QCOMPARE(client->said.count(u"no space"_s), 1);
}

QTEST_GUILESS_MAIN(TestConsoleClientFaults)
#include "test_console_client_faults.moc"

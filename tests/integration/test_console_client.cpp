// SPDX-License-Identifier: MIT
#include "support/console_client_fixture.h"

using namespace jarchi;
using namespace jarchi::console;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using protocol::NotificationId;

/// The client on a console with a server that works, or that says no.
class TestConsoleClient : public QObject, private ConsoleClientFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }

    void visit_isStoredShownAcknowledged();
    void session_whoseTimeIsUp_saysByeAndIsDone();
    void stop_saysByeAndIsDone();
    void stop_twice_doesNotWaitForTheServer();
    void burst_thatEndsInABye_isKept();
    void secondRun_showsNothingAgain();
    void killedBeforePrinting_isSaidOnce();
    void changedEpoch_showsTheSameIdsAgain();
    void manyIds_areAcknowledgedInPartsTheProtocolAllows();

    void wrongPassword_isRefused_data();
    void wrongPassword_isRefused();
    void throttled_whenNotStaying_isRefused();
    void busy_whenStaying_triesAgain();
    void hostileNames_areHarmlessOnTheStatusStream();
};

void TestConsoleClient::visit_isStoredShownAcknowledged()
{
    serve({41, 42});
    const auto client = makeClient(Minute);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->acknowledged(), (Ids{41, 42}), Patience);
    QCOMPARE(client->notifier.shown, (Ids{41, 42}));
    QCOMPARE(client->said, u"connected as Sara, 2 waiting\ncaught up\n"_s);
    QCOMPARE(m_server->all<protocol::Ack>().size(), 1);

    m_server->say(ScriptedServer::notification(43));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->acknowledged(), (Ids{41, 42, 43}), Patience);
    QCOMPARE(client->notifier.shown, (Ids{41, 42, 43}));
    QVERIFY(!client->exitStatus());
}

void TestConsoleClient::session_whoseTimeIsUp_saysByeAndIsDone()
{
    serve({1});
    const auto client = makeClient(1s);
    QTRY_COMPARE_WITH_TIMEOUT(client->exitStatus(), Done, Patience);
    QCOMPARE(m_server->all<protocol::ClientBye>().size(), 1);
    QCOMPARE(client->notifier.shown, Ids{1});
    QCOMPARE(client->said, u"connected as Sara, 1 waiting\ncaught up\n"_s);
    QCOMPARE(m_server->connections, 1);
}

void TestConsoleClient::stop_saysByeAndIsDone()
{
    serve({});
    const auto client = makeClient(Stay);
    QTRY_VERIFY_WITH_TIMEOUT(client->said.contains(u"caught up"_s), Patience);
    client->client->stop();
    QTRY_COMPARE_WITH_TIMEOUT(client->exitStatus(), Done, Patience);
    QCOMPARE(m_server->all<protocol::ClientBye>().size(), 1);
}

void TestConsoleClient::stop_twice_doesNotWaitForTheServer()
{
    serve({});
    const auto client = makeClient(Stay);
    QTRY_VERIFY_WITH_TIMEOUT(client->said.contains(u"caught up"_s), Patience);
    client->client->stop();
    QVERIFY(!client->exitStatus());
    client->client->stop();
    QCOMPARE(client->exitStatus(), Done);
}

void TestConsoleClient::burst_thatEndsInABye_isKept()
{
    m_server->onHeard = [this](const protocol::ClientMessage &message) {
        if (!std::holds_alternative<protocol::Login>(message))
            return;
        m_server->say(ScriptedServer::welcome(1));
        m_server->say(ScriptedServer::notification(1));
        m_server->say(protocol::ServerBye{protocol::ByeReason::Shutdown, {}});
    };
    const auto client = makeClient(Minute);
    QTRY_COMPARE_WITH_TIMEOUT(client->exitStatus(), Done, Patience);
    QCOMPARE(client->notifier.shown, Ids{1});
    QTRY_COMPARE_WITH_TIMEOUT(m_server->acknowledged(), Ids{1}, Patience);
    QVERIFY(client->said.contains(u"The server is shutting down."_s));
}

void TestConsoleClient::secondRun_showsNothingAgain()
{
    serve({1, 2});
    {
        const auto client = makeClient(Minute);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->acknowledged(), (Ids{1, 2}), Patience);
    }
    m_server->heard.clear();
    const auto client = makeClient(Minute);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->acknowledged(), (Ids{1, 2}), Patience);
    QCOMPARE(client->notifier.shown, Ids{});
}

void TestConsoleClient::killedBeforePrinting_isSaidOnce()
{
    serve({1});
    {
        const SystemClock clock;
        const auto inbox = std::move(*inbox::Inbox::open({.path = path()}, clock));
        QVERIFY(inbox->store(u"one"_s, {ScriptedServer::notification(1)}));
    }
    const QString expected = u"connected as Sara, 1 waiting\ncaught up\n"_s;
    {
        const auto client = makeClient(Stay);
        QTRY_COMPARE_WITH_TIMEOUT(client->said, u"in the inbox from before, perhaps never printed: 1\n"_s + expected,
                                  Patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->acknowledged(), Ids{1}, Patience);
        QVERIFY(client->notifier.shown.isEmpty());
    }
    const auto client = makeClient(Stay);
    QTRY_COMPARE_WITH_TIMEOUT(client->said, expected, Patience);
}

void TestConsoleClient::changedEpoch_showsTheSameIdsAgain()
{
    serve({1, 2});
    const auto client = makeClient(Stay);
    QTRY_COMPARE_WITH_TIMEOUT(client->notifier.shown, (Ids{1, 2}), Patience);
    m_server->onConnected = [this] { m_server->say(ScriptedServer::hello(u"two"_s)); };
    m_server->closeConnection();
    QTRY_COMPARE_WITH_TIMEOUT(client->notifier.shown, (Ids{1, 2, 1, 2}), Patience);
}

void TestConsoleClient::manyIds_areAcknowledgedInPartsTheProtocolAllows()
{
    serve({});
    const auto client = makeClient(Minute);
    QTRY_VERIFY_WITH_TIMEOUT(client->said.contains(u"caught up"_s), Patience);
    QByteArray lines;
    for (NotificationId id = 1; id <= 1000; ++id)
        lines += protocol::encode(protocol::ServerMessage(ScriptedServer::notification(id)));
    m_server->sayRaw(lines);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->acknowledged().size(), 1000, Patience);
    QCOMPARE(client->notifier.shown.size(), 1000);
    QVERIFY(std::is_sorted(client->notifier.shown.begin(), client->notifier.shown.end()));
    for (const protocol::Ack &ack : m_server->all<protocol::Ack>())
        QVERIFY(ack.ids.size() <= protocol::AckIds);
}

void TestConsoleClient::wrongPassword_isRefused_data()
{
    QTest::addColumn<std::chrono::seconds>("session");
    QTest::newRow("a minute") << Minute;
    QTest::newRow("staying") << Stay;
}

void TestConsoleClient::wrongPassword_isRefused()
{
    QFETCH(const std::chrono::seconds, session);
    m_server->onHeard = [this](const protocol::ClientMessage &) {
        m_server->say(protocol::ErrorMessage{protocol::ErrorCode::BadCredentials, u"wrong"_s, {}});
    };
    const auto client = makeClient(session);
    QTRY_COMPARE_WITH_TIMEOUT(client->exitStatus(), LoginRefused, Patience);
    QCOMPARE(client->said, u"The user name or the password is wrong. Check both, and try again.\n"_s);
    QCOMPARE(m_server->connections, 1);
}

void TestConsoleClient::throttled_whenNotStaying_isRefused()
{
    m_server->onHeard = [this](const protocol::ClientMessage &) {
        m_server->say(protocol::ErrorMessage{protocol::ErrorCode::Throttled, u"slowly"_s, 30s});
    };
    const auto client = makeClient(Minute);
    QTRY_COMPARE_WITH_TIMEOUT(client->exitStatus(), LoginRefused, Patience);
    QVERIFY(client->said.contains(u"30 s"_s));
}

void TestConsoleClient::busy_whenStaying_triesAgain()
{
    m_server->onHeard = [this](const protocol::ClientMessage &) {
        if (m_server->connections < 3)
            m_server->say(protocol::ErrorMessage{protocol::ErrorCode::ServerBusy, u"busy"_s, {}});
        else
            m_server->say(ScriptedServer::welcome());
    };
    const auto client = makeClient(Stay);
    QTRY_VERIFY_WITH_TIMEOUT(client->said.contains(u"connected as Sara"_s), Patience);
    QCOMPARE(m_server->connections, 3);
}

void TestConsoleClient::hostileNames_areHarmlessOnTheStatusStream()
{
    m_server->onHeard = [this](const protocol::ClientMessage &) {
        m_server->say(protocol::ErrorMessage{protocol::ErrorCode::BadField, u"line\nfake: \u202Etxt"_s, {}});
    };
    const auto client = makeClient(Minute);
    QTRY_COMPARE_WITH_TIMEOUT(client->exitStatus(), LoginRefused, Patience);
    QCOMPARE(client->said, u"The server did not accept the login: line fake: txt\n"_s);
}

QTEST_GUILESS_MAIN(TestConsoleClient)
#include "test_console_client.moc"

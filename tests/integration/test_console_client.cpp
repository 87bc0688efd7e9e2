// SPDX-License-Identifier: MIT
#include "console/console_client.h"

#include "database/connection.h"
#include "support/patience.h"
#include "support/scripted_server.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace jarchi;
using namespace jarchi::console;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using protocol::NotificationId;
using test::ScriptedServer;
using Ids = QList<NotificationId>;
using jarchi::test::Patience;

namespace {

class RecordingNotifier final : public notify::Notifier
{
public:
    Ids shown;
    std::optional<Error> trouble;

    Result<void> show(const QList<protocol::Notification> &fresh) override
    {
        if (trouble)
            return tl::unexpected(*trouble);
        for (const protocol::Notification &notification : fresh)
            shown += notification.id;
        return {};
    }
};

/// A client with everything it needs, on a file that outlives it.
struct Client
{
    SystemClock clock;
    std::unique_ptr<inbox::Inbox> inbox;
    RecordingNotifier notifier;
    QString said;
    QTextStream status{&said};
    std::unique_ptr<ConsoleClient> client;
    std::unique_ptr<QSignalSpy> finished;

    Client(const QString &path, const session::ServerAddress &server, std::chrono::seconds session)
        : inbox(std::move(*inbox::Inbox::open({.path = path, .busyTimeout = 20ms}, clock)))
    {
        session::VisitPlan plan;
        plan.server = server;
        plan.login.user = u"sara"_s;
        plan.login.password = u"secret"_s;
        plan.session = session;
        plan.reconnecting = session::ReconnectPolicy({.least = 5ms, .most = 20ms}, [] { return 0.0; });
        client = std::make_unique<ConsoleClient>(plan, *inbox, notifier, status, clock);
        finished = std::make_unique<QSignalSpy>(client.get(), &ConsoleClient::finished);
        client->start();
    }

    [[nodiscard]] std::optional<ExitStatus> exitStatus() const
    {
        return finished->isEmpty() ? std::nullopt : std::optional(finished->at(0)[0].value<ExitStatus>());
    }
};

constexpr std::chrono::seconds Stay{0};
constexpr std::chrono::seconds Minute{60};

} // namespace

class TestConsoleClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void visit_isStoredShownAcknowledged();
    void session_whoseTimeIsUp_saysByeAndIsDone();
    void stop_saysByeAndIsDone();
    void stop_twice_doesNotWaitForTheServer();
    void burst_thatEndsInABye_isKept();
    void wrongPassword_isRefused_data();
    void wrongPassword_isRefused();
    void throttled_whenNotStaying_isRefused();
    void busy_whenStaying_triesAgain();
    void noServer_whenNotStaying_isUnreachable();
    void noServer_whenStaying_keepsTryingAndSaysSo();
    void lostConnection_whenNotStaying_isUnreachable();
    void lostConnection_whenStaying_redeliversOnce();
    void secondRun_showsNothingAgain();
    void changedEpoch_showsTheSameIdsAgain();
    void wrongProtocol_isUnreachable_evenWhenStaying();
    void garbageForever_whenStaying_comesBack();
    void serverBye_whenStaying_comesBack();
    void replaced_whenStaying_isDone();
    void storeFailure_whenNotStaying_showsNothingAndFails();
    void storeFailure_whenStaying_triesAgainUntilThereIsRoom();
    void storeFailure_thatLasts_endsEvenWhenStaying();
    void outputGone_endsQuietly();
    void outputBroken_failsWithTheReason();
    void hostileNames_areHarmlessOnTheStatusStream();
    void manyIds_areAcknowledgedInPartsTheProtocolAllows();

private:
    std::unique_ptr<Client> makeClient(std::chrono::seconds session)
    {
        return std::make_unique<Client>(path(), m_server->address(), session);
    }
    /// The server lets everybody in and sends these, until the test changes its mind.
    void serve(std::initializer_list<NotificationId> ids);
    [[nodiscard]] QString path() const { return m_folder->filePath(u"inbox.sqlite"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedServer> m_server;
};

void TestConsoleClient::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<ScriptedServer>();
}

void TestConsoleClient::serve(std::initializer_list<NotificationId> ids)
{
    m_server->onHeard = [this, list = Ids(ids)](const protocol::ClientMessage &message) {
        if (std::holds_alternative<protocol::ClientBye>(message)) {
            m_server->say(protocol::ServerBye{protocol::ByeReason::Idle, {}});
            m_server->closeConnection();
        }
        if (!std::holds_alternative<protocol::Login>(message))
            return;
        m_server->say(ScriptedServer::welcome(list.size()));
        for (const NotificationId id : list)
            m_server->say(ScriptedServer::notification(id));
        m_server->say(protocol::CaughtUp{list.isEmpty() ? 0 : list.constLast()});
    };
}

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

void TestConsoleClient::noServer_whenNotStaying_isUnreachable()
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

void TestConsoleClient::noServer_whenStaying_keepsTryingAndSaysSo()
{
    QTcpServer probe;
    QVERIFY(probe.listen(QHostAddress::LocalHost));
    const session::ServerAddress address{.host = u"127.0.0.1"_s, .port = probe.serverPort()};
    probe.close();
    const Client client(path(), address, Stay);
    QTRY_VERIFY_WITH_TIMEOUT(client.said.count(u"reconnecting in 1 s"_s) >= 3, Patience);
    QVERIFY(!client.exitStatus());
}

void TestConsoleClient::lostConnection_whenNotStaying_isUnreachable()
{
    serve({1});
    const auto client = makeClient(Minute);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->acknowledged(), Ids{1}, Patience);
    m_server->closeConnection();
    QTRY_COMPARE_WITH_TIMEOUT(client->exitStatus(), Unreachable, Patience);
    QVERIFY(client->said.contains(u"was lost"_s));
}

void TestConsoleClient::lostConnection_whenStaying_redeliversOnce()
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

void TestConsoleClient::changedEpoch_showsTheSameIdsAgain()
{
    serve({1, 2});
    const auto client = makeClient(Stay);
    QTRY_COMPARE_WITH_TIMEOUT(client->notifier.shown, (Ids{1, 2}), Patience);
    m_server->onConnected = [this] { m_server->say(ScriptedServer::hello(u"two"_s)); };
    m_server->closeConnection();
    QTRY_COMPARE_WITH_TIMEOUT(client->notifier.shown, (Ids{1, 2, 1, 2}), Patience);
}

void TestConsoleClient::wrongProtocol_isUnreachable_evenWhenStaying()
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

void TestConsoleClient::garbageForever_whenStaying_comesBack()
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

void TestConsoleClient::serverBye_whenStaying_comesBack()
{
    serve({});
    const auto client = makeClient(Stay);
    QTRY_VERIFY_WITH_TIMEOUT(client->said.contains(u"caught up"_s), Patience);
    m_server->say(protocol::ServerBye{protocol::ByeReason::Shutdown, protocol::RetryWindow{0s, 1s}});
    QTRY_COMPARE_WITH_TIMEOUT(m_server->all<protocol::Login>().size(), 2, Patience);
    QVERIFY(client->said.contains(u"The server is shutting down.\nreconnecting in 1 s\n"_s));
}

void TestConsoleClient::replaced_whenStaying_isDone()
{
    serve({});
    const auto client = makeClient(Stay);
    QTRY_VERIFY_WITH_TIMEOUT(client->said.contains(u"caught up"_s), Patience);
    m_server->say(protocol::ServerBye{protocol::ByeReason::Replaced, {}});
    QTRY_COMPARE_WITH_TIMEOUT(client->exitStatus(), Done, Patience);
    QCOMPARE(m_server->connections, 1);
}

void TestConsoleClient::storeFailure_whenNotStaying_showsNothingAndFails()
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

void TestConsoleClient::storeFailure_whenStaying_triesAgainUntilThereIsRoom()
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

void TestConsoleClient::storeFailure_thatLasts_endsEvenWhenStaying()
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

void TestConsoleClient::outputGone_endsQuietly()
{
    serve({1, 2});
    const auto client = makeClient(Stay);
    client->notifier.trouble = Error{Error::Kind::Unavailable, u"gone"_s};
    QTRY_COMPARE_WITH_TIMEOUT(client->exitStatus(), Done, Patience);
    QCOMPARE(m_server->acknowledged(), Ids{});
    QVERIFY(!client->said.contains(u"gone"_s));
}

void TestConsoleClient::outputBroken_failsWithTheReason()
{
    serve({1, 2});
    const auto client = makeClient(Stay);
    client->notifier.trouble = Error{Error::Kind::Broken, u"no space"_s};
    QTRY_COMPARE_WITH_TIMEOUT(client->exitStatus(), Failed, Patience);
    QCOMPARE(m_server->acknowledged(), Ids{});
    QCOMPARE(client->said.count(u"no space"_s), 1);
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

QTEST_GUILESS_MAIN(TestConsoleClient)
#include "test_console_client.moc"

// SPDX-License-Identifier: MIT
#include "session/server_link.h"
#include "support/patience.h"
#include "support/scripted_server.h"

#include <QSignalSpy>
#include <QTest>

using namespace jarchi;
using namespace jarchi::session;
using namespace Qt::StringLiterals;
using jarchi::test::Patience;
using test::ScriptedServer;

class TestServerLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void visit_asInTheProtocol_isReported();
    void byteByByte_isReadAlike();
    void ping_isAnswered();
    void ping_beforeTheLogin_isAnswered();
    void send_beforeTheLogin_sendsNothing();
    void close_saysWhatWasWritten_andNoSignalComes();
    void open_again_startsOver();
    void port_withoutAServer_isUnavailable();
    void host_thatDoesNotExist_isUnavailable();
    void wrongFirstLine_isRefused_data();
    void wrongFirstLine_isRefused();
    void wrongOrder_isRefused_data();
    void wrongOrder_isRefused();
    void unreadableLines_areLeftOut_upToALimit();
    void unknownTypes_areIgnored_withoutALimit();
    void longLine_beforeTheLogin_endsTheLink();
    void longLine_afterTheLogin_endsTheLink();
    void line_ofTheGreatestLength_isRead();
    void serverThatCloses_isLost_data();
    void serverThatCloses_isLost();
    void serverThatDoesNotRead_isLeft();

private:
    void logIn();

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ServerLink> m_link;
    std::unique_ptr<QSignalSpy> m_ended;
};

void TestServerLink::init()
{
    m_server = std::make_unique<ScriptedServer>();
    m_link = std::make_unique<ServerLink>();
    m_ended = std::make_unique<QSignalSpy>(m_link.get(), &ServerLink::ended);
}

void TestServerLink::logIn()
{
    QSignalSpy greeted(m_link.get(), &ServerLink::greeted);
    QSignalSpy loggedIn(m_link.get(), &ServerLink::loggedIn);
    m_link->open(m_server->address());
    QTRY_COMPARE_WITH_TIMEOUT(greeted.size(), 1, Patience);
    m_link->logIn(
        {.user = u"sara"_s, .password = u"secret"_s, .token = {}, .remember = false, .device = {}, .client = {}});
    m_server->say(ScriptedServer::welcome());
    QTRY_COMPARE_WITH_TIMEOUT(loggedIn.size(), 1, Patience);
}

void TestServerLink::visit_asInTheProtocol_isReported()
{
    QSignalSpy notifications(m_link.get(), &ServerLink::notificationReceived);
    QSignalSpy caughtUp(m_link.get(), &ServerLink::caughtUp);
    QSignalSpy answers(m_link.get(), &ServerLink::answerReceived);
    QSignalSpy errors(m_link.get(), &ServerLink::errorReceived);
    QSignalSpy byes(m_link.get(), &ServerLink::byeReceived);
    logIn();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->all<protocol::Login>().size(), 1, Patience);
    QCOMPARE(m_server->all<protocol::Login>().constFirst().password, u"secret"_s);

    m_server->say(ScriptedServer::notification(41));
    m_server->say(protocol::CaughtUp{41});
    m_server->sayRaw(protocol::encode(protocol::ServerMessage(protocol::Ok{}), u"r1"_s));
    m_server->say(protocol::ErrorMessage{protocol::ErrorCode::UnknownId, u"no such id"_s, {}});
    m_server->say(protocol::ServerBye{});
    QTRY_COMPARE_WITH_TIMEOUT(byes.size(), 1, Patience);
    QCOMPARE(notifications.size(), 1);
    QCOMPARE(notifications[0][0].value<protocol::Notification>(), ScriptedServer::notification(41));
    QCOMPARE(caughtUp.size(), 1);
    QCOMPARE(answers.size(), 1);
    QCOMPARE(answers[0][1].toString(), u"r1"_s);
    QCOMPARE(errors.size(), 1);
    QCOMPARE(m_ended->size(), 0);
}

void TestServerLink::byteByByte_isReadAlike()
{
    QSignalSpy notifications(m_link.get(), &ServerLink::notificationReceived);
    logIn();
    for (const char byte : protocol::encode(protocol::ServerMessage(ScriptedServer::notification(7)))) {
        m_server->sayRaw(QByteArray(1, byte));
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE_WITH_TIMEOUT(notifications.size(), 1, Patience);
    QCOMPARE(m_ended->size(), 0);
}

void TestServerLink::ping_isAnswered()
{
    logIn();
    m_server->say(protocol::Ping{77});
    QTRY_COMPARE_WITH_TIMEOUT(m_server->all<protocol::Pong>(), QList<protocol::Pong>{{77}}, Patience);
}

void TestServerLink::ping_beforeTheLogin_isAnswered()
{
    QSignalSpy greeted(m_link.get(), &ServerLink::greeted);
    m_link->open(m_server->address());
    QTRY_COMPARE_WITH_TIMEOUT(greeted.size(), 1, Patience);
    m_server->say(protocol::Ping{1});
    QTRY_COMPARE_WITH_TIMEOUT(m_server->all<protocol::Pong>().size(), 1, Patience);
}

void TestServerLink::send_beforeTheLogin_sendsNothing()
{
    m_link->send(protocol::Ack{{1}});
    QSignalSpy greeted(m_link.get(), &ServerLink::greeted);
    m_link->open(m_server->address());
    m_link->send(protocol::Ack{{1}});
    QTRY_COMPARE_WITH_TIMEOUT(greeted.size(), 1, Patience);
    m_link->send(protocol::Ack{{1}});
    m_server->say(protocol::Ping{1});
    QTRY_COMPARE_WITH_TIMEOUT(m_server->heard.size(), 1, Patience); // The pong, and nothing before it.
}

void TestServerLink::close_saysWhatWasWritten_andNoSignalComes()
{
    logIn();
    m_link->send(protocol::Ack{{1, 2}});
    m_link->send(protocol::ClientBye{});
    m_link->close();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->all<protocol::ClientBye>().size(), 1, Patience);
    QCOMPARE(m_server->acknowledged(), (QList<protocol::NotificationId>{1, 2}));
    QTRY_VERIFY_WITH_TIMEOUT(!m_server->isConnected(), Patience);
    QCOMPARE(m_ended->size(), 0);
}

void TestServerLink::open_again_startsOver()
{
    logIn();
    logIn();
    QCOMPARE(m_server->connections, 2);
    QCOMPARE(m_ended->size(), 0);
}

void TestServerLink::port_withoutAServer_isUnavailable()
{
    const ServerAddress address = m_server->address();
    m_server->stopListening();
    m_link->open(address);
    QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, Patience);
    const Error why = m_ended->at(0)[0].value<Error>();
    QCOMPARE(why.kind, Error::Kind::Unavailable);
    QVERIFY2(why.message.contains(u"refused the connection"_s), qUtf8Printable(why.message));
}

void TestServerLink::host_thatDoesNotExist_isUnavailable()
{
    // No name at all, so that no name server is asked.
    m_link->open({.host = u"no..where"_s, .port = 2019});
    QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, Patience);
    const Error why = m_ended->at(0)[0].value<Error>();
    QCOMPARE(why.kind, Error::Kind::Unavailable);
    QVERIFY2(why.message.contains(u"no computer called “no..where”. Check"_s), qUtf8Printable(why.message));
}

void TestServerLink::wrongFirstLine_isRefused_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("mentions");
    QTest::newRow("web server") << "HTTP/1.1 400 Bad Request\r\n"_ba << u"no Jarchi server"_s;
    QTest::newRow("mail server") << "220 mail.example ESMTP\r\n"_ba << u"no Jarchi server"_s;
    QTest::newRow("empty") << "\n"_ba << u"no Jarchi server"_s;
    QTest::newRow("unknown type") << "{\"type\":\"greetings\"}\n"_ba << u"no Jarchi server"_s;
    QTest::newRow("not UTF-8") << "\xff\xfe\xfd\n"_ba << u"no Jarchi server"_s;
    QTest::newRow("deep") << QByteArray(100, '[') + '\n' << u"no Jarchi server"_s;
    QTest::newRow("newer protocol")
        << "{\"type\":\"hello\",\"protocol\":2,\"server\":\"jarchi/9\",\"features\":[],\"epoch\":\"e\"}\n"_ba
        << u"protocol 2"_s;
    QTest::newRow("welcome first") << protocol::encode(protocol::ServerMessage(ScriptedServer::welcome()))
                                   << u"does not follow"_s;
}

void TestServerLink::wrongFirstLine_isRefused()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QString, mentions);
    m_server->onConnected = [&] { m_server->sayRaw(line); };
    m_link->open(m_server->address());
    QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, Patience);
    const Error why = m_ended->at(0)[0].value<Error>();
    QCOMPARE(why.kind, Error::Kind::Refused);
    QVERIFY2(why.message.contains(mentions), qUtf8Printable(why.message));
    QTRY_VERIFY_WITH_TIMEOUT(!m_server->isConnected(), Patience);
}

void TestServerLink::wrongOrder_isRefused_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("isLoggedIn");
    const auto row = [](const char *name, const protocol::ServerMessage &message, bool isLoggedIn) {
        QTest::newRow(name) << protocol::encode(message) << isLoggedIn;
    };
    row("notification before the login", ScriptedServer::notification(1), false);
    row("caught up before the login", protocol::CaughtUp{1}, false);
    row("history before the login", protocol::HistoryPage{}, false);
    row("hello twice", ScriptedServer::hello(), false);
    row("hello after the login", ScriptedServer::hello(), true);
    row("welcome twice", ScriptedServer::welcome(), true);
}

void TestServerLink::wrongOrder_isRefused()
{
    QFETCH(const QByteArray, line);
    QFETCH(const bool, isLoggedIn);
    QSignalSpy notifications(m_link.get(), &ServerLink::notificationReceived);
    QSignalSpy greeted(m_link.get(), &ServerLink::greeted);
    if (isLoggedIn)
        logIn();
    else
        m_link->open(m_server->address());
    QTRY_VERIFY_WITH_TIMEOUT(isLoggedIn || greeted.size() == 1, Patience);
    m_server->sayRaw(line);
    QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, Patience);
    QCOMPARE(m_ended->at(0)[0].value<Error>().kind, Error::Kind::Refused);
    QCOMPARE(notifications.size(), 0);
}

void TestServerLink::unreadableLines_areLeftOut_upToALimit()
{
    QSignalSpy notifications(m_link.get(), &ServerLink::notificationReceived);
    logIn();
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"not readable"_s)); // Once.
    for (int i = 1; i < ServerLink::UnreadableLines; ++i)
        m_server->sayRaw("{\"type\":\"notification\",\"id\":12}\n");
    m_server->say(ScriptedServer::notification(1));
    QTRY_COMPARE_WITH_TIMEOUT(notifications.size(), 1, Patience);
    QCOMPARE(m_ended->size(), 0);

    m_server->sayRaw("garbage\n");
    m_server->say(ScriptedServer::notification(2));
    QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, Patience);
    QCOMPARE(m_ended->at(0)[0].value<Error>().kind, Error::Kind::Unavailable);
    QCOMPARE(notifications.size(), 1);
}

void TestServerLink::unknownTypes_areIgnored_withoutALimit()
{
    QSignalSpy notifications(m_link.get(), &ServerLink::notificationReceived);
    logIn();
    for (int i = 0; i < 100; ++i)
        m_server->sayRaw("{\"type\":\"something_new\",\"of\":[1,2]}\n");
    m_server->say(ScriptedServer::notification(1));
    QTRY_COMPARE_WITH_TIMEOUT(notifications.size(), 1, Patience);
    QCOMPARE(m_ended->size(), 0);
}

void TestServerLink::longLine_beforeTheLogin_endsTheLink()
{
    m_server->onConnected = [&] { m_server->sayRaw(QByteArray(protocol::LineBytesBeforeLogin + 1, ' ')); };
    m_link->open(m_server->address());
    QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, Patience);
}

void TestServerLink::longLine_afterTheLogin_endsTheLink()
{
    logIn();
    m_server->sayRaw(QByteArray(protocol::LineBytes + 1, ' '));
    QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_server->isConnected(), Patience);
}

void TestServerLink::line_ofTheGreatestLength_isRead()
{
    QSignalSpy notifications(m_link.get(), &ServerLink::notificationReceived);
    logIn();
    QByteArray line = protocol::encode(protocol::ServerMessage(ScriptedServer::notification(1)));
    line.insert(1, QByteArray(protocol::LineBytes - line.size(), ' '));
    QCOMPARE(line.size(), protocol::LineBytes);
    m_server->sayRaw(line);
    QTRY_COMPARE_WITH_TIMEOUT(notifications.size(), 1, Patience);
}

void TestServerLink::serverThatCloses_isLost_data()
{
    QTest::addColumn<QByteArray>("lastWords");
    QTest::newRow("silently") << QByteArray();
    QTest::newRow("in the middle of a line") << "{\"type\":\"notifica"_ba;
}

void TestServerLink::serverThatCloses_isLost()
{
    QFETCH(const QByteArray, lastWords);
    QSignalSpy notifications(m_link.get(), &ServerLink::notificationReceived);
    logIn();
    m_server->say(ScriptedServer::notification(1));
    m_server->sayRaw(lastWords);
    m_server->closeConnection();
    QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, Patience);
    QCOMPARE(m_ended->at(0)[0].value<Error>().kind, Error::Kind::Unavailable);
    QCOMPARE(notifications.size(), 1); // What was whole was read before.
}

void TestServerLink::serverThatDoesNotRead_isLeft()
{
    logIn();
    // Without the event loop nothing leaves the client, which is what a peer that does not read looks like.
    protocol::Ack ack;
    for (int i = 1; i <= protocol::AckIds; ++i)
        ack.ids += 1'000'000'000'000'000'000 + i;
    for (qint64 written = 0; written < 2 * ServerLink::MostBytesWaiting; written += protocol::encode(ack).size())
        m_link->send(ack);
    QCOMPARE(m_ended->size(), 1);
    QCOMPARE(m_ended->at(0)[0].value<Error>().kind, Error::Kind::Unavailable);
}

QTEST_GUILESS_MAIN(TestServerLink)
#include "test_server_link.moc"

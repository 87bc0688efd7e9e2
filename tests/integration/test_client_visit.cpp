// SPDX-License-Identifier: MIT
#include "support/scripted_client_fixture.h"

#include "notify/balloon_key.h"

using namespace jarchi;
using namespace jarchi::client;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace setting = preferences::setting;

/// When it is connected, and what it does when it is not.
class TestClientVisit : public QObject, private ScriptedClientFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }

    void visit_isStoredShownAcknowledged();
    void session_thatIsOver_saysByeAndIsOffline();
    void session_ofThisRun_holdsUntilItIsChanged();
    void disconnect_andConnect();
    void connect_whileLeaving_comesBack();

    void stayConnected_takesEffectAtOnce();
    void stayConnected_whileOffline_connects();
    void stayConnected_whileLeaving_comesBack();
    void stayConnected_lostConnection_comesBackAndShowsNothingTwice();
    void stayConnected_serverGone_waitsAndSaysWhy();
    void stayConnected_nudge_doesNotWait();

    void lookIn_comesByItself();
    void lookIn_notWhileNobodyIsSignedIn();

    void unreachable_isTroubleAndTriedAgainWhenTheNetworkIsBack();
    void replaced_isTroubleAndNotTriedAgain();
    void changedEpoch_keepsTheTwoApart();

    void stop_saysGoodbye();
    void stop_serverThatDoesNotAnswer_isShort();
    void stop_whileOffline_isAtOnce();
};

void TestClientVisit::visit_isStoredShownAcknowledged()
{
    arrive({41, 42});
    QCOMPARE(m_fixture->client().unread(), 2);
    QCOMPARE(m_fixture->balloons.titles(), (QStringList{u"Product 41"_s, u"Product 42"_s}));
    QVERIFY(m_fixture->count("inboxChanged") > 0);
    QVERIFY(m_fixture->count("unreadChanged") > 0);

    m_server->say(ScriptedServer::notification(43));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->acknowledged(), (Ids{41, 42, 43}), Patience);
    QCOMPARE(m_fixture->balloons.titles().constLast(), u"Product 43"_s);
    QCOMPARE(m_fixture->client().trouble(), QString());
}

void TestClientVisit::session_thatIsOver_saysByeAndIsOffline()
{
    arrive();
    QCOMPARE(m_fixture->client().sessionLength(), 60s);
    QCOMPARE(m_fixture->client().timeLeft(), std::optional<std::chrono::milliseconds>(60s));
    m_fixture->manualClock.advance(20s);
    QCOMPARE(m_fixture->client().timeLeft(), std::optional<std::chrono::milliseconds>(40s));
    m_fixture->prefer(setting::SessionSeconds, 20); // From the login on: it is over.
    QVERIFY(m_fixture->waitFor(Status::Offline));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->all<protocol::ClientBye>().size(), 1, Patience);
    QCOMPARE(m_fixture->client().trouble(), QString());
    QCOMPARE(m_fixture->client().timeLeft(), std::nullopt);
}

void TestClientVisit::session_ofThisRun_holdsUntilItIsChanged()
{
    m_fixture->session = 0s;
    m_fixture->switchOn();
    arrive();
    QCOMPARE(m_fixture->client().timeLeft(), std::nullopt);
    m_fixture->prefer(setting::SessionSeconds, 90);
    QCOMPARE(m_fixture->client().timeLeft(), std::optional<std::chrono::milliseconds>(90s));
    QCOMPARE(m_fixture->client().sessionLength(), 90s);
}

void TestClientVisit::disconnect_andConnect()
{
    arrive();
    leave();
    QCOMPARE(m_server->all<protocol::ClientBye>().size(), 1);
    QCOMPARE(m_fixture->client().trouble(), QString());
    m_fixture->client().connectNow();
    QCOMPARE(m_fixture->client().status(), Status::Connecting);
    QVERIFY(m_fixture->waitFor(Status::Connected));
    m_fixture->client().connectNow(); // It is.
    QCOMPARE(m_server->connections, 2);
}

void TestClientVisit::connect_whileLeaving_comesBack()
{
    arrive();
    m_fixture->client().disconnectNow();
    m_fixture->client().connectNow();
    QVERIFY(m_fixture->waitFor(Status::Connected));
    QCOMPARE(m_server->connections, 2);
}

void TestClientVisit::stayConnected_takesEffectAtOnce()
{
    arrive();
    m_fixture->prefer(setting::StayConnected, true);
    QCOMPARE(m_fixture->client().timeLeft(), std::nullopt);
    QCOMPARE(m_fixture->client().status(), Status::Connected);
    m_fixture->manualClock.advance(30s);
    m_fixture->prefer(setting::StayConnected, false);
    QCOMPARE(m_fixture->client().timeLeft(), std::optional<std::chrono::milliseconds>(30s));
    QCOMPARE(m_server->connections, 1);
}

void TestClientVisit::stayConnected_whileOffline_connects()
{
    arrive();
    leave();
    m_fixture->prefer(setting::StayConnected, true);
    QVERIFY(m_fixture->waitFor(Status::Connected));
}

void TestClientVisit::stayConnected_whileLeaving_comesBack()
{
    arrive();
    m_fixture->client().disconnectNow();
    m_fixture->prefer(setting::StayConnected, true);
    QVERIFY(m_fixture->waitFor(Status::Connected));
    QCOMPARE(m_server->connections, 2);
}

void TestClientVisit::stayConnected_lostConnection_comesBackAndShowsNothingTwice()
{
    m_fixture = std::make_unique<ClientFixture>(true); // By the real clock: it comes back by itself.
    m_fixture->prefer(setting::StayConnected, true);
    beGenerous(*m_server, {41, 42});
    auto typed = details();
    typed.stayConnected = true;
    QVERIFY(m_fixture->signIn(typed));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->acknowledged(), (Ids{41, 42}), Patience);

    beGenerous(*m_server, {41, 42, 43});
    m_server->closeConnection();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->acknowledged(), (Ids{41, 42, 41, 42, 43}), Patience);
    QVERIFY(m_fixture->waitFor(Status::Connected));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->balloons.titles(),
                              (QStringList{u"Product 41"_s, u"Product 42"_s, u"Product 43"_s}), Patience);
    QCOMPARE(m_fixture->client().unread(), 3);
    QCOMPARE(m_server->all<protocol::Login>().constLast().token, u"token of sara"_s);
}

void TestClientVisit::stayConnected_serverGone_waitsAndSaysWhy()
{
    arrive();
    m_fixture->prefer(setting::StayConnected, true);
    m_server->say(protocol::ServerBye{protocol::ByeReason::Shutdown, protocol::RetryWindow{5s, 20s}});
    m_server->closeConnection();
    QVERIFY(m_fixture->waitFor(Status::Waiting));
    QVERIFY2(m_fixture->client().trouble().contains(u"shutting down"_s), qUtf8Printable(m_fixture->client().trouble()));
    QCOMPARE(m_fixture->client().timeLeft(), std::optional<std::chrono::milliseconds>(5s));
    m_fixture->client().connectNow();
    QVERIFY(m_fixture->waitFor(Status::Connected));
    QCOMPARE(m_fixture->client().trouble(), QString());
}

void TestClientVisit::stayConnected_nudge_doesNotWait()
{
    arrive();
    m_fixture->prefer(setting::StayConnected, true);
    m_server->closeConnection();
    QVERIFY(m_fixture->waitFor(Status::Waiting));
    m_fixture->client().nudge();
    QVERIFY(m_fixture->waitFor(Status::Connected));
}

void TestClientVisit::lookIn_comesByItself()
{
    arrive();
    m_fixture->prefer(setting::LookInMinutes, 5);
    leave();
    m_fixture->manualClock.advance(4min);
    m_fixture->client().nudge();
    QCOMPARE(m_fixture->client().status(), Status::Offline);
    m_fixture->manualClock.advance(2min); // It slept, and wakes up.
    m_fixture->client().nudge();
    QVERIFY(m_fixture->waitFor(Status::Connected));
    QCOMPARE(m_fixture->client().timeLeft(), std::optional<std::chrono::milliseconds>(60s));
    leave();
    m_fixture->manualClock.advance(4min);
    m_fixture->client().nudge(); // The interval begins anew.
    QCOMPARE(m_fixture->client().status(), Status::Offline);
}

void TestClientVisit::lookIn_notWhileNobodyIsSignedIn()
{
    m_fixture->prefer(setting::LookInMinutes, 5);
    m_fixture->client().start();
    m_fixture->manualClock.advance(6min);
    m_fixture->client().nudge();
    QCOMPARE(m_fixture->client().status(), Status::SignedOut);
}

void TestClientVisit::unreachable_isTroubleAndTriedAgainWhenTheNetworkIsBack()
{
    arrive();
    leave();
    m_server->onConnected = [this] { m_server->closeConnection(); };
    m_fixture->client().connectNow();
    QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->client().trouble().isEmpty(), Patience);
    QCOMPARE(m_fixture->client().status(), Status::Offline);
    m_server->onConnected = [this] { m_server->say(ScriptedServer::hello()); };
    m_fixture->client().nudge();
    QVERIFY(m_fixture->waitFor(Status::Connected));
    QCOMPARE(m_fixture->client().trouble(), QString());
    leave();
    m_fixture->client().nudge(); // The user left, so the network is not asked.
    QCOMPARE(m_fixture->client().status(), Status::Offline);
}

void TestClientVisit::replaced_isTroubleAndNotTriedAgain()
{
    arrive();
    m_fixture->prefer(setting::StayConnected, true);
    m_server->say(protocol::ServerBye{protocol::ByeReason::Replaced, {}});
    QVERIFY(m_fixture->waitFor(Status::Offline));
    QVERIFY2(m_fixture->client().trouble().contains(u"Another session"_s),
             qUtf8Printable(m_fixture->client().trouble()));
    QCOMPARE(m_fixture->count("signInWanted"), 0);
    QCOMPARE(m_server->connections, 1);
}

void TestClientVisit::changedEpoch_keepsTheTwoApart()
{
    arrive({41});
    leave();
    m_server->onConnected = [this] { m_server->say(ScriptedServer::hello(u"two"_s)); };
    m_fixture->client().connectNow();
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->client().unread(), 2, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->balloons.keys(),
                              (QStringList{notify::balloonKey(u"one"_s, 41), notify::balloonKey(u"two"_s, 41)}),
                              Patience);
}

void TestClientVisit::stop_saysGoodbye()
{
    arrive();
    m_fixture->client().stop();
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("stopped"), 1, Patience);
    QCOMPARE(m_server->all<protocol::ClientBye>().size(), 1);
    QCOMPARE(m_server->all<protocol::Logout>().size(), 0);
    m_fixture->client().connectNow(); // It has ended.
    QCOMPARE(m_server->connections, 1);
}

void TestClientVisit::stop_serverThatDoesNotAnswer_isShort()
{
    arrive();
    m_server->onHeard = [](const protocol::ClientMessage &) {};
    QElapsedTimer timer;
    timer.start();
    m_fixture->client().stop();
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("stopped"), 1, Patience);
    QVERIFY2(timer.elapsed() < 1'000, qPrintable(QString::number(timer.elapsed())));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->all<protocol::ClientBye>().size(), 1, Patience);
}

void TestClientVisit::stop_whileOffline_isAtOnce()
{
    m_fixture->client().stop();
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("stopped"), 1, Patience);
}

QTEST_GUILESS_MAIN(TestClientVisit)
#include "test_client_visit.moc"

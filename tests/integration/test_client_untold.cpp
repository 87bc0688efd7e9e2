// SPDX-License-Identifier: MIT
#include "support/client_fixture.h"

#include "notify/announcer.h"

using namespace jarchi;
using namespace jarchi::client;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using jarchi::test::beGenerous;
using jarchi::test::ClientFixture;
using jarchi::test::Patience;
using jarchi::test::ScriptedServer;
using Ids = QList<protocol::NotificationId>;
using Status = Client::Status;

/// What was acknowledged and not told when the client ended, and a server that never says caught_up.
class TestClientUntold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void endlessCatchUp_isToldAfterAWhile();
    void endedInACatchUp_isSummedUpAtTheNextStart();
    void endedInACatchUp_readElsewhere_isNotSummedUp();
    void endedWhileQuiet_isSummedUpWhenItIsLoud();
    void endedAfterTelling_saysNothing();
    void signedInAgain_isSummedUpWithWhatWasMissed();

private:
    /// Lets everybody in, sends these and says that a hundred were coming.
    void serveWithoutEnd(protocol::NotificationId last);
    void signIn();
    /// Until the server knows that all of these are in the inbox.
    void receive(protocol::NotificationId last);
    [[nodiscard]] QStringList titles() const { return m_fixture->balloons.titles(); }

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ClientFixture> m_fixture;
};

void TestClientUntold::init()
{
    m_fixture.reset();
    m_server = std::make_unique<ScriptedServer>();
    m_fixture = std::make_unique<ClientFixture>();
}

void TestClientUntold::serveWithoutEnd(protocol::NotificationId last)
{
    m_server->onHeard = [this, last](const protocol::ClientMessage &message) {
        if (!std::holds_alternative<protocol::Login>(message))
            return;
        protocol::Welcome welcome = ScriptedServer::welcome(100);
        welcome.token = u"token"_s;
        m_server->say(welcome);
        for (protocol::NotificationId id = 1; id <= last; ++id)
            m_server->say(ScriptedServer::notification(id));
    };
}

void TestClientUntold::signIn()
{
    QVERIFY(m_fixture->signIn(ClientFixture::details(session::toText(m_server->address()))));
}

void TestClientUntold::receive(protocol::NotificationId last)
{
    serveWithoutEnd(last);
    signIn();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->acknowledged().size(), last, Patience);
}

void TestClientUntold::endlessCatchUp_isToldAfterAWhile()
{
    receive(10);
    QVERIFY(m_fixture->balloons.shown.isEmpty());
    m_fixture->manualClock.advance(notify::Announcer::Patience);
    m_fixture->client().nudge();
    QCOMPARE(titles(), (QStringList{u"Product 8"_s, u"Product 9"_s, u"Product 10"_s, u"And 7 more"_s}));
}

void TestClientUntold::endedInACatchUp_isSummedUpAtTheNextStart()
{
    receive(64);
    QVERIFY(m_fixture->balloons.shown.isEmpty());
    m_server->stopListening();
    m_fixture->switchOn(); // Without a goodbye, as after a kill.
    m_fixture->client().start();
    QVERIFY(m_fixture->balloons.shown.isEmpty());
    m_fixture->manualClock.advance(notify::Announcer::Patience);
    m_fixture->client().nudge();
    QCOMPARE(titles(), QStringList{u"64 new notification(s)"_s});
    QCOMPARE(m_fixture->client().unread(), 64);

    m_fixture->switchOn();
    m_fixture->client().start();
    m_fixture->manualClock.advance(notify::Announcer::Patience);
    m_fixture->client().nudge();
    QCOMPARE(titles().size(), 1);
}

void TestClientUntold::endedInACatchUp_readElsewhere_isNotSummedUp()
{
    receive(64);
    m_server->stopListening();
    m_fixture->switchOn();
    m_fixture->client().start();
    m_fixture->client().markAllRead();
    m_fixture->manualClock.advance(notify::Announcer::Patience);
    m_fixture->client().nudge();
    QVERIFY(m_fixture->balloons.shown.isEmpty());
}

void TestClientUntold::endedWhileQuiet_isSummedUpWhenItIsLoud()
{
    m_fixture->client().beQuietFor(1h);
    receive(5);
    m_server->stopListening();
    m_fixture->switchOn();
    m_fixture->client().start();
    QVERIFY(m_fixture->client().isQuiet());
    m_fixture->manualClock.advance(notify::Announcer::Patience);
    m_fixture->client().nudge();
    QVERIFY(m_fixture->balloons.shown.isEmpty());
    m_fixture->client().endQuiet();
    QCOMPARE(titles(), QStringList{u"5 new while it was quiet"_s});
}

void TestClientUntold::endedAfterTelling_saysNothing()
{
    beGenerous(*m_server, {1, 2, 3, 4, 5});
    signIn();
    QVERIFY(m_fixture->waitFor(Status::Connected));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->balloons.shown.size(), 4, Patience);
    m_server->stopListening();
    m_fixture->switchOn();
    m_fixture->client().start();
    m_fixture->manualClock.advance(notify::Announcer::Patience);
    m_fixture->client().nudge();
    QCOMPARE(m_fixture->balloons.shown.size(), 4);
}

void TestClientUntold::signedInAgain_isSummedUpWithWhatWasMissed()
{
    receive(5);
    m_fixture->switchOn();
    beGenerous(*m_server, {5, 6, 7});
    signIn();
    QVERIFY(m_fixture->waitFor(Status::Connected));
    // In which order depends on how they came.
    QTRY_COMPARE_WITH_TIMEOUT(titles().size(), 3, Patience);
    for (const QString &title : {u"Product 6"_s, u"Product 7"_s, u"And 5 more"_s})
        QVERIFY2(titles().contains(title), qUtf8Printable(titles().join(u'|')));
    QCOMPARE(m_fixture->client().unread(), 7);
}

QTEST_GUILESS_MAIN(TestClientUntold)
#include "test_client_untold.moc"

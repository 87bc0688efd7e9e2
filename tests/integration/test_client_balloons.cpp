// SPDX-License-Identifier: MIT
#include "support/scripted_client_fixture.h"

#include "notify/balloon_key.h"

using namespace jarchi;
using namespace jarchi::client;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace setting = preferences::setting;

/// What is shown and when not, and what a click means.
class TestClientBalloons : public QObject, private ScriptedClientFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }

    void absence_isSummedUp();
    void click_showsTheEntry();
    void clickOnASummary_showsTheInbox();
    void clickOnAStranger_doesNothing();
    void open_opensTheLinkAndIsRead();
    void open_notWhatMayNotBeOpened_data();
    void open_notWhatMayNotBeOpened();
    void readInTheInbox_withdrawsTheBalloon();
    void removedInTheInbox_withdrawsTheBalloon_andIsRestored();
    void marks_changeTheInbox();
    void noDaemon_isUnreadInTheInbox();
    void manner_isAsPreferred();
    void quiet_isSummedUpOnce();
    void quiet_endsByTheClock();
    void quietHours_canBeEnded();
    void quietUntilTomorrow_isStillSoAfterARestart();
    void quiet_clockPutBackByAYear_isNotQuietForAYear();
    void notInterested_inWhatWentToEveryone_saysSo();

private:
    /// Sends one more, and waits until it is acknowledged.
    void push(const protocol::Notification &notification);
    [[nodiscard]] static protocol::Notification withLink(protocol::NotificationId id, const QString &url)
    {
        protocol::Notification notification = ScriptedServer::notification(id);
        notification.url = url;
        return notification;
    }
};

void TestClientBalloons::push(const protocol::Notification &notification)
{
    m_server->say(notification);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->acknowledged().contains(notification.id), Patience);
}

void TestClientBalloons::absence_isSummedUp()
{
    Ids ids;
    for (int id = 1; id <= 40; ++id)
        ids += id;
    arrive(ids);
    QCOMPARE(m_fixture->client().unread(), 40);
    QCOMPARE(m_fixture->balloons.shown.size(), 4);
    QVERIFY2(m_fixture->balloons.titles().constLast().contains(u"37"_s),
             qUtf8Printable(m_fixture->balloons.titles().constLast()));
}

void TestClientBalloons::click_showsTheEntry()
{
    arrive({41, 42});
    Q_EMIT m_fixture->balloons.activated(notify::balloonKey(u"one"_s, 42));
    QCOMPARE(m_fixture->count("inboxRequested"), 1);
    const auto id = m_fixture->spy("inboxRequested").constLast().constFirst().value<inbox::EntryId>();
    QCOMPARE(m_fixture->client().entry(id)->notification.id, 42);
}

void TestClientBalloons::clickOnASummary_showsTheInbox()
{
    arrive({1, 2, 3, 4, 5});
    QCOMPARE(m_fixture->balloons.shown.constLast().key, notify::moreKey());
    Q_EMIT m_fixture->balloons.activated(notify::moreKey());
    QVERIFY(m_fixture->balloons.withdrawn.contains(notify::balloonKey(u"one"_s, 5)));
    QCOMPARE(m_fixture->client().unread(), 5); // It is the reader who reads.
    QCOMPARE(m_fixture->count("inboxRequested"), 1);
    QCOMPARE(m_fixture->spy("inboxRequested").constLast().constFirst().value<inbox::EntryId>(), 0);
    Q_EMIT m_fixture->balloons.openRequested(notify::quietKey());
    QCOMPARE(m_fixture->count("inboxRequested"), 2);
}

void TestClientBalloons::clickOnAStranger_doesNothing()
{
    arrive({41});
    for (const QString &key : {u"one/99"_s, u"two/41"_s, u"nonsense"_s, QString()}) {
        Q_EMIT m_fixture->balloons.activated(key);
        Q_EMIT m_fixture->balloons.openRequested(key);
        Q_EMIT m_fixture->balloons.notInterestedRequested(key);
    }
    QCOMPARE(m_fixture->count("inboxRequested"), 0);
    QVERIFY(m_fixture->opened.isEmpty());
    QCOMPARE(m_fixture->count("noticed"), 0);
}

void TestClientBalloons::open_opensTheLinkAndIsRead()
{
    arrive();
    push(withLink(41, u"https://shop.example/41"_s));
    QCOMPARE(m_fixture->client().linkHost(*m_fixture->client().entry(1)), u"shop.example"_s);
    Q_EMIT m_fixture->balloons.openRequested(notify::balloonKey(u"one"_s, 41));
    QCOMPARE(m_fixture->opened, QList<QUrl>{QUrl(u"https://shop.example/41"_s)});
    QCOMPARE(m_fixture->client().unread(), 0);
    QVERIFY(m_fixture->client().entry(1)->isRead);
}

void TestClientBalloons::open_notWhatMayNotBeOpened_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("ifHttpIsAllowed");
    QTest::newRow("none") << QString() << false;
    QTest::newRow("http") << u"http://shop.example/41"_s << true;
}

void TestClientBalloons::open_notWhatMayNotBeOpened()
{
    QFETCH(const QString, url);
    QFETCH(const bool, ifHttpIsAllowed);
    arrive();
    push(withLink(41, url));
    m_fixture->client().open(1);
    QCOMPARE(m_fixture->client().linkHost(*m_fixture->client().entry(1)), QString());
    QVERIFY(m_fixture->opened.isEmpty());
    QCOMPARE(m_fixture->client().unread(), 1);
    m_fixture->prefer(setting::AllowHttp, true);
    m_fixture->client().open(1);
    QCOMPARE(!m_fixture->opened.isEmpty(), ifHttpIsAllowed);
}

void TestClientBalloons::readInTheInbox_withdrawsTheBalloon()
{
    arrive({41, 42});
    m_fixture->client().setRead({1}, true);
    QCOMPARE(m_fixture->balloons.withdrawn, QStringList{notify::balloonKey(u"one"_s, 41)});
    QCOMPARE(m_fixture->client().unread(), 1);
    m_fixture->client().markAllRead();
    QVERIFY(m_fixture->balloons.withdrawn.contains(notify::balloonKey(u"one"_s, 42)));
    QCOMPARE(m_fixture->client().unread(), 0);
    m_fixture->client().setRead({2}, false);
    QCOMPARE(m_fixture->client().unread(), 1);
}

void TestClientBalloons::removedInTheInbox_withdrawsTheBalloon_andIsRestored()
{
    arrive({41});
    m_fixture->client().remove({1});
    QCOMPARE(m_fixture->balloons.withdrawn, QStringList{notify::balloonKey(u"one"_s, 41)});
    QVERIFY(!m_fixture->client().entry(1));
    QCOMPARE(m_fixture->client().unread(), 0);
    m_fixture->client().restore({1});
    QVERIFY(m_fixture->client().entry(1));
    QCOMPARE(m_fixture->client().unread(), 1);
}

void TestClientBalloons::marks_changeTheInbox()
{
    arrive({41});
    const int before = m_fixture->count("inboxChanged");
    const int unreadBefore = m_fixture->count("unreadChanged");
    m_fixture->client().setKept({1}, true);
    QVERIFY(m_fixture->client().entry(1)->isKept);
    QCOMPARE(m_fixture->count("inboxChanged"), before + 1);
    QCOMPARE(m_fixture->count("unreadChanged"), unreadBefore); // Nothing was read.
}

void TestClientBalloons::noDaemon_isUnreadInTheInbox()
{
    m_fixture->balloons.available = false;
    arrive({41});
    QCOMPARE(m_fixture->client().unread(), 1);
    QCOMPARE(m_fixture->count("noticed"), 0);
}

void TestClientBalloons::manner_isAsPreferred()
{
    m_fixture->prefer(setting::Sound, true);
    arrive({41});
    QCOMPARE(m_fixture->balloons.shown.constLast().hasSound, true);
    QCOMPARE(m_fixture->balloons.shown.constLast().duration, 0s);
    m_fixture->prefer(setting::BalloonSeconds, 7);
    m_fixture->prefer(setting::Sound, false);
    m_fixture->manualClock.advance(1min);
    push(ScriptedServer::notification(42));
    QCOMPARE(m_fixture->balloons.shown.constLast().hasSound, false);
    QCOMPARE(m_fixture->balloons.shown.constLast().duration, 7s);
}

void TestClientBalloons::quiet_isSummedUpOnce()
{
    arrive();
    m_fixture->client().beQuietFor(1h);
    QVERIFY(m_fixture->client().isQuiet());
    QCOMPARE(m_fixture->count("quietChanged"), 1);
    push(ScriptedServer::notification(41));
    push(ScriptedServer::notification(42));
    QVERIFY(m_fixture->balloons.shown.isEmpty());
    QCOMPARE(m_fixture->client().unread(), 2);

    m_fixture->client().endQuiet();
    QVERIFY(!m_fixture->client().isQuiet());
    QCOMPARE(m_fixture->balloons.keys(), QStringList{notify::quietKey()});
    m_fixture->client().beQuietFor(1h);
    m_fixture->client().endQuiet();
    QCOMPARE(m_fixture->balloons.shown.size(), 1);
}

void TestClientBalloons::quiet_endsByTheClock()
{
    arrive();
    m_fixture->client().beQuietFor(1h);
    push(ScriptedServer::notification(41));
    m_fixture->manualClock.advance(59min);
    m_fixture->client().nudge();
    QVERIFY(m_fixture->client().isQuiet());
    m_fixture->manualClock.advance(2min);
    m_fixture->client().nudge();
    QVERIFY(!m_fixture->client().isQuiet());
    QCOMPARE(m_fixture->balloons.keys(), QStringList{notify::quietKey()});
}

void TestClientBalloons::quietHours_canBeEnded()
{
    const QTime now = m_fixture->manualClock.now().toLocalTime().time();
    m_fixture->prefer(setting::QuietFrom, QTime(now.addSecs(-3600).hour(), 0));
    m_fixture->prefer(setting::QuietTo, QTime(now.addSecs(2 * 3600).hour(), 0));
    m_fixture->prefer(setting::QuietHours, true);
    QVERIFY(m_fixture->client().isQuiet());
    m_fixture->client().endQuiet();
    QVERIFY(!m_fixture->client().isQuiet());
    m_fixture->manualClock.advance(1h);
    m_fixture->client().nudge();
    QVERIFY(!m_fixture->client().isQuiet()); // Still the same night.
    m_fixture->manualClock.advance(23h);
    m_fixture->client().nudge();
    QVERIFY(m_fixture->client().isQuiet()); // The next one.
}

void TestClientBalloons::quietUntilTomorrow_isStillSoAfterARestart()
{
    m_fixture->client().beQuietUntilTomorrow();
    QVERIFY(m_fixture->client().isQuiet());
    m_fixture->switchOn();
    QVERIFY(m_fixture->client().isQuiet());
    m_fixture->manualClock.advance(36h);
    m_fixture->client().nudge();
    QVERIFY(!m_fixture->client().isQuiet());
}

void TestClientBalloons::quiet_clockPutBackByAYear_isNotQuietForAYear()
{
    QVERIFY(!m_fixture->client().quietUntil().isValid());
    m_fixture->client().beQuietFor(1h);
    QCOMPARE(m_fixture->client().quietUntil(), m_fixture->manualClock.now().addSecs(3600));
    m_fixture->manualClock.advance(-24h * 365);
    m_fixture->client().nudge();
    QVERIFY(!m_fixture->client().isQuiet());
    QVERIFY(!m_fixture->client().quietUntil().isValid());
}

void TestClientBalloons::notInterested_inWhatWentToEveryone_saysSo()
{
    arrive({41});
    m_fixture->client().notInterested(1);
    QCOMPARE(m_fixture->count("noticed"), 1);
    QVERIFY2(m_fixture->lastNotice().contains(u"everyone"_s), qUtf8Printable(m_fixture->lastNotice()));
}

QTEST_GUILESS_MAIN(TestClientBalloons)
#include "test_client_balloons.moc"

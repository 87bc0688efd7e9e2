// SPDX-License-Identifier: MIT
#include "support/announcer_fixture.h"

using namespace jarchi;
using namespace jarchi::notify;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What is shown of what comes while somebody is there, and how; and what is taken away again.
class TestAnnouncer : public QObject, private AnnouncerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { beginAnew(); }

    void live_one_isABalloon();
    void live_shownBefore_isNotShownAgain();
    void live_sameIdInAnotherEpoch_isAnother();
    void live_sameIdMadeLater_isAnother();
    void live_slowly_eachIsABalloon();
    void live_flood_isThreeAndOneSummaryThatGrows();
    void live_floodInOneBurst_prefersPriorityThenNewest();
    void live_afterThePause_countsAnew();
    void live_summaryWasClosed_countsAnew();
    void live_stale_isOnlyCounted_data();
    void live_stale_isOnlyCounted();

    void sound_onlyFirstOfABurst();
    void sound_notWanted_isNever();
    void manner_reachesTheBalloon();

    void withdraw_oneThatStands_isTakenAway();
    void withdraw_ofWhatASummaryCounts_takesTheSummaryAway();
    void withdraw_whileQuiet_isNotSummedUp();
    void withdrawAll_takesEverythingAway();
};

void TestAnnouncer::live_one_isABalloon()
{
    show({notification(1)});
    QCOMPARE(m_balloons->keys(), keys({1}));
    QCOMPARE(m_balloons->titles(), QStringList{u"No. 1"_s});
}

void TestAnnouncer::live_shownBefore_isNotShownAgain()
{
    show({notification(1), notification(1)});
    m_clock->advance(1h);
    show({notification(1), notification(2)});
    QCOMPARE(m_balloons->keys(), keys({1, 2}));
}

void TestAnnouncer::live_sameIdInAnotherEpoch_isAnother()
{
    show({notification(1)});
    m_announcer->setEpoch(u"f"_s);
    show({notification(1)});
    m_announcer->setEpoch(u"e"_s);
    show({notification(1)});
    QCOMPARE(m_balloons->keys(), (QStringList{u"e/1"_s, u"f/1"_s}));
}

void TestAnnouncer::live_sameIdMadeLater_isAnother()
{
    Notification later = notification(1);
    show({later});
    later.createdAt = later.createdAt.addSecs(1);
    show({later});
    show({later});
    QCOMPARE(m_balloons->shown.size(), 2);
}

void TestAnnouncer::live_slowly_eachIsABalloon()
{
    for (NotificationId id = 1; id <= 20; ++id) {
        show({notification(id)});
        m_clock->advance(4s);
    }
    QCOMPARE(m_balloons->shown.size(), 20);
    QVERIFY(!m_balloons->keys().contains(moreKey()));
}

void TestAnnouncer::live_flood_isThreeAndOneSummaryThatGrows()
{
    for (NotificationId id = 1; id <= 6; ++id) {
        show({notification(id)});
        m_clock->advance(1s);
    }
    QCOMPARE(m_balloons->keys(), keys({1, 2, 3, 0, 0, 0}));
    QCOMPARE(m_balloons->titles().sliced(3), (QStringList{u"And 1 more"_s, u"And 2 more"_s, u"And 3 more"_s}));
    QVERIFY(!m_balloons->shown.constLast().openLabel.isEmpty());
}

void TestAnnouncer::live_floodInOneBurst_prefersPriorityThenNewest()
{
    QList<Notification> fresh = notifications(1, 40);
    fresh[4].priority = Priority::High;
    fresh[39].priority = Priority::Low;
    show(fresh);
    QCOMPARE(m_balloons->keys(), keys({5, 38, 39, 0}));
    QCOMPARE(m_balloons->shown.constLast().title, u"And 37 more"_s);
}

void TestAnnouncer::live_afterThePause_countsAnew()
{
    show(notifications(1, 10));
    m_clock->advance(11s);
    show(notifications(11, 14));
    QCOMPARE(m_balloons->keys(), keys({8, 9, 10, 0, 12, 13, 14, 0}));
    QCOMPARE(m_balloons->shown.constLast().title, u"And 1 more"_s);
}

void TestAnnouncer::live_summaryWasClosed_countsAnew()
{
    show(notifications(1, 10));
    Q_EMIT m_balloons->dismissed(moreKey());
    show({notification(11)});
    QCOMPARE(m_balloons->shown.constLast().title, u"And 1 more"_s);
    Q_EMIT m_balloons->activated(moreKey());
    Q_EMIT m_balloons->activated(balloonKey(u"e"_s, 1));
    show({notification(12)});
    QCOMPARE(m_balloons->shown.constLast().title, u"And 1 more"_s);
}

void TestAnnouncer::live_stale_isOnlyCounted_data()
{
    QTest::addColumn<qint64>("age"); // Seconds.
    QTest::addColumn<qint64>("expiresIn");
    QTest::addColumn<bool>("isStale");
    constexpr qint64 day = 24 * 60 * 60;
    QTest::newRow("new") << qint64{0} << qint64{0} << false;
    QTest::newRow("a clock ahead of ours") << -10 * day << qint64{0} << false;
    QTest::newRow("seven days") << 7 * day << qint64{0} << false;
    QTest::newRow("and a second") << 7 * day + 1 << qint64{0} << true;
    QTest::newRow("expires soon") << qint64{60} << qint64{1} << false;
    QTest::newRow("expired") << qint64{60} << qint64{-1} << true;
}

void TestAnnouncer::live_stale_isOnlyCounted()
{
    QFETCH(const qint64, age);
    QFETCH(const qint64, expiresIn);
    QFETCH(const bool, isStale);
    Notification old = notification(1);
    old.createdAt = m_clock->now().addSecs(-age);
    if (expiresIn != 0)
        old.expiresAt = m_clock->now().addSecs(expiresIn);
    show({old});
    QCOMPARE(m_balloons->keys(), keys({isStale ? 0 : 1}));
    if (isStale)
        QCOMPARE(m_balloons->titles(), QStringList{u"1 new notification(s)"_s});
}

void TestAnnouncer::sound_onlyFirstOfABurst()
{
    m_announcer->setManner({.hasSound = true});
    show(notifications(1, 2));
    m_clock->advance(5s);
    show({notification(3)});
    m_clock->advance(11s);
    show({notification(4)});
    QList<bool> sounds;
    for (const Balloon &balloon : m_balloons->shown)
        sounds.append(balloon.hasSound);
    QCOMPARE(sounds, (QList<bool>{true, false, false, true}));
}

void TestAnnouncer::sound_notWanted_isNever()
{
    show({notification(1, Priority::High)});
    QVERIFY(!m_balloons->shown.constFirst().hasSound);
}

void TestAnnouncer::manner_reachesTheBalloon()
{
    Notification linked = notification(1);
    linked.url = u"http://shop.example/1"_s;
    show({linked});
    m_announcer->setManner({.duration = 5s, .allowHttp = true});
    linked.id = 2;
    show({linked});
    QCOMPARE(m_balloons->shown[0].duration, 0ms);
    QVERIFY(m_balloons->shown[0].openLabel.isEmpty());
    QCOMPARE(m_balloons->shown[1].duration, 5s);
    QCOMPARE(m_balloons->shown[1].openLabel, u"Open shop.example"_s);
}

void TestAnnouncer::withdraw_oneThatStands_isTakenAway()
{
    show({notification(1)});
    m_announcer->withdraw(keys({1}));
    QCOMPARE(m_balloons->withdrawn, keys({1}));
}

void TestAnnouncer::withdraw_ofWhatASummaryCounts_takesTheSummaryAway()
{
    show(notifications(1, 5));
    m_announcer->withdraw(keys({1}));
    QVERIFY(!m_balloons->withdrawn.contains(moreKey()));
    m_announcer->withdraw(keys({2}));
    QVERIFY(m_balloons->withdrawn.contains(moreKey()));
}

void TestAnnouncer::withdraw_whileQuiet_isNotSummedUp()
{
    m_announcer->setQuiet(true);
    show(notifications(1, 2));
    m_announcer->withdraw(keys({1}));
    m_announcer->setQuiet(false);
    QCOMPARE(m_balloons->titles(), QStringList{u"1 new while it was quiet"_s});
}

void TestAnnouncer::withdrawAll_takesEverythingAway()
{
    show(notifications(1, 5));
    m_announcer->setQuiet(true);
    show({notification(6)});
    m_announcer->withdrawAll();
    QCOMPARE(m_balloons->withdrawn, keys({3, 4, 5, 0}));
    m_announcer->setQuiet(false);
    QCOMPARE(m_balloons->shown.size(), 4);
}

QTEST_GUILESS_MAIN(TestAnnouncer)
#include "test_announcer.moc"

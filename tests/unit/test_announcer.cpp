// SPDX-License-Identifier: MIT
#include "notify/announcer.h"
#include "notify/balloon_key.h"
#include "support/fake_clock.h"
#include "support/recorded_balloons.h"

#include <QTest>

using namespace jarchi;
using namespace jarchi::notify;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using protocol::Notification;
using protocol::NotificationId;
using protocol::Priority;

class TestAnnouncer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void key_madeAndParsed_isTheSame();
    void key_notMadeByUs_isNone_data();
    void key_notMadeByUs_isNone();

    void live_one_isABalloon();
    void live_shownBefore_isNotShownAgain();
    void live_sameIdInAnotherEpoch_isAnother();
    void live_slowly_eachIsABalloon();
    void live_flood_isThreeAndOneSummaryThatGrows();
    void live_floodInOneBurst_prefersPriorityThenNewest();
    void live_afterThePause_countsAnew();
    void live_summaryWasClosed_countsAnew();
    void live_stale_isOnlyCounted_data();
    void live_stale_isOnlyCounted();

    void catchUp_few_areShownAtOnce();
    void catchUp_many_areThreeAndASummaryAtItsEnd();
    void catchUp_manyInPages_choosesAmongAll();
    void catchUp_slow_isOneBurst();
    void catchUp_allStale_isOneSummary();
    void catchUp_moreThanWasSaid_isBounded();
    void catchUp_brokenOff_isShownAndGoesOn();
    void catchUp_duringQuiet_isOnlyCounted();
    void catchUp_quietBeginsInIt_isSummedUpLater();

    void quiet_showsNothingAndIsSummedUpOnce();
    void quiet_withoutNews_saysNothing();
    void quiet_highPriority_waitsToo();
    void inhibited_showsNothingAndIsSummedUpOnce();
    void inhibited_endsWithoutASignal_isSummedUpWithTheNext();
    void inhibitedAndQuiet_bothMustEnd();

    void sound_onlyFirstOfABurst();
    void sound_notWanted_isNever();
    void manner_reachesTheBalloon();

    void withdraw_oneThatStands_isTakenAway();
    void withdraw_ofWhatASummaryCounts_takesTheSummaryAway();
    void withdraw_whileQuiet_isNotSummedUp();
    void withdrawAll_takesEverythingAway();

private:
    Notification notification(NotificationId id, Priority priority = Priority::Normal) const;
    QList<Notification> notifications(NotificationId first, NotificationId last) const;
    void show(const QList<Notification> &fresh) { QVERIFY(m_announcer->show(fresh)); }
    QStringList keys(const QList<NotificationId> &ids) const;

    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<RecordedBalloons> m_balloons;
    std::unique_ptr<Announcer> m_announcer;
};

void TestAnnouncer::init()
{
    m_announcer.reset();
    m_clock = std::make_unique<FakeClock>();
    m_balloons = std::make_unique<RecordedBalloons>();
    m_announcer = std::make_unique<Announcer>(*m_balloons, *m_clock);
    m_announcer->setEpoch(u"e"_s);
}

Notification TestAnnouncer::notification(NotificationId id, Priority priority) const
{
    Notification made;
    made.id = id;
    made.title = u"No. %1"_s.arg(id);
    made.priority = priority;
    made.createdAt = m_clock->now();
    return made;
}

QList<Notification> TestAnnouncer::notifications(NotificationId first, NotificationId last) const
{
    QList<Notification> list;
    for (NotificationId id = first; id <= last; ++id)
        list.append(notification(id));
    return list;
}

QStringList TestAnnouncer::keys(const QList<NotificationId> &ids) const
{
    QStringList list;
    for (const NotificationId id : ids)
        list.append(id == 0 ? moreKey() : balloonKey(u"e"_s, id));
    return list;
}

void TestAnnouncer::key_madeAndParsed_isTheSame()
{
    for (const QString &epoch : {u"3f2a"_s, u""_s, u"a/7"_s, u"a/b/"_s}) {
        const std::optional<BalloonSubject> subject = parseBalloonKey(balloonKey(epoch, 9'007'199'254'740'993));
        QVERIFY(subject);
        QCOMPARE(*subject, (BalloonSubject{epoch, 9'007'199'254'740'993}));
    }
}

void TestAnnouncer::key_notMadeByUs_isNone_data()
{
    QTest::addColumn<QString>("key");
    for (const char *key :
         {"", "e", "e/", "e/0", "e/-1", "e/01", "e/+1", "e/ 1", "e/x", "e/99999999999999999999", "undo"})
        QTest::newRow(key) << QString::fromLatin1(key);
    QTest::newRow("summary") << moreKey();
    QTest::newRow("quiet") << quietKey();
}

void TestAnnouncer::key_notMadeByUs_isNone()
{
    QFETCH(const QString, key);
    QVERIFY(!parseBalloonKey(key));
}

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

void TestAnnouncer::catchUp_few_areShownAtOnce()
{
    m_announcer->beginCatchUp(3);
    show({notification(1)});
    QCOMPARE(m_balloons->keys(), keys({1}));
    show(notifications(2, 3));
    m_announcer->endCatchUp();
    QCOMPARE(m_balloons->keys(), keys({1, 2, 3}));
}

void TestAnnouncer::catchUp_many_areThreeAndASummaryAtItsEnd()
{
    m_announcer->beginCatchUp(40);
    show(notifications(1, 40));
    QVERIFY(m_balloons->shown.isEmpty());
    m_announcer->endCatchUp();
    QCOMPARE(m_balloons->keys(), keys({38, 39, 40, 0}));
    QCOMPARE(m_balloons->shown.constLast().title, u"And 37 more"_s);
}

void TestAnnouncer::catchUp_manyInPages_choosesAmongAll()
{
    m_announcer->beginCatchUp(1000);
    for (NotificationId first = 1; first <= 1000; first += 50) {
        QList<Notification> page = notifications(first, first + 49);
        if (first == 201)
            page[0].priority = Priority::High;
        show(page);
    }
    m_announcer->endCatchUp();
    QCOMPARE(m_balloons->keys(), keys({201, 999, 1000, 0}));
    QCOMPARE(m_balloons->shown.constLast().title, u"And 997 more"_s);
}

void TestAnnouncer::catchUp_slow_isOneBurst()
{
    m_announcer->beginCatchUp(20);
    for (NotificationId id = 1; id <= 20; ++id) {
        show({notification(id)});
        m_clock->advance(15s);
    }
    m_announcer->endCatchUp();
    QCOMPARE(m_balloons->keys(), keys({18, 19, 20, 0}));
    QCOMPARE(m_balloons->shown.constLast().title, u"And 17 more"_s);
}

void TestAnnouncer::catchUp_allStale_isOneSummary()
{
    m_announcer->beginCatchUp(500);
    QList<Notification> old = notifications(1, 500);
    for (Notification &each : old)
        each.createdAt = m_clock->now().addDays(-30);
    show(old);
    m_announcer->endCatchUp();
    QCOMPARE(m_balloons->titles(), QStringList{u"500 new notification(s)"_s});
    QCOMPARE(m_balloons->keys(), keys({0}));
}

void TestAnnouncer::catchUp_moreThanWasSaid_isBounded()
{
    m_announcer->beginCatchUp(2);
    show(notifications(1, 2));
    show(notifications(3, 10));
    m_announcer->endCatchUp();
    QCOMPARE(m_balloons->keys(), keys({1, 2, 10, 0}));
    QCOMPARE(m_balloons->shown.constLast().title, u"And 7 more"_s);
}

void TestAnnouncer::catchUp_brokenOff_isShownAndGoesOn()
{
    m_announcer->beginCatchUp(100);
    show(notifications(1, 50));
    m_announcer->endCatchUp();
    m_clock->advance(2s);
    m_announcer->beginCatchUp(60);
    show(notifications(41, 100)); // Ten had not been acknowledged.
    m_announcer->endCatchUp();
    QCOMPARE(m_balloons->keys(), keys({48, 49, 50, 0, 0}));
    QCOMPARE(m_balloons->shown.constLast().title, u"And 97 more"_s);
}

void TestAnnouncer::catchUp_duringQuiet_isOnlyCounted()
{
    m_announcer->setQuiet(true);
    m_announcer->beginCatchUp(40);
    show(notifications(1, 40));
    m_announcer->endCatchUp();
    QVERIFY(m_balloons->shown.isEmpty());
    m_announcer->setQuiet(false);
    QCOMPARE(m_balloons->titles(), QStringList{u"40 new while it was quiet"_s});
}

void TestAnnouncer::catchUp_quietBeginsInIt_isSummedUpLater()
{
    m_announcer->beginCatchUp(40);
    show(notifications(1, 20));
    m_announcer->setQuiet(true);
    show(notifications(21, 40));
    m_announcer->endCatchUp();
    QVERIFY(m_balloons->shown.isEmpty());
    m_announcer->setQuiet(false);
    QCOMPARE(m_balloons->titles(), QStringList{u"40 new while it was quiet"_s});
}

void TestAnnouncer::quiet_showsNothingAndIsSummedUpOnce()
{
    m_announcer->setQuiet(true);
    for (NotificationId id = 1; id <= 12; ++id) {
        show({notification(id)});
        m_clock->advance(10min);
    }
    QVERIFY(m_balloons->shown.isEmpty());
    m_announcer->setQuiet(false);
    QCOMPARE(m_balloons->titles(), QStringList{u"12 new while it was quiet"_s});
    QCOMPARE(m_balloons->keys(), QStringList{quietKey()});
    m_announcer->setQuiet(true);
    m_announcer->setQuiet(false);
    m_clock->advance(1min);
    show(notifications(1, 13)); // The twelve are never shown.
    QCOMPARE(m_balloons->keys(), (QStringList{quietKey(), balloonKey(u"e"_s, 13)}));
}

void TestAnnouncer::quiet_withoutNews_saysNothing()
{
    m_announcer->setQuiet(true);
    m_announcer->setQuiet(false);
    QVERIFY(m_balloons->shown.isEmpty());
}

void TestAnnouncer::quiet_highPriority_waitsToo()
{
    m_announcer->setQuiet(true);
    show({notification(1, Priority::High)});
    QVERIFY(m_balloons->shown.isEmpty());
}

void TestAnnouncer::inhibited_showsNothingAndIsSummedUpOnce()
{
    m_balloons->setInhibited(true);
    show(notifications(1, 2));
    QVERIFY(m_balloons->shown.isEmpty());
    m_balloons->setInhibited(false);
    QCOMPARE(m_balloons->titles(), QStringList{u"2 new while it was quiet"_s});
}

void TestAnnouncer::inhibited_endsWithoutASignal_isSummedUpWithTheNext()
{
    m_balloons->inhibited = true;
    show(notifications(1, 2));
    m_balloons->inhibited = false;
    show({notification(3)});
    QCOMPARE(m_balloons->keys(), (QStringList{quietKey(), balloonKey(u"e"_s, 3)}));
}

void TestAnnouncer::inhibitedAndQuiet_bothMustEnd()
{
    m_announcer->setQuiet(true);
    m_balloons->setInhibited(true);
    show({notification(1)});
    m_announcer->setQuiet(false);
    QVERIFY(m_balloons->shown.isEmpty());
    m_announcer->setQuiet(true);
    m_balloons->setInhibited(false);
    QVERIFY(m_balloons->shown.isEmpty());
    m_announcer->setQuiet(false);
    QCOMPARE(m_balloons->keys(), QStringList{quietKey()});
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

// SPDX-License-Identifier: MIT
#include "notify/announcer.h"
#include "notify/balloon_key.h"
#include "support/fake_clock.h"
#include "support/recorded_balloons.h"

#include <QSignalSpy>
#include <QTest>

using namespace jarchi;
using namespace jarchi::notify;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using protocol::Notification;
using protocol::NotificationId;

/// What has to wait: how long, what becomes of it, and when nobody needs to be told any more.
class TestAnnouncerWaiting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void catchUp_withoutEnd_isToldAfterAWhile();
    void catchUp_withoutEnd_isToldByTheNextThatComes();
    void catchUp_stillWithoutEnd_onlyTheSummaryGrows();
    void catchUp_withoutEnd_soundsOnce();
    void catchUp_withoutEndWhileQuiet_isSummedUpAfterwards();
    void catchUp_endedInTime_isNotToldAgain();
    void quietEndsInACatchUp_isSummedUpAtItsEnd();

    void untold_withoutConnection_isSummedUpAfterAWhile();
    void untold_andACatchUp_areOneSummary();
    void untold_whileQuiet_isSummedUpAfterwards();
    void untold_readMeanwhile_isNotCounted();
    void untold_ofAnotherInbox_replacesWhatWasThere();

    void settled_whenShown();
    void settled_notBeforeTheCatchUpEnds();
    void settled_notBeforeItIsLoudAgain();
    void settled_whenTheLastIsRead();
    void settled_notByAnotherInbox();
    void summary_partlyRead_countsWhatComesNext();

private:
    QList<Notification> notifications(NotificationId first, NotificationId last) const;
    void show(NotificationId first, NotificationId last) { QVERIFY(m_announcer->show(notifications(first, last))); }
    static QStringList keys(NotificationId first, NotificationId last)
    {
        QStringList list;
        for (NotificationId id = first; id <= last; ++id)
            list.append(balloonKey(u"e"_s, id));
        return list;
    }
    /// Time passes, and the client hears of it.
    void pass(std::chrono::milliseconds time)
    {
        m_clock->advance(time);
        m_announcer->look();
    }

    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<RecordedBalloons> m_balloons;
    std::unique_ptr<Announcer> m_announcer;
    std::unique_ptr<QSignalSpy> m_settled;
};

void TestAnnouncerWaiting::init()
{
    m_settled.reset();
    m_announcer.reset();
    m_clock = std::make_unique<FakeClock>();
    m_balloons = std::make_unique<RecordedBalloons>();
    m_announcer = std::make_unique<Announcer>(*m_balloons, *m_clock);
    m_announcer->setEpoch(u"e"_s);
    m_settled = std::make_unique<QSignalSpy>(m_announcer.get(), &Announcer::settled);
}

QList<Notification> TestAnnouncerWaiting::notifications(NotificationId first, NotificationId last) const
{
    QList<Notification> list;
    for (NotificationId id = first; id <= last; ++id) {
        Notification made;
        made.id = id;
        made.title = u"No. %1"_s.arg(id);
        made.createdAt = m_clock->now();
        list.append(made);
    }
    return list;
}

void TestAnnouncerWaiting::catchUp_withoutEnd_isToldAfterAWhile()
{
    m_announcer->beginCatchUp(40);
    show(1, 10);
    pass(Announcer::Patience - 1ms);
    QVERIFY(m_balloons->shown.isEmpty());
    QVERIFY(m_settled->isEmpty());
    pass(1ms);
    QCOMPARE(m_balloons->keys(), keys(8, 10) + QStringList{moreKey()});
    QCOMPARE(m_balloons->shown.constLast().title, u"And 7 more"_s);
    QCOMPARE(m_settled->size(), 1);
}

void TestAnnouncerWaiting::catchUp_withoutEnd_isToldByTheNextThatComes()
{
    m_announcer->beginCatchUp(40);
    show(1, 10);
    m_clock->advance(Announcer::Patience);
    show(11, 11);
    QCOMPARE(m_balloons->keys(), keys(9, 11) + QStringList{moreKey()});
}

void TestAnnouncerWaiting::catchUp_stillWithoutEnd_onlyTheSummaryGrows()
{
    m_announcer->beginCatchUp(40);
    show(1, 10);
    pass(Announcer::Patience);
    show(11, 20);
    QCOMPARE(m_balloons->shown.size(), 4);
    pass(Announcer::Patience);
    QCOMPARE(m_balloons->shown.size(), 5);
    QCOMPARE(m_balloons->shown.constLast().title, u"And 17 more"_s);
    show(21, 30);
    m_announcer->endCatchUp();
    QCOMPARE(m_balloons->shown.size(), 6);
    QCOMPARE(m_balloons->shown.constLast().title, u"And 27 more"_s);
    // It is over: what comes later is news.
    m_clock->advance(Announcer::Burst + 1ms);
    show(31, 31);
    QCOMPARE(m_balloons->keys().constLast(), balloonKey(u"e"_s, 31));
}

void TestAnnouncerWaiting::catchUp_withoutEnd_soundsOnce()
{
    m_announcer->setManner({.hasSound = true});
    m_announcer->beginCatchUp(40);
    for (NotificationId id = 1; id <= 30; id += 10) {
        show(id, id + 9);
        pass(Announcer::Patience);
    }
    QCOMPARE(m_balloons->shown.size(), 6);
    qsizetype sounds = 0;
    for (const Balloon &balloon : m_balloons->shown)
        sounds += balloon.hasSound ? 1 : 0;
    QCOMPARE(sounds, 1);
}

void TestAnnouncerWaiting::catchUp_withoutEndWhileQuiet_isSummedUpAfterwards()
{
    m_announcer->beginCatchUp(40);
    show(1, 10);
    m_announcer->setQuiet(true);
    pass(Announcer::Patience);
    QVERIFY(m_balloons->shown.isEmpty());
    m_announcer->endCatchUp();
    m_announcer->setQuiet(false);
    QCOMPARE(m_balloons->titles(), QStringList{u"10 new while it was quiet"_s});
}

void TestAnnouncerWaiting::catchUp_endedInTime_isNotToldAgain()
{
    m_announcer->beginCatchUp(40);
    show(1, 40);
    m_announcer->endCatchUp();
    pass(Announcer::Patience);
    m_announcer->endCatchUp();
    QCOMPARE(m_balloons->shown.size(), 4);
}

void TestAnnouncerWaiting::quietEndsInACatchUp_isSummedUpAtItsEnd()
{
    m_announcer->setQuiet(true);
    m_announcer->beginCatchUp(20);
    show(1, 10);
    m_announcer->setQuiet(false);
    QVERIFY(m_balloons->shown.isEmpty());
    show(11, 20);
    m_announcer->endCatchUp();
    QCOMPARE(m_balloons->keys(), QStringList{quietKey()} + keys(18, 20) + QStringList{moreKey()});
    QCOMPARE(m_balloons->shown.constFirst().title, u"10 new while it was quiet"_s);
    QCOMPARE(m_balloons->shown.constLast().title, u"And 7 more"_s);
}

void TestAnnouncerWaiting::untold_withoutConnection_isSummedUpAfterAWhile()
{
    m_announcer->startOver(keys(1, 5000));
    QVERIFY(m_balloons->shown.isEmpty());
    pass(Announcer::Patience);
    QCOMPARE(m_balloons->keys(), QStringList{moreKey()});
    QCOMPARE(m_balloons->titles(), QStringList{u"%L1 new notification(s)"_s.arg(5000)});
    QCOMPARE(m_settled->size(), 1);
}

void TestAnnouncerWaiting::untold_andACatchUp_areOneSummary()
{
    m_announcer->startOver(keys(1, 64));
    m_clock->advance(2s);
    m_announcer->beginCatchUp(136);
    show(65, 200);
    QVERIFY(m_balloons->shown.isEmpty());
    m_announcer->endCatchUp();
    QCOMPARE(m_balloons->keys(), keys(198, 200) + QStringList{moreKey()});
    QCOMPARE(m_balloons->shown.constLast().title, u"And 197 more"_s);
}

void TestAnnouncerWaiting::untold_whileQuiet_isSummedUpAfterwards()
{
    m_announcer->setQuiet(true);
    m_settled->clear();
    m_announcer->startOver(keys(1, 4));
    pass(Announcer::Patience);
    m_announcer->beginCatchUp(0);
    m_announcer->endCatchUp();
    QVERIFY(m_balloons->shown.isEmpty());
    QVERIFY(m_settled->isEmpty());
    m_announcer->setQuiet(false);
    QCOMPARE(m_balloons->titles(), QStringList{u"4 new while it was quiet"_s});
    QCOMPARE(m_settled->size(), 1);
}

void TestAnnouncerWaiting::untold_readMeanwhile_isNotCounted()
{
    m_announcer->startOver(keys(1, 3));
    m_announcer->withdraw(keys(2, 3));
    pass(Announcer::Patience);
    QCOMPARE(m_balloons->titles(), QStringList{u"1 new notification(s)"_s});
}

void TestAnnouncerWaiting::untold_ofAnotherInbox_replacesWhatWasThere()
{
    m_announcer->startOver(keys(1, 3));
    m_announcer->startOver({u"f/1"_s});
    pass(Announcer::Patience);
    QCOMPARE(m_balloons->titles(), QStringList{u"1 new notification(s)"_s});
    m_announcer->startOver(keys(1, 3)); // Back to the first, of which nobody was told.
    QCOMPARE(m_balloons->withdrawn, QStringList{moreKey()});
    pass(Announcer::Patience);
    QCOMPARE(m_balloons->shown.constLast().title, u"3 new notification(s)"_s);
}

void TestAnnouncerWaiting::settled_whenShown()
{
    show(1, 1);
    QCOMPARE(m_settled->size(), 1);
    show(2, 20);
    QCOMPARE(m_settled->size(), 2);
}

void TestAnnouncerWaiting::settled_notBeforeTheCatchUpEnds()
{
    m_announcer->beginCatchUp(20);
    show(1, 20);
    m_announcer->setQuiet(false);
    QVERIFY(m_settled->isEmpty());
    m_announcer->endCatchUp();
    QCOMPARE(m_settled->size(), 1);
}

void TestAnnouncerWaiting::settled_notBeforeItIsLoudAgain()
{
    m_balloons->setInhibited(true);
    m_settled->clear();
    show(1, 2);
    m_announcer->setQuiet(true);
    m_balloons->setInhibited(false);
    QVERIFY(m_settled->isEmpty());
    m_announcer->setQuiet(false);
    QCOMPARE(m_settled->size(), 1);
    QCOMPARE(m_balloons->titles(), QStringList{u"2 new while it was quiet"_s});
}

void TestAnnouncerWaiting::settled_whenTheLastIsRead()
{
    m_announcer->setQuiet(true);
    m_settled->clear();
    show(1, 3);
    m_announcer->withdraw(keys(1, 2));
    QVERIFY(m_settled->isEmpty());
    m_announcer->withdraw(keys(3, 3));
    QCOMPARE(m_settled->size(), 1);
    show(4, 5);
    m_announcer->withdrawAll();
    QCOMPARE(m_settled->size(), 2);
}

void TestAnnouncerWaiting::settled_notByAnotherInbox()
{
    m_announcer->beginCatchUp(20);
    show(1, 20);
    m_announcer->startOver({});
    QVERIFY(m_settled->isEmpty()); // Of the other one's entries nobody was told.
}

void TestAnnouncerWaiting::summary_partlyRead_countsWhatComesNext()
{
    show(1, 5);
    QCOMPARE(m_balloons->shown.constLast().title, u"And 2 more"_s);
    m_announcer->withdraw(keys(1, 1));
    show(6, 6);
    QCOMPARE(m_balloons->shown.size(), 5);
    QCOMPARE(m_balloons->shown.constLast().title, u"And 2 more"_s); // The other one, and the new one.
}

QTEST_GUILESS_MAIN(TestAnnouncerWaiting)
#include "test_announcer_waiting.moc"

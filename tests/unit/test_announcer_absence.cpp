// SPDX-License-Identifier: MIT
#include "support/announcer_fixture.h"

using namespace jarchi;
using namespace jarchi::notify;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What is shown after an absence, and what once quiet ends.
class TestAnnouncerAbsence : public QObject, private AnnouncerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { beginAnew(); }

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
};

void TestAnnouncerAbsence::catchUp_few_areShownAtOnce()
{
    m_announcer->beginCatchUp(3);
    show({notification(1)});
    QCOMPARE(m_balloons->keys(), keys({1}));
    show(notifications(2, 3));
    m_announcer->endCatchUp();
    QCOMPARE(m_balloons->keys(), keys({1, 2, 3}));
}

void TestAnnouncerAbsence::catchUp_many_areThreeAndASummaryAtItsEnd()
{
    m_announcer->beginCatchUp(40);
    show(notifications(1, 40));
    QVERIFY(m_balloons->shown.isEmpty());
    m_announcer->endCatchUp();
    QCOMPARE(m_balloons->keys(), keys({38, 39, 40, 0}));
    QCOMPARE(m_balloons->shown.constLast().title, u"And 37 more"_s);
}

void TestAnnouncerAbsence::catchUp_manyInPages_choosesAmongAll()
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

void TestAnnouncerAbsence::catchUp_slow_isOneBurst()
{
    m_announcer->beginCatchUp(20);
    for (NotificationId id = 1; id <= 20; ++id) {
        show({notification(id)});
        m_clock->advance(15s);
    }
    m_announcer->endCatchUp();
    QStringList own = m_balloons->keys();
    own.removeAll(moreKey());
    QCOMPARE(own, keys({1, 2, 4})); // Whoever waits for long is told of the best there is.
    QCOMPARE(m_balloons->shown.constLast().title, u"And 17 more"_s);
}

void TestAnnouncerAbsence::catchUp_allStale_isOneSummary()
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

void TestAnnouncerAbsence::catchUp_moreThanWasSaid_isBounded()
{
    m_announcer->beginCatchUp(2);
    show(notifications(1, 2));
    show(notifications(3, 10));
    m_announcer->endCatchUp();
    QCOMPARE(m_balloons->keys(), keys({1, 2, 10, 0}));
    QCOMPARE(m_balloons->shown.constLast().title, u"And 7 more"_s);
}

void TestAnnouncerAbsence::catchUp_brokenOff_isShownAndGoesOn()
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

void TestAnnouncerAbsence::catchUp_duringQuiet_isOnlyCounted()
{
    m_announcer->setQuiet(true);
    m_announcer->beginCatchUp(40);
    show(notifications(1, 40));
    m_announcer->endCatchUp();
    QVERIFY(m_balloons->shown.isEmpty());
    m_announcer->setQuiet(false);
    QCOMPARE(m_balloons->titles(), QStringList{u"40 new while it was quiet"_s});
}

void TestAnnouncerAbsence::catchUp_quietBeginsInIt_isSummedUpLater()
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

void TestAnnouncerAbsence::quiet_showsNothingAndIsSummedUpOnce()
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

void TestAnnouncerAbsence::quiet_withoutNews_saysNothing()
{
    m_announcer->setQuiet(true);
    m_announcer->setQuiet(false);
    QVERIFY(m_balloons->shown.isEmpty());
}

void TestAnnouncerAbsence::quiet_highPriority_waitsToo()
{
    m_announcer->setQuiet(true);
    show({notification(1, Priority::High)});
    QVERIFY(m_balloons->shown.isEmpty());
}

void TestAnnouncerAbsence::inhibited_showsNothingAndIsSummedUpOnce()
{
    m_balloons->setInhibited(true);
    show(notifications(1, 2));
    QVERIFY(m_balloons->shown.isEmpty());
    m_balloons->setInhibited(false);
    QCOMPARE(m_balloons->titles(), QStringList{u"2 new while it was quiet"_s});
}

void TestAnnouncerAbsence::inhibited_endsWithoutASignal_isSummedUpWithTheNext()
{
    m_balloons->inhibited = true;
    show(notifications(1, 2));
    m_balloons->inhibited = false;
    show({notification(3)});
    QCOMPARE(m_balloons->keys(), (QStringList{quietKey(), balloonKey(u"e"_s, 3)}));
}

void TestAnnouncerAbsence::inhibitedAndQuiet_bothMustEnd()
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

QTEST_GUILESS_MAIN(TestAnnouncerAbsence)
#include "test_announcer_absence.moc"

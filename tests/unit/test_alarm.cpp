// SPDX-License-Identifier: MIT
#include "client/alarm.h"

#include "support/fake_clock.h"
#include "support/patience.h"

#include <QSignalSpy>
#include <QTest>

using namespace jarchi::client;
using namespace std::chrono_literals;
using jarchi::test::FakeClock;
using jarchi::test::Patience;

class TestAlarm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void time_thatIsOver_ringsOnce();
    void time_thatIsAhead_ringsWhenItCame();
    void clock_thatWasPutBack_isWaitedFor();
    void invalidTime_neverRings();
    void newTime_replacesTheOld();
};

void TestAlarm::time_thatIsOver_ringsOnce()
{
    const FakeClock clock;
    Alarm alarm(clock);
    QSignalSpy rang(&alarm, &Alarm::rang);
    alarm.setTime(clock.now().addSecs(-1));
    QCOMPARE(rang.size(), 0); // Not inside of the question.
    QTRY_COMPARE_WITH_TIMEOUT(rang.size(), 1, Patience);
    alarm.look();
    QCOMPARE(rang.size(), 1);
}

void TestAlarm::time_thatIsAhead_ringsWhenItCame()
{
    FakeClock clock;
    Alarm alarm(clock);
    QSignalSpy rang(&alarm, &Alarm::rang);
    alarm.setTime(clock.now().addSecs(3600));
    clock.advance(59min);
    alarm.look();
    QCOMPARE(rang.size(), 0);
    clock.advance(1min);
    alarm.look();
    QCOMPARE(rang.size(), 1);
}

void TestAlarm::clock_thatWasPutBack_isWaitedFor()
{
    FakeClock clock;
    Alarm alarm(clock);
    QSignalSpy rang(&alarm, &Alarm::rang);
    const QSignalSpy putBack(&alarm, &Alarm::putBack);
    alarm.setTime(clock.now());
    clock.advance(-1h);
    alarm.look();
    QCOMPARE(rang.size(), 0);
    QCOMPARE(putBack.size(), 1);
    clock.advance(-1s); // No more than a correction.
    alarm.look();
    QCOMPARE(putBack.size(), 1);
    clock.advance(1s);
    clock.advance(1h);
    alarm.look();
    QCOMPARE(rang.size(), 1);
}

void TestAlarm::invalidTime_neverRings()
{
    FakeClock clock;
    Alarm alarm(clock);
    QSignalSpy rang(&alarm, &Alarm::rang);
    alarm.setTime(clock.now());
    alarm.setTime({});
    clock.advance(1h);
    alarm.look();
    QCoreApplication::processEvents();
    QCOMPARE(rang.size(), 0);
}

void TestAlarm::newTime_replacesTheOld()
{
    FakeClock clock;
    Alarm alarm(clock);
    QSignalSpy rang(&alarm, &Alarm::rang);
    alarm.setTime(clock.now().addSecs(60));
    alarm.setTime(clock.now().addSecs(600));
    clock.advance(5min);
    alarm.look();
    QCOMPARE(rang.size(), 0);
    clock.advance(5min);
    alarm.look();
    QCOMPARE(rang.size(), 1);
}

QTEST_GUILESS_MAIN(TestAlarm)
#include "test_alarm.moc"

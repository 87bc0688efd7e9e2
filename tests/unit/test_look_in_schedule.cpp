// SPDX-License-Identifier: MIT
#include "session/look_in_schedule.h"
#include "support/fake_clock.h"

#include <QTest>

using namespace jarchi;
using namespace jarchi::session;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::minutes;
using Wait = std::optional<milliseconds>;

namespace {

/// A clock that can be set, as its owner or a time server does.
class WallClock final : public Clock
{
public:
    QDateTime time{QDate(2026, 11, 22), QTime(9, 0), Qt::UTC};

    [[nodiscard]] QDateTime now() const override { return time; }
    [[nodiscard]] milliseconds monotonic() const override { return 0ms; } // Stands still, as in a sleep.

    void advance(milliseconds by) { time = time.addMSecs(by.count()); }
};

} // namespace

class TestLookInSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void schedule_withoutInterval_hasNoVisit();
    void visit_isAnIntervalAway_moreOrLess_data();
    void visit_isAnIntervalAway_moreOrLess();
    void visit_whoseTimeHasCome_isDue();
    void visit_thatEnded_putsTheNextOffByAnInterval();
    void interval_changed_countsFromThen();
    void sleep_thatEndsBeforeTheVisit_doesNotShiftIt();
    void sleep_thatEndsAfterTheVisit_bringsItSoon_once();
    void timer_thatIsALittleLate_isNoSleep();
    void clock_setBack_doesNotPutTheVisitOff();

private:
    [[nodiscard]] LookInSchedule schedule(minutes interval)
    {
        LookInSchedule schedule(m_clock, [this] { return m_chance; });
        schedule.setInterval(interval);
        return schedule;
    }

    WallClock m_clock;
    double m_chance = 0.5;
};

void TestLookInSchedule::init()
{
    m_chance = 0.5;
}

void TestLookInSchedule::schedule_withoutInterval_hasNoVisit()
{
    LookInSchedule never(m_clock, [] { return 0.5; });
    QCOMPARE(never.timeLeft(), Wait());
    never.visitEnded();
    QCOMPARE(never.timeLeft(), Wait());
    LookInSchedule noMore = schedule(10min);
    noMore.setInterval(0min);
    QCOMPARE(noMore.timeLeft(), Wait());
    noMore.setInterval(-5min);
    QCOMPARE(noMore.timeLeft(), Wait());
}

void TestLookInSchedule::visit_isAnIntervalAway_moreOrLess_data()
{
    QTest::addColumn<double>("chance");
    QTest::addColumn<milliseconds>("wait");
    QTest::newRow("earliest") << 0.0 << milliseconds(9min);
    QTest::newRow("middle") << 0.5 << milliseconds(10min);
    QTest::newRow("late") << 0.75 << milliseconds(10min + 30s);
}

void TestLookInSchedule::visit_isAnIntervalAway_moreOrLess()
{
    QFETCH(const double, chance);
    QFETCH(const milliseconds, wait);
    m_chance = chance;
    LookInSchedule visits = schedule(10min);
    QCOMPARE(visits.timeLeft(), Wait(wait));
}

void TestLookInSchedule::visit_whoseTimeHasCome_isDue()
{
    LookInSchedule visits = schedule(10min);
    m_clock.advance(10min - 1ms);
    QCOMPARE(visits.timeLeft(), Wait(1ms));
    m_clock.advance(1ms);
    QCOMPARE(visits.timeLeft(), Wait(0ms));
    QCOMPARE(visits.timeLeft(), Wait(0ms)); // Until there was a visit.
}

void TestLookInSchedule::visit_thatEnded_putsTheNextOffByAnInterval()
{
    LookInSchedule visits = schedule(10min);
    m_clock.advance(7min); // The user looked in without being told to.
    visits.visitEnded();
    QCOMPARE(visits.timeLeft(), Wait(10min));
    m_clock.advance(10min);
    QCOMPARE(visits.timeLeft(), Wait(0ms));
    m_chance = 0.0;
    visits.visitEnded();
    QCOMPARE(visits.timeLeft(), Wait(9min));
}

void TestLookInSchedule::interval_changed_countsFromThen()
{
    LookInSchedule visits = schedule(10min);
    m_clock.advance(9min);
    visits.setInterval(60min);
    QCOMPARE(visits.timeLeft(), Wait(60min));
}

void TestLookInSchedule::sleep_thatEndsBeforeTheVisit_doesNotShiftIt()
{
    LookInSchedule visits = schedule(60min);
    m_clock.advance(45min);
    QCOMPARE(visits.timeLeft(), Wait(15min));
}

void TestLookInSchedule::sleep_thatEndsAfterTheVisit_bringsItSoon_once()
{
    LookInSchedule visits = schedule(10min);
    m_clock.advance(8h);
    m_chance = 0.9;
    QCOMPARE(visits.timeLeft(), Wait(27s));
    m_clock.advance(20s);
    QCOMPARE(visits.timeLeft(), Wait(7s)); // Asked again, it is still the same moment.
    m_clock.advance(7s);
    QCOMPARE(visits.timeLeft(), Wait(0ms));
}

void TestLookInSchedule::timer_thatIsALittleLate_isNoSleep()
{
    LookInSchedule visits = schedule(10min);
    m_chance = 0.9;
    m_clock.advance(10min + LookInSchedule::Punctual);
    QCOMPARE(visits.timeLeft(), Wait(0ms));
}

void TestLookInSchedule::clock_setBack_doesNotPutTheVisitOff()
{
    LookInSchedule visits = schedule(10min);
    m_clock.advance(-24h);
    QCOMPARE(visits.timeLeft(), Wait(10min));
}

QTEST_APPLESS_MAIN(TestLookInSchedule)
#include "test_look_in_schedule.moc"

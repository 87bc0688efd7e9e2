// SPDX-License-Identifier: MIT
#include "support/visit_machine_fixture.h"

#include <QTest>

using namespace jarchi;
using namespace jarchi::session;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::seconds;
using test::MachineIn;
using test::Minute;
using test::Stay;
using State = VisitMachine::State;
using Action = VisitMachine::Action;
using Actions = VisitMachine::Actions;

namespace {

const Actions GoOffline{Action::CloseLink, Action::Finish};

} // namespace

/// How long a visit lasts, how long it waits between two attempts, and what changes that.
class TestVisitMachine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void session_ofAMinute_countsFromTheLogin();
    void session_staying_hasNoDeadline();

    void waits_afterFailures_double();
    void waits_afterShortConnections_keepDoubling();
    void waits_afterAGoodConnection_beginSmall();
    void waits_withAWindow_areWithinIt();
    void storeFailure_whileLeaving_isTheEnd();

    void sessionChanged_whileLoggedIn_countsFromTheLogin();
    void sessionChanged_thatIsOver_leavesAtOnce();
    void sessionChanged_beforeTheLogin_holdsAfterIt();
    void sessionChanged_whileWaiting_endsAsItWouldHave();
    void sessionChanged_whileLeaving_isTooLate();
    void nudge_whileWaiting_beginsSmall();
    void timeLeft_isOfTheSessionOrTheWait();
};

void TestVisitMachine::session_ofAMinute_countsFromTheLogin()
{
    MachineIn test(State::LoggingIn, Minute);
    test.clock.advance(7s);
    static_cast<void>(test.machine.handle(event::Welcomed{}));
    const milliseconds loggedIn = test.clock.monotonic();
    test.clock.advance(5s);
    static_cast<void>(test.machine.handle(event::CaughtUp{}));
    QCOMPARE(*test.machine.deadline(), loggedIn + Minute);
}

void TestVisitMachine::session_staying_hasNoDeadline()
{
    MachineIn test(State::Live, Stay);
    QVERIFY(!test.machine.deadline());
    test.clock.advance(std::chrono::hours(1000));
    QVERIFY(test.machine.handle(event::TimePassed{}).empty());
    QCOMPARE(test.machine.state(), State::Live);
}

void TestVisitMachine::waits_afterFailures_double()
{
    MachineIn test(State::Connecting, Stay);
    for (const seconds expected : {2s, 4s, 8s, 16s, 32s, 60s, 60s}) {
        static_cast<void>(test.machine.handle(event::LinkEnded{}));
        QCOMPARE(*test.machine.deadline() - test.clock.monotonic(), milliseconds(expected));
        static_cast<void>(test.machine.handle(event::Start{}));
        QCOMPARE(test.machine.state(), State::Connecting);
    }
}

void TestVisitMachine::waits_afterShortConnections_keepDoubling()
{
    MachineIn test(State::Connecting, Stay);
    for (const seconds expected : {2s, 4s, 8s}) {
        static_cast<void>(test.machine.handle(event::Greeted{}));
        static_cast<void>(test.machine.handle(event::Welcomed{}));
        static_cast<void>(test.machine.handle(event::CaughtUp{}));
        test.clock.advance(VisitMachine::GoodConnection - 1ms);
        static_cast<void>(test.machine.handle(event::LinkEnded{}));
        QCOMPARE(*test.machine.deadline() - test.clock.monotonic(), milliseconds(expected));
        static_cast<void>(test.machine.handle(event::Start{}));
    }
}

void TestVisitMachine::waits_afterAGoodConnection_beginSmall()
{
    MachineIn test(State::Connecting, Stay);
    for (int failures = 0; failures < 5; ++failures) {
        static_cast<void>(test.machine.handle(event::LinkEnded{}));
        static_cast<void>(test.machine.handle(event::Start{}));
    }
    static_cast<void>(test.machine.handle(event::Greeted{}));
    static_cast<void>(test.machine.handle(event::Welcomed{}));
    test.clock.advance(VisitMachine::GoodConnection);
    static_cast<void>(test.machine.handle(event::LinkEnded{}));
    QCOMPARE(*test.machine.deadline() - test.clock.monotonic(), milliseconds(2s));
}

void TestVisitMachine::waits_withAWindow_areWithinIt()
{
    MachineIn test(State::Live, Stay);
    static_cast<void>(test.machine.handle(event::ServerLeft{protocol::RetryWindow{20s, 30s}, false}));
    QCOMPARE(test.machine.state(), State::Waiting);
    QCOMPARE(*test.machine.deadline() - test.clock.monotonic(), milliseconds(30s));
}

void TestVisitMachine::storeFailure_whileLeaving_isTheEnd()
{
    MachineIn test(State::Leaving, Minute);
    static_cast<void>(test.machine.handle(event::StoreFailed{}));
    QVERIFY(test.machine.handle(event::ServerLeft{}) == GoOffline);
    QCOMPARE(test.machine.end(), VisitEnd::StoreFailed);
}

void TestVisitMachine::sessionChanged_whileLoggedIn_countsFromTheLogin()
{
    MachineIn test(State::Live, Minute);
    const milliseconds loggedIn = test.clock.monotonic();
    test.clock.advance(20s);
    QVERIFY(test.machine.handle(event::SessionChanged{5 * Minute}).empty());
    QCOMPARE(*test.machine.deadline(), loggedIn + 5 * Minute);
    QVERIFY(test.machine.handle(event::SessionChanged{Stay}).empty());
    QVERIFY(!test.machine.deadline());
    QVERIFY(test.machine.handle(event::SessionChanged{Minute}).empty());
    QCOMPARE(*test.machine.deadline(), loggedIn + Minute);
}

void TestVisitMachine::sessionChanged_thatIsOver_leavesAtOnce()
{
    for (const State state : {State::CatchingUp, State::Live}) {
        MachineIn test(state, Stay);
        test.clock.advance(Minute);
        QVERIFY(test.machine.handle(event::SessionChanged{Minute}) == Actions{Action::SendBye});
        QCOMPARE(test.machine.state(), State::Leaving);
        QCOMPARE(test.machine.end(), VisitEnd::SessionOver);
    }
}

void TestVisitMachine::sessionChanged_beforeTheLogin_holdsAfterIt()
{
    for (const State state : {State::Offline, State::Connecting, State::LoggingIn}) {
        MachineIn test(state, Stay);
        QVERIFY(test.machine.handle(event::SessionChanged{Minute}).empty());
        static_cast<void>(test.machine.handle(event::Start{}));
        static_cast<void>(test.machine.handle(event::Greeted{}));
        static_cast<void>(test.machine.handle(event::Welcomed{}));
        QCOMPARE(*test.machine.deadline(), test.clock.monotonic() + Minute);
    }
}

void TestVisitMachine::sessionChanged_whileWaiting_endsAsItWouldHave()
{
    MachineIn lost(State::Waiting, Stay);
    QVERIFY(lost.machine.handle(event::SessionChanged{Minute}) == GoOffline);
    QCOMPARE(lost.machine.end(), VisitEnd::Unreachable);

    MachineIn thrownOut(State::Live, Stay);
    static_cast<void>(thrownOut.machine.handle(event::ServerLeft{}));
    QVERIFY(thrownOut.machine.handle(event::SessionChanged{Minute}) == GoOffline);
    QCOMPARE(thrownOut.machine.end(), VisitEnd::SessionOver);

    MachineIn stillStaying(State::Waiting, Stay);
    QVERIFY(stillStaying.machine.handle(event::SessionChanged{Stay}).empty());
    QCOMPARE(stillStaying.machine.state(), State::Waiting);
}

void TestVisitMachine::sessionChanged_whileLeaving_isTooLate()
{
    MachineIn test(State::Leaving, Minute);
    const milliseconds deadline = *test.machine.deadline();
    QVERIFY(test.machine.handle(event::SessionChanged{Stay}).empty());
    QCOMPARE(*test.machine.deadline(), deadline);
    QVERIFY(test.machine.handle(event::LinkEnded{}) == GoOffline);
}

void TestVisitMachine::nudge_whileWaiting_beginsSmall()
{
    MachineIn test(State::Connecting, Stay);
    for (int failures = 0; failures < 5; ++failures) {
        static_cast<void>(test.machine.handle(event::LinkEnded{}));
        static_cast<void>(test.machine.handle(event::Start{}));
    }
    static_cast<void>(test.machine.handle(event::LinkEnded{}));
    QVERIFY(test.machine.handle(event::Nudged{}) == Actions{Action::OpenLink});
    static_cast<void>(test.machine.handle(event::LinkEnded{}));
    QCOMPARE(*test.machine.deadline() - test.clock.monotonic(), milliseconds(2s));
}

void TestVisitMachine::timeLeft_isOfTheSessionOrTheWait()
{
    const std::optional<milliseconds> none;
    for (const State state : {State::Offline, State::Connecting, State::LoggingIn, State::Leaving})
        QCOMPARE(MachineIn(state, Minute).machine.timeLeft(), none);
    QCOMPARE(MachineIn(State::Live, Stay).machine.timeLeft(), none);
    QCOMPARE(MachineIn(State::Waiting, Stay).machine.timeLeft(), std::optional<milliseconds>(2s));

    for (const State state : {State::CatchingUp, State::Live}) {
        MachineIn test(state, Minute);
        test.clock.advance(18s);
        QCOMPARE(test.machine.timeLeft(), std::optional<milliseconds>(42s));
        test.clock.advance(Minute); // The event loop was busy: less than nothing is nothing.
        QCOMPARE(test.machine.timeLeft(), std::optional<milliseconds>(0s));
    }
}

QTEST_APPLESS_MAIN(TestVisitMachine)
#include "test_visit_machine.moc"

// SPDX-License-Identifier: MIT
#include "session/visit_machine.h"
#include "support/fake_clock.h"

#include <QTest>

using namespace jarchi;
using namespace jarchi::session;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::seconds;
using State = VisitMachine::State;
using Action = VisitMachine::Action;
using Actions = VisitMachine::Actions;

namespace {

constexpr seconds Minute{60};
constexpr seconds Stay{0};

/// Waits exactly as long as the ceiling allows.
ReconnectPolicy longestWaits()
{
    return ReconnectPolicy({.least = 1s, .most = 60s}, [] { return 1.0; });
}

/// A machine in the given state, and the clock that it looks at.
struct Machine
{
    test::FakeClock clock;
    VisitMachine machine;

    Machine(State state, seconds session)
        : machine(session, longestWaits(), clock)
    {
        const auto feed = [this](const VisitEvent &event) { static_cast<void>(machine.handle(event)); };
        if (state == State::Offline)
            return;
        feed(event::Start{});
        if (state == State::Connecting)
            return;
        if (state == State::Waiting) {
            feed(event::LinkEnded{});
            return;
        }
        feed(event::Greeted{});
        if (state == State::LoggingIn)
            return;
        feed(event::Welcomed{});
        if (state == State::CatchingUp)
            return;
        feed(event::CaughtUp{});
        if (state == State::Leaving)
            feed(event::Stop{});
    }
};

struct Expected
{
    State state = State::Offline;
    Actions actions;
    std::optional<VisitEnd> end = std::nullopt;
};

QByteArray nameOf(State state)
{
    constexpr std::array names{"Offline", "Connecting", "LoggingIn", "CatchingUp", "Live", "Leaving", "Waiting"};
    return names.at(static_cast<std::size_t>(state));
}

constexpr std::array AllStates{State::Offline, State::Connecting, State::LoggingIn, State::CatchingUp,
                               State::Live,    State::Leaving,    State::Waiting};

const Actions NoActions{};
const Actions GoOffline{Action::CloseLink, Action::Finish};

Expected unchanged(State state)
{
    return {state, NoActions};
}
Expected finished(VisitEnd end)
{
    return {State::Offline, GoOffline, end};
}

/// One row of the table: an event, and what it does in each state in which it does anything.
struct Row
{
    const char *name = "";
    seconds session{0};
    VisitEvent event;
    std::map<State, Expected> effects;
};

const Expected Connects{State::Connecting, {Action::OpenLink}};
const Expected Waits{State::Waiting, {Action::CloseLink}};
const Expected Leaves{State::Leaving, {Action::SendBye}};

std::vector<Row> startingRows()
{
    return {
        {"start", Minute, event::Start{}, {{State::Offline, Connects}}},
        {"start-staying", Stay, event::Start{}, {{State::Offline, Connects}, {State::Waiting, Connects}}},
        {"greeted", Stay, event::Greeted{}, {{State::Connecting, {State::LoggingIn, {Action::SendLogin}}}}},
        {"welcomed", Stay, event::Welcomed{}, {{State::LoggingIn, {State::CatchingUp, NoActions}}}},
        {"caught-up", Stay, event::CaughtUp{}, {{State::CatchingUp, {State::Live, NoActions}}}},
        {"refused",
         Minute,
         event::LoginRefused{},
         {{State::LoggingIn, finished(VisitEnd::LoginRefused)},
          {State::CatchingUp, finished(VisitEnd::LoginRefused)},
          {State::Live, finished(VisitEnd::LoginRefused)}}},
        {"refused-staying",
         Stay,
         event::LoginRefused{},
         {{State::LoggingIn, finished(VisitEnd::LoginRefused)},
          {State::CatchingUp, finished(VisitEnd::LoginRefused)},
          {State::Live, finished(VisitEnd::LoginRefused)}}},
        {"put-off",
         Minute,
         event::LoginPutOff{VisitEnd::LoginRefused, {}},
         {{State::LoggingIn, finished(VisitEnd::LoginRefused)}}},
        {"put-off-staying", Stay, event::LoginPutOff{VisitEnd::LoginRefused, {}}, {{State::LoggingIn, Waits}}},
    };
}

std::vector<Row> endingRows()
{
    return {
        {"server-left",
         Minute,
         event::ServerLeft{},
         {{State::Connecting, finished(VisitEnd::Unreachable)},
          {State::LoggingIn, finished(VisitEnd::Unreachable)},
          {State::CatchingUp, finished(VisitEnd::SessionOver)},
          {State::Live, finished(VisitEnd::SessionOver)},
          {State::Leaving, finished(VisitEnd::SessionOver)}}},
        {"server-left-staying",
         Stay,
         event::ServerLeft{},
         {{State::Connecting, Waits},
          {State::LoggingIn, Waits},
          {State::CatchingUp, Waits},
          {State::Live, Waits},
          {State::Leaving, finished(VisitEnd::SessionOver)}}},
        {"server-left-for-good",
         Stay,
         event::ServerLeft{.window = {}, .forGood = true},
         {{State::Connecting, Waits},
          {State::LoggingIn, Waits},
          {State::CatchingUp, finished(VisitEnd::SessionOver)},
          {State::Live, finished(VisitEnd::SessionOver)},
          {State::Leaving, finished(VisitEnd::SessionOver)}}},
        {"link-ended",
         Minute,
         event::LinkEnded{},
         {{State::Connecting, finished(VisitEnd::Unreachable)},
          {State::LoggingIn, finished(VisitEnd::Unreachable)},
          {State::CatchingUp, finished(VisitEnd::Unreachable)},
          {State::Live, finished(VisitEnd::Unreachable)},
          {State::Leaving, finished(VisitEnd::SessionOver)}}},
        {"link-ended-staying",
         Stay,
         event::LinkEnded{},
         {{State::Connecting, Waits},
          {State::LoggingIn, Waits},
          {State::CatchingUp, Waits},
          {State::Live, Waits},
          {State::Leaving, finished(VisitEnd::SessionOver)}}},
        {"link-hopeless",
         Stay,
         event::LinkEnded{.hopeless = true},
         {{State::Connecting, finished(VisitEnd::Incompatible)},
          {State::LoggingIn, finished(VisitEnd::Incompatible)},
          {State::CatchingUp, finished(VisitEnd::Incompatible)},
          {State::Live, finished(VisitEnd::Incompatible)},
          {State::Leaving, finished(VisitEnd::SessionOver)}}},
    };
}

std::vector<Row> stoppingRows()
{
    const Expected saysByeAndWaits{State::Waiting, {Action::SendBye, Action::CloseLink}};
    return {
        {"store-failed",
         Minute,
         event::StoreFailed{},
         {{State::CatchingUp, Leaves}, {State::Live, Leaves}, {State::Leaving, {State::Leaving, NoActions}}}},
        {"store-failed-staying",
         Stay,
         event::StoreFailed{},
         {{State::CatchingUp, saysByeAndWaits}, {State::Live, saysByeAndWaits}}},
        {"store-failed-lasting",
         Stay,
         event::StoreFailed{.lasting = true},
         {{State::CatchingUp, Leaves}, {State::Live, Leaves}}},
        {"stop",
         Stay,
         event::Stop{},
         {{State::Connecting, finished(VisitEnd::SessionOver)},
          {State::LoggingIn, finished(VisitEnd::SessionOver)},
          {State::CatchingUp, Leaves},
          {State::Live, Leaves},
          {State::Leaving, finished(VisitEnd::SessionOver)},
          {State::Waiting, finished(VisitEnd::SessionOver)}}},
        // The clock stands still: no deadline is reached in any state.
        {"too-early", Minute, event::TimePassed{}, {}},
    };
}

} // namespace

class TestVisitMachine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEvent_inEveryState_doesWhatTheTableSays_data();
    void everyEvent_inEveryState_doesWhatTheTableSays();
    void deadline_inEveryState_ends_data();
    void deadline_inEveryState_ends();
    void session_ofAMinute_countsFromTheLogin();
    void session_staying_hasNoDeadline();
    void waits_afterFailures_double();
    void waits_afterShortConnections_keepDoubling();
    void waits_afterAGoodConnection_beginSmall();
    void waits_withAWindow_areWithinIt();
    void storeFailure_whileLeaving_isTheEnd();
};

void TestVisitMachine::everyEvent_inEveryState_doesWhatTheTableSays_data()
{
    QTest::addColumn<Row>("row");
    QTest::addColumn<State>("state");
    for (const std::vector<Row> &rows : {startingRows(), endingRows(), stoppingRows()}) {
        for (const Row &row : rows) {
            for (const State state : AllStates) {
                // A visit that does not stay never waits.
                if (state != State::Waiting || row.session == Stay)
                    QTest::addRow("%s-%s", row.name, nameOf(state).constData()) << row << state;
            }
        }
    }
}

void TestVisitMachine::everyEvent_inEveryState_doesWhatTheTableSays()
{
    QFETCH(const Row, row);
    QFETCH(const State, state);
    Machine test(state, row.session);
    QCOMPARE(test.machine.state(), state);

    const auto effect = row.effects.find(state);
    const Expected expected = effect == row.effects.end() ? unchanged(state) : effect->second;
    const Actions actions = test.machine.handle(row.event);

    QCOMPARE(test.machine.state(), expected.state);
    QVERIFY(actions == expected.actions);
    if (expected.end)
        QCOMPARE(test.machine.end(), *expected.end);
    const bool waitsForTheUserOrTheServer =
        test.machine.state() == State::Offline ||
        (row.session == Stay && (test.machine.state() == State::CatchingUp || test.machine.state() == State::Live));
    QCOMPARE(test.machine.deadline().has_value(), !waitsForTheUserOrTheServer);
}

void TestVisitMachine::deadline_inEveryState_ends_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<seconds>("session");
    QTest::addColumn<milliseconds>("after");
    QTest::addColumn<Expected>("expected");
    const Expected unreachable = finished(VisitEnd::Unreachable);
    const milliseconds connect = VisitMachine::ConnectDeadline;
    const milliseconds login = VisitMachine::LoginDeadline;
    const milliseconds leave = VisitMachine::LeaveDeadline;
    QTest::newRow("connecting") << State::Connecting << Minute << connect << unreachable;
    QTest::newRow("connecting-staying") << State::Connecting << Stay << connect << Waits;
    QTest::newRow("logging-in") << State::LoggingIn << Minute << login << unreachable;
    QTest::newRow("logging-in-staying") << State::LoggingIn << Stay << login << Waits;
    QTest::newRow("catching-up") << State::CatchingUp << Minute << milliseconds(Minute) << Leaves;
    QTest::newRow("live") << State::Live << Minute << milliseconds(Minute) << Leaves;
    QTest::newRow("leaving") << State::Leaving << Minute << leave << finished(VisitEnd::SessionOver);
    QTest::newRow("waiting") << State::Waiting << Stay << milliseconds(2s) << Connects;
}

void TestVisitMachine::deadline_inEveryState_ends()
{
    QFETCH(const State, state);
    QFETCH(const seconds, session);
    QFETCH(const milliseconds, after);
    QFETCH(const Expected, expected);
    Machine test(state, session);
    QCOMPARE(*test.machine.deadline() - test.clock.monotonic(), after);

    test.clock.advance(after - 1ms);
    QVERIFY(test.machine.handle(event::TimePassed{}).empty());
    QCOMPARE(test.machine.state(), state);

    test.clock.advance(1ms);
    const Actions actions = test.machine.handle(event::TimePassed{});
    QVERIFY(actions == expected.actions);
    QCOMPARE(test.machine.state(), expected.state);
    if (expected.end)
        QCOMPARE(test.machine.end(), *expected.end);
}

void TestVisitMachine::session_ofAMinute_countsFromTheLogin()
{
    Machine test(State::LoggingIn, Minute);
    test.clock.advance(7s);
    static_cast<void>(test.machine.handle(event::Welcomed{}));
    const milliseconds loggedIn = test.clock.monotonic();
    test.clock.advance(5s);
    static_cast<void>(test.machine.handle(event::CaughtUp{}));
    QCOMPARE(*test.machine.deadline(), loggedIn + Minute);
}

void TestVisitMachine::session_staying_hasNoDeadline()
{
    Machine test(State::Live, Stay);
    QVERIFY(!test.machine.deadline());
    test.clock.advance(std::chrono::hours(1000));
    QVERIFY(test.machine.handle(event::TimePassed{}).empty());
    QCOMPARE(test.machine.state(), State::Live);
}

void TestVisitMachine::waits_afterFailures_double()
{
    Machine test(State::Connecting, Stay);
    for (const seconds expected : {2s, 4s, 8s, 16s, 32s, 60s, 60s}) {
        static_cast<void>(test.machine.handle(event::LinkEnded{}));
        QCOMPARE(*test.machine.deadline() - test.clock.monotonic(), milliseconds(expected));
        static_cast<void>(test.machine.handle(event::Start{}));
        QCOMPARE(test.machine.state(), State::Connecting);
    }
}

void TestVisitMachine::waits_afterShortConnections_keepDoubling()
{
    Machine test(State::Connecting, Stay);
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
    Machine test(State::Connecting, Stay);
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
    Machine test(State::Live, Stay);
    static_cast<void>(test.machine.handle(event::ServerLeft{protocol::RetryWindow{20s, 30s}, false}));
    QCOMPARE(test.machine.state(), State::Waiting);
    QCOMPARE(*test.machine.deadline() - test.clock.monotonic(), milliseconds(30s));
}

void TestVisitMachine::storeFailure_whileLeaving_isTheEnd()
{
    Machine test(State::Leaving, Minute);
    static_cast<void>(test.machine.handle(event::StoreFailed{}));
    QVERIFY(test.machine.handle(event::ServerLeft{}) == GoOffline);
    QCOMPARE(test.machine.end(), VisitEnd::StoreFailed);
}

QTEST_APPLESS_MAIN(TestVisitMachine)
#include "test_visit_machine.moc"

// SPDX-License-Identifier: MIT
#include "support/visit_machine_fixture.h"

#include <QMetaEnum>
#include <QTest>

#include <set>

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

struct Expected
{
    State state = State::Offline;
    Actions actions;
    std::optional<VisitEnd> end = std::nullopt;
    bool isReachable = true; ///< A visit with a length never waits.
};

QByteArray nameOf(State state)
{
    return QMetaEnum::fromType<State>().valueToKey(static_cast<int>(state));
}

QList<State> allStates()
{
    const auto known = QMetaEnum::fromType<State>();
    QList<State> states;
    for (int i = 0; i < known.keyCount(); ++i)
        states += static_cast<State>(known.value(i));
    return states;
}

const Actions GoOffline{Action::CloseLink, Action::Finish};

Expected finished(VisitEnd end)
{
    return {State::Offline, GoOffline, end};
}

const Expected Connects{State::Connecting, {Action::OpenLink}};
const Expected LogsIn{State::LoggingIn, {Action::SendLogin}};
const Expected Waits{State::Waiting, {Action::CloseLink}};
const Expected SaysByeAndWaits{State::Waiting, {Action::SendBye, Action::CloseLink}};
const Expected Leaves{State::Leaving, {Action::SendBye}};
const Expected Ends = finished(VisitEnd::SessionOver);
const Expected Unreachable = finished(VisitEnd::Unreachable);
const Expected Refused = finished(VisitEnd::LoginRefused);
const Expected Hopeless = finished(VisitEnd::Incompatible);
const Expected Never{State::Waiting, {}, std::nullopt, false};

// Nothing happens: the state is what it was.
const Expected Offline{State::Offline, {}};
const Expected Connecting{State::Connecting, {}};
const Expected LoggingIn{State::LoggingIn, {}};
const Expected CatchingUp{State::CatchingUp, {}};
const Expected Live{State::Live, {}};
const Expected Leaving{State::Leaving, {}};
const Expected Waiting{State::Waiting, {}};
// The server is asked for a sign of life, and nothing else.
const Expected ProbesCatchingUp{State::CatchingUp, {Action::Probe}};
const Expected ProbesLive{State::Live, {Action::Probe}};

/// One row of the table: an event, and what it does in each state, in the order of the states.
struct Row
{
    const char *name = "";
    VisitEvent event;
    QList<Expected> effects;
    bool whenDue = false;                          ///< At the state's deadline, and not before.
    std::optional<seconds> session = std::nullopt; ///< The visit's length afterwards, if the event changes it.
};

// clang-format off
/// A visit of a minute. The columns: Offline, Connecting, LoggingIn, CatchingUp, Live, Leaving, Waiting.
QList<Row> rowsOfAMinute()
{
    using namespace event;
    const LoginPutOff putOff{VisitEnd::LoginRefused, {}};
    return {
        {"start",         Start{},                 {Connects, Connecting,  LoggingIn,   CatchingUp,  Live,        Leaving, Never}},
        {"greeted",       Greeted{},               {Offline,  LogsIn,      LoggingIn,   CatchingUp,  Live,        Leaving, Never}},
        {"welcomed",      Welcomed{},              {Offline,  Connecting,  CatchingUp,  CatchingUp,  Live,        Leaving, Never}},
        {"caught-up",     CaughtUp{},              {Offline,  Connecting,  LoggingIn,   Live,        Live,        Leaving, Never}},
        {"refused",       LoginRefused{},          {Offline,  Connecting,  Refused,     Refused,     Refused,     Leaving, Never}},
        {"put-off",       putOff,                  {Offline,  Connecting,  Refused,     CatchingUp,  Live,        Leaving, Never}},
        {"left",          ServerLeft{},            {Offline,  Unreachable, Unreachable, Ends,        Ends,        Ends,    Never}},
        {"left-for-good", ServerLeft{{}, true},    {Offline,  Unreachable, Unreachable, Ends,        Ends,        Ends,    Never}},
        {"link-ended",    LinkEnded{},             {Offline,  Unreachable, Unreachable, Unreachable, Unreachable, Ends,    Never}},
        {"link-hopeless", LinkEnded{true},         {Offline,  Hopeless,    Hopeless,    Hopeless,    Hopeless,    Ends,    Never}},
        {"store-failed",  StoreFailed{},           {Offline,  Connecting,  LoggingIn,   Leaves,      Leaves,      Leaving, Never}},
        {"store-lasting", StoreFailed{true},       {Offline,  Connecting,  LoggingIn,   Leaves,      Leaves,      Leaving, Never}},
        {"stop",          Stop{},                  {Offline,  Ends,        Ends,        Leaves,      Leaves,      Ends,    Never}},
        {"nudged",        Nudged{},                {Offline,  Connecting,  LoggingIn,   ProbesCatchingUp, ProbesLive, Leaving, Never}},
        {"longer",        SessionChanged{2 * Minute}, {Offline, Connecting, LoggingIn,  CatchingUp,  Live,        Leaving, Never}},
        {"to-stay",       SessionChanged{Stay},    {Offline,  Connecting,  LoggingIn,   CatchingUp,  Live,        Leaving, Never}, false, Stay},
        {"too-early",     TimePassed{},            {Offline,  Connecting,  LoggingIn,   CatchingUp,  Live,        Leaving, Never}},
        {"due",           TimePassed{},            {Offline,  Unreachable, Unreachable, Leaves,      Leaves,      Ends,    Never}, true},
    };
}

/// A visit that stays. The same columns.
QList<Row> rowsOfStaying()
{
    using namespace event;
    const LoginPutOff putOff{VisitEnd::LoginRefused, {}};
    return {
        {"start",         Start{},                 {Connects, Connecting,  LoggingIn,   CatchingUp,  Live,        Leaving, Connects}},
        {"greeted",       Greeted{},               {Offline,  LogsIn,      LoggingIn,   CatchingUp,  Live,        Leaving, Waiting}},
        {"welcomed",      Welcomed{},              {Offline,  Connecting,  CatchingUp,  CatchingUp,  Live,        Leaving, Waiting}},
        {"caught-up",     CaughtUp{},              {Offline,  Connecting,  LoggingIn,   Live,        Live,        Leaving, Waiting}},
        {"refused",       LoginRefused{},          {Offline,  Connecting,  Refused,     Refused,     Refused,     Leaving, Waiting}},
        {"put-off",       putOff,                  {Offline,  Connecting,  Waits,       CatchingUp,  Live,        Leaving, Waiting}},
        {"left",          ServerLeft{},            {Offline,  Waits,       Waits,       Waits,       Waits,       Ends,    Waiting}},
        {"left-for-good", ServerLeft{{}, true},    {Offline,  Waits,       Waits,       Ends,        Ends,        Ends,    Waiting}},
        {"link-ended",    LinkEnded{},             {Offline,  Waits,       Waits,       Waits,       Waits,       Ends,    Waiting}},
        {"link-hopeless", LinkEnded{true},         {Offline,  Hopeless,    Hopeless,    Hopeless,    Hopeless,    Ends,    Waiting}},
        {"store-failed",  StoreFailed{},           {Offline,  Connecting,  LoggingIn,   SaysByeAndWaits, SaysByeAndWaits, Leaving, Waiting}},
        {"store-lasting", StoreFailed{true},       {Offline,  Connecting,  LoggingIn,   Leaves,      Leaves,      Leaving, Waiting}},
        {"stop",          Stop{},                  {Offline,  Ends,        Ends,        Leaves,      Leaves,      Ends,    Ends}},
        {"nudged",        Nudged{},                {Offline,  Connecting,  LoggingIn,   ProbesCatchingUp, ProbesLive, Leaving, Connects}},
        {"to-a-minute",   SessionChanged{Minute},  {Offline,  Connecting,  LoggingIn,   CatchingUp,  Live,        Leaving, Unreachable}, false, Minute},
        {"too-early",     TimePassed{},            {Offline,  Connecting,  LoggingIn,   CatchingUp,  Live,        Leaving, Waiting}},
        {"due",           TimePassed{},            {Offline,  Waits,       Waits,       CatchingUp,  Live,        Ends,    Connects}, true},
    };
}
// clang-format on

} // namespace

/// Every event of a visit in every state, as a table.
class TestVisitTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void table_ofBothVisits_hasEveryEventAndState();
    void everyEvent_inEveryState_doesWhatTheTableSays_data();
    void everyEvent_inEveryState_doesWhatTheTableSays();
    void deadline_inEveryState_ends_data();
    void deadline_inEveryState_ends();
};

void TestVisitTable::table_ofBothVisits_hasEveryEventAndState()
{
    for (const QList<Row> &rows : {rowsOfAMinute(), rowsOfStaying()}) {
        std::set<std::size_t> events;
        for (const Row &row : rows) {
            events.insert(row.event.index());
            QVERIFY2(row.effects.size() == allStates().size(), row.name);
        }
        // Whoever adds an event says here what it does in each state.
        QCOMPARE(events.size(), std::variant_size_v<VisitEvent>);
    }
}

void TestVisitTable::everyEvent_inEveryState_doesWhatTheTableSays_data()
{
    QTest::addColumn<Row>("row");
    QTest::addColumn<State>("state");
    QTest::addColumn<seconds>("session");
    QTest::addColumn<Expected>("expected");
    for (const seconds session : {Minute, Stay}) {
        for (const Row &row : session == Minute ? rowsOfAMinute() : rowsOfStaying()) {
            for (qsizetype i = 0; i < allStates().size(); ++i) {
                const State state = allStates().at(i);
                if (row.effects.at(i).isReachable)
                    QTest::addRow("%s-%s-%s", session == Minute ? "minute" : "staying", row.name,
                                  nameOf(state).constData())
                        << row << state << session << row.effects.at(i);
            }
        }
    }
}

void TestVisitTable::everyEvent_inEveryState_doesWhatTheTableSays()
{
    QFETCH(const Row, row);
    QFETCH(const State, state);
    QFETCH(const seconds, session);
    QFETCH(const Expected, expected);
    MachineIn test(state, session);
    QCOMPARE(test.machine.state(), state);
    if (row.whenDue && test.machine.deadline())
        test.clock.advance(*test.machine.deadline() - test.clock.monotonic());

    const Actions actions = test.machine.handle(row.event);

    QCOMPARE(test.machine.state(), expected.state);
    QVERIFY(actions == expected.actions);
    if (expected.end)
        QCOMPARE(test.machine.end(), *expected.end);
    const bool waitsForTheUserOrTheServer =
        test.machine.state() == State::Offline || (row.session.value_or(session) == Stay && test.machine.isLoggedIn());
    QCOMPARE(test.machine.deadline().has_value(), !waitsForTheUserOrTheServer);
}

void TestVisitTable::deadline_inEveryState_ends_data()
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

void TestVisitTable::deadline_inEveryState_ends()
{
    QFETCH(const State, state);
    QFETCH(const seconds, session);
    QFETCH(const milliseconds, after);
    QFETCH(const Expected, expected);
    MachineIn test(state, session);
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

QTEST_APPLESS_MAIN(TestVisitTable)
#include "test_visit_table.moc"

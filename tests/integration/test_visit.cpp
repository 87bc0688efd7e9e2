// SPDX-License-Identifier: MIT
#include "session/visit.h"

#include "support/fake_clock.h"
#include "support/patience.h"
#include "support/scripted_server.h"

#include <QSignalSpy>
#include <QTest>

using namespace jarchi;
using namespace jarchi::session;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using jarchi::test::Patience;
using protocol::ErrorCode;
using State = VisitMachine::State;
using test::ScriptedServer;

namespace {

constexpr std::chrono::seconds Minute{60};
constexpr std::chrono::seconds Stay{0};

} // namespace

/// A visit to a server that says what the test wants it to, over a real socket.
class TestVisit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void request_isAnsweredByItsRef();
    void request_refused_isAnErrorAndTheVisitGoesOn();
    void request_offline_isUnavailable();
    void request_withoutMeasure_isRefusedHere();
    void request_whenTheLinkBreaks_isUnavailable();
    void request_withoutAnAnswer_isGivenUp();
    void request_whileFinishing_isAnsweredBeforeTheEnd();
    void preview_isAskedOnlyOfAServerThatKnowsIt();
    void pending_isAnsweredWithCaughtUp();
    void logout_isAnsweredAndEndsEvenAVisitThatStays();
    void token_takesThePlaceOfThePassword();
    void token_thatIsRefusedLater_asksToSignInAgain();
    void epoch_thatChanges_isReported();
    void nudge_whileWaiting_connectsNow();
    void nudge_whileLive_pings();
    void session_madeShorter_leavesAtOnce();
    void session_madeEndless_stays();
    void timeLeft_countsDown();
    void sentences_sayWhatToDo_data();
    void sentences_sayWhatToDo();

private:
    void begin(std::chrono::seconds session, ReconnectPolicy::Bounds waits = {.least = 1ms, .most = 2ms});
    void beginLive(std::chrono::seconds session, ReconnectPolicy::Bounds waits = {.least = 1ms, .most = 2ms});
    void ask(const protocol::ClientMessage &message)
    {
        m_visit->request(message, this,
                         [this](const Result<protocol::ServerMessage> &answer) { m_answers.append(answer); });
    }
    [[nodiscard]] bool isLive() const { return m_visit->state() == State::Live; }

    SystemClock m_clock;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<Visit> m_visit;
    std::unique_ptr<QSignalSpy> m_finished;
    QList<Result<protocol::ServerMessage>> m_answers;
    QString m_token; ///< What the server gives to whoever logs in with a password.
};

void TestVisit::init()
{
    m_answers.clear();
    m_token.clear();
    m_visit.reset();
    m_server = std::make_unique<ScriptedServer>();
    m_server->onHeard = [this](const protocol::ClientMessage &message) {
        if (const auto *login = std::get_if<protocol::Login>(&message)) {
            protocol::Welcome welcome = ScriptedServer::welcome();
            if (login->token.isEmpty())
                welcome.token = m_token;
            m_server->say(welcome);
            m_server->say(protocol::CaughtUp{0});
        }
        if (std::holds_alternative<protocol::ClientBye>(message))
            m_server->say(protocol::ServerBye{protocol::ByeReason::Idle, {}});
    };
}

void TestVisit::begin(std::chrono::seconds session, ReconnectPolicy::Bounds waits)
{
    VisitPlan plan;
    plan.server = m_server->address();
    plan.login.user = u"sara"_s;
    plan.login.password = u"secret"_s;
    plan.login.remember = true;
    plan.login.device = u"desk"_s;
    plan.session = session;
    plan.reconnecting = ReconnectPolicy(waits, [] { return 1.0; });
    m_visit = std::make_unique<Visit>(plan, m_clock);
    m_finished = std::make_unique<QSignalSpy>(m_visit.get(), &Visit::finished);
    m_visit->start();
}

void TestVisit::beginLive(std::chrono::seconds session, ReconnectPolicy::Bounds waits)
{
    begin(session, waits);
    QTRY_VERIFY_WITH_TIMEOUT(isLive(), Patience);
}

void TestVisit::request_isAnsweredByItsRef()
{
    beginLive(Minute);
    ask(protocol::GetInterests{});
    ask(protocol::HistoryRequest{.before = 7, .limit = 3});
    QTRY_COMPARE_WITH_TIMEOUT(m_server->heard.size(), 3, Patience);
    m_server->say(protocol::HistoryPage{{}, true}, m_server->refs[2]);
    m_server->say(protocol::InterestList{{}, {u"Phones"_s}}, m_server->refs[1]);
    QTRY_COMPARE_WITH_TIMEOUT(m_answers.size(), 2, Patience);
    QVERIFY(std::get<protocol::HistoryPage>(*m_answers[0]).more);
    QCOMPARE(std::get<protocol::InterestList>(*m_answers[1]).categories, QStringList{u"Phones"_s});
}

void TestVisit::request_refused_isAnErrorAndTheVisitGoesOn()
{
    beginLive(Minute);
    ask(protocol::SetInterests{});
    QTRY_COMPARE_WITH_TIMEOUT(m_server->heard.size(), 2, Patience);
    m_server->say(protocol::ErrorMessage{ErrorCode::UnknownCategory, u"no such"_s, {}}, m_server->refs[1]);
    QTRY_COMPARE_WITH_TIMEOUT(m_answers.size(), 1, Patience);
    QCOMPARE(m_answers[0].error().kind, Error::Kind::NotFound);
    QVERIFY(isLive());
}

void TestVisit::request_offline_isUnavailable()
{
    begin(Minute);
    ask(protocol::GetInterests{});
    QCOMPARE(m_answers.size(), 0); // Never inside the question.
    QTRY_COMPARE_WITH_TIMEOUT(m_answers.size(), 1, Patience);
    QCOMPARE(m_answers[0].error().kind, Error::Kind::Unavailable);
}

void TestVisit::request_withoutMeasure_isRefusedHere()
{
    beginLive(Minute);
    protocol::SetInterests all;
    for (int i = 0; i < protocol::Interests; ++i)
        all.interests += {.category = QString(256, u'ش'), .keyword = QString(64, u'ک'), .maxPrice = {}, .currency = {}};
    ask(all);
    QTRY_COMPARE_WITH_TIMEOUT(m_answers.size(), 1, Patience);
    QCOMPARE(m_answers[0].error().kind, Error::Kind::Refused);
    QCOMPARE(m_server->all<protocol::SetInterests>().size(), 0);
    QVERIFY(isLive());
}

void TestVisit::request_whenTheLinkBreaks_isUnavailable()
{
    beginLive(Stay);
    ask(protocol::GetInterests{});
    QTRY_COMPARE_WITH_TIMEOUT(m_server->heard.size(), 2, Patience);
    m_server->closeConnection();
    QTRY_COMPARE_WITH_TIMEOUT(m_answers.size(), 1, Patience);
    QCOMPARE(m_answers[0].error().kind, Error::Kind::Unavailable);
    QTRY_VERIFY_WITH_TIMEOUT(isLive() && m_server->connections == 2, Patience);
}

void TestVisit::request_withoutAnAnswer_isGivenUp()
{
    test::FakeClock clock;
    VisitPlan plan;
    plan.server = m_server->address();
    plan.login.user = u"sara"_s;
    plan.login.password = u"secret"_s;
    plan.session = Stay;
    m_visit = std::make_unique<Visit>(plan, clock);
    m_visit->start();
    QTRY_VERIFY_WITH_TIMEOUT(isLive(), Patience);
    ask(protocol::GetInterests{});
    clock.advance(Requests::Patience);
    ask(protocol::HistoryRequest{}); // The timer looks at the clock again.
    QTRY_COMPARE_WITH_TIMEOUT(m_answers.size(), 1, Patience);
    QCOMPARE(m_answers[0].error().kind, Error::Kind::Unavailable);
    QVERIFY(isLive());
    m_visit.reset(); // And whoever still waits is not called by a visit that is gone.
    QCOMPARE(m_answers.size(), 1);
}

void TestVisit::request_whileFinishing_isAnsweredBeforeTheEnd()
{
    beginLive(Minute);
    ask(protocol::GetInterests{});
    qsizetype answersAtTheEnd = -1;
    connect(m_visit.get(), &Visit::finished, this, [&] { answersAtTheEnd = m_answers.size(); });
    m_visit->stop();
    m_visit->stop();
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->size(), 1, Patience);
    QCOMPARE(answersAtTheEnd, 1);
}

void TestVisit::preview_isAskedOnlyOfAServerThatKnowsIt()
{
    beginLive(Stay);
    ask(protocol::PreviewInterests{});
    QTRY_COMPARE_WITH_TIMEOUT(m_answers.size(), 1, Patience);
    QCOMPARE(m_answers[0].error().kind, Error::Kind::Refused);
    QVERIFY(m_server->all<protocol::PreviewInterests>().isEmpty());

    m_server->onConnected = [this] {
        protocol::Hello hello = ScriptedServer::hello();
        hello.features = {protocol::PreviewFeature};
        m_server->say(hello);
    };
    m_server->closeConnection();
    QTRY_VERIFY_WITH_TIMEOUT(isLive() && m_server->connections == 2, Patience);
    ask(protocol::PreviewInterests{});
    QTRY_COMPARE_WITH_TIMEOUT(m_server->all<protocol::PreviewInterests>().size(), 1, Patience);
    m_server->say(protocol::Preview{0, m_clock.now(), {}}, m_server->refs.constLast());
    QTRY_COMPARE_WITH_TIMEOUT(m_answers.size(), 2, Patience);
    QVERIFY(m_answers[1].has_value());
}

void TestVisit::pending_isAnsweredWithCaughtUp()
{
    beginLive(Minute);
    QSignalSpy caughtUp(m_visit.get(), &Visit::caughtUp);
    ask(protocol::Pending{});
    QTRY_COMPARE_WITH_TIMEOUT(m_server->heard.size(), 2, Patience);
    m_server->say(protocol::CaughtUp{12}, m_server->refs[1]);
    QTRY_COMPARE_WITH_TIMEOUT(m_answers.size(), 1, Patience);
    QCOMPARE(std::get<protocol::CaughtUp>(*m_answers[0]).lastId, 12);
    QCOMPARE(caughtUp.size(), 0); // The login's own catch-up was over before.
}

void TestVisit::logout_isAnsweredAndEndsEvenAVisitThatStays()
{
    beginLive(Stay);
    ask(protocol::Logout{});
    QTRY_COMPARE_WITH_TIMEOUT(m_server->heard.size(), 2, Patience);
    m_server->say(protocol::ServerBye{protocol::ByeReason::Idle, {}}, m_server->refs[1]);
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->size(), 1, Patience);
    QCOMPARE(m_answers.size(), 1);
    QVERIFY(m_answers[0].has_value());
    QCOMPARE(m_finished->at(0)[0].value<VisitEnd>(), VisitEnd::SessionOver);
    QCOMPARE(m_finished->at(0)[1].toString(), QString());
}

void TestVisit::token_takesThePlaceOfThePassword()
{
    m_token = u"q0Zx4cWJmT1v"_s;
    beginLive(Stay);
    m_server->closeConnection();
    QTRY_VERIFY_WITH_TIMEOUT(isLive() && m_server->connections == 2, Patience);
    const auto logins = m_server->all<protocol::Login>();
    QCOMPARE(logins.size(), 2);
    QCOMPARE(logins[0].password, u"secret"_s);
    protocol::Login later;
    later.token = m_token;
    later.device = u"desk"_s;
    QCOMPARE(logins[1], later);
}

void TestVisit::token_thatIsRefusedLater_asksToSignInAgain()
{
    m_token = u"q0Zx4cWJmT1v"_s;
    beginLive(Stay);
    m_server->onHeard = [this](const protocol::ClientMessage &) {
        m_server->say(protocol::ErrorMessage{ErrorCode::BadCredentials, {}, {}});
    };
    m_server->closeConnection();
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->size(), 1, Patience);
    QCOMPARE(m_finished->at(0)[0].value<VisitEnd>(), VisitEnd::LoginRefused);
    QVERIFY(m_finished->at(0)[1].toString().contains(u"Sign in again"_s));
}

void TestVisit::epoch_thatChanges_isReported()
{
    begin(Stay);
    QSignalSpy loggedIn(m_visit.get(), &Visit::loggedIn);
    QTRY_VERIFY_WITH_TIMEOUT(isLive(), Patience);
    m_server->onConnected = [this] { m_server->say(ScriptedServer::hello(u"two"_s)); };
    m_server->closeConnection();
    QTRY_COMPARE_WITH_TIMEOUT(loggedIn.size(), 2, Patience);
    QCOMPARE(loggedIn[0][1].toString(), u"one"_s);
    QCOMPARE(loggedIn[1][1].toString(), u"two"_s);
}

void TestVisit::nudge_whileWaiting_connectsNow()
{
    beginLive(Stay, {.least = 1h, .most = 2h});
    m_server->closeConnection();
    QTRY_COMPARE_WITH_TIMEOUT(m_visit->state(), State::Waiting, Patience);
    QVERIFY(*m_visit->timeLeft() > 1h);
    m_visit->nudge();
    QTRY_VERIFY_WITH_TIMEOUT(isLive(), Patience);
    QCOMPARE(m_server->connections, 2);
}

void TestVisit::nudge_whileLive_pings()
{
    beginLive(Stay);
    m_visit->nudge();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->all<protocol::Ping>().size(), 1, Patience);
    QVERIFY(isLive());
}

void TestVisit::session_madeShorter_leavesAtOnce()
{
    beginLive(Stay);
    m_visit->setSession(1s);
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->size(), 1, Patience);
    QCOMPARE(m_finished->at(0)[0].value<VisitEnd>(), VisitEnd::SessionOver);
    QCOMPARE(m_server->all<protocol::ClientBye>().size(), 1);
}

void TestVisit::session_madeEndless_stays()
{
    beginLive(Minute);
    QVERIFY(m_visit->timeLeft().has_value());
    m_visit->setSession(Stay);
    QVERIFY(!m_visit->timeLeft().has_value());
    m_server->closeConnection();
    QTRY_VERIFY_WITH_TIMEOUT(isLive() && m_server->connections == 2, Patience);
}

void TestVisit::timeLeft_countsDown()
{
    begin(Minute);
    QVERIFY(!m_visit->timeLeft().has_value());
    QTRY_VERIFY_WITH_TIMEOUT(isLive(), Patience);
    const auto before = m_visit->timeLeft();
    QVERIFY(before && *before > 30s && *before <= Minute);
    QTRY_VERIFY_WITH_TIMEOUT(m_visit->timeLeft() < before, Patience);
}

void TestVisit::sentences_sayWhatToDo_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<VisitEnd>("end");
    QTest::addColumn<QString>("advice");
    const auto error = [](ErrorCode code, std::optional<std::chrono::seconds> retryAfter = {}) {
        return protocol::encode(protocol::ServerMessage(protocol::ErrorMessage{code, u"in English"_s, retryAfter}));
    };
    QTest::newRow("wrong password") << error(ErrorCode::BadCredentials) << VisitEnd::LoginRefused << u"Check both"_s;
    QTest::newRow("throttled") << error(ErrorCode::Throttled, 9s) << VisitEnd::LoginPutOff << u"Try again in 9"_s;
    QTest::newRow("busy") << error(ErrorCode::ServerBusy) << VisitEnd::Unreachable << u"Try again later"_s;
    QTest::newRow("another field") << error(ErrorCode::BadField) << VisitEnd::LoginPutOff << u"in English"_s;
    QTest::newRow("no Jarchi") << "HTTP/1.1 400 Bad Request\r\n"_ba << VisitEnd::Incompatible << u"Check the address"_s;
}

void TestVisit::sentences_sayWhatToDo()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const VisitEnd, end);
    QFETCH(const QString, advice);
    if (end == VisitEnd::Incompatible)
        m_server->onConnected = [&] { m_server->sayRaw(answer); };
    m_server->onHeard = [&](const protocol::ClientMessage &) { m_server->sayRaw(answer); };
    begin(Minute);
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->size(), 1, Patience);
    QCOMPARE(m_finished->at(0)[0].value<VisitEnd>(), end);
    QVERIFY2(m_finished->at(0)[1].toString().contains(advice), qPrintable(m_finished->at(0)[1].toString()));
}

QTEST_GUILESS_MAIN(TestVisit)
#include "test_visit.moc"

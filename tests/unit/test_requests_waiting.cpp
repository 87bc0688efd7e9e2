// SPDX-License-Identifier: MIT
#include "session/requests.h"
#include "support/fake_clock.h"

#include <QTest>

using namespace jarchi;
using namespace jarchi::session;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using protocol::ErrorCode;

class TestRequestsWaiting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answer_withTheRef_reachesWhoAsked();
    void answers_inAnyOrder_reachWhoAsked();
    void answer_twice_isHeardOnce();
    void answer_ofAnotherType_isAnError_data();
    void answer_ofAnotherType_isAnError();
    void answer_withAForeignRef_isNobodys();
    void error_withTheRef_reachesWhoAsked();
    void error_ofEveryCode_saysWhatToDo();
    void link_thatEnds_failsAllOnce();
    void contextThatIsGone_hearsNothing();
    void patience_isFifteenSecondsForEach();
    void answer_thatIsTooLate_isNobodys();
    void nextQuestion_insideAnAnswer_isKept();

private:
    QString ask(const protocol::ClientMessage &message = protocol::GetInterests{}, QObject *context = nullptr)
    {
        const QString ref = m_requests->makeRef();
        m_requests->add(ref, message, context != nullptr ? context : this, [this, ref](const Requests::Answer &answer) {
            m_answers.append({ref, answer});
        });
        return ref;
    }

    test::FakeClock m_clock;
    std::unique_ptr<Requests> m_requests;
    QList<std::pair<QString, Requests::Answer>> m_answers;
};

void TestRequestsWaiting::init()
{
    m_requests = std::make_unique<Requests>(m_clock);
    m_answers.clear();
}

void TestRequestsWaiting::answer_withTheRef_reachesWhoAsked()
{
    const QString ref = ask();
    const protocol::InterestList list{{{.category = u"Phones"_s, .keyword = {}, .maxPrice = {}, .currency = {}}}, {}};
    m_requests->answer(ref, list);
    QCOMPARE(m_answers.size(), 1);
    QCOMPARE(std::get<protocol::InterestList>(*m_answers[0].second), list);
    QVERIFY(!m_requests->deadline());
}

void TestRequestsWaiting::answers_inAnyOrder_reachWhoAsked()
{
    const QString interests = ask();
    const QString history = ask(protocol::HistoryRequest{});
    QVERIFY(interests != history);
    m_requests->answer(history, protocol::HistoryPage{});
    m_requests->answer(interests, protocol::InterestList{});
    QCOMPARE(m_answers.size(), 2);
    QCOMPARE(m_answers[0].first, history);
    QCOMPARE(m_answers[1].first, interests);
}

void TestRequestsWaiting::answer_twice_isHeardOnce()
{
    const QString ref = ask();
    m_requests->answer(ref, protocol::InterestList{});
    m_requests->answer(ref, protocol::InterestList{});
    QCOMPARE(m_answers.size(), 1);
}

void TestRequestsWaiting::answer_ofAnotherType_isAnError_data()
{
    QTest::addColumn<protocol::ClientMessage>("request");
    QTest::addColumn<protocol::ServerMessage>("right");
    QTest::newRow("get interests") << protocol::ClientMessage(protocol::GetInterests{})
                                   << protocol::ServerMessage(protocol::InterestList{});
    QTest::newRow("set interests") << protocol::ClientMessage(protocol::SetInterests{})
                                   << protocol::ServerMessage(protocol::InterestList{});
    QTest::newRow("history") << protocol::ClientMessage(protocol::HistoryRequest{})
                             << protocol::ServerMessage(protocol::HistoryPage{});
    QTest::newRow("preview") << protocol::ClientMessage(protocol::PreviewInterests{})
                             << protocol::ServerMessage(protocol::Preview{});
    QTest::newRow("pending") << protocol::ClientMessage(protocol::Pending{})
                             << protocol::ServerMessage(protocol::CaughtUp{});
    QTest::newRow("logout") << protocol::ClientMessage(protocol::Logout{})
                            << protocol::ServerMessage(protocol::ServerBye{});
}

void TestRequestsWaiting::answer_ofAnotherType_isAnError()
{
    QFETCH(const protocol::ClientMessage, request);
    QFETCH(const protocol::ServerMessage, right);
    m_requests->answer(ask(request), protocol::Ok{});
    QCOMPARE(m_answers.size(), 1);
    QCOMPARE(m_answers[0].second.error().kind, Error::Kind::Broken);
    m_requests->answer(ask(request), right);
    QVERIFY(m_answers[1].second.has_value());
}

void TestRequestsWaiting::answer_withAForeignRef_isNobodys()
{
    ask();
    for (const QString &ref : {u""_s, u"r2"_s, u"a1"_s}) {
        m_requests->answer(ref, protocol::InterestList{});
        QVERIFY(!m_requests->refuse(ref, {ErrorCode::Internal, {}, {}}));
    }
    QCOMPARE(m_answers.size(), 0);
}

void TestRequestsWaiting::error_withTheRef_reachesWhoAsked()
{
    QVERIFY(m_requests->refuse(ask(), {ErrorCode::UnknownCategory, u"no such category"_s, {}}));
    QCOMPARE(m_answers.size(), 1);
    QCOMPARE(m_answers[0].second.error().kind, Error::Kind::NotFound);
}

void TestRequestsWaiting::error_ofEveryCode_saysWhatToDo()
{
    using Kind = Error::Kind;
    const QHash<ErrorCode, Kind> kinds{
        {ErrorCode::BadJson, Kind::Refused},        {ErrorCode::TooLong, Kind::Refused},
        {ErrorCode::TooDeep, Kind::Refused},        {ErrorCode::BadText, Kind::Refused},
        {ErrorCode::UnknownType, Kind::Refused},    {ErrorCode::BadField, Kind::Refused},
        {ErrorCode::NotLoggedIn, Kind::Refused},    {ErrorCode::AlreadyLoggedIn, Kind::Refused},
        {ErrorCode::BadCredentials, Kind::Refused}, {ErrorCode::Throttled, Kind::Unavailable},
        {ErrorCode::ServerBusy, Kind::Unavailable}, {ErrorCode::TooManyConnections, Kind::Unavailable},
        {ErrorCode::UnknownId, Kind::NotFound},     {ErrorCode::UnknownCategory, Kind::NotFound},
        {ErrorCode::Internal, Kind::Unavailable},
    };
    for (auto code = kinds.cbegin(); code != kinds.cend(); ++code) {
        const Error error = toError({code.key(), u"why"_s, {}});
        QCOMPARE(error.kind, code.value());
        QVERIFY(error.message.size() > 10);
    }
    QVERIFY(toError({ErrorCode::BadField, u"the price has letters"_s, {}}).message.contains(u"has letters"_s));
}

void TestRequestsWaiting::link_thatEnds_failsAllOnce()
{
    ask();
    ask(protocol::HistoryRequest{});
    m_requests->failAll();
    m_requests->failAll();
    QCOMPARE(m_answers.size(), 2);
    for (const auto &[ref, answer] : std::as_const(m_answers))
        QCOMPARE(answer.error().kind, Error::Kind::Unavailable);
}

void TestRequestsWaiting::contextThatIsGone_hearsNothing()
{
    QString ref;
    {
        QObject window;
        ref = ask(protocol::GetInterests{}, &window);
        ask(protocol::GetInterests{}, &window);
        ask(protocol::GetInterests{}, &window);
    }
    m_requests->answer(ref, protocol::InterestList{});
    m_clock.advance(Requests::Patience);
    m_requests->expire();
    m_requests->failAll();
    QCOMPARE(m_answers.size(), 0);
}

void TestRequestsWaiting::patience_isFifteenSecondsForEach()
{
    const QString first = ask();
    m_clock.advance(5s);
    const QString second = ask();
    QCOMPARE(*m_requests->deadline() - m_clock.monotonic(), 10s);
    m_clock.advance(10s - 1ms);
    m_requests->expire();
    QCOMPARE(m_answers.size(), 0);
    m_clock.advance(1ms);
    m_requests->expire();
    QCOMPARE(m_answers.size(), 1);
    QCOMPARE(m_answers[0].first, first);
    QCOMPARE(m_answers[0].second.error().kind, Error::Kind::Unavailable);
    QCOMPARE(*m_requests->deadline() - m_clock.monotonic(), 5s);
    m_requests->answer(second, protocol::InterestList{});
    QVERIFY(m_answers[1].second.has_value());
}

void TestRequestsWaiting::answer_thatIsTooLate_isNobodys()
{
    const QString ref = ask();
    m_clock.advance(Requests::Patience);
    m_requests->expire();
    m_requests->answer(ref, protocol::InterestList{});
    QCOMPARE(m_answers.size(), 1);
}

void TestRequestsWaiting::nextQuestion_insideAnAnswer_isKept()
{
    const QString ref = m_requests->makeRef();
    m_requests->add(ref, protocol::GetInterests{}, this, [this](const Requests::Answer &) { ask(); });
    m_requests->failAll();
    QCOMPARE(m_answers.size(), 0);
    QVERIFY(m_requests->deadline());
    m_requests->failAll();
    QCOMPARE(m_answers.size(), 1);
}

QTEST_APPLESS_MAIN(TestRequestsWaiting)
#include "test_requests_waiting.moc"

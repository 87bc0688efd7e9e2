// SPDX-License-Identifier: MIT
#include "support/scripted_client_fixture.h"

using namespace jarchi;
using namespace jarchi::client;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace setting = preferences::setting;

/// What is asked of the server when there is no connection.
class TestClientRequests : public QObject, private ScriptedClientFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }

    void request_whileOffline_connects();
    void request_whileNobodyIsSignedIn_saysSo();
    void request_unreachable_saysWhy();
};

void TestClientRequests::request_whileOffline_connects()
{
    arrive();
    leave();
    const auto generous = m_server->onHeard;
    m_server->onHeard = [&](const protocol::ClientMessage &message) {
        generous(message);
        if (std::holds_alternative<protocol::GetInterests>(message))
            m_server->say(protocol::InterestList{{{u"Phones"_s, {}, {}, {}}}, {u"Phones"_s}},
                          m_server->refs.constLast());
    };
    std::optional<Result<protocol::InterestList>> answer;
    m_fixture->client().getInterests(this, [&](const Result<protocol::InterestList> &list) { answer = list; });
    QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), Patience);
    QVERIFY2(answer->has_value(), qUtf8Printable(answer->has_value() ? QString() : answer->error().message));
    QCOMPARE((*answer)->categories, QStringList{u"Phones"_s});
    QCOMPARE(m_fixture->client().timeLeft(), std::optional<std::chrono::milliseconds>(60s)); // A visit like any other.
}

void TestClientRequests::request_whileNobodyIsSignedIn_saysSo()
{
    std::optional<Result<protocol::InterestList>> answer;
    m_fixture->client().getInterests(this, [&](const Result<protocol::InterestList> &list) { answer = list; });
    QVERIFY(!answer);
    QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), Patience);
    QVERIFY(!answer->has_value());
    QVERIFY2(answer->error().message.contains(u"Sign in"_s), qUtf8Printable(answer->error().message));
}

void TestClientRequests::request_unreachable_saysWhy()
{
    arrive();
    leave();
    m_server->stopListening();
    for (const bool stays : {false, true}) {
        m_fixture->preferences().settings().setValue(setting::StayConnected.key, stays);
        std::optional<Result<protocol::InterestList>> answer;
        m_fixture->client().getInterests(this, [&](const Result<protocol::InterestList> &list) { answer = list; });
        QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), Patience);
        QVERIFY(!answer->has_value());
        QCOMPARE(answer->error().kind, Error::Kind::Unavailable);
        QVERIFY2(answer->error().message.contains(u"refused the connection"_s),
                 qUtf8Printable(answer->error().message));
    }
}

QTEST_GUILESS_MAIN(TestClientRequests)
#include "test_client_requests.moc"

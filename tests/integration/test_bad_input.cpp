// SPDX-License-Identifier: MIT
#include "support/engine_fixture.h"

#include <QTest>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using protocol::ByeReason;
using protocol::ErrorCode;

/// What a client can do wrong, and what it gets for it. All the while a well-behaved one is served.
class TestBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void line_beforeLogin_isAnsweredByItsCode_data();
    void line_beforeLogin_isAnsweredByItsCode();
    void line_afterLogin_isAnsweredByItsCodeAndTheClientStays_data();
    void line_afterLogin_isAnsweredByItsCodeAndTheClientStays();
    void line_tooLongBeforeLogin_isAnsweredBeforeItEnds();
    void line_tooLongAfterLogin_isThrownAway();
    void line_ofTheGreatestLength_isTaken();
    void request_beforeLogin_isRefused_data();
    void request_beforeLogin_isRefused();
    void wrongRequests_eight_endInBye();
    void wrongRequests_afterLogin_eightEndInBye();
    void garbage_ofManyKinds_hurtsNobody();
    void client_goneInTheMiddleOfALogin_hurtsNobody();
    void client_thatNeverReads_delaysNobody();

private:
    /// Somebody else gets a push at once.
    bool othersAreServed();

    std::unique_ptr<EngineFixture> m_server;
    LineClient m_other;
};

void TestBadInput::initTestCase()
{
    m_server = std::make_unique<EngineFixture>();
    m_server->account(u"sara"_s);
    m_server->follower(u"other"_s, u"Phones"_s);
    m_server->start();
    QVERIFY(m_server->arrive(m_other, u"other"_s));
}

void TestBadInput::cleanupTestCase()
{
    QVERIFY(m_server->stop());
    m_server.reset();
}

bool TestBadInput::othersAreServed()
{
    if (!m_server->addProduct(u"Fairphone"_s, u"Phones"_s)) {
        return false;
    }
    const auto id = m_other.expectId();
    m_other.send(protocol::Ack{{id}}, u"a"_s);
    return id > 0 && m_other.expect<protocol::Ok>();
}

void TestBadInput::line_beforeLogin_isAnsweredByItsCode_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<bool>("ends");

    const QByteArray deep = QByteArray(9, '[') + QByteArray(9, ']');
    QTest::newRow("not JSON") << "GET / HTTP/1.1"_ba << ErrorCode::BadJson << true;
    QTest::newRow("empty line") << ""_ba << ErrorCode::BadJson << true;
    QTest::newRow("cut short") << R"({"type":"login")"_ba << ErrorCode::BadJson << true;
    QTest::newRow("an array") << "[]"_ba << ErrorCode::BadJson << true;
    QTest::newRow("too deep") << R"({"type":"ping","n":1,"x":)"_ba + deep + "}" << ErrorCode::TooDeep << true;
    QTest::newRow("very deep") << QByteArray(4000, '[') << ErrorCode::TooDeep << true;
    QTest::newRow("NUL") << "{\"type\":\"login\",\"user\":\"a\\u0000b\",\"password\":\"x\"}"_ba << ErrorCode::BadText
                         << false;
    QTest::newRow("lone surrogate") << "{\"type\":\"login\",\"user\":\"a\\ud800\",\"password\":\"x\"}"_ba
                                    << ErrorCode::BadText << false;
    QTest::newRow("broken UTF-8") << "{\"type\":\"login\",\"user\":\"a\xff\",\"password\":\"x\"}"_ba
                                  << ErrorCode::BadText << true;
    QTest::newRow("unknown type") << R"({"type":"teapot"})"_ba << ErrorCode::UnknownType << false;
    QTest::newRow("no type") << "{}"_ba << ErrorCode::BadField << false;
    QTest::newRow("wrong type of a field")
        << R"({"type":"login","user":5,"password":"x"})"_ba << ErrorCode::BadField << false;
}

void TestBadInput::line_beforeLogin_isAnsweredByItsCode()
{
    QFETCH(QByteArray, line);
    QFETCH(ErrorCode, code);
    QFETCH(bool, ends);
    LineClient client(m_server->endpoint());
    QVERIFY(client.expect<protocol::Hello>());
    client.sendLine(line);
    QCOMPARE(client.expectError(), code);
    if (ends) {
        QCOMPARE(client.expectBye(), ByeReason::Protocol);
        QVERIFY(client.expectEnd());
    } else {
        QVERIFY(client.isAlive());
    }
    QVERIFY(othersAreServed());
}

void TestBadInput::line_afterLogin_isAnsweredByItsCodeAndTheClientStays_data()
{
    line_beforeLogin_isAnsweredByItsCode_data();
    QTest::newRow("login of the wrong kind")
        << R"({"type":"login","user":"sara","password":"x","token":"y"})"_ba << ErrorCode::BadField << false;
    QTest::newRow("no ids") << R"({"type":"ack","ids":[]})"_ba << ErrorCode::BadField << false;
    QTest::newRow("ids as numbers") << R"({"type":"ack","ids":[1]})"_ba << ErrorCode::BadField << false;
    QTest::newRow("id beyond 64 bits") << R"({"type":"ack","ids":["9223372036854775808"]})"_ba << ErrorCode::BadField
                                       << false;
    QTest::newRow("unknown id") << R"({"type":"ack","ids":["4711"]})"_ba << ErrorCode::UnknownId << false;
    QTest::newRow("history of too many") << R"({"type":"history","limit":201})"_ba << ErrorCode::BadField << false;
    QTest::newRow("interest without currency")
        << R"({"type":"set_interests","interests":[{"category":"Phones","max_price":"5"}]})"_ba << ErrorCode::BadField
        << false;
    QTest::newRow("interest in nothing") << R"({"type":"set_interests","interests":[{"category":"Nonsense"}]})"_ba
                                         << ErrorCode::UnknownCategory << false;
    QTest::newRow("an answer of the server's")
        << R"({"type":"caught_up","last_id":"1"})"_ba << ErrorCode::UnknownType << false;
}

void TestBadInput::line_afterLogin_isAnsweredByItsCodeAndTheClientStays()
{
    QFETCH(QByteArray, line);
    QFETCH(ErrorCode, code);
    LineClient client;
    QVERIFY(m_server->arrive(client, u"sara"_s));
    client.sendLine(line);
    QCOMPARE(client.expectError(), code);
    QVERIFY(client.isAlive());
    QVERIFY(othersAreServed());
}

void TestBadInput::line_tooLongBeforeLogin_isAnsweredBeforeItEnds()
{
    LineClient client(m_server->endpoint());
    QVERIFY(client.expect<protocol::Hello>());
    client.sendBytes(QByteArray(protocol::LineBytesBeforeLogin + 1, 'x')); // And no line feed.
    QCOMPARE(client.expectError(), ErrorCode::TooLong);
    QCOMPARE(client.expectBye(), ByeReason::Protocol);
    QVERIFY(client.expectEnd());
}

void TestBadInput::line_tooLongAfterLogin_isThrownAway()
{
    LineClient client;
    QVERIFY(m_server->arrive(client, u"sara"_s));
    client.sendBytes(QByteArray(protocol::LineBytes + 1, ' '));
    QCOMPARE(client.expectError(), ErrorCode::TooLong);
    for (int i = 0; i < 20; ++i) {
        client.sendBytes(QByteArray(1024 * 1024, 'x'));
    }
    client.sendBytes("\n"_ba);
    QVERIFY(client.isAlive());
}

void TestBadInput::line_ofTheGreatestLength_isTaken()
{
    LineClient client(m_server->endpoint());
    QVERIFY(client.expect<protocol::Hello>());
    const QByteArray ping = R"({"type":"ping","n":1})"_ba;
    client.sendLine(ping + QByteArray(protocol::LineBytesBeforeLogin - ping.size() - 1, ' '));
    QCOMPARE(client.expect<protocol::Pong>(), protocol::Pong{1});
    client.send(protocol::Login{u"sara"_s, m_server->password(), {}, false, {}, {}});
    QVERIFY(client.expect<protocol::Welcome>());
    QVERIFY(client.expect<protocol::CaughtUp>());
    client.sendLine(ping + QByteArray(protocol::LineBytes - ping.size() - 1, ' '));
    QCOMPARE(client.expect<protocol::Pong>(), protocol::Pong{1});
}

void TestBadInput::request_beforeLogin_isRefused_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("ack") << R"({"type":"ack","ids":["1"],"ref":"r"})"_ba;
    QTest::newRow("pending") << R"({"type":"pending","ref":"r"})"_ba;
    QTest::newRow("history") << R"({"type":"history","ref":"r"})"_ba;
    QTest::newRow("get_interests") << R"({"type":"get_interests","ref":"r"})"_ba;
    QTest::newRow("set_interests") << R"({"type":"set_interests","interests":[],"ref":"r"})"_ba;
    QTest::newRow("logout") << R"({"type":"logout","ref":"r"})"_ba;
}

void TestBadInput::request_beforeLogin_isRefused()
{
    QFETCH(QByteArray, line);
    LineClient client(m_server->endpoint());
    QVERIFY(client.expect<protocol::Hello>());
    client.sendLine(line);
    QCOMPARE(client.expectError(), ErrorCode::NotLoggedIn);
    QCOMPARE(client.lastRef(), u"r"_s);
    QVERIFY(client.isAlive());
}

void TestBadInput::wrongRequests_eight_endInBye()
{
    LineClient client(m_server->endpoint());
    QVERIFY(client.expect<protocol::Hello>());
    for (int i = 0; i < 7; ++i) {
        client.sendLine(R"({"type":"pending"})"_ba);
        QCOMPARE(client.expectError(), ErrorCode::NotLoggedIn);
        QVERIFY(client.isAlive());
    }
    client.sendLine(R"({"type":"teapot"})"_ba);
    QCOMPARE(client.expectError(), ErrorCode::UnknownType);
    QCOMPARE(client.expectBye(), ByeReason::Protocol);
    QVERIFY(client.expectEnd());
}

void TestBadInput::wrongRequests_afterLogin_eightEndInBye()
{
    LineClient client;
    QVERIFY(m_server->arrive(client, u"sara"_s));
    for (int i = 0; i < 8; ++i) {
        client.sendLine(i % 2 == 0 ? "nonsense"_ba : R"({"type":"ack","ids":["4711"]})"_ba);
        QCOMPARE(client.expectError(), i % 2 == 0 ? ErrorCode::BadJson : ErrorCode::UnknownId);
    }
    QCOMPARE(client.expectBye(), ByeReason::Protocol);
    QVERIFY(client.expectEnd());
    QVERIFY(othersAreServed());
}

void TestBadInput::garbage_ofManyKinds_hurtsNobody()
{
    std::vector<LineClient> clients(20);
    quint32 state = 2019;
    for (auto &client : clients) {
        client.connectTo(m_server->endpoint());
        QByteArray bytes(20'000, Qt::Uninitialized);
        for (char &byte : bytes) {
            state = state * 1664525 + 1013904223;
            byte = static_cast<char>(state >> 24);
        }
        client.sendBytes(bytes);
    }
    for (auto &client : clients) {
        QVERIFY(client.expect<protocol::Hello>());
        auto answer = client.next();
        QVERIFY(answer && std::holds_alternative<protocol::ErrorMessage>(answer->message));
        while (answer && std::holds_alternative<protocol::ErrorMessage>(answer->message)) {
            answer = client.next();
        }
        QVERIFY(answer);
        QCOMPARE(answer->message, protocol::ServerMessage(protocol::ServerBye{ByeReason::Protocol, {}}));
    }
    QVERIFY(othersAreServed());
}

void TestBadInput::client_goneInTheMiddleOfALogin_hurtsNobody()
{
    for (int i = 0; i < 20; ++i) {
        LineClient client(m_server->endpoint());
        QVERIFY(client.expect<protocol::Hello>());
        client.send(protocol::Login{u"sara"_s, m_server->password(), {}, true, {}, {}});
        client.socket().abort();
    }
    QVERIFY(othersAreServed());
}

void TestBadInput::client_thatNeverReads_delaysNobody()
{
    auto &store = m_server->store();
    must(store->write([&]() -> Result<void> {
        for (int i = 0; i < 16; ++i) {
            must(store->notifications().announce({u"T"_s, QString(4000, u'x'), {}, {}, {}}));
        }
        return {};
    }));
    for (int i = 0; i < 16; ++i) {
        QVERIFY(m_other.expectId() > 0);
    }
    LineClient deaf(m_server->endpoint());
    QVERIFY(deaf.logIn(u"sara"_s, m_server->password()));
    deaf.socket().setReadBufferSize(1024);
    // Some 30 MB of answers are asked for: more than the systems' buffers and the outbox hold.
    for (int i = 0; i < 500; ++i) {
        deaf.send(protocol::HistoryRequest{{}, 200});
    }
    for (int i = 0; i < 20; ++i) {
        QVERIFY(othersAreServed());
    }
    deaf.socket().abort();
    QVERIFY(othersAreServed());
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "test_bad_input.moc"

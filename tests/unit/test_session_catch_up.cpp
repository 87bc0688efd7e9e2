// SPDX-License-Identifier: MIT
#include "support/session_fixture.h"

using namespace jarchi;
using namespace jarchi::delivery;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

/// How a session gets what its account lacks, page after page.
class TestSessionCatchUp : public QObject, private SessionFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { beginAnew(); }

    void catchUp_nothingMissed_isCaughtUpAndLive();
    void catchUp_ofSomePages_asksOnFromWhereThePageEnded();
    void catchUp_emptyPageInTheMiddle_asksOn();
    void catchUp_fullWindow_waitsUntilHalfIsAcknowledged();
    void catchUp_outboxFull_goesOnFromWhereItWas();
    void catchUp_noRoomForTheLastWord_saysItLater();
    void catchUp_pageFailed_isAskedForAgainAtTheRetry();

    void catchUp_whilePageIsInFlight_isJoined();
    void catchUp_tooManyWaiting_isRefused();
    void catchUp_whenLive_startsFromTheBeginningAndLeavesLive();
    void catchUp_whileWaitingForAck_startsFromTheBeginning();
    void catchUp_whileWaitingForRoom_startsFromTheBeginning();
    void catchUp_whileWaitingForTheStore_startsFromTheBeginning();
    void catchUp_again_doesNotCountEarlierOnesAgainstTheWindow();
};

void TestSessionCatchUp::catchUp_nothingMissed_isCaughtUpAndLive()
{
    QVERIFY(m_session->catchUp());
    QVERIFY(!m_session->isLive());
    QCOMPARE(m_pages.requests, (QList<FakePages::Request>{{0, 64}}));
    m_session->takePage({{}, 41, true});
    QVERIFY(m_session->isLive());
    QCOMPARE(taken(), (QList<protocol::FromServer>{{protocol::CaughtUp{41}, {}}}));
    QCOMPARE(m_pages.requests.size(), 1);
    QCOMPARE(m_pages.left, 0);
}

void TestSessionCatchUp::catchUp_ofSomePages_asksOnFromWhereThePageEnded()
{
    QVERIFY(m_session->catchUp(u"first"_s));
    m_session->takePage(pageOf(1, 20, 20, false));
    m_session->takePage(pageOf(25, 30, 40, false));
    QCOMPARE(m_pages.requests, (QList<FakePages::Request>{{0, 64}, {20, 44}, {40, 38}}));
    m_session->takePage(pageOf(41, 41, 50, true));
    QVERIFY(m_session->isLive());
    QCOMPARE(m_session->unacknowledged(), 27);
    const auto messages = taken();
    QCOMPARE(messages.size(), 28);
    QCOMPARE(messages.last(), (protocol::FromServer{protocol::CaughtUp{50}, u"first"_s}));
    QCOMPARE(messages.at(0), (protocol::FromServer{notificationOf(1), {}}));
    QCOMPARE(m_pages.requests.size(), 3);
}

void TestSessionCatchUp::catchUp_emptyPageInTheMiddle_asksOn()
{
    QVERIFY(m_session->catchUp());
    m_session->takePage({{}, 1000, false});
    QCOMPARE(m_pages.requests, (QList<FakePages::Request>{{0, 64}, {1000, 64}}));
    QVERIFY(!m_session->isLive());
}

void TestSessionCatchUp::catchUp_fullWindow_waitsUntilHalfIsAcknowledged()
{
    QVERIFY(m_session->catchUp());
    m_session->takePage(pageOf(1, 64, 64, false));
    QCOMPARE(m_session->unacknowledged(), 64);
    QCOMPARE(m_pages.requests.size(), 1);
    QCOMPARE(takenIds(), idsFrom(1, 64));

    acknowledgeFrom(1, 31);
    QCOMPARE(m_pages.requests.size(), 1);
    acknowledgeFrom(32, 32);
    QCOMPARE(m_pages.requests.size(), 2);
    QCOMPARE(m_pages.requests.last(), (FakePages::Request{64, 32}));
    m_session->takePage(pageOf(65, 96, 96, false));
    QCOMPARE(m_session->unacknowledged(), 64);
    QCOMPARE(m_pages.requests.size(), 2);

    acknowledgeFrom(33, 96);
    QCOMPARE(m_pages.requests.last(), (FakePages::Request{96, 64}));
    m_session->takePage(pageOf(97, 97, 97, true));
    QVERIFY(m_session->isLive());
    QCOMPARE(takenIds(), idsFrom(65, 97) << -1);
}

void TestSessionCatchUp::catchUp_outboxFull_goesOnFromWhereItWas()
{
    makeSession(10);
    QVERIFY(m_session->catchUp());
    m_session->takePage(pageOf(1, 30, 30, true));
    QVERIFY(!m_session->isLive());
    QCOMPARE(m_pages.left, 1); // The page had made the account live.
    QCOMPARE(m_session->unacknowledged(), 10);
    QVERIFY(m_outbox->takeRefusal());
    QCOMPARE(m_pages.requests.size(), 1);

    QCOMPARE(takenIds(), idsFrom(1, 10));
    m_session->outboxDrained();
    QCOMPARE(m_pages.requests.last(), (FakePages::Request{10, 54}));
    m_session->takePage(pageOf(11, 15, 31, true));
    QVERIFY(m_session->isLive());
    QCOMPARE(takenIds(), idsFrom(11, 15) << -1);
    QCOMPARE(m_pages.left, 1);
}

void TestSessionCatchUp::catchUp_noRoomForTheLastWord_saysItLater()
{
    makeSession(10);
    QVERIFY(m_session->catchUp(u"a"_s));
    m_session->takePage(pageOf(1, 10, 10, true));
    QVERIFY(!m_session->isLive());
    QCOMPARE(m_pages.left, 1);
    QCOMPARE(takenIds(), idsFrom(1, 10));
    m_session->outboxDrained();
    QCOMPARE(m_pages.requests.last(), (FakePages::Request{10, 54}));
    m_session->takePage({{}, 10, true});
    QCOMPARE(taken(), (QList<protocol::FromServer>{{protocol::CaughtUp{10}, u"a"_s}}));
    QVERIFY(m_session->isLive());
}

void TestSessionCatchUp::catchUp_pageFailed_isAskedForAgainAtTheRetry()
{
    QVERIFY(m_session->catchUp());
    m_session->takePage(pageOf(1, 5, 5, false));
    m_session->pageFailed();
    QCOMPARE(m_pages.requests.size(), 2);
    m_session->retry();
    QCOMPARE(m_pages.requests.size(), 3);
    QCOMPARE(m_pages.requests.last(), (FakePages::Request{5, 59}));
    m_session->retry(); // It is on its way already.
    QCOMPARE(m_pages.requests.size(), 3);
    m_session->takePage({{}, 5, true});
    QVERIFY(m_session->isLive());
    QCOMPARE(takenIds(), idsFrom(1, 5) << -1);
    QCOMPARE(m_pages.left, 0);
}

void TestSessionCatchUp::catchUp_whilePageIsInFlight_isJoined()
{
    QVERIFY(m_session->catchUp());
    QVERIFY(m_session->catchUp(u"one"_s));
    QVERIFY(m_session->catchUp(u"two"_s));
    QCOMPARE(m_pages.requests.size(), 1);
    m_session->takePage(pageOf(1, 2, 2, true));
    const auto messages = taken();
    QCOMPARE(messages.size(), 5); // Each notification once, an answer for each request.
    QCOMPARE(messages.mid(2),
             (QList<protocol::FromServer>{
                 {protocol::CaughtUp{2}, {}}, {protocol::CaughtUp{2}, u"one"_s}, {protocol::CaughtUp{2}, u"two"_s}}));
    QVERIFY(m_session->isLive());
}

void TestSessionCatchUp::catchUp_tooManyWaiting_isRefused()
{
    for (int i = 0; i < Session::CatchUpRequests; ++i) {
        QVERIFY(m_session->catchUp(QString::number(i)));
    }
    QVERIFY(!m_session->catchUp(u"too many"_s));
    m_session->takePage(nothingAtAll());
    const auto messages = taken();
    QCOMPARE(messages.size(), Session::CatchUpRequests);
    QCOMPARE(messages.last().ref, u"15"_s);
    QVERIFY(m_session->catchUp(u"again"_s));
}

void TestSessionCatchUp::catchUp_whenLive_startsFromTheBeginningAndLeavesLive()
{
    bringToLive();
    m_session->offer(1, lineOf(1));
    QVERIFY(m_session->catchUp(u"again"_s));
    QVERIFY(!m_session->isLive());
    QCOMPARE(m_pages.left, 1);
    QCOMPARE(m_pages.requests, (QList<FakePages::Request>{{0, 64}}));
    m_session->takePage(pageOf(1, 1, 1, true));
    QCOMPARE(takenIds(), (QList<NotificationId>{1, 1, -1}));
    QCOMPARE(m_session->unacknowledged(), 1);
}

void TestSessionCatchUp::catchUp_whileWaitingForAck_startsFromTheBeginning()
{
    QVERIFY(m_session->catchUp(u"a"_s));
    m_session->takePage(pageOf(1, 64, 64, false));
    QVERIFY(m_session->catchUp(u"b"_s));
    QCOMPARE(m_pages.requests.last(), (FakePages::Request{0, 64}));
    QCOMPARE(m_session->unacknowledged(), 0);
    taken();
    m_session->takePage(pageOf(1, 2, 2, true));
    const auto messages = taken();
    QCOMPARE(messages.size(), 4);
    QCOMPARE(messages.at(2).ref, u"a"_s);
    QCOMPARE(messages.at(3).ref, u"b"_s);
}

void TestSessionCatchUp::catchUp_whileWaitingForRoom_startsFromTheBeginning()
{
    makeSession(10);
    QVERIFY(m_session->catchUp());
    m_session->takePage(pageOf(1, 11, 11, false));
    QVERIFY(m_session->catchUp());
    QCOMPARE(m_pages.requests.last(), (FakePages::Request{0, 64}));
    m_session->outboxDrained(); // Of what was in it before: nothing new is asked for.
    QCOMPARE(m_pages.requests.size(), 2);
    taken();
    m_session->takePage(pageOf(1, 2, 2, true));
    QCOMPARE(takenIds(), (QList<NotificationId>{1, 2, -1, -1}));
}

void TestSessionCatchUp::catchUp_whileWaitingForTheStore_startsFromTheBeginning()
{
    QVERIFY(m_session->catchUp());
    m_session->pageFailed();
    QVERIFY(m_session->catchUp());
    QCOMPARE(m_pages.requests, (QList<FakePages::Request>{{0, 64}, {0, 64}}));
    m_session->retry();
    QCOMPARE(m_pages.requests.size(), 2);
    m_session->takePage(nothingAtAll());
    QCOMPARE(takenIds(), (QList<NotificationId>{-1, -1}));
}

void TestSessionCatchUp::catchUp_again_doesNotCountEarlierOnesAgainstTheWindow()
{
    QVERIFY(m_session->catchUp());
    m_session->takePage(pageOf(1, 64, 64, false));
    for (int i = 0; i < 5; ++i) {
        QVERIFY(m_session->catchUp());
        QCOMPARE(m_pages.requests.last(), (FakePages::Request{0, 64}));
        m_session->takePage(pageOf(1, 64, 64, false));
        QCOMPARE(m_session->unacknowledged(), 64);
    }
}

QTEST_APPLESS_MAIN(TestSessionCatchUp)
#include "test_session_catch_up.moc"

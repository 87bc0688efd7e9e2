// SPDX-License-Identifier: MIT
#include "support/session_fixture.h"

#include <algorithm>

using namespace jarchi;
using namespace jarchi::delivery;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

/// What a session sends of what is pushed, and what becomes of acknowledgements.
class TestSession : public QObject, private SessionFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { beginAnew(); }

    void offer_live_isSent();
    void offer_oldId_isNot();
    void offer_notLive_isNot();
    void offer_nothingAcknowledgedForLong_goesBackToCatchingUp();
    void offer_outboxFull_goesBackToCatchingUp();

    void acknowledge_unknownId_changesNothing();
    void acknowledge_twice_isNoError();
    void acknowledge_theSameIdTwiceInOneRequest_isNoError();
    void acknowledge_ofLongAgo_isUnknown();
    void acknowledge_earlierOnes_isNoError();
    void acknowledge_inOtherStates_asksForNothing();

    void event_unexpected_changesNothing_data();
    void event_unexpected_changesNothing();
    void ids_ofALongSession_alwaysRise();
    void destruction_leavesLiveOnlyIfItWas();
};

void TestSession::offer_live_isSent()
{
    bringToLive();
    m_session->offer(3, lineOf(3));
    m_session->offer(9, lineOf(9));
    QCOMPARE(takenIds(), (QList<NotificationId>{3, 9}));
    QCOMPARE(m_session->unacknowledged(), 2);
    QVERIFY(m_session->isLive());
    QVERIFY(m_session->acknowledge({3, 9}));
    QCOMPARE(m_session->unacknowledged(), 0);
    QVERIFY(m_pages.requests.isEmpty());
}

void TestSession::offer_oldId_isNot()
{
    QVERIFY(m_session->catchUp());
    m_session->takePage(pageOf(5, 5, 10, true));
    taken();
    m_session->offer(5, lineOf(5));
    m_session->offer(10, lineOf(10)); // The page said: everything up to 10.
    m_session->offer(11, lineOf(11));
    m_session->offer(11, lineOf(11));
    QCOMPARE(takenIds(), (QList<NotificationId>{11}));
    QCOMPARE(m_session->unacknowledged(), 2);
}

void TestSession::offer_notLive_isNot()
{
    QVERIFY(m_session->catchUp());
    m_session->offer(1, lineOf(1));
    QCOMPARE(m_outbox->load().lines, 0u);
    m_session->takePage(pageOf(1, 64, 64, false));
    taken();
    m_session->offer(65, lineOf(65));
    QCOMPARE(m_outbox->load().lines, 0u);
    QVERIFY(!m_session->acknowledge({65}));
}

void TestSession::offer_nothingAcknowledgedForLong_goesBackToCatchingUp()
{
    bringToLive();
    for (NotificationId id = 1; id <= Session::LiveWindow; ++id) {
        m_session->offer(id, lineOf(id));
    }
    QVERIFY(m_session->isLive());
    QCOMPARE(m_session->unacknowledged(), Session::LiveWindow);
    m_session->offer(257, lineOf(257));
    QVERIFY(!m_session->isLive());
    QCOMPARE(m_pages.left, 1);
    QCOMPARE(takenIds(), idsFrom(1, 256));
    m_session->offer(258, lineOf(258));
    QVERIFY(takenIds().isEmpty());

    acknowledgeFrom(1, 223);
    QVERIFY(m_pages.requests.isEmpty());
    acknowledgeFrom(224, 224);
    QCOMPARE(m_pages.requests, (QList<FakePages::Request>{{256, 32}}));
    m_session->takePage(pageOf(257, 258, 258, true));
    QVERIFY(m_session->isLive());
    // Nobody asked for a `caught_up`.
    QCOMPARE(takenIds(), (QList<NotificationId>{257, 258}));
}

void TestSession::offer_outboxFull_goesBackToCatchingUp()
{
    makeSession(3);
    bringToLive();
    for (NotificationId id = 1; id <= 5; ++id) {
        m_session->offer(id, lineOf(id));
    }
    QVERIFY(!m_session->isLive());
    QCOMPARE(m_pages.left, 1);
    QCOMPARE(takenIds(), idsFrom(1, 3));
    m_session->outboxDrained();
    QCOMPARE(m_pages.requests, (QList<FakePages::Request>{{3, 61}}));
    m_session->takePage(pageOf(4, 5, 5, true));
    QVERIFY(m_session->isLive());
    QCOMPARE(takenIds(), idsFrom(4, 5));
    m_session->offer(6, lineOf(6));
    QCOMPARE(takenIds(), idsFrom(6, 6));
}

void TestSession::acknowledge_unknownId_changesNothing()
{
    bringToLive();
    m_session->offer(1, lineOf(1));
    m_session->offer(3, lineOf(3));
    QVERIFY(!m_session->acknowledge({2}));
    QVERIFY(!m_session->acknowledge({1, 2}));
    QVERIFY(!m_session->acknowledge({1, 3, 4}));
    QCOMPARE(m_session->unacknowledged(), 2);
    QVERIFY(m_session->acknowledge({3, 1}));
    QCOMPARE(m_session->unacknowledged(), 0);
}

void TestSession::acknowledge_twice_isNoError()
{
    bringToLive();
    m_session->offer(1, lineOf(1));
    QVERIFY(m_session->acknowledge({1}));
    QVERIFY(m_session->acknowledge({1}));
    QCOMPARE(m_session->unacknowledged(), 0);
}

void TestSession::acknowledge_theSameIdTwiceInOneRequest_isNoError()
{
    bringToLive();
    m_session->offer(1, lineOf(1));
    QVERIFY(m_session->acknowledge({1, 1, 1}));
    QCOMPARE(m_session->unacknowledged(), 0);
}

void TestSession::acknowledge_ofLongAgo_isUnknown()
{
    bringToLive();
    for (NotificationId id = 1; id <= 1025; ++id) {
        m_session->offer(id, lineOf(id));
        taken();
        QVERIFY(m_session->acknowledge({id}));
    }
    QVERIFY(m_session->acknowledge({2}));
    QVERIFY(!m_session->acknowledge({1}));
}

void TestSession::acknowledge_earlierOnes_isNoError()
{
    QVERIFY(m_session->catchUp());
    m_session->takePage(pageOf(1, 64, 64, false));
    QVERIFY(m_session->catchUp());
    // A page is on its way from the beginning; the client acknowledges what it had from the pass before.
    acknowledgeFrom(1, 64);
    QCOMPARE(m_pages.requests.size(), 2);
    m_session->takePage(pageOf(65, 65, 65, true));
    QCOMPARE(m_session->unacknowledged(), 1);
    QVERIFY(m_session->acknowledge({64, 65}));
}

void TestSession::acknowledge_inOtherStates_asksForNothing()
{
    makeSession(10);
    QVERIFY(m_session->catchUp());
    m_session->takePage(pageOf(1, 11, 11, false)); // Waiting for room.
    acknowledgeFrom(1, 10);
    QCOMPARE(m_pages.requests.size(), 1);
    taken();
    m_session->outboxDrained();
    m_session->pageFailed(); // Waiting for the store.
    QCOMPARE(m_pages.requests.size(), 2);
    acknowledgeFrom(1, 10);
    QCOMPARE(m_pages.requests.size(), 2);
    m_session->retry();
    acknowledgeFrom(1, 10); // A page is on its way.
    QCOMPARE(m_pages.requests.size(), 3);
}

void TestSession::event_unexpected_changesNothing_data()
{
    QTest::addColumn<QString>("state");
    for (const char *state : {"requested", "waiting for ack", "waiting for room", "waiting for the store", "live"}) {
        QTest::newRow(state) << QString::fromLatin1(state);
    }
}

void TestSession::event_unexpected_changesNothing()
{
    QFETCH(QString, state);
    makeSession(100);
    bringToLive();
    if (state != "live"_L1) {
        QVERIFY(m_session->catchUp());
    }
    if (state == "waiting for ack"_L1) {
        m_session->takePage(pageOf(1, 64, 64, false));
    } else if (state == "waiting for room"_L1) {
        while (m_outbox->put("filler\n"_ba)) {
        }
        m_session->takePage(pageOf(1, 1, 1, false));
    } else if (state == "waiting for the store"_L1) {
        m_session->pageFailed();
    }
    const auto requests = m_pages.requests;
    const int left = m_pages.left;
    const auto unacknowledged = m_session->unacknowledged();
    const auto lines = m_outbox->load().lines;

    // In each state all that another state waits for.
    if (state != "waiting for room"_L1) {
        m_session->outboxDrained();
    }
    if (state != "waiting for the store"_L1) {
        m_session->retry();
    }
    if (state != "live"_L1) {
        m_session->offer(1000, lineOf(1000));
    }
    QVERIFY(!m_session->acknowledge({1000}));
    QCOMPARE(m_pages.requests, requests);
    QCOMPARE(m_pages.left, left);
    QCOMPARE(m_session->unacknowledged(), unacknowledged);
    QCOMPARE(m_outbox->load().lines, lines);
    QCOMPARE(m_session->isLive(), state == "live"_L1);
}

void TestSession::ids_ofALongSession_alwaysRise()
{
    // A small outbox that is emptied now and then, a database that grows, a client that acknowledges in fits.
    makeSession(20);
    QVERIFY(m_session->catchUp());
    NotificationId newest = 500;
    QList<NotificationId> sent;
    qsizetype acknowledged = 0;
    qsizetype answered = 0;
    for (int round = 0; round < 400; ++round) {
        if (answered < m_pages.requests.size()) {
            const auto request = m_pages.requests.at(answered++);
            const auto to = std::min<NotificationId>(newest, request.after + request.limit);
            m_session->takePage(pageOf(request.after + 1, to, to, to == newest));
        }
        if (round % 3 == 0) {
            ++newest;
            m_session->offer(newest, lineOf(newest));
        }
        if (round % 2 == 0) {
            const auto ids = takenIds();
            std::copy_if(ids.begin(), ids.end(), std::back_inserter(sent), [](NotificationId id) { return id > 0; });
            if (m_outbox->takeRefusal()) {
                m_session->outboxDrained();
            }
        }
        if (round % 5 == 0 && acknowledged < sent.size()) {
            QVERIFY(m_session->acknowledge(sent.mid(acknowledged)));
            acknowledged = sent.size();
        }
    }
    // Nothing is missing, nothing came twice.
    QVERIFY(sent.size() > 500);
    QCOMPARE(sent, idsFrom(1, sent.size()));
}

void TestSession::destruction_leavesLiveOnlyIfItWas()
{
    QVERIFY(m_session->catchUp());
    m_session.reset();
    QCOMPARE(m_pages.left, 0);
    makeSession();
    bringToLive();
    m_session.reset();
    QCOMPARE(m_pages.left, 1);
}

QTEST_APPLESS_MAIN(TestSession)
#include "test_session.moc"

// SPDX-License-Identifier: MIT
#include "delivery/session.h"
#include "protocol/codec.h"

#include <QTest>

#include <algorithm>

using namespace jarchi;
using namespace jarchi::delivery;
using namespace Qt::StringLiterals;
using protocol::NotificationId;

namespace {

constexpr SessionId TheSession = 7;
constexpr people::AccountId TheAccount = 3;

protocol::Notification notificationOf(NotificationId id)
{
    protocol::Notification notification;
    notification.id = id;
    notification.title = u"Product %1"_s.arg(id);
    notification.createdAt = QDateTime(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
    return notification;
}

/// Notes what a session asks for. The test answers with Session::takePage().
class FakePages : public PageSource
{
public:
    struct Request
    {
        NotificationId after = 0;
        int limit = 0;

        friend bool operator==(const Request &, const Request &) = default;
    };

    void requestPage(SessionId session, people::AccountId account, NotificationId after, int limit) override
    {
        QCOMPARE(session, TheSession);
        QCOMPARE(account, TheAccount);
        QVERIFY2(limit >= 1 && limit <= Session::CatchUpWindow, "a page of a size that is no page");
        requests.append({after, limit});
    }
    void leaveLive(people::AccountId account) override
    {
        QCOMPARE(account, TheAccount);
        ++left;
    }

    QList<Request> requests;
    int left = 0;
};

/// Ids `from` to `to`, and that everything up to `upTo` was looked at.
CatchUpPage pageOf(NotificationId from, NotificationId to, NotificationId upTo, bool live)
{
    CatchUpPage page{{}, upTo, live};
    for (NotificationId id = from; id <= to; ++id) {
        page.notifications.push_back(notificationOf(id));
    }
    return page;
}

const CatchUpPage NothingAtAll{{}, 0, true};

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

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

    void offer_live_isSent();
    void offer_oldId_isNot();
    void offer_notLive_isNot();
    void offer_nothingAcknowledgedForLong_goesBackToCatchingUp();
    void offer_outboxFull_goesBackToCatchingUp();

    void acknowledge_unknownId_changesNothing();
    void acknowledge_twice_isNoError();
    void acknowledge_ofLongAgo_isUnknown();
    void acknowledge_earlierOnes_isNoError();
    void acknowledge_inOtherStates_asksForNothing();
    void acknowledge_theSameIdTwiceInOneRequest_isNoError();

    void event_unexpected_changesNothing_data();
    void event_unexpected_changesNothing();
    void ids_ofALongSession_alwaysRise();
    void destruction_leavesLiveOnlyIfItWas();

private:
    void makeSession(std::size_t lines = 1000);
    /// Everything in the outbox, taken out of it.
    QList<protocol::FromServer> taken();
    QList<NotificationId> takenIds();
    void acknowledgeFrom(NotificationId from, NotificationId to);
    void bringToLive();

    std::shared_ptr<transport::Outbox> m_outbox;
    FakePages m_pages;
    std::unique_ptr<Session> m_session;
};

void TestSession::init()
{
    m_session.reset();
    m_pages = {};
    makeSession();
}

void TestSession::makeSession(std::size_t lines)
{
    m_session.reset();
    m_outbox = std::make_shared<transport::Outbox>(transport::Outbox::Limits{lines, 1024 * 1024}, [] {});
    m_session = std::make_unique<Session>(TheSession, TheAccount, m_outbox, m_pages);
}

QList<protocol::FromServer> TestSession::taken()
{
    QList<protocol::FromServer> messages;
    while (const auto line = m_outbox->take()) {
        const auto message = protocol::decodeFromServer(*line);
        if (!message) {
            qFatal("not a line of the protocol: %s", line->constData());
        }
        messages.append(*message);
    }
    return messages;
}

QList<NotificationId> TestSession::takenIds()
{
    QList<NotificationId> ids;
    for (const auto &message : taken()) {
        if (const auto *notification = std::get_if<protocol::Notification>(&message.message)) {
            ids.append(notification->id);
        } else {
            ids.append(-1); // caught_up
        }
    }
    return ids;
}

void TestSession::acknowledgeFrom(NotificationId from, NotificationId to)
{
    QList<NotificationId> ids;
    for (NotificationId id = from; id <= to; ++id) {
        ids.append(id);
    }
    QVERIFY(m_session->acknowledge(ids));
}

void TestSession::bringToLive()
{
    QVERIFY(m_session->catchUp());
    m_session->takePage(NothingAtAll);
    QVERIFY(m_session->isLive());
    taken();
    m_pages.requests.clear();
}

namespace {

QList<NotificationId> idsFrom(NotificationId from, NotificationId to)
{
    QList<NotificationId> ids;
    for (NotificationId id = from; id <= to; ++id) {
        ids.append(id);
    }
    return ids;
}

QByteArray lineOf(NotificationId id)
{
    return protocol::encode(notificationOf(id));
}

} // namespace

void TestSession::catchUp_nothingMissed_isCaughtUpAndLive()
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

void TestSession::catchUp_ofSomePages_asksOnFromWhereThePageEnded()
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

void TestSession::catchUp_emptyPageInTheMiddle_asksOn()
{
    QVERIFY(m_session->catchUp());
    m_session->takePage({{}, 1000, false});
    QCOMPARE(m_pages.requests, (QList<FakePages::Request>{{0, 64}, {1000, 64}}));
    QVERIFY(!m_session->isLive());
}

void TestSession::catchUp_fullWindow_waitsUntilHalfIsAcknowledged()
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

void TestSession::catchUp_outboxFull_goesOnFromWhereItWas()
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

void TestSession::catchUp_noRoomForTheLastWord_saysItLater()
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

void TestSession::catchUp_pageFailed_isAskedForAgainAtTheRetry()
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

void TestSession::catchUp_whilePageIsInFlight_isJoined()
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

void TestSession::catchUp_tooManyWaiting_isRefused()
{
    for (int i = 0; i < Session::CatchUpRequests; ++i) {
        QVERIFY(m_session->catchUp(QString::number(i)));
    }
    QVERIFY(!m_session->catchUp(u"too many"_s));
    m_session->takePage(NothingAtAll);
    const auto messages = taken();
    QCOMPARE(messages.size(), Session::CatchUpRequests);
    QCOMPARE(messages.last().ref, u"15"_s);
    QVERIFY(m_session->catchUp(u"again"_s));
}

void TestSession::catchUp_whenLive_startsFromTheBeginningAndLeavesLive()
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

void TestSession::catchUp_whileWaitingForAck_startsFromTheBeginning()
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

void TestSession::catchUp_whileWaitingForRoom_startsFromTheBeginning()
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

void TestSession::catchUp_whileWaitingForTheStore_startsFromTheBeginning()
{
    QVERIFY(m_session->catchUp());
    m_session->pageFailed();
    QVERIFY(m_session->catchUp());
    QCOMPARE(m_pages.requests, (QList<FakePages::Request>{{0, 64}, {0, 64}}));
    m_session->retry();
    QCOMPARE(m_pages.requests.size(), 2);
    m_session->takePage(NothingAtAll);
    QCOMPARE(takenIds(), (QList<NotificationId>{-1, -1}));
}

void TestSession::catchUp_again_doesNotCountEarlierOnesAgainstTheWindow()
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

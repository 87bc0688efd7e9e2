// SPDX-License-Identifier: MIT
#include "delivery/feed.h"
#include "delivery/poller.h"
#include "store/store_thread.h"
#include "support/foreign_program.h"
#include "support/store_fixture.h"

#include <QSemaphore>

#include <QTest>

#include <algorithm>

using namespace jarchi;
using namespace jarchi::delivery;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using protocol::NotificationId;

/// What was published: each notification once, with the accounts that are to have it.
using Published = QList<std::pair<NotificationId, QList<people::AccountId>>>;

class TestFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void start_takesWhatThereIsAsOld();
    void poll_publishesToLiveAccountsThatWantIt();
    void poll_withNobodyLive_movesOn();
    void poll_manyRows_comeInBatches();
    void poll_foreignRows_areAdmittedOrSetAside();
    void page_thatIsAll_makesTheAccountLive();
    void page_andPoll_neverMissAndNeverRepeat();
    void page_liveTwice_needsTwoLeaves();
    void page_ofALongBacklogVisited_raisesTheFloor();
    void leave_withoutLive_changesNothing();

    void poller_ownWrite_isPublishedAtOnce();
    void poller_otherProgramsWrite_isPublishedSoon();
    void poller_manyRows_areAllPublished();
    void poller_destroyedWhileBusy_isNotCalledAgain();

private:
    Published poll();
    CatchUpPage page(people::AccountId account, NotificationId after = 0, int limit = 64);

    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<Feed> m_feed;
    bool m_more = false;
};

void TestFeed::init()
{
    m_feed = std::make_unique<Feed>();
    m_store = std::make_unique<StoreFixture>();
}

Published TestFeed::poll()
{
    const auto polled = must(m_feed->poll(**m_store));
    m_more = polled.more;
    Published published;
    for (const auto &publication : *polled.publications) {
        QList<people::AccountId> accounts;
        for (const auto &recipient : publication.recipients) {
            accounts.append(recipient.account);
        }
        std::sort(accounts.begin(), accounts.end());
        published.append({publication.notification.id, accounts});
    }
    return published;
}

CatchUpPage TestFeed::page(people::AccountId account, NotificationId after, int limit)
{
    return must(m_feed->page(**m_store, account, after, limit));
}

void TestFeed::start_takesWhatThereIsAsOld()
{
    const auto sara = m_store->account(u"sara"_s);
    const auto id = m_store->announcement(u"Old"_s);
    must(m_feed->start(**m_store));
    QCOMPARE(m_feed->cursor(), id);
    QVERIFY(page(sara).live);
    QVERIFY(poll().isEmpty());
}

void TestFeed::poll_publishesToLiveAccountsThatWantIt()
{
    const auto sara = m_store->account(u"sara"_s);
    const auto reza = m_store->account(u"reza"_s);
    const auto away = m_store->account(u"away"_s);
    for (const auto account : {sara, away}) {
        m_store->interest(account, u"Phones"_s);
    }
    must(m_feed->start(**m_store));
    QVERIFY(page(sara).live);
    QVERIFY(page(reza).live);
    const auto product = m_store->product(u"Fairphone"_s, u"Phones"_s);
    const auto announcement = m_store->announcement(u"Everybody"_s);
    QCOMPARE(poll(), (Published{{product, {sara}}, {announcement, {sara, reza}}}));
    QVERIFY(poll().isEmpty());
    must(m_feed->leave(**m_store, sara));
    const auto next = m_store->announcement(u"Next"_s);
    QCOMPARE(poll(), (Published{{next, {reza}}}));
}

void TestFeed::poll_withNobodyLive_movesOn()
{
    const auto sara = m_store->account(u"sara"_s);
    must(m_feed->start(**m_store));
    const auto id = m_store->announcement(u"A"_s);
    QVERIFY(poll().isEmpty());
    QCOMPARE(m_feed->cursor(), id);
    const auto found = page(sara);
    QVERIFY(found.live);
    QCOMPARE(found.notifications.size(), 1u);
    QCOMPARE(found.notifications.front().id, id);
    QVERIFY(poll().isEmpty());
}

void TestFeed::poll_manyRows_comeInBatches()
{
    const auto sara = m_store->account(u"sara"_s);
    must(m_feed->start(**m_store));
    QVERIFY(page(sara).live);
    must((*m_store)->write([&]() -> Result<void> {
        for (int i = 0; i < 600; ++i) {
            m_store->announcement(u"A"_s);
        }
        return {};
    }));
    QList<NotificationId> ids;
    for (int polls = 0; polls < 3; ++polls) {
        for (const auto &[id, accounts] : poll()) {
            QVERIFY(ids.isEmpty() || id == ids.last() + 1);
            ids.append(id);
        }
        QCOMPARE(m_more, polls < 2);
    }
    QCOMPARE(ids.size(), 600);
}

void TestFeed::poll_foreignRows_areAdmittedOrSetAside()
{
    const auto sara = m_store->account(u"sara"_s);
    must(m_feed->start(**m_store));
    QVERIFY(page(sara).live);
    ForeignProgram other(m_store->path());
    for (int i = 0; i < 300; ++i) {
        other.execute(i % 2 == 0 ? u"INSERT INTO notification (title) VALUES ('good')"_s
                                 : u"INSERT INTO notification (title) VALUES ('bad' || char(10))"_s);
    }
    qsizetype published = poll().size();
    while (m_more) {
        published += poll().size();
    }
    QCOMPARE(published, 150);
    QCOMPARE(other.value(u"SELECT count(*) FROM notification WHERE set_aside IS NOT NULL"_s).toInt(), 150);
    QCOMPARE(m_feed->cursor(), must((*m_store)->notifications().newestId()));
}

void TestFeed::page_thatIsAll_makesTheAccountLive()
{
    const auto sara = m_store->account(u"sara"_s);
    for (int i = 0; i < 100; ++i) {
        m_store->announcement(u"A"_s);
    }
    must(m_feed->start(**m_store));
    const auto first = page(sara);
    QVERIFY(!first.live);
    QCOMPARE(first.notifications.size(), 64u);
    const auto second = page(sara, first.upTo, 64);
    QVERIFY(second.live);
    QCOMPARE(second.notifications.size(), 36u);
    QCOMPARE(second.notifications.front().id, first.notifications.back().id + 1);
    QCOMPARE(second.upTo, m_feed->cursor());
}

void TestFeed::page_andPoll_neverMissAndNeverRepeat()
{
    const auto sara = m_store->account(u"sara"_s);
    must(m_feed->start(**m_store));
    QList<NotificationId> got;
    NotificationId after = 0;
    bool live = false;
    for (int round = 0; round < 60; ++round) {
        for (int i = 0; i < round % 4; ++i) {
            m_store->announcement(u"A"_s);
        }
        if (round % 3 != 0) {
            for (const auto &[id, accounts] : poll()) {
                QVERIFY(live);
                if (id > after) { // As a session does with what a page brought already.
                    got.append(id);
                    after = id;
                }
            }
        }
        if (!live) {
            const auto found = page(sara, after, 2);
            for (const auto &notification : found.notifications) {
                got.append(notification.id);
            }
            after = found.upTo;
            live = found.live;
        } else if (round % 7 == 0) {
            must(m_feed->leave(**m_store, sara));
            live = false;
        }
    }
    for (const auto &[id, accounts] : poll()) {
        if (id > after) {
            got.append(id);
            after = id;
        }
    }
    while (!live) {
        const auto found = page(sara, after, 64);
        for (const auto &notification : found.notifications) {
            got.append(notification.id);
        }
        after = found.upTo;
        live = found.live;
    }
    QCOMPARE(got.size(), 90);
    for (qsizetype i = 0; i < got.size(); ++i) {
        QCOMPARE(got.at(i), i + 1);
    }
}

void TestFeed::page_liveTwice_needsTwoLeaves()
{
    const auto sara = m_store->account(u"sara"_s);
    must(m_feed->start(**m_store));
    QVERIFY(page(sara).live);
    QVERIFY(page(sara).live);
    must(m_feed->leave(**m_store, sara));
    m_store->announcement(u"A"_s);
    QCOMPARE(poll().size(), 1);
    must(m_feed->leave(**m_store, sara));
    m_store->announcement(u"B"_s);
    QVERIFY(poll().isEmpty());
}

void TestFeed::page_ofALongBacklogVisited_raisesTheFloor()
{
    const auto sara = m_store->account(u"sara"_s);
    QList<NotificationId> ids;
    must((*m_store)->write([&]() -> Result<void> {
        for (int i = 0; i < 400; ++i) {
            ids.append(m_store->announcement(u"A"_s));
        }
        return (*m_store)->visited().record(sara, ids.mid(0, 300));
    }));
    must(m_feed->start(**m_store));
    QCOMPARE(page(sara, 0, 1).notifications.front().id, ids.at(300));
    QCOMPARE(must((*m_store)->notifications().floor(sara)), ids.at(299));
    QCOMPARE(m_store->lacking(sara).size(), 100u);
}

void TestFeed::leave_withoutLive_changesNothing()
{
    const auto sara = m_store->account(u"sara"_s);
    must(m_feed->start(**m_store));
    must(m_feed->leave(**m_store, sara));
    must(m_feed->leave(**m_store, 4711));
    QVERIFY(page(sara).live);
    m_store->announcement(u"A"_s);
    QCOMPARE(poll().size(), 1);
}

namespace {

/// A store's thread with a poller in it, as the engine makes them, and one account that is live.
class PollerFixture
{
public:
    PollerFixture(StoreFixture &store, std::chrono::milliseconds tick)
        : account(store.account(u"sara"_s))
    {
        must(thread.open({store.path(), true, true}, m_clock));
        poller = new Poller(thread, tick);
        QObject::connect(
            poller, &Poller::published, &context,
            [this](const Publications &publications) {
                for (const auto &publication : *publications) {
                    published.append(publication.notification.id);
                }
            },
            Qt::QueuedConnection);
        poller->moveToThread(thread.thread());
        inThread([this](store::Store &opened) {
            must(poller->start(opened));
            must(poller->feed().page(opened, account, 0, 64));
        });
    }
    ~PollerFixture() { end(); }
    Q_DISABLE_COPY_MOVE(PollerFixture)

    void end()
    {
        inThread([this](store::Store &) { const std::unique_ptr<Poller> last(std::exchange(poller, nullptr)); });
    }
    void inThread(const std::function<void(store::Store &)> &work)
    {
        QSemaphore done;
        thread.inThread([&](store::Store &opened) {
            work(opened);
            done.release();
        });
        done.acquire();
    }

    people::AccountId account;
    QObject context;
    QList<NotificationId> published;

private:
    SystemClock m_clock;

public:
    store::StoreThread thread;
    Poller *poller = nullptr; ///< Lives in the thread and is destroyed there by end().
};

} // namespace

void TestFeed::poller_ownWrite_isPublishedAtOnce()
{
    PollerFixture fixture(*m_store, 1h);
    fixture.thread.write(
        &fixture.context,
        [](store::Store &store) {
            return store.notifications().announce({u"A"_s, {}, {}, {}, {}});
        },
        [](const Result<NotificationId> &) {});
    QTRY_COMPARE_WITH_TIMEOUT(fixture.published.size(), 1, 20'000);
}

void TestFeed::poller_otherProgramsWrite_isPublishedSoon()
{
    PollerFixture fixture(*m_store, 1h); // So that it is not the tick that finds it.
    for (int i = 1; i <= 3; ++i) {
        m_store->announcement(u"A"_s);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.published.size(), i, 20'000);
    }
}

void TestFeed::poller_manyRows_areAllPublished()
{
    PollerFixture fixture(*m_store, 1h);
    // The first tick notes when the database was looked at.
    QTRY_VERIFY_WITH_TIMEOUT(must((*m_store)->status().read()).lastPoll.isValid(), 20'000);
    must((*m_store)->write([&]() -> Result<void> {
        for (int i = 0; i < 1000; ++i) {
            m_store->announcement(u"A"_s);
        }
        return {};
    }));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.published.size(), 1000, 20'000);
    QVERIFY(std::is_sorted(fixture.published.cbegin(), fixture.published.cend()));
}

void TestFeed::poller_destroyedWhileBusy_isNotCalledAgain()
{
    PollerFixture fixture(*m_store, 1ms);
    fixture.inThread([&](store::Store &) { fixture.poller->kick(); });
    fixture.end();
    m_store->announcement(u"A"_s);
    fixture.inThread([](store::Store &) {});
    QCoreApplication::processEvents();
    QVERIFY(fixture.published.isEmpty());
}

QTEST_GUILESS_MAIN(TestFeed)
#include "test_feed.moc"

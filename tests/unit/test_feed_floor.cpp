// SPDX-License-Identifier: MIT
#include "base/clock.h"
#include "delivery/feed.h"
#include "store/account_repository.h"
#include "store/notification_repository.h"
#include "store/store.h"
#include "store/visited_repository.h"

#include <QTemporaryDir>
#include <QTest>

using namespace jarchi;
using namespace Qt::StringLiterals;

/// The floor of an account that stays connected: it follows what was acknowledged, and never passes what was not.
class TestFeedFloor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void acknowledged_fewOnes_leavesTheFloor();
    void acknowledged_manyOnes_raisesTheFloorToTheCursor();
    void acknowledged_oneLeftOut_raisesTheFloorBelowIt();

private:
    void announce(int count);
    void acknowledge(protocol::NotificationId from, protocol::NotificationId to);
    protocol::NotificationId floor() { return m_store->notifications().floor(m_account).value_or(-1); }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<delivery::Feed> m_feed;
    people::AccountId m_account = 0;
};

void TestFeedFloor::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = store::Store::open({m_folder->filePath(u"shop.sqlite"_s), true, true}, m_clock);
    QVERIFY(opened);
    m_store = *std::move(opened);
    m_feed = std::make_unique<delivery::Feed>();
    QVERIFY(m_store->write([this] {
        return m_store->accounts().add(u"sara"_s, {}, {}).map([this](people::AccountId id) { m_account = id; });
    }));
    announce(400);
    QVERIFY(m_feed->start(*m_store));
}

void TestFeedFloor::announce(int count)
{
    QVERIFY(m_store->write([&]() -> Result<void> {
        for (int i = 0; i < count; ++i) {
            catalog::Announcement announcement;
            announcement.title = u"News"_s;
            if (const auto made = m_store->notifications().announce(announcement); !made) {
                return tl::unexpected(made.error());
            }
        }
        return {};
    }));
}

void TestFeedFloor::acknowledge(protocol::NotificationId from, protocol::NotificationId to)
{
    QList<protocol::NotificationId> ids;
    for (auto id = from; id <= to; ++id) {
        ids.append(id);
    }
    QVERIFY(m_store->write([&] {
        return m_store->visited().record(m_account, ids).and_then([&] {
            return m_feed->acknowledged(*m_store, m_account, ids.size());
        });
    }));
}

void TestFeedFloor::acknowledged_fewOnes_leavesTheFloor()
{
    acknowledge(1, 255);
    QCOMPARE(floor(), 0);
}

void TestFeedFloor::acknowledged_manyOnes_raisesTheFloorToTheCursor()
{
    acknowledge(1, 100);
    acknowledge(101, 400);
    QCOMPARE(floor(), 400);
}

void TestFeedFloor::acknowledged_oneLeftOut_raisesTheFloorBelowIt()
{
    acknowledge(1, 199);
    acknowledge(201, 400);
    QCOMPARE(floor(), 199);
    const auto page = m_feed->page(*m_store, m_account, 0, 64);
    QVERIFY(page);
    QCOMPARE(page->notifications.size(), std::size_t{1});
    QCOMPARE(page->notifications.front().id, 200);
}

QTEST_GUILESS_MAIN(TestFeedFloor)
#include "test_feed_floor.moc"

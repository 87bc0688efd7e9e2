// SPDX-License-Identifier: MIT
#include "support/foreign_program.h"
#include "support/store_fixture.h"

#include <QTest>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

class TestProductRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void add_makesCategoryAndNotification();
    void add_knownCategory_saysHowItIsStored();
    void newest_isNewestFirstAndLimited();
    void newest_leavesOutForeignRowsThatBreakTheRules();
    void status_countsWhatThereIs();
    void status_present_saysWhatThereIs();
    void status_lastPoll_isTheLatest();
    void visited_recordedTwice_keepsTheFirstTime();
    void visited_unknownIds_arePassedOver();
};

void TestProductRepository::add_makesCategoryAndNotification()
{
    StoreFixture store;
    const auto added = must(store->products().add(
        {u"Fairphone 6"_s, u"Phones"_s, Money{59900, u"EUR"_s}, u"https://shop.example/6"_s, u"Repairable"_s}));
    QVERIFY(added.categoryIsNew);
    QCOMPARE(added.category, u"Phones"_s);
    const auto batch = must(store->notifications().between(0, 10, 10));
    QCOMPARE(batch.notifications.size(), std::size_t{1});
    const auto &notification = batch.notifications.front();
    QCOMPARE(notification.id, batch.last);
    QCOMPARE(notification.title, u"Fairphone 6"_s);
    QCOMPARE(notification.body, u"Repairable"_s);
    QCOMPARE(notification.category, u"Phones"_s);
    QCOMPARE(notification.price, u"599.00"_s);
    QCOMPARE(notification.currency, u"EUR"_s);
    QCOMPARE(notification.url, u"https://shop.example/6"_s);
    QCOMPARE(notification.createdAt, store.clock().now());
    QVERIFY(!notification.expiresAt.isValid());
    QVERIFY(!notification.interest);
    QVERIFY(!must(store->notifications().hasUnadmitted()));
}

void TestProductRepository::add_knownCategory_saysHowItIsStored()
{
    StoreFixture store;
    store.product(u"One"_s, u"Phones"_s);
    const auto added = must(store->products().add({u"Two"_s, u"PHONES"_s, {}, {}, {}}));
    QVERIFY(!added.categoryIsNew);
    QCOMPARE(added.category, u"Phones"_s);
}

void TestProductRepository::newest_isNewestFirstAndLimited()
{
    StoreFixture store;
    for (const QString &name : {u"One"_s, u"Two"_s, u"Three"_s}) {
        store.product(name, u"Phones"_s, Money{100, u"JPY"_s}, u"Text"_s);
    }
    const auto products = must(store->products().newest(2));
    QCOMPARE(products.size(), 2);
    QCOMPARE(products.at(0).product, (catalog::Product{u"Three"_s, u"Phones"_s, Money{100, u"JPY"_s}, {}, u"Text"_s}));
    QCOMPARE(products.at(1).product.name, u"Two"_s);
    QCOMPARE(products.at(1).createdAt, store.clock().now());
}

void TestProductRepository::newest_leavesOutForeignRowsThatBreakTheRules()
{
    StoreFixture store;
    store.product(u"One"_s, u"Phones"_s);
    ForeignProgram program(store.path());
    program.execute(u"INSERT INTO product (name, category_id) VALUES (CAST(x'ff' AS TEXT), 1)"_s);
    program.execute(u"INSERT INTO product (name, category_id) VALUES ('Two', 1)"_s);
    const auto products = must(store->products().newest(10));
    QCOMPARE(products.size(), 2);
    QCOMPARE(products.at(0).product.name, u"Two"_s);
}

void TestProductRepository::status_countsWhatThereIs()
{
    StoreFixture store;
    const auto sara = store.account(u"sara"_s);
    const auto ali = store.account(u"ali"_s);
    store.interest(sara, u"Phones"_s);
    store.interest(sara, u"Phones"_s, u"fairphone"_s);
    store.interest(ali, u"Books"_s);
    const auto phone = store.product(u"Fairphone"_s, u"Phones"_s);
    store.announcement(u"To everyone"_s);
    must(store->notifications().setAside(store.announcement(u"Faulty"_s), u"It is."_s));
    auto status = must(store->status().read());
    QCOMPARE(status.accounts, 2);
    QCOMPARE(status.categories, 2);
    QCOMPARE(status.products, 1);
    QCOMPARE(status.notifications, 2);
    QCOMPARE(status.setAside, 1);
    QCOMPARE(status.unvisited, 3);
    QVERIFY(!status.lastPoll.isValid());
    must(store->visited().record(sara, {phone}));
    QCOMPARE(must(store->status().read()).unvisited, 2);
    must(store->notifications().raiseFloor(ali, 100));
    QCOMPARE(must(store->status().read()).unvisited, 1);
}

void TestProductRepository::status_present_saysWhatThereIs()
{
    StoreFixture store;
    QCOMPARE(must(store->status().present()), (store::Present{false, false}));
    store.account(u"sara"_s);
    QCOMPARE(must(store->status().present()), (store::Present{true, false}));
    must(store->categories().ensure(u"Books"_s));
    QCOMPARE(must(store->status().present()), (store::Present{true, true}));
}

void TestProductRepository::status_lastPoll_isTheLatest()
{
    StoreFixture store;
    must(store->status().notePoll());
    store.clock().advance(std::chrono::seconds(5));
    must(store->status().notePoll());
    QCOMPARE(must(store->status().read()).lastPoll, store.clock().now());
}

void TestProductRepository::visited_recordedTwice_keepsTheFirstTime()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    const auto first = store.announcement(u"One"_s);
    const auto second = store.announcement(u"Two"_s);
    must(store->visited().record(account, {first}));
    store.clock().advance(std::chrono::hours(1));
    must(store->visited().record(account, {first, second, second}));
    const auto rows = ForeignProgram(store.path()).rows(u"SELECT visited_at FROM visited ORDER BY notification_id"_s);
    QCOMPARE(rows, (QList<QVariantList>{{u"2026-11-22T09:00:00Z"_s}, {u"2026-11-22T10:00:00Z"_s}}));
}

void TestProductRepository::visited_unknownIds_arePassedOver()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    const auto id = store.announcement(u"One"_s);
    must(store->visited().record(account, {99, id, -1}));
    must(store->visited().record(account + 1, {id}));
    must(store->visited().record(account, {}));
    QCOMPARE(ForeignProgram(store.path()).value(u"SELECT COUNT(*) FROM visited"_s).toInt(), 1);
}

QTEST_GUILESS_MAIN(TestProductRepository)
#include "test_product_repository.moc"

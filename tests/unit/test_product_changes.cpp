// SPDX-License-Identifier: MIT
#include "support/foreign_program.h"
#include "support/store_fixture.h"

#include <QTest>

#include <vector>

using namespace jarchi;
using namespace jarchi::test;
using catalog::StoredProduct;
using protocol::NotificationId;
using namespace Qt::StringLiterals;

namespace {
using Ids = std::vector<NotificationId>;
}

/// What happens to a product, and to its notification with it.
class TestProductChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void add_givesTheNotification();
    void update_changesTheNotificationToo();
    void update_newTexts_areMatchedAndSearched();
    void update_uncheckedForeignRow_isStillChecked();
    void update_gone_isNotFoundAndChangesNothing();
    void remove_reachesNobodyElse();
    void remove_givesWhatItWas();
    void remove_gone_isNotFound();
    void restore_isAsBefore();
    void restore_reachesWhoMissedIt();
    void restore_visited_isNotShownTwice();
    void restore_lowersNoFloorWithoutNeed();
    void restore_bringsBackNothingFromBeforeAnAccount();
    void restore_twice_isAConflict();
    void restore_withoutItsNotification_makesOne();
    void restore_ofEveryonesCategory_staysThere();

private:
    static StoredProduct stored(StoreFixture &store, catalog::ProductId id);
    static NotificationId newest(StoreFixture &store);
};

StoredProduct TestProductChanges::stored(StoreFixture &store, catalog::ProductId id)
{
    const auto rows = must(store->products().rows({id}));
    if (rows.isEmpty()) {
        qFatal("There is no product %lld.", id);
    }
    return rows.first().stored;
}

NotificationId TestProductChanges::newest(StoreFixture &store)
{
    return must(store->notifications().newestId());
}

void TestProductChanges::add_givesTheNotification()
{
    StoreFixture store;
    store.announcement(u"First"_s);
    const auto added = must(store->products().add({u"One"_s, u"Phones"_s, {}, {}, {}}));
    QCOMPARE(added.id, 1);
    QCOMPARE(added.notification, 2);
}

void TestProductChanges::update_changesTheNotificationToo()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    store.interest(account, u"Phones"_s);
    const auto id = store.product(u"One"_s, u"Phones"_s, Money{100, u"EUR"_s}, u"Old"_s);
    const auto before = stored(store, 1);
    store.clock().advance(std::chrono::hours(1));
    const catalog::Product content{u"Two"_s, u"Books"_s, Money{5, u"JPY"_s}, u"https://shop.example/2"_s, u"New"_s};
    must(store->products().update({1, content, store.clock().now()}));
    QCOMPARE(stored(store, 1).product, content);
    QCOMPARE(stored(store, 1).createdAt, before.createdAt);
    QCOMPARE(newest(store), id);
    QVERIFY(store.lacking(account).empty());
    const auto notification = must(store->notifications().between(0, id, 1)).notifications.front();
    QCOMPARE(notification.title, u"Two"_s);
    QCOMPARE(notification.body, u"New"_s);
    QCOMPARE(notification.category, u"Books"_s);
    QCOMPARE(notification.price, u"5"_s);
    QCOMPARE(notification.currency, u"JPY"_s);
    QCOMPARE(notification.url, u"https://shop.example/2"_s);
    QCOMPARE(notification.createdAt, before.createdAt);
}

void TestProductChanges::update_newTexts_areMatchedAndSearched()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    store.interest(account, u"Phones"_s, u"گوشی"_s);
    const auto id = store.product(u"Phone"_s, u"Phones"_s, Money{1, u"EUR"_s});
    QVERIFY(store.lacking(account).empty());
    must(store->products().update({1, {u"گوشي"_s, u"phones"_s, {}, {}, {}}, {}}));
    QCOMPARE(store.lacking(account), Ids{id});
    QCOMPARE(must(store->products().search(u"گوشی"_s)).size(), 1);
    QVERIFY(must(store->products().search(u"phone"_s)).size() == 1); // Its category.
    QVERIFY(!stored(store, 1).product.price);
    QCOMPARE(stored(store, 1).product.category, u"Phones"_s);
}

void TestProductChanges::update_uncheckedForeignRow_isStillChecked()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    store.interest(account, u"Phones"_s);
    ForeignProgram program(store.path());
    program.execute(u"INSERT INTO product (name, category_id, created_at) VALUES ('One', 1, '2026-11-22 10:00:00')"_s);
    must(store->products().update({1, {u"Two"_s, u"Phones"_s, {}, {}, {}}, {}}));
    QVERIFY(must(store->notifications().hasUnadmitted()));
    QVERIFY(must(store->products().search({})).isEmpty());
    must(store->notifications().admit());
    QCOMPARE(store.lacking(account).size(), std::size_t{1});
    QCOMPARE(must(store->products().search(u"two"_s)).size(), 1);
}

void TestProductChanges::update_gone_isNotFoundAndChangesNothing()
{
    StoreFixture store;
    store.product(u"One"_s, u"Phones"_s);
    const auto updated = store->write([&]() -> Result<void> {
        return store->products().update({2, {u"Two"_s, u"New"_s, {}, {}, {}}, {}});
    });
    QVERIFY(!updated);
    QCOMPARE(updated.error().kind, Error::Kind::NotFound);
    QCOMPARE(stored(store, 1).product.name, u"One"_s);
    QCOMPARE(must(store->categories().all()), QStringList{u"Phones"_s});
}

void TestProductChanges::remove_reachesNobodyElse()
{
    StoreFixture store;
    const auto sara = store.account(u"sara"_s);
    const auto ali = store.account(u"ali"_s);
    store.interest(sara, u"Phones"_s);
    store.interest(ali, u"Phones"_s);
    const auto id = store.product(u"One"_s, u"Phones"_s);
    must(store->visited().record(sara, {id}));
    static_cast<void>(must(store->products().remove(1)));
    QVERIFY(store.lacking(ali).empty());
    QVERIFY(must(store->products().search({})).isEmpty());
    const auto history = must(store->notifications().history(sara, {}, 10)).items;
    QCOMPARE(history.size(), 1);
    QCOMPARE(history.first().title, u"One"_s);
    QCOMPARE(must(store->notifications().delivery(id)).total, 1);
}

void TestProductChanges::remove_givesWhatItWas()
{
    StoreFixture store;
    store.product(u"One"_s, u"Phones"_s, Money{100, u"EUR"_s}, u"Text"_s);
    const auto before = stored(store, 1);
    const auto removed = must(store->products().remove(1));
    QCOMPARE(removed.id, 1);
    QCOMPARE(removed.product, before.product);
    QCOMPARE(removed.createdAt, before.createdAt);
}

void TestProductChanges::remove_gone_isNotFound()
{
    StoreFixture store;
    const auto removed = store->products().remove(1);
    QVERIFY(!removed);
    QCOMPARE(removed.error().kind, Error::Kind::NotFound);
}

void TestProductChanges::restore_isAsBefore()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    store.interest(account, u"Phones"_s, u"text"_s, Money{100, u"EUR"_s});
    const auto id = store.product(u"One"_s, u"Phones"_s, Money{100, u"EUR"_s}, u"Text"_s);
    store.product(u"Two"_s, u"Books"_s);
    const auto before = stored(store, 1);
    const auto count = newest(store);
    const auto removed = must(store->products().remove(1));
    store.clock().advance(std::chrono::hours(1));
    must(store->products().restore(removed));
    QCOMPARE(stored(store, 1).product, before.product);
    QCOMPARE(stored(store, 1).createdAt, before.createdAt);
    QCOMPARE(must(store->products().search({})), (QList<catalog::ProductId>{2, 1}));
    QCOMPARE(newest(store), count);
    QCOMPARE(store.lacking(account), Ids{id});
}

void TestProductChanges::restore_reachesWhoMissedIt()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    store.interest(account, u"Phones"_s);
    const auto missed = store.product(u"One"_s, u"Phones"_s);
    const auto seen = store.product(u"Two"_s, u"Phones"_s);
    const auto removed = must(store->products().remove(1));
    must(store->visited().record(account, {seen}));
    must(store->notifications().raiseFloor(account, seen));
    must(store->products().restore(removed));
    QCOMPARE(store.lacking(account), Ids{missed});
    QCOMPARE(must(store->notifications().floor(account)), missed - 1);
}

void TestProductChanges::restore_visited_isNotShownTwice()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    store.interest(account, u"Phones"_s);
    const auto id = store.product(u"One"_s, u"Phones"_s);
    must(store->visited().record(account, {id}));
    must(store->notifications().raiseFloor(account, id));
    must(store->products().restore(must(store->products().remove(1))));
    QVERIFY(store.lacking(account).empty());
    QCOMPARE(must(store->notifications().floor(account)), id);
    QCOMPARE(must(store->products().rows({1})).first().delivered, 1);
}

void TestProductChanges::restore_lowersNoFloorWithoutNeed()
{
    StoreFixture store;
    const auto uninterested = store.account(u"ali"_s);
    const auto below = store.account(u"mina"_s);
    store.interest(uninterested, u"Books"_s);
    store.interest(below, u"Phones"_s);
    const auto id = store.product(u"One"_s, u"Phones"_s);
    const auto later = store.account(u"sara"_s);
    store.interest(later, u"Phones"_s);
    must(store->notifications().raiseFloor(uninterested, id));
    must(store->products().restore(must(store->products().remove(1))));
    QCOMPARE(must(store->notifications().floor(uninterested)), id);
    QCOMPARE(must(store->notifications().floor(below)), 0);
    QCOMPARE(must(store->notifications().floor(later)), id);
}

void TestProductChanges::restore_bringsBackNothingFromBeforeAnAccount()
{
    // A product for everyone is the one whose return lowers the floors of accounts that are younger.
    StoreFixture store;
    ForeignProgram program(store.path());
    program.execute(u"INSERT INTO product (name, category_id) VALUES ('For all', 0)"_s);
    must(store->notifications().admit());
    store.announcement(u"Before the account"_s);
    const auto account = store.account(u"sara"_s);
    const auto after = store.announcement(u"After"_s);
    must(store->products().restore(must(store->products().remove(1))));
    QCOMPARE(store.lacking(account), Ids{after});
}

void TestProductChanges::restore_twice_isAConflict()
{
    StoreFixture store;
    store.product(u"One"_s, u"Phones"_s);
    const auto restored = store->products().restore(stored(store, 1));
    QVERIFY(!restored);
    QCOMPARE(restored.error().kind, Error::Kind::Conflict);
    QVERIFY(restored.error().message.contains(u"One"_s));
}

void TestProductChanges::restore_withoutItsNotification_makesOne()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    store.interest(account, u"Phones"_s);
    const auto id = store.product(u"One"_s, u"Phones"_s);
    const auto removed = must(store->products().remove(1));
    ForeignProgram(store.path()).execute(u"DELETE FROM notification"_s);
    must(store->products().restore(removed));
    QCOMPARE(store.lacking(account), Ids{id + 1});
}

void TestProductChanges::restore_ofEveryonesCategory_staysThere()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    ForeignProgram program(store.path());
    program.execute(u"INSERT INTO product (name, category_id) VALUES ('For all', 0)"_s);
    must(store->notifications().admit());
    QCOMPARE(store.lacking(account).size(), std::size_t{1});
    must(store->products().restore(must(store->products().remove(1))));
    QCOMPARE(program.value(u"SELECT category_id FROM product"_s).toInt(), 0);
    QCOMPARE(store.lacking(account).size(), std::size_t{1});
    QVERIFY(must(store->categories().all()).isEmpty());
}

QTEST_GUILESS_MAIN(TestProductChanges)
#include "test_product_changes.moc"

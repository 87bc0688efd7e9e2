// SPDX-License-Identifier: MIT
#include "support/foreign_program.h"
#include "support/store_fixture.h"

#include <QTest>

using namespace jarchi;
using namespace jarchi::test;
using catalog::ProductId;
using namespace Qt::StringLiterals;

class TestProductSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void search_empty_findsAllNewestFirst();
    void search_word_isFoundInEveryField_data();
    void search_word_isFoundInEveryField();
    void search_severalWords_mustAllBeFound();
    void search_foreignCategory_isFoundFolded();
    void search_foreignRow_isFoundOnceItWasAdmitted();
    void search_setAside_isNotFound();
    void rows_areInTheOrderAskedFor();
    void rows_goneOrFaulty_areLeftOut();
    void rows_delivered_countsAccountsThatVisited();
    void categoryUse_countsProductsAndAccounts();
    void delivery_countsVisitedAndWanting();

private:
    static QStringList names(StoreFixture &store, const QString &text);
};

QStringList TestProductSearch::names(StoreFixture &store, const QString &text)
{
    QStringList names;
    for (const auto &row : must(store->products().rows(must(store->products().search(text))))) {
        names.append(row.stored.product.name);
    }
    return names;
}

void TestProductSearch::search_empty_findsAllNewestFirst()
{
    StoreFixture store;
    QVERIFY(must(store->products().search({})).isEmpty());
    QCOMPARE(must(store->products().count()), 0);
    for (const QString &name : {u"One"_s, u"Two"_s, u"Three"_s}) {
        store.product(name, u"Phones"_s);
    }
    QCOMPARE(must(store->products().search({})), (QList<ProductId>{3, 2, 1}));
    QCOMPARE(must(store->products().search(u" \t "_s)), (QList<ProductId>{3, 2, 1}));
    QCOMPARE(must(store->products().count()), 3);
}

void TestProductSearch::search_word_isFoundInEveryField_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("name") << u"Fairphone"_s << true;
    QTest::newRow("inside a word of the name") << u"PHONE"_s << true;
    QTest::newRow("description") << u"repair"_s << true;
    QTest::newRow("accent") << u"cafe"_s << true;
    QTest::newRow("category in Persian letters") << u"کتاب"_s << true;
    QTest::newRow("category in Arabic letters") << u"كتاب"_s << true;
    QTest::newRow("Arabic yeh") << u"هوشمندي"_s << true;
    QTest::newRow("no half-space") << u"گوشیهای"_s << true;
    QTest::newRow("Persian digit") << u"۶"_s << true;
    QTest::newRow("nowhere") << u"tablet"_s << false;
    QTest::newRow("a wildcard is a character") << u"%"_s << false;
    QTest::newRow("quotation marks are characters") << u"\"' OR 1=1 --"_s << false;
    QTest::newRow("name before category") << u"6کتاب"_s << false;
    QTest::newRow("no word at all") << u"\u064e \u0640"_s << true;
}

void TestProductSearch::search_word_isFoundInEveryField()
{
    QFETCH(QString, text);
    QFETCH(bool, isFound);
    StoreFixture store;
    store.product(u"Fairphone 6"_s, u"كتاب‌ها"_s, {},
                  u"Repairable, Café edition: گوشی‌های هوشمندی"_s);
    QCOMPARE(must(store->products().search(text)).size(), isFound ? 1 : 0);
}

void TestProductSearch::search_severalWords_mustAllBeFound()
{
    StoreFixture store;
    store.product(u"Red phone"_s, u"Phones"_s);
    store.product(u"Blue phone"_s, u"Phones"_s);
    store.product(u"Red book"_s, u"Books"_s);
    QCOMPARE(names(store, u"phone  red"_s), QStringList{u"Red phone"_s});
    QCOMPARE(names(store, u"red books"_s), QStringList{u"Red book"_s});
    QCOMPARE(names(store, u"red RED"_s), (QStringList{u"Red book"_s, u"Red phone"_s}));
    QVERIFY(names(store, u"red green"_s).isEmpty());
}

void TestProductSearch::search_foreignCategory_isFoundFolded()
{
    StoreFixture store;
    ForeignProgram program(store.path());
    program.execute(u"INSERT INTO category (name) VALUES ('كتاب')"_s);
    program.execute(u"INSERT INTO product (name, category_id) VALUES ('One', (SELECT MAX(id) FROM category))"_s);
    must(store->notifications().admit());
    QCOMPARE(names(store, u"کتاب"_s), QStringList{u"One"_s});
    QCOMPARE(names(store, u"کتاب one"_s), QStringList{u"One"_s});
    QVERIFY(names(store, u"phones"_s).isEmpty());
}

void TestProductSearch::search_foreignRow_isFoundOnceItWasAdmitted()
{
    StoreFixture store;
    store.product(u"One"_s, u"Phones"_s);
    ForeignProgram program(store.path());
    program.execute(u"INSERT INTO product (name, category_id) VALUES ('گوشي', 1)"_s);
    QVERIFY(names(store, u"گوشی"_s).isEmpty());
    QCOMPARE(must(store->products().count()), 1);
    must(store->notifications().admit());
    QCOMPARE(names(store, u"گوشی"_s), QStringList{u"گوشي"_s});
    QCOMPARE(must(store->products().count()), 2);
}

void TestProductSearch::search_setAside_isNotFound()
{
    StoreFixture store;
    const auto later = store.product(u"Set aside later"_s, u"Phones"_s);
    store.product(u"One"_s, u"Phones"_s);
    ForeignProgram program(store.path());
    program.execute(u"INSERT INTO product (name, category_id) VALUES (CAST(x'4fff' AS TEXT), 1)"_s);
    program.execute(u"INSERT INTO product (name, category_id, price_minor) VALUES ('No currency', 1, 100)"_s);
    must(store->notifications().admit());
    must(store->notifications().setAside(later, u"It is."_s));
    must(store->notifications().setAside(store.announcement(u"An announcement"_s), u"It is."_s));
    QCOMPARE(names(store, {}), QStringList{u"One"_s});
    QCOMPARE(must(store->products().count()), 1);
}

void TestProductSearch::rows_areInTheOrderAskedFor()
{
    StoreFixture store;
    for (const QString &name : {u"One"_s, u"Two"_s, u"Three"_s}) {
        store.product(name, u"Phones"_s, Money{100, u"JPY"_s}, u"Text"_s);
    }
    const auto rows = must(store->products().rows({2, 3, 1}));
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows.at(0).stored.id, 2);
    QCOMPARE(rows.at(0).stored.product, (catalog::Product{u"Two"_s, u"Phones"_s, Money{100, u"JPY"_s}, {}, u"Text"_s}));
    QCOMPARE(rows.at(0).stored.createdAt, store.clock().now());
    QCOMPARE(rows.at(1).stored.id, 3);
    QCOMPARE(rows.at(2).stored.id, 1);
    QVERIFY(must(store->products().rows({})).isEmpty());
}

void TestProductSearch::rows_goneOrFaulty_areLeftOut()
{
    StoreFixture store;
    for (const QString &name : {u"One"_s, u"Two"_s, u"Three"_s}) {
        store.product(name, u"Phones"_s);
    }
    ForeignProgram program(store.path());
    program.execute(u"UPDATE product SET name = CAST(x'4fff' AS TEXT) WHERE id = 2"_s);
    program.execute(u"DELETE FROM product WHERE id = 3"_s);
    const auto rows = must(store->products().rows({3, 2, 1, 99, -1}));
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().stored.id, 1);
}

void TestProductSearch::rows_delivered_countsAccountsThatVisited()
{
    StoreFixture store;
    const auto sara = store.account(u"sara"_s);
    const auto ali = store.account(u"ali"_s);
    store.announcement(u"So that ids of products and notifications differ"_s);
    const auto first = store.product(u"One"_s, u"Phones"_s);
    const auto second = store.product(u"Two"_s, u"Phones"_s);
    must(store->visited().record(sara, {first, second}));
    must(store->visited().record(ali, {second}));
    const auto rows = must(store->products().rows({1, 2}));
    QCOMPARE(rows.at(0).delivered, 1);
    QCOMPARE(rows.at(1).delivered, 2);
}

void TestProductSearch::categoryUse_countsProductsAndAccounts()
{
    StoreFixture store;
    const auto sara = store.account(u"sara"_s);
    const auto ali = store.account(u"ali"_s);
    store.interest(sara, u"phones"_s);
    store.interest(sara, u"phones"_s, u"fairphone"_s);
    store.interest(ali, u"phones"_s);
    store.interest(ali, u"Books"_s);
    store.product(u"One"_s, u"phones"_s);
    store.product(u"Two"_s, u"phones"_s);
    must(store->notifications().setAside(store.product(u"Three"_s, u"phones"_s), u"It is."_s));
    must(store->categories().ensure(u"Garden"_s));
    ForeignProgram(store.path()).execute(u"INSERT INTO category (name) VALUES (CAST(x'41ff' AS TEXT))"_s);
    const auto categories = must(store->categories().use());
    QCOMPARE(categories.size(), 3);
    QCOMPARE(categories.at(0).name, u"Books"_s);
    QCOMPARE(categories.at(0).products, 0);
    QCOMPARE(categories.at(0).accounts, 1);
    QCOMPARE(categories.at(1).name, u"Garden"_s);
    QCOMPARE(categories.at(1).accounts, 0);
    QCOMPARE(categories.at(2).name, u"phones"_s);
    QCOMPARE(categories.at(2).products, 2);
    QCOMPARE(categories.at(2).accounts, 2);
}

void TestProductSearch::delivery_countsVisitedAndWanting()
{
    StoreFixture store;
    const auto sara = store.account(u"sara"_s);
    const auto ali = store.account(u"ali"_s);
    store.account(u"mina"_s);
    for (const auto account : {sara, ali}) {
        store.interest(account, u"Phones"_s);
        store.interest(account, u"Phones"_s, u"fair"_s);
    }
    const auto phone = store.product(u"Fairphone"_s, u"Phones"_s);
    auto delivery = must(store->notifications().delivery(phone));
    QCOMPARE(delivery.delivered, 0);
    QCOMPARE(delivery.total, 2);
    must(store->visited().record(ali, {phone}));
    delivery = must(store->notifications().delivery(phone));
    QCOMPARE(delivery.delivered, 1);
    QCOMPARE(delivery.total, 2);
    QCOMPARE(must(store->notifications().delivery(store.announcement(u"All"_s))).total, 3);
    QCOMPARE(must(store->notifications().delivery(99)).total, 0);
}

QTEST_GUILESS_MAIN(TestProductSearch)
#include "test_product_search.moc"

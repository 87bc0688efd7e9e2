// SPDX-License-Identifier: MIT
#include "support/foreign_program.h"
#include "support/store_fixture.h"

#include <QTest>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

class TestCategoryRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ensure_newName_makesIt();
    void ensure_sameNameInOtherLetters_givesTheFirst_data();
    void ensure_sameNameInOtherLetters_givesTheFirst();
    void find_unknown_isNothing();
    void find_emptyName_isNotTheCategoryOfEveryone();
    void foreignCategory_isFoundBeforeAndAfterItWasFolded();
    void all_isSortedAndLeavesOutWhatBreaksTheRules();
};

void TestCategoryRepository::ensure_newName_makesIt()
{
    StoreFixture store;
    const auto added = must(store->categories().ensure(u"Phones"_s));
    QVERIFY(added.isNew);
    QCOMPARE(added.name, u"Phones"_s);
    QCOMPARE(must(store->categories().find(u"Phones"_s)), std::optional(added.id));
}

void TestCategoryRepository::ensure_sameNameInOtherLetters_givesTheFirst_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("case") << u"Phones"_s << u"PHONES"_s;
    QTest::newRow("accent") << u"Café"_s << u"cafe"_s;
    QTest::newRow("Arabic kaf and yeh") << u"کتاب‌های"_s << u"كتاب‌هاي"_s;
    QTest::newRow("half-space") << u"گوشی\u200Cها"_s << u"گوشیها"_s;
}

void TestCategoryRepository::ensure_sameNameInOtherLetters_givesTheFirst()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    StoreFixture store;
    const auto added = must(store->categories().ensure(first));
    const auto again = must(store->categories().ensure(second));
    QVERIFY(!again.isNew);
    QCOMPARE(again.id, added.id);
    QCOMPARE(again.name, first);
}

void TestCategoryRepository::find_unknown_isNothing()
{
    StoreFixture store;
    QVERIFY(!must(store->categories().find(u"Phones"_s)));
    QVERIFY(must(store->categories().all()).isEmpty());
}

void TestCategoryRepository::find_emptyName_isNotTheCategoryOfEveryone()
{
    StoreFixture store;
    QVERIFY(!must(store->categories().find({})));
}

void TestCategoryRepository::foreignCategory_isFoundBeforeAndAfterItWasFolded()
{
    StoreFixture store;
    ForeignProgram program(store.path());
    program.execute(u"INSERT INTO category (name) VALUES ('كتاب')"_s);
    const qint64 id = program.value(u"SELECT id FROM category WHERE name = 'كتاب'"_s).toLongLong();
    QCOMPARE(must(store->categories().find(u"کتاب"_s)), std::optional(id));
    const auto added = must(store->categories().ensure(u"کتاب"_s));
    QVERIFY(!added.isNew);
    QCOMPARE(added.id, id);
    QCOMPARE(program.value(u"SELECT folded_name FROM category WHERE id = %1"_s.arg(id)).toString(), u"کتاب"_s);
    QCOMPARE(must(store->categories().find(u"کتاب"_s)), std::optional(id));
}

void TestCategoryRepository::all_isSortedAndLeavesOutWhatBreaksTheRules()
{
    StoreFixture store;
    for (const QString &name : {u"phones"_s, u"Books"_s, u"Émail"_s, u"Games"_s}) {
        must(store->categories().ensure(name));
    }
    ForeignProgram program(store.path());
    program.execute(u"INSERT INTO category (name) VALUES (?)"_s, {QString(300, u'x')});
    program.execute(u"INSERT INTO category (name) VALUES (CAST(x'41ff42' AS TEXT))"_s);
    program.execute(u"INSERT INTO category (name) VALUES (CAST(x'410042' AS TEXT))"_s);
    QCOMPARE(must(store->categories().all()), (QStringList{u"Books"_s, u"Émail"_s, u"Games"_s, u"phones"_s}));
}

QTEST_GUILESS_MAIN(TestCategoryRepository)
#include "test_category_repository.moc"

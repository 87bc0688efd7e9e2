// SPDX-License-Identifier: MIT
#include "support/foreign_program.h"
#include "support/store_fixture.h"

#include <QTest>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

class TestReachPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void product_reach_isWhatItThenReaches_data();
    void product_reach_isWhatItThenReaches();
    void product_unknownCategory_reachesNobody();
    void announcement_toEveryone_reachesEveryone();
    void announcement_toACategory_ignoresKeywordAndLimit();
    void online_isCountedAmongThoseReached();
    void asking_writesNothing();
    void changedRule_isFollowed();
    void missingRule_saysSo();

private:
    std::unique_ptr<StoreFixture> m_store;
    QList<people::AccountId> m_accounts;
};

void TestReachPreview::init()
{
    m_store = std::make_unique<StoreFixture>();
    m_accounts.clear();
    for (const QString &name : {u"sara"_s, u"ali"_s, u"mina"_s, u"reza"_s}) {
        m_accounts.append(m_store->account(name));
    }
    m_store->interest(m_accounts.at(0), u"Phones"_s);
    m_store->interest(m_accounts.at(0), u"Phones"_s, u"fair"_s);
    m_store->interest(m_accounts.at(1), u"Phones"_s, u"گوشی"_s);
    m_store->interest(m_accounts.at(2), u"Phones"_s, {}, Money{10000, u"EUR"_s});
    m_store->interest(m_accounts.at(3), u"Books"_s);
}

void TestReachPreview::product_reach_isWhatItThenReaches_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("category");
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<qint64>("total");
    QTest::newRow("several rules of one") << u"Fairphone"_s << u"Phones"_s << -1LL << QString() << 1LL;
    QTest::newRow("keyword in other letters") << u"گوشي"_s << u"phones"_s << -1LL << QString() << 2LL;
    QTest::newRow("within the limit") << u"x"_s << u"Phones"_s << 10000LL << u"EUR"_s << 2LL;
    QTest::newRow("above the limit") << u"x"_s << u"Phones"_s << 10001LL << u"EUR"_s << 1LL;
    QTest::newRow("another currency") << u"x"_s << u"Phones"_s << 1LL << u"USD"_s << 1LL;
    QTest::newRow("another category") << u"x"_s << u"Books"_s << -1LL << QString() << 1LL;
    QTest::newRow("nothing typed yet") << QString() << u"Phones"_s << -1LL << QString() << 1LL;
}

void TestReachPreview::product_reach_isWhatItThenReaches()
{
    QFETCH(QString, name);
    QFETCH(QString, category);
    QFETCH(qint64, minor);
    QFETCH(QString, currency);
    QFETCH(qint64, total);
    StoreFixture &store = *m_store;
    const auto price = minor < 0 ? std::nullopt : std::optional(Money{minor, currency});
    const catalog::Product product{name, category, price, {}, {}};
    const auto reach = must(store->reach().of(product, {}));
    QCOMPARE(reach.total, total);
    QCOMPARE(reach.online, 0);
    const auto added = must(store->products().add(product));
    QCOMPARE(must(store->notifications().delivery(added.notification)).total, total);
}

void TestReachPreview::product_unknownCategory_reachesNobody()
{
    StoreFixture &store = *m_store;
    QCOMPARE(must(store->reach().of(catalog::Product{u"x"_s, u"Garden"_s, {}, {}, {}}, m_accounts)).total, 0);
    QCOMPARE(must(store->reach().of(catalog::Product{u"x"_s, {}, {}, {}, {}}, m_accounts)).total, 0);
}

void TestReachPreview::announcement_toEveryone_reachesEveryone()
{
    StoreFixture &store = *m_store;
    const auto reach = must(store->reach().of(catalog::Announcement{u"x"_s, {}, {}, {}, {}}, {m_accounts.at(1)}));
    QCOMPARE(reach.total, 4);
    QCOMPARE(reach.online, 1);
}

void TestReachPreview::announcement_toACategory_ignoresKeywordAndLimit()
{
    StoreFixture &store = *m_store;
    const auto reachOf = [&store](const QString &category) {
        return must(store->reach().of(catalog::Announcement{u"x"_s, {}, category, {}, {}}, {})).total;
    };
    QCOMPARE(reachOf(u"PHONES"_s), 3);
    QCOMPARE(reachOf(u"Books"_s), 1);
    QCOMPARE(reachOf(u"Garden"_s), 0);
}

void TestReachPreview::online_isCountedAmongThoseReached()
{
    StoreFixture &store = *m_store;
    const auto reach = must(store->reach().of(catalog::Product{u"گوشی"_s, u"Phones"_s, {}, {}, {}},
                                              {m_accounts.at(1), m_accounts.at(3), 99}));
    QCOMPARE(reach.total, 2);
    QCOMPARE(reach.online, 1);
}

void TestReachPreview::asking_writesNothing()
{
    StoreFixture &store = *m_store;
    // Another program's transaction would keep a write waiting, and then refuse it.
    ForeignProgram program(store.path());
    program.execute(u"BEGIN IMMEDIATE"_s);
    QCOMPARE(must(store->reach().of(catalog::Product{u"x"_s, u"Phones"_s, {}, {}, {}}, {})).total, 1);
    program.execute(u"COMMIT"_s);
    const auto version = must(store->dataVersion());
    QCOMPARE(must(store->reach().of(catalog::Product{u"x"_s, u"Phones"_s, {}, {}, {}}, {})).total, 1);
    QCOMPARE(must(store->dataVersion()), version);
    QCOMPARE(must(store->notifications().newestId()), 0);
}

void TestReachPreview::changedRule_isFollowed()
{
    StoreFixture &store = *m_store;
    ForeignProgram program(store.path());
    QString rule = program.value(u"SELECT sql FROM sqlite_master WHERE name = 'wanted'"_s).toString();
    program.execute(u"DROP VIEW wanted"_s);
    program.execute(
        rule.replace(u"WHERE notification.set_aside"_s, u"WHERE account.name <> 'sara' AND notification.set_aside"_s));
    QCOMPARE(must(store->reach().of(catalog::Announcement{u"x"_s, {}, {}, {}, {}}, {})).total, 3);
}

void TestReachPreview::missingRule_saysSo()
{
    StoreFixture &store = *m_store;
    ForeignProgram(store.path()).execute(u"DROP VIEW wanted"_s);
    const auto reach = store->reach().of(catalog::Announcement{u"x"_s, {}, {}, {}, {}}, {});
    QVERIFY(!reach);
    QCOMPARE(reach.error().kind, Error::Kind::Broken);
}

QTEST_GUILESS_MAIN(TestReachPreview)
#include "test_reach_preview.moc"

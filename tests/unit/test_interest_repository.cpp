// SPDX-License-Identifier: MIT
#include "support/foreign_program.h"
#include "support/store_fixture.h"

#include <QTest>

using namespace jarchi;
using namespace jarchi::test;
using people::Interest;
using namespace Qt::StringLiterals;

class TestInterestRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void add_isListedAsItWasGiven();
    void add_unknownCategory_isNotFound();
    void add_oneItHasAlready_givesItsId();
    void add_speaksOnlyOfWhatComesLater();
    void remove_ofAnotherAccount_isNotFound();
    void remove_theRuleOfEveryone_isNotFound();
    void replace_keepsWhatStaysWithItsBeginning();
    void replace_withNothing_leavesWhatConcernsEveryone();
    void all_leavesOutForeignRowsThatBreakTheRules();
};

void TestInterestRepository::add_isListedAsItWasGiven()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    const auto first = store.interest(account, u"Phones"_s, u"Fairphone"_s, Money{70000, u"EUR"_s});
    const auto second = store.interest(account, u"Books"_s);
    QCOMPARE(
        must(store->interests().all(account)),
        (QList<Interest>{{first, u"Phones"_s, u"Fairphone"_s, Money{70000, u"EUR"_s}}, {second, u"Books"_s, {}, {}}}));
    QVERIFY(must(store->interests().all(99)).isEmpty());
}

void TestInterestRepository::add_unknownCategory_isNotFound()
{
    StoreFixture store;
    const auto added = store->interests().add(store.account(u"sara"_s), {0, u"Phones"_s, {}, {}});
    QVERIFY(!added);
    QCOMPARE(added.error().kind, Error::Kind::NotFound);
    QVERIFY(added.error().message.contains(u"Phones"_s));
}

void TestInterestRepository::add_oneItHasAlready_givesItsId()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    const auto first = store.interest(account, u"Phones"_s, u"fairphone"_s, Money{70000, u"EUR"_s});
    QCOMPARE(store.interest(account, u"PHONES"_s, u"FairPhone"_s, Money{70000, u"EUR"_s}), first);
    QCOMPARE(must(store->interests().all(account)).first().keyword, u"FairPhone"_s);
    QVERIFY(store.interest(account, u"Phones"_s, u"fairphone"_s, Money{70000, u"USD"_s}) != first);
    QVERIFY(store.interest(account, u"Phones"_s, u"fairphone"_s) != first);
    QVERIFY(store.interest(account, u"Phones"_s, {}, Money{70000, u"EUR"_s}) != first);
    QVERIFY(store.interest(store.account(u"ali"_s), u"Phones"_s, u"fairphone"_s, Money{70000, u"EUR"_s}) != first);
}

void TestInterestRepository::add_speaksOnlyOfWhatComesLater()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    store.product(u"Old"_s, u"Phones"_s);
    store.interest(account, u"Phones"_s);
    const auto later = store.product(u"New"_s, u"Phones"_s);
    QCOMPARE(store.lacking(account), std::vector{later});
}

void TestInterestRepository::remove_ofAnotherAccount_isNotFound()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    const auto interest = store.interest(account, u"Phones"_s);
    QCOMPARE(store->interests().remove(store.account(u"ali"_s), interest).error().kind, Error::Kind::NotFound);
    must(store->interests().remove(account, interest));
    QCOMPARE(store->interests().remove(account, interest).error().kind, Error::Kind::NotFound);
}

void TestInterestRepository::remove_theRuleOfEveryone_isNotFound()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    const qint64 rule = ForeignProgram(store.path()).value(u"SELECT id FROM interest"_s).toLongLong();
    QVERIFY(rule > 0);
    QCOMPARE(store->interests().remove(account, rule).error().kind, Error::Kind::NotFound);
}

void TestInterestRepository::replace_keepsWhatStaysWithItsBeginning()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    const auto phones = store.interest(account, u"Phones"_s);
    store.interest(account, u"Books"_s);
    must(store->categories().ensure(u"Games"_s));
    const auto phone = store.product(u"A phone"_s, u"Phones"_s);
    store.product(u"A book"_s, u"Books"_s);
    store.product(u"A game"_s, u"Games"_s);
    must(store->interests().replace(account,
                                    {{0, u"phones"_s, {}, {}}, {0, u"Games"_s, {}, {}}, {0, u"Games"_s, {}, {}}}));
    const auto interests = must(store->interests().all(account));
    QCOMPARE(interests.size(), 2);
    QCOMPARE(interests.at(0).id, phones);
    QCOMPARE(interests.at(1).category, u"Games"_s);
    QCOMPARE(store.lacking(account), std::vector{phone});
    QVERIFY(!store->interests().replace(account, {{0, u"Unknown"_s, {}, {}}}));
}

void TestInterestRepository::replace_withNothing_leavesWhatConcernsEveryone()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    store.interest(account, u"Phones"_s);
    must(store->interests().replace(account, {}));
    QVERIFY(must(store->interests().all(account)).isEmpty());
    const auto everyone = store.announcement(u"Closed on Monday"_s);
    QCOMPARE(store.lacking(account), std::vector{everyone});
}

void TestInterestRepository::all_leavesOutForeignRowsThatBreakTheRules()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    store.interest(account, u"Phones"_s);
    ForeignProgram program(store.path());
    program.execute(u"INSERT INTO interest (account_id, category_id, keyword) VALUES (1, 1, CAST(x'ff' AS TEXT))"_s);
    program.execute(u"INSERT INTO interest (account_id, category_id, max_price_minor) VALUES (1, 1, 5)"_s);
    program.execute(
        u"INSERT INTO interest (account_id, category_id, max_price_minor, currency) VALUES (1, 1, -5, 'EUR')"_s);
    QCOMPARE(must(store->interests().all(account)).size(), 1);
    must(store->interests().replace(account, {}));
    QCOMPARE(program.value(u"SELECT COUNT(*) FROM interest"_s).toInt(), 1);
}

QTEST_GUILESS_MAIN(TestInterestRepository)
#include "test_interest_repository.moc"

// SPDX-License-Identifier: MIT
#include "support/foreign_program.h"
#include "support/store_fixture.h"

#include <QTest>

#include <algorithm>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

namespace {

struct Rule
{
    QString category;
    QString keyword;
    std::optional<Money> limit;
};

} // namespace
Q_DECLARE_METATYPE(Rule)
Q_DECLARE_METATYPE(catalog::Product)

/// The matching rule, asked from both of its sides: they must always agree.
class TestMatching : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void product_reachesWhoWantsIt_data();
    void product_reachesWhoWantsIt();
    void announcement_toACategory_ignoresKeywordAndLimit();
    void announcement_toEveryone_reachesEveryone();
    void expired_reachesNobody();
    void visited_isNotWantedAgain();
    void belowTheFloor_isNotWanted();
    void setAside_reachesNobody();
    void severalRules_makeOneNotificationWithTheOldestRule();
    void offline_isNotARecipient();

private:
    static bool isWanted(StoreFixture &store, people::AccountId account, protocol::NotificationId notification);
};

/// Asks both sides and makes sure that they agree.
bool TestMatching::isWanted(StoreFixture &store, people::AccountId account, protocol::NotificationId notification)
{
    must(store->notifications().setOnline(account, true));
    const auto recipients = must(store->notifications().recipients(notification));
    const bool isRecipient = std::any_of(recipients.begin(), recipients.end(),
                                         [account](const auto &each) { return each.account == account; });
    const auto lacking = store.lacking(account);
    const bool isLacking = std::find(lacking.begin(), lacking.end(), notification) != lacking.end();
    if (isRecipient != isLacking) {
        qFatal("The two sides of the matching rule disagree.");
    }
    return isLacking;
}

void TestMatching::product_reachesWhoWantsIt_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<catalog::Product>("product");
    QTest::addColumn<bool>("wanted");
    const auto row = [](const char *name, const Rule &rule, const catalog::Product &product, bool wanted) {
        QTest::newRow(name) << rule << product << wanted;
    };
    const auto phone = [](const QString &name, std::optional<Money> price = {}, const QString &description = {}) {
        return catalog::Product{name, u"Phones"_s, price, {}, description};
    };
    const Money limit{70000, u"EUR"_s};
    const Rule any{u"Phones"_s, {}, {}};
    row("the category", any, phone(u"Fairphone 6"_s), true);
    row("another category", any, {u"Fairphone 6"_s, u"Books"_s, {}, {}, {}}, false);
    row("the category in other letters", any, {u"x"_s, u"PHONES"_s, {}, {}, {}}, true);

    row("keyword in the name", {u"Phones"_s, u"fairphone"_s, {}}, phone(u"The new FAIRPHONE"_s), true);
    row("keyword inside a word", {u"Phones"_s, u"phone"_s, {}}, phone(u"Fairphones"_s), true);
    row("keyword in the description", {u"Phones"_s, u"repair"_s, {}}, phone(u"x"_s, {}, u"Repairable"_s), true);
    row("keyword nowhere", {u"Phones"_s, u"apple"_s, {}}, phone(u"Fairphone"_s), false);
    row("keyword of two words", {u"Phones"_s, u"pixel  9"_s, {}}, phone(u"Google Pixel\u00a09 Pro"_s), true);
    row("keyword with a wildcard", {u"Phones"_s, u"%"_s, {}}, phone(u"Fairphone"_s), false);
    row("accent in the product", {u"Phones"_s, u"cafe"_s, {}}, phone(u"Café edition"_s), true);
    row("accent in the keyword", {u"Phones"_s, u"Café"_s, {}}, phone(u"cafe edition"_s), true);
    row("sharp s", {u"Phones"_s, u"STRASSE"_s, {}}, phone(u"Straße"_s), true);
    row("Arabic yeh against Persian", {u"Phones"_s, u"گوشي"_s, {}}, phone(u"گوشی هوشمند"_s), true);
    row("Persian kaf against Arabic", {u"Phones"_s, u"کتاب"_s, {}}, phone(u"كتاب"_s), true);
    row("half-space against none", {u"Phones"_s, u"گوشیها"_s, {}}, phone(u"گوشی\u200Cها"_s), true);
    row("none against half-space", {u"Phones"_s, u"گوشی\u200Cها"_s, {}}, phone(u"گوشیها"_s), true);
    row("Persian digits against ASCII", {u"Phones"_s, u"۱۲"_s, {}}, phone(u"iPhone 12"_s), true);
    row("ASCII digits against Arabic", {u"Phones"_s, u"12"_s, {}}, phone(u"آيفون ١٢"_s), true);
    row("full width", {u"Phones"_s, u"pixel"_s, {}}, phone(u"Ｐｉｘｅｌ"_s), true);

    row("below the limit", {u"Phones"_s, {}, limit}, phone(u"x"_s, Money{69999, u"EUR"_s}), true);
    row("at the limit", {u"Phones"_s, {}, limit}, phone(u"x"_s, limit), true);
    row("above the limit", {u"Phones"_s, {}, limit}, phone(u"x"_s, Money{70001, u"EUR"_s}), false);
    row("another currency", {u"Phones"_s, {}, limit}, phone(u"x"_s, Money{1, u"USD"_s}), false);
    row("a limit and no price", {u"Phones"_s, {}, limit}, phone(u"x"_s), false);
    row("a price and no limit", any, phone(u"x"_s, Money{1, u"USD"_s}), true);
    row("keyword fits, price does not", {u"Phones"_s, u"x"_s, limit}, phone(u"x"_s, Money{70001, u"EUR"_s}), false);
    row("price fits, keyword does not", {u"Phones"_s, u"y"_s, limit}, phone(u"x"_s, limit), false);
    row("both fit", {u"Phones"_s, u"x"_s, limit}, phone(u"x"_s, limit), true);
}

void TestMatching::product_reachesWhoWantsIt()
{
    QFETCH(Rule, rule);
    QFETCH(catalog::Product, product);
    QFETCH(bool, wanted);
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    store.interest(account, rule.category, rule.keyword, rule.limit);
    must(store->products().add(product));
    const auto notification = must(store->notifications().newestId());
    QCOMPARE(isWanted(store, account, notification), wanted);
}

void TestMatching::announcement_toACategory_ignoresKeywordAndLimit()
{
    StoreFixture store;
    const auto sara = store.account(u"sara"_s);
    const auto ali = store.account(u"ali"_s);
    store.interest(sara, u"Phones"_s, u"fairphone"_s, Money{100, u"EUR"_s});
    store.interest(ali, u"Books"_s);
    const auto id = store.announcement(u"Sale"_s, u"Phones"_s);
    QVERIFY(isWanted(store, sara, id));
    QVERIFY(!isWanted(store, ali, id));
}

void TestMatching::announcement_toEveryone_reachesEveryone()
{
    StoreFixture store;
    const auto sara = store.account(u"sara"_s);
    const auto ali = store.account(u"ali"_s);
    store.interest(sara, u"Phones"_s);
    const auto id = store.announcement(u"Closed on Monday"_s);
    QVERIFY(isWanted(store, sara, id));
    QVERIFY(isWanted(store, ali, id));
    for (const auto &recipient : must(store->notifications().recipients(id))) {
        QVERIFY(!recipient.interest);
    }
}

void TestMatching::expired_reachesNobody()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    const auto id = store.announcement(u"Sale"_s);
    ForeignProgram program(store.path());
    program.execute(u"UPDATE notification SET expires_at = '2999-01-01T00:00:00Z'"_s);
    QVERIFY(isWanted(store, account, id));
    program.execute(u"UPDATE notification SET expires_at = '2020-01-01T00:00:00Z'"_s);
    QVERIFY(!isWanted(store, account, id));
}

void TestMatching::visited_isNotWantedAgain()
{
    StoreFixture store;
    const auto sara = store.account(u"sara"_s);
    const auto ali = store.account(u"ali"_s);
    const auto id = store.announcement(u"Sale"_s);
    must(store->visited().record(sara, {id}));
    QVERIFY(!isWanted(store, sara, id));
    QVERIFY(isWanted(store, ali, id));
}

void TestMatching::belowTheFloor_isNotWanted()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    const auto below = store.announcement(u"One"_s);
    const auto above = store.announcement(u"Two"_s);
    must(store->notifications().raiseFloor(account, below));
    QVERIFY(!isWanted(store, account, below));
    QVERIFY(isWanted(store, account, above));
}

void TestMatching::setAside_reachesNobody()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    const auto id = store.announcement(u"One"_s);
    must(store->notifications().setAside(id, u"Bad."_s));
    QVERIFY(!isWanted(store, account, id));
}

void TestMatching::severalRules_makeOneNotificationWithTheOldestRule()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    store.interest(account, u"Phones"_s, u"fair"_s);
    store.interest(account, u"Phones"_s);
    const auto id = store.product(u"Fairphone"_s, u"Phones"_s);
    QVERIFY(isWanted(store, account, id));
    QCOMPARE(store.lacking(account).size(), std::size_t{1});
    const auto recipients = must(store->notifications().recipients(id));
    QCOMPARE(recipients.size(), std::size_t{1});
    QCOMPARE(recipients.front().interest.value().keyword, u"fair"_s);
}

void TestMatching::offline_isNotARecipient()
{
    StoreFixture store;
    const auto sara = store.account(u"sara"_s);
    const auto ali = store.account(u"ali"_s);
    must(store->notifications().setOnline(sara, true));
    must(store->notifications().setOnline(sara, true));
    must(store->notifications().setOnline(ali, true));
    must(store->notifications().setOnline(ali, false));
    const auto id = store.announcement(u"One"_s);
    const auto recipients = must(store->notifications().recipients(id));
    QCOMPARE(recipients.size(), std::size_t{1});
    QCOMPARE(recipients.front().account, sara);
    store.reopen();
    QVERIFY(must(store->notifications().recipients(id)).empty());
}

QTEST_GUILESS_MAIN(TestMatching)
#include "test_matching.moc"

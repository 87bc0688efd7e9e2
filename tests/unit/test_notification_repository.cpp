// SPDX-License-Identifier: MIT
#include "support/foreign_program.h"
#include "support/store_fixture.h"

#include <QTest>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

class TestNotificationRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void announce_isStoredAsGiven();
    void announce_unknownCategory_isNotFound();
    void foreignProduct_isAdmittedAndFolded();
    void foreignRow_thatBreaksTheRules_isSetAside_data();
    void foreignRow_thatBreaksTheRules_isSetAside();
    void foreignRow_atTheLimits_isAdmitted();
    void foreignRow_timesInOtherForms_areRewritten();
    void admit_limit_takesTheLowestFirst();
    void foreignRow_thatClaimsToBeAdmitted_isFaulty();
    void between_isRisingAndLimited();
    void lacking_pages_haveEverythingOnceInOrder();
    void lacking_acrossWideGaps_findsTheFarOne();
    void lacking_faultyRow_isLeftOutAndPassed();
    void lacking_carriesTheRuleThatMatched();
    void countLacking_isWhatLackingFinds();
    void floor_isOnlyRaised();
    void history_isVisitedAndLackingNewestFirst();
    void history_pages_haveEverythingOnce();
    void newestId_isZeroAtFirst();
};

void TestNotificationRepository::announce_isStoredAsGiven()
{
    StoreFixture store;
    must(store->categories().ensure(u"Phones"_s));
    const auto id = must(store->notifications().announce(
        {u"Sale"_s, u"Half\nprice"_s, u"phones"_s, u"https://shop.example/"_s, protocol::Priority::High}));
    const auto batch = must(store->notifications().between(0, id, 10));
    QCOMPARE(batch.notifications.size(), std::size_t{1});
    const auto &notification = batch.notifications.front();
    QCOMPARE(notification.title, u"Sale"_s);
    QCOMPARE(notification.body, u"Half\nprice"_s);
    QCOMPARE(notification.category, u"Phones"_s);
    QCOMPARE(notification.url, u"https://shop.example/"_s);
    QCOMPARE(notification.priority, protocol::Priority::High);
    QVERIFY(notification.price.isEmpty());
}

void TestNotificationRepository::announce_unknownCategory_isNotFound()
{
    StoreFixture store;
    const auto announced = store->notifications().announce({u"Sale"_s, {}, u"Phones"_s, {}, {}});
    QVERIFY(!announced);
    QCOMPARE(announced.error().kind, Error::Kind::NotFound);
}

void TestNotificationRepository::foreignProduct_isAdmittedAndFolded()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    store.interest(account, u"Phones"_s, u"گوشی"_s);
    ForeignProgram program(store.path());
    program.execute(
        u"INSERT INTO product (name, category_id, price_minor, currency) VALUES ('گوشي‌ها', 1, 100, 'EUR')"_s);
    QVERIFY(must(store->notifications().hasUnadmitted()));
    QVERIFY(store.lacking(account).empty());
    QCOMPARE(must(store->notifications().admit()), 1);
    QVERIFY(!must(store->notifications().hasUnadmitted()));
    QCOMPARE(must(store->notifications().admit()), 0);
    QCOMPARE(store.lacking(account).size(), std::size_t{1});
    QCOMPARE(program.value(u"SELECT search_text FROM product"_s).toString(), u"گوشیها"_s);
}

void TestNotificationRepository::foreignRow_thatBreaksTheRules_isSetAside_data()
{
    QTest::addColumn<QString>("columns");
    QTest::addColumn<QString>("values");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QString &columns, const QString &values, const QString &reason) {
        QTest::newRow(name) << columns << values << reason;
    };
    row("empty title", u"title"_s, u"''"_s, u"title is empty"_s);
    row("blank title", u"title"_s, u"'  '"_s, u"title is empty"_s);
    row("long title", u"title"_s, u"printf('%.257c', 'x')"_s, u"title is too long"_s);
    row("huge title", u"title"_s, u"printf('%.3000000c', 'x')"_s, u"title is too long"_s);
    row("long title of three bytes each", u"title"_s, u"replace(printf('%.257c', 'x'), 'x', '\u20ac')"_s,
        u"title is too long"_s);
    row("title not UTF-8", u"title"_s, u"CAST(x'41ff42' AS TEXT)"_s, u"title is not valid UTF-8"_s);
    row("title cut inside a character", u"title"_s, u"CAST(x'41e282' AS TEXT)"_s, u"title is not valid UTF-8"_s);
    row("title with NUL", u"title"_s, u"CAST(x'410042' AS TEXT)"_s, u"title has a NUL"_s);
    row("title of two lines", u"title"_s, u"'a' || char(10) || 'b'"_s, u"title has a control"_s);
    row("title that reorders", u"title"_s, u"'a' || char(0x202e)"_s, u"title has a character"_s);
    row("surrogate in UTF-8", u"title"_s, u"CAST(x'eda080' AS TEXT)"_s, u"title is not valid UTF-8"_s);
    row("long body", u"title, body"_s, u"'t', printf('%.4097c', 'x')"_s, u"body is too long"_s);
    row("body with NUL", u"title, body"_s, u"'t', CAST(x'00' AS TEXT)"_s, u"body has a NUL"_s);
    row("link that is none", u"title, url"_s, u"'t', 'shop'"_s, u"address"_s);
    row("link to a script", u"title, url"_s, u"'t', 'javascript:alert(1)'"_s, u"address"_s);
    row("link in plain http", u"title, url"_s, u"'t', 'http://shop.example/'"_s, u"address"_s);
    row("long link", u"title, url"_s, u"'t', 'https://shop.example/' || printf('%.2048c', 'x')"_s,
        u"address is too long"_s);
    row("category that is none", u"title, category_id"_s, u"'t', 77"_s, u"no category 77"_s);
    row("category with a faulty name", u"title, category_id"_s, u"'t', 50"_s, u"category's name is not valid UTF-8"_s);
    row("priority that is none", u"title, priority"_s, u"'t', 3"_s, u"priority"_s);
    row("price below zero", u"title, price_minor, currency"_s, u"'t', -1, 'EUR'"_s, u"price"_s);
    row("price without currency", u"title, price_minor"_s, u"'t', 100"_s, u"currency"_s);
    row("price in no currency", u"title, price_minor, currency"_s, u"'t', 100, 'euro'"_s, u"currency"_s);
    row("price beyond the wire", u"title, price_minor, currency"_s, u"'t', 9223372036854775807, 'EUR'"_s, u"price"_s);
    row("made at no time", u"title, created_at"_s, u"'t', 'yesterday'"_s, u"time of creation"_s);
    row("made never", u"title, created_at"_s, u"'t', ''"_s, u"time of creation"_s);
    row("expires at no time", u"title, expires_at"_s, u"'t', 'soon'"_s, u"time of expiry"_s);
    row("id of zero", u"id, title"_s, u"0, 't'"_s, u"id is not above zero"_s);
    row("id below zero", u"id, title"_s, u"-5, 't'"_s, u"id is not above zero"_s);
}

void TestNotificationRepository::foreignRow_thatBreaksTheRules_isSetAside()
{
    QFETCH(QString, columns);
    QFETCH(QString, values);
    QFETCH(QString, reason);
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    ForeignProgram program(store.path());
    program.execute(u"INSERT INTO category (id, name) VALUES (50, CAST(x'ff' AS TEXT))"_s);
    program.execute(u"INSERT INTO notification (%1) VALUES (%2)"_s.arg(columns, values));
    program.execute(u"INSERT INTO notification (title) VALUES ('Good')"_s);
    QCOMPARE(must(store->notifications().admit()), 2);
    const auto aside = program.rows(u"SELECT set_aside FROM notification WHERE set_aside IS NOT NULL"_s);
    QCOMPARE(aside.size(), 1);
    QVERIFY2(aside.first().first().toString().contains(reason), qPrintable(aside.first().first().toString()));
    QVERIFY(!must(store->notifications().hasUnadmitted()));
    QCOMPARE(store.lacking(account).size(), std::size_t{1});
    QCOMPARE(must(store->notifications().between(0, 100, 10)).notifications.size(), std::size_t{1});
}

void TestNotificationRepository::foreignRow_atTheLimits_isAdmitted()
{
    StoreFixture store;
    store.account(u"sara"_s);
    ForeignProgram program(store.path());
    program.execute(u"INSERT INTO notification (title, body, url, price_minor, currency, priority) "
                    u"VALUES (replace(printf('%.256c', 'x'), 'x', '\u20ac'), printf('%.4096c', 'x'), "
                    u"'https://shop.example/' || printf('%.2027c', 'x'), 99999999999999999, 'EUR', 2)"_s);
    // A currency without a price says nothing, and an empty link is none.
    program.execute(u"INSERT INTO notification (title, currency, url) VALUES ('t', 'whatever', '')"_s);
    QCOMPARE(must(store->notifications().admit()), 2);
    const auto batch = must(store->notifications().between(0, 10, 10));
    QCOMPARE(batch.notifications.size(), std::size_t{2});
    QCOMPARE(batch.notifications[0].title, QString(256, u'\u20ac'));
    QCOMPARE(batch.notifications[0].price, u"999999999999999.99"_s);
    QVERIFY(batch.notifications[1].currency.isEmpty());
}

void TestNotificationRepository::foreignRow_timesInOtherForms_areRewritten()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    ForeignProgram program(store.path());
    program.execute(u"INSERT INTO notification (title, created_at, expires_at) "
                    u"VALUES ('t', '2026-11-22 09:00:00.123', '2999-01-01T02:00:00+02:00')"_s);
    must(store->notifications().admit());
    QCOMPARE(program.rows(u"SELECT created_at, expires_at FROM notification"_s).first(),
             (QVariantList{u"2026-11-22T09:00:00Z"_s, u"2999-01-01T00:00:00Z"_s}));
    QCOMPARE(store.lacking(account).size(), std::size_t{1});
}

void TestNotificationRepository::admit_limit_takesTheLowestFirst()
{
    StoreFixture store;
    ForeignProgram program(store.path());
    for (int number = 0; number < 5; ++number) {
        program.execute(u"INSERT INTO notification (title) VALUES ('t')"_s);
    }
    QCOMPARE(must(store->notifications().admit(2)), 2);
    QCOMPARE(must(store->notifications().between(0, 10, 10)).last, 2);
    QCOMPARE(must(store->notifications().admit(256)), 3);
}

void TestNotificationRepository::foreignRow_thatClaimsToBeAdmitted_isFaulty()
{
    StoreFixture store;
    store.announcement(u"Good"_s);
    ForeignProgram program(store.path());
    program.execute(u"INSERT INTO notification (title, search_text) VALUES (CAST(x'ff' AS TEXT), 'x')"_s);
    QVERIFY(!must(store->notifications().hasUnadmitted()));
    const auto batch = must(store->notifications().between(0, 10, 10));
    QCOMPARE(batch.notifications.size(), std::size_t{1});
    QCOMPARE(batch.faulty.size(), std::size_t{1});
    QCOMPARE(batch.faulty.front().first, 2);
    QVERIFY(batch.faulty.front().second.contains(u"UTF-8"_s));
    QCOMPARE(batch.last, 2);
    must(store->notifications().setAside(2, batch.faulty.front().second));
    QVERIFY(must(store->notifications().between(0, 10, 10)).faulty.empty());
}

void TestNotificationRepository::between_isRisingAndLimited()
{
    StoreFixture store;
    for (int number = 0; number < 5; ++number) {
        store.announcement(u"t"_s);
    }
    const auto batch = must(store->notifications().between(1, 4, 2));
    QCOMPARE(batch.notifications.size(), std::size_t{2});
    QCOMPARE(batch.notifications[0].id, 2);
    QCOMPARE(batch.last, 3);
    QCOMPARE(must(store->notifications().between(5, 5, 2)).last, 5);
}

void TestNotificationRepository::lacking_pages_haveEverythingOnceInOrder()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    store.interest(account, u"Phones"_s);
    store.interest(account, u"Phones"_s, u"phone"_s);
    std::vector<protocol::NotificationId> made;
    must(store->write([&]() -> Result<void> {
        for (int number = 0; number < 200; ++number) {
            made.push_back(store.product(u"Phone"_s, u"Phones"_s));
            store.product(u"Book"_s, u"Books"_s);
        }
        return {};
    }));
    const auto newest = must(store->notifications().newestId());
    std::vector<protocol::NotificationId> got;
    protocol::NotificationId after = 0;
    int pages = 0;
    while (after < newest) {
        const auto page = must(store->notifications().lacking(account, after, newest, 64));
        QVERIFY(page.upTo > after);
        for (const auto &notification : page.notifications) {
            got.push_back(notification.id);
        }
        after = page.upTo;
        ++pages;
    }
    QCOMPARE(got, made);
    QCOMPARE(pages, 4);
    QCOMPARE(must(store->notifications().lacking(account, newest, newest, 64)).upTo, newest);
}

void TestNotificationRepository::lacking_acrossWideGaps_findsTheFarOne()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    const auto near = store.announcement(u"Near"_s);
    ForeignProgram program(store.path());
    program.execute(u"INSERT INTO notification (id, title) VALUES (5000000000, 'Far')"_s);
    must(store->notifications().admit());
    QCOMPARE(store.lacking(account), (std::vector<protocol::NotificationId>{near, 5000000000}));
    const auto page = must(store->notifications().lacking(account, 0, 5000000000, 1));
    QCOMPARE(page.upTo, near);
    const auto history = must(store->notifications().history(account, {}, 10));
    QCOMPARE(history.items.size(), 2);
    QCOMPARE(history.items.first().id, 5000000000);
}

void TestNotificationRepository::lacking_faultyRow_isLeftOutAndPassed()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    ForeignProgram program(store.path());
    program.execute(u"INSERT INTO notification (title, search_text) VALUES (CAST(x'ff' AS TEXT), 'x')"_s);
    const auto good = store.announcement(u"Good"_s);
    const auto first = must(store->notifications().lacking(account, 0, good, 1));
    QVERIFY(first.notifications.empty());
    QCOMPARE(first.upTo, 1);
    const auto second = must(store->notifications().lacking(account, first.upTo, good, 1));
    QCOMPARE(second.notifications.size(), std::size_t{1});
}

void TestNotificationRepository::lacking_carriesTheRuleThatMatched()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    store.interest(account, u"Phones"_s, u"fairphone"_s, Money{70000, u"EUR"_s});
    store.product(u"Fairphone 6"_s, u"Phones"_s, Money{59900, u"EUR"_s});
    store.announcement(u"To everyone"_s);
    const auto page = must(store->notifications().lacking(account, 0, 10, 10));
    QCOMPARE(page.notifications.size(), std::size_t{2});
    QCOMPARE(page.notifications[0].interest,
             std::optional(protocol::Interest{u"Phones"_s, u"fairphone"_s, u"700.00"_s, u"EUR"_s}));
    QVERIFY(!page.notifications[1].interest);
    QVERIFY(page.notifications[1].category.isEmpty());
}

void TestNotificationRepository::countLacking_isWhatLackingFinds()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    store.interest(account, u"Phones"_s);
    store.interest(account, u"Phones"_s, u"x"_s);
    const auto first = store.product(u"x"_s, u"Phones"_s);
    const auto second = store.product(u"xx"_s, u"Phones"_s);
    QCOMPARE(must(store->notifications().countLacking(account, second)), 2);
    QCOMPARE(must(store->notifications().countLacking(account, first)), 1);
    must(store->visited().record(account, {first}));
    QCOMPARE(must(store->notifications().countLacking(account, second)), 1);
    QCOMPARE(must(store->notifications().countLacking(99, second)), 0);
}

void TestNotificationRepository::floor_isOnlyRaised()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    must(store->notifications().raiseFloor(account, 5));
    must(store->notifications().raiseFloor(account, 3));
    QCOMPARE(must(store->notifications().floor(account)), 5);
    QCOMPARE(must(store->notifications().floor(99)), 0);
}

void TestNotificationRepository::history_isVisitedAndLackingNewestFirst()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    const auto first = store.announcement(u"One"_s);
    const auto second = store.announcement(u"Two"_s);
    store.product(u"Not mine"_s, u"Books"_s);
    must(store->visited().record(account, {first}));
    must(store->notifications().raiseFloor(account, first));
    const auto page = must(store->notifications().history(account, {}, 50));
    QCOMPARE(page.items.size(), 2);
    QVERIFY(!page.more);
    QCOMPARE(page.items.at(0).id, second);
    QVERIFY(!page.items.at(0).visitedAt.isValid());
    QCOMPARE(page.items.at(1).id, first);
    QCOMPARE(page.items.at(1).visitedAt, store.clock().now());
    must(store->notifications().setAside(first, u"Bad."_s));
    QCOMPARE(must(store->notifications().history(account, {}, 50)).items.size(), 1);
}

void TestNotificationRepository::history_pages_haveEverythingOnce()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    QList<protocol::NotificationId> made;
    must(store->write([&]() -> Result<void> {
        for (int number = 0; number < 100; ++number) {
            made.prepend(store.announcement(u"t"_s));
            if (number % 3 == 0) {
                must(store->visited().record(account, {made.first()}));
            }
        }
        return {};
    }));
    QList<protocol::NotificationId> got;
    std::optional<protocol::NotificationId> before;
    bool more = true;
    while (more) {
        const auto page = must(store->notifications().history(account, before, 20));
        QVERIFY(page.items.size() <= 20);
        for (const auto &notification : page.items) {
            got.append(notification.id);
            before = notification.id;
        }
        more = page.more;
    }
    QCOMPARE(got, made);
}

void TestNotificationRepository::newestId_isZeroAtFirst()
{
    StoreFixture store;
    QCOMPARE(must(store->notifications().newestId()), 0);
    QCOMPARE(store.announcement(u"t"_s), 1);
    QCOMPARE(must(store->notifications().newestId()), 1);
}

QTEST_GUILESS_MAIN(TestNotificationRepository)
#include "test_notification_repository.moc"

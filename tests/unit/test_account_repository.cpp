// SPDX-License-Identifier: MIT
#include "support/foreign_program.h"
#include "support/store_fixture.h"

#include <QTest>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestAccountRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void add_newName_isFoundEveryWay();
    void add_takenName_isAConflict();
    void add_concernsOnlyWhatComesLater();
    void credentials_withoutPassword_haveAnEmptyHash();
    void credentials_nameInOtherUnicodeForm_areFound();
    void find_unknown_isNotFound();
    void setPasswordHash_forgetsTheTokens();
    void setPasswordHash_empty_locksTheAccount();
    void remove_takesEverythingOfTheAccount();
    void touch_notesTheTime();
    void all_isInOrderWithoutForeignRowsThatBreakTheRules();
    void overview_namesCategoriesOnceInOrder();
    void overview_search_isFoldedInBothNames();
    void setDisplayName_isShownFromThenOn();
    void token_isUsedUntilRemoved();
    void token_beyondTheMost_replacesTheOneUnusedForLongest();
};

void TestAccountRepository::add_newName_isFoundEveryWay()
{
    StoreFixture store;
    const auto id = must(store->accounts().add(u"sara"_s, u"Sara Ahmadi"_s, "$argon2id$x"_ba));
    const auto account = must(store->accounts().find(u"SARA"_s));
    QCOMPARE(account.id, id);
    QCOMPARE(account.name, u"sara"_s);
    QCOMPARE(account.displayName, u"Sara Ahmadi"_s);
    QVERIFY(account.hasPassword);
    QCOMPARE(account.createdAt, store.clock().now());
    QVERIFY(!account.lastSeenAt.isValid());
    QCOMPARE(must(store->accounts().credentials(id)).value().account.name, u"sara"_s);
    QCOMPARE(must(store->accounts().credentials(u"sara"_s)).value().passwordHash, "$argon2id$x"_ba);
}

void TestAccountRepository::add_takenName_isAConflict()
{
    StoreFixture store;
    store.account(u"sara"_s);
    const auto again = store->accounts().add(u"Sara"_s, {}, {});
    QVERIFY(!again);
    QCOMPARE(again.error().kind, Error::Kind::Conflict);
    QVERIFY(again.error().message.contains(u"Sara"_s));
}

void TestAccountRepository::add_concernsOnlyWhatComesLater()
{
    StoreFixture store;
    const auto before = store.announcement(u"Before"_s);
    const auto account = store.account(u"sara"_s);
    QCOMPARE(must(store->notifications().floor(account)), before);
    QVERIFY(store.lacking(account).empty());
    const auto after = store.announcement(u"After"_s);
    QCOMPARE(store.lacking(account), std::vector{after});
}

void TestAccountRepository::credentials_withoutPassword_haveAnEmptyHash()
{
    StoreFixture store;
    store.account(u"sara"_s);
    const auto credentials = must(store->accounts().credentials(u"sara"_s)).value();
    QVERIFY(credentials.passwordHash.isEmpty());
    QVERIFY(!credentials.account.hasPassword);
    QCOMPARE(credentials.account.displayName, u"sara"_s);
    QVERIFY(ForeignProgram(store.path()).value(u"SELECT password_hash FROM account"_s).isNull());
}

void TestAccountRepository::credentials_nameInOtherUnicodeForm_areFound()
{
    StoreFixture store;
    store.account(u"Jos\u00e9"_s);
    QVERIFY(must(store->accounts().credentials(u"Jose\u0301"_s)));
}

void TestAccountRepository::find_unknown_isNotFound()
{
    StoreFixture store;
    QCOMPARE(store->accounts().find(u"nobody"_s).error().kind, Error::Kind::NotFound);
    QVERIFY(!must(store->accounts().credentials(u"nobody"_s)));
    QVERIFY(!must(store->accounts().credentials(u"' OR 1=1 --"_s)));
    QVERIFY(!must(store->accounts().credentials(99)));
}

void TestAccountRepository::setPasswordHash_forgetsTheTokens()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    must(store->tokens().add(account, "hash"_ba, u"laptop"_s));
    must(store->accounts().setPasswordHash(account, "$argon2id$y"_ba));
    QCOMPARE(must(store->accounts().credentials(u"sara"_s)).value().passwordHash, "$argon2id$y"_ba);
    QVERIFY(!must(store->tokens().use("hash"_ba)));
    QCOMPARE(store->accounts().setPasswordHash(99, "x"_ba).error().kind, Error::Kind::NotFound);
}

void TestAccountRepository::setPasswordHash_empty_locksTheAccount()
{
    StoreFixture store;
    const auto account = must(store->accounts().add(u"sara"_s, {}, "$argon2id$x"_ba));
    must(store->accounts().setPasswordHash(account, {}));
    QVERIFY(!must(store->accounts().find(u"sara"_s)).hasPassword);
}

void TestAccountRepository::remove_takesEverythingOfTheAccount()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    store.interest(account, u"Phones"_s);
    const auto id = store.announcement(u"Hello"_s);
    must(store->visited().record(account, {id}));
    must(store->tokens().add(account, "hash"_ba, u"laptop"_s));
    must(store->accounts().remove(account));
    ForeignProgram program(store.path());
    for (const QString &table : {u"account"_s, u"interest"_s, u"visited"_s, u"device_token"_s}) {
        QCOMPARE(program.value(u"SELECT COUNT(*) FROM "_s + table).toInt(), 0);
    }
    QCOMPARE(store->accounts().remove(account).error().kind, Error::Kind::NotFound);
}

void TestAccountRepository::touch_notesTheTime()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    store.clock().advance(1h);
    must(store->accounts().touch(account));
    QCOMPARE(must(store->accounts().find(u"sara"_s)).lastSeenAt, store.clock().now());
}

void TestAccountRepository::all_isInOrderWithoutForeignRowsThatBreakTheRules()
{
    StoreFixture store;
    store.account(u"zahra"_s);
    store.account(u"Ali"_s);
    ForeignProgram program(store.path());
    program.execute(u"INSERT INTO account (name) VALUES (CAST(x'61ff' AS TEXT))"_s);
    program.execute(u"INSERT INTO account (name) VALUES (?)"_s, {QString(1000, u'x')});
    program.execute(u"INSERT INTO account (name, display_name) VALUES ('mina', CAST(x'61ff' AS TEXT))"_s);
    QStringList names;
    for (const auto &account : must(store->accounts().all())) {
        names.append(account.displayName);
    }
    QCOMPARE(names, (QStringList{u"Ali"_s, u"mina"_s, u"zahra"_s}));
}

void TestAccountRepository::overview_namesCategoriesOnceInOrder()
{
    StoreFixture store;
    const auto zahra = store.account(u"zahra"_s);
    store.account(u"Ali"_s);
    store.interest(zahra, u"phones"_s);
    store.interest(zahra, u"phones"_s, u"fair"_s);
    store.interest(zahra, u"Books"_s);
    const auto accounts = must(store->accounts().overview());
    QCOMPARE(accounts.size(), 2);
    QCOMPARE(accounts.at(0).account.name, u"Ali"_s);
    QVERIFY(accounts.at(0).interests.isEmpty());
    QCOMPARE(accounts.at(1).account.id, zahra);
    QCOMPARE(accounts.at(1).interests, (QStringList{u"Books"_s, u"phones"_s}));
}

void TestAccountRepository::overview_search_isFoldedInBothNames()
{
    StoreFixture store;
    static_cast<void>(must(store->accounts().add(u"ali"_s, u"علي رضايي"_s, {})));
    static_cast<void>(must(store->accounts().add(u"jose"_s, u"José Pérez"_s, {})));
    const auto names = [&store](const QString &text) {
        QStringList found;
        for (const auto &each : must(store->accounts().overview(text))) {
            found.append(each.account.name);
        }
        return found;
    };
    QCOMPARE(names(u"رضایی"_s), QStringList{u"ali"_s});
    QCOMPARE(names(u"PEREZ jos"_s), QStringList{u"jose"_s});
    QCOMPARE(names(u" "_s), (QStringList{u"ali"_s, u"jose"_s}));
    QVERIFY(names(u"perez ali"_s).isEmpty());
}

void TestAccountRepository::setDisplayName_isShownFromThenOn()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    must(store->accounts().setDisplayName(account, u"Sara Ahmadi"_s));
    QCOMPARE(must(store->accounts().find(u"sara"_s)).displayName, u"Sara Ahmadi"_s);
    must(store->accounts().setDisplayName(account, {}));
    QCOMPARE(must(store->accounts().find(u"sara"_s)).displayName, u"sara"_s);
    QCOMPARE(store->accounts().setDisplayName(account + 1, u"x"_s).error().kind, Error::Kind::NotFound);
}

void TestAccountRepository::token_isUsedUntilRemoved()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    must(store->tokens().add(account, "one"_ba, u"laptop"_s));
    must(store->tokens().add(account, "two"_ba, {}));
    store.clock().advance(1h);
    QCOMPARE(must(store->tokens().use("one"_ba)), std::optional(account));
    QCOMPARE(ForeignProgram(store.path()).value(u"SELECT MAX(last_used_at) FROM device_token"_s).toString(),
             u"2026-11-22T10:00:00Z"_s);
    must(store->tokens().remove("one"_ba));
    must(store->tokens().remove("one"_ba));
    QVERIFY(!must(store->tokens().use("one"_ba)));
    QCOMPARE(must(store->tokens().use("two"_ba)), std::optional(account));
}

void TestAccountRepository::token_beyondTheMost_replacesTheOneUnusedForLongest()
{
    StoreFixture store;
    const auto account = store.account(u"sara"_s);
    const auto other = store.account(u"ali"_s);
    must(store->tokens().add(other, "other"_ba, {}));
    for (int number = 0; number < store::TokenRepository::MostForAccount; ++number) {
        must(store->tokens().add(account, QByteArray::number(number), {}));
        store.clock().advance(1min);
    }
    QVERIFY(must(store->tokens().use("0"_ba)));
    must(store->tokens().add(account, "new"_ba, {}));
    QVERIFY(must(store->tokens().use("0"_ba)));
    QVERIFY(!must(store->tokens().use("1"_ba)));
    QVERIFY(must(store->tokens().use("2"_ba)));
    QVERIFY(must(store->tokens().use("new"_ba)));
    QVERIFY(must(store->tokens().use("other"_ba)));
}

QTEST_GUILESS_MAIN(TestAccountRepository)
#include "test_account_repository.moc"

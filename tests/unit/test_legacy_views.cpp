// SPDX-License-Identifier: MIT
#include "support/foreign_program.h"
#include "support/old_service.h"
#include "support/store_fixture.h"

#include <QTest>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

/// The tables of the old service as views, for the programs that go on using them.
class TestLegacyViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { enterItsTimeZone(); }

    void views_onAndOff_leaveNothing();
    void views_userInOtherUnicodeForm_isFound();
    void views_readByPosition_areAsTheOldTables();
    void views_insertsOfTheOldPrograms_work();
    void views_insertedMessage_isCutLikeAnImportedOne_data();
    void views_insertedMessage_isCutLikeAnImportedOne();
    void views_badRows_areRefusedOrSetAside();
    void views_password_canNeitherBeReadNorCompared();
    void views_changesAndDeletions_areRefused();
};

void TestLegacyViews::views_onAndOff_leaveNothing()
{
    StoreFixture store;
    ForeignProgram program(store.path());
    const auto before = program.rows(u"SELECT type, name FROM sqlite_master ORDER BY name"_s);
    const auto views = [&program] {
        return program
            .rows(u"SELECT name FROM sqlite_master WHERE name IN ('Messages', 'User', 'visited_notifications')"_s)
            .size();
    };
    QCOMPARE(views(), 0);
    const auto set = [&store](bool on) { must(store->write([&] { return store->legacy().setViews(on); })); };
    set(true);
    set(true);
    QCOMPARE(views(), 3);
    set(false);
    set(false);
    QCOMPARE(views(), 0);
    QCOMPARE(program.rows(u"SELECT type, name FROM sqlite_master ORDER BY name"_s), before);
    set(true);
    store.reopen();
    QCOMPARE(views(), 3);
}

void TestLegacyViews::views_userInOtherUnicodeForm_isFound()
{
    const QString composed = u"Zo\u00eb"_s;
    const QString decomposed = u"Zoe\u0308"_s;
    StoreFixture store;
    must(store->write([&] { return store->legacy().setViews(true); }));
    ForeignProgram program(store.path());
    program.execute(u"INSERT INTO User (Username) VALUES (?)"_s, {decomposed});
    const auto account = must(store->accounts().find(composed));
    QCOMPARE(account.name, decomposed);
    QCOMPARE(must(store->accounts().find(decomposed)).id, account.id);
    QCOMPARE(must(store->accounts().find(u"zo\u00eb"_s)).id, account.id);
    QCOMPARE(store->accounts().add(composed, {}, {}).error().kind, Error::Kind::Conflict);
    QVERIFY(must(store->legacy().hasUser({1, composed, {}, {}})));
    QCOMPARE(must(store->legacy().takeUser({1, composed, {}, {}}, {})).id, account.id);
    // Two that other programs made: each is found as it is written.
    program.execute(u"INSERT INTO User (Username) VALUES (?)"_s, {composed});
    QCOMPARE(must(store->accounts().find(decomposed)).id, account.id);
    QVERIFY(must(store->accounts().find(composed)).id != account.id);
}

void TestLegacyViews::views_readByPosition_areAsTheOldTables()
{
    StoreFixture store;
    const auto account = must(store->accounts().add(u"sara"_s, u"Sara"_s, "$argon2id$x"_ba));
    const auto plain = store.announcement(u"Hello"_s);
    must(store->notifications().announce({u"Sale"_s, u"Half price"_s, {}, {}, protocol::Priority::Normal}));
    store.product(u"Fairphone"_s, u"Phones"_s);
    must(store->visited().record(account, {plain}));
    must(store->legacy().setViews(true));
    ForeignProgram program(store.path());
    const QString date = u"2026-11-22 12:30:00.000"_s;
    QCOMPARE(program.rows(u"select * from Messages"_s),
             (QList<QVariantList>{{1, u"Hello"_s, date}, {2, u"Sale\nHalf price"_s, date}}));
    const auto users = program.rows(u"select * from User"_s);
    QCOMPARE(users.size(), 1);
    QCOMPARE(users.first().size(), 4);
    QCOMPARE(users.first().at(1), u"sara"_s);
    QVERIFY(users.first().at(2).isNull());
    QCOMPARE(users.first().at(3), date);
    QCOMPARE(program.rows(u"select * from visited_notifications"_s),
             (QList<QVariantList>{{(account << 32) | plain, plain, account, date}}));
}

void TestLegacyViews::views_insertsOfTheOldPrograms_work()
{
    StoreFixture store;
    store.announcement(u"Before"_s);
    must(store->legacy().setViews(true));
    ForeignProgram program(store.path());
    const QString date = u"2026-11-22 12:30:00.123456"_s;
    program.execute(u"insert into User(Username, JoinDate) values (?, ?)"_s, {u"sara"_s, date});
    program.execute(u"insert into Messages(messagetext, \"date\") values (?, ?)"_s, {u"سلام"_s, date});
    const auto sara = must(store->accounts().find(u"sara"_s));
    QCOMPARE(toTimestamp(sara.createdAt), u"2026-11-22T09:00:00Z"_s);
    QVERIFY(!sara.hasPassword);
    QVERIFY(must(store->notifications().hasUnadmitted()));
    QCOMPARE(must(store->notifications().admit()), 1);
    const auto page = must(store->notifications().lacking(sara.id, 0, 10, 10));
    QCOMPARE(page.notifications.size(), std::size_t{1});
    QCOMPARE(page.notifications.front().title, u"سلام"_s);
    QCOMPARE(toTimestamp(page.notifications.front().createdAt), u"2026-11-22T09:00:00Z"_s);
    for (int twice = 0; twice < 2; ++twice) {
        program.execute(u"insert into visited_notifications(messageid, userid, notifieddate) values (?, ?, ?)"_s,
                        {page.notifications.front().id, sara.id, date});
    }
    QVERIFY(store.lacking(sara.id).empty());
    program.execute(u"insert into User(Username, JoinDate) values ('ali', NULL)"_s);
    program.execute(u"insert into Messages(messagetext, \"date\") values ('x', NULL)"_s);
    program.execute(u"insert into visited_notifications(messageid, userid, notifieddate) values (3, 2, NULL)"_s);
    program.execute(u"insert into visited_notifications(messageid, userid, notifieddate) values (99, 99, NULL)"_s);
    QCOMPARE(program.value(u"SELECT COUNT(*) FROM visited WHERE visited_at LIKE '20%Z'"_s).toInt(), 2);
}

void TestLegacyViews::views_insertedMessage_isCutLikeAnImportedOne_data()
{
    addItsMessages();
}

void TestLegacyViews::views_insertedMessage_isCutLikeAnImportedOne()
{
    QFETCH(QString, text);
    StoreFixture store;
    must(store->legacy().setViews(true));
    ForeignProgram program(store.path());
    program.execute(u"insert into Messages(messagetext, \"date\") values (?, NULL)"_s, {text});
    must(store->notifications().admit());
    const auto batch = must(store->notifications().between(0, 10, 10));
    QCOMPARE(batch.notifications.size(), std::size_t{1});
    QTEST(batch.notifications.front().title, "title");
    QTEST(batch.notifications.front().body, "body");
    QCOMPARE(program.value(u"select MessageText from Messages"_s).toString().contains(text.trimmed()), true);
}

void TestLegacyViews::views_badRows_areRefusedOrSetAside()
{
    StoreFixture store;
    must(store->legacy().setViews(true));
    ForeignProgram program(store.path());
    for (const QString &name : {u"''"_s, u"NULL"_s, u"'  '"_s, u"printf('%.65c', 'x')"_s, u"CAST(x'4100' AS TEXT)"_s}) {
        QVERIFY(!program.tryTo(u"insert into User(Username, JoinDate) values (%1, NULL)"_s.arg(name)).isEmpty());
    }
    program.execute(u"insert into User(Username) values ('sara')"_s);
    QVERIFY(!program.tryTo(u"insert into User(Username) values ('Sara')"_s).isEmpty());
    for (const QString &text :
         {u"''"_s, u"NULL"_s, u"printf('%.5000c', 'x')"_s, u"CAST(x'ff' AS TEXT)"_s, u"x'00'"_s}) {
        program.execute(u"insert into Messages(messagetext, \"date\") values (%1, NULL)"_s.arg(text));
    }
    QCOMPARE(must(store->notifications().admit()), 5);
    QCOMPARE(program.value(u"SELECT COUNT(*) FROM notification WHERE set_aside IS NOT NULL"_s).toInt(), 5);
    QVERIFY(program.rows(u"select * from Messages"_s).isEmpty());
}

void TestLegacyViews::views_password_canNeitherBeReadNorCompared()
{
    StoreFixture store;
    must(store->accounts().add(u"sara"_s, {}, "$argon2id$x"_ba));
    must(store->legacy().setViews(true));
    ForeignProgram program(store.path());
    for (const QString &password : {u"'$argon2id$x'"_s, u"''"_s, u"NULL"_s, u"'secret'"_s}) {
        QVERIFY(
            program.rows(u"select UserID from User where Username = 'sara' AND Password = "_s + password).isEmpty());
    }
    program.execute(u"insert into User(Username, Password) values ('ali', 'secret')"_s);
    QVERIFY(!must(store->accounts().find(u"ali"_s)).hasPassword);
}

void TestLegacyViews::views_changesAndDeletions_areRefused()
{
    StoreFixture store;
    store.account(u"sara"_s);
    must(store->legacy().setViews(true));
    ForeignProgram program(store.path());
    QVERIFY(!program.tryTo(u"update User set Username = 'x'"_s).isEmpty());
    QVERIFY(!program.tryTo(u"delete from User"_s).isEmpty());
    QVERIFY(!program.tryTo(u"delete from Messages"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestLegacyViews)
#include "test_legacy_views.moc"

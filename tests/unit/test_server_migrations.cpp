// SPDX-License-Identifier: MIT
#include "database/connection.h"
#include "database/migrator.h"
#include "support/foreign_program.h"
#include "support/must.h"
#include "support/store_fixture.h"

#include <QFile>
#include <QTest>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

/// What the server's own migrations make of a database that an older version filled.
class TestServerMigrations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changingProducts_losesNothing();
    void changingProducts_everyoneBeginsAtTheFloor();
    void changingProducts_aProductHasOneNotification();

private:
    static QString makeVersion1(const QTemporaryDir &folder);
    static std::unique_ptr<store::Store> openStore(const QString &path);
};

namespace {
const ManualClock TheClock;
}

/// A database as the first version left it: two accounts, one of which has been here, and three notifications.
QString TestServerMigrations::makeVersion1(const QTemporaryDir &folder)
{
    const QString first = u"0001_initial.sql"_s;
    const QString path = folder.filePath(u"jarchi.db"_s);
    if (!QDir(folder.path()).mkdir(u"migrations"_s) ||
        !QFile::copy(u":/sql/sqlite/server/migrations/"_s + first, folder.filePath(u"migrations/"_s + first))) {
        qFatal("The first migration cannot be copied.");
    }
    must(database::migrate(must(database::Connection::open({.path = path})), folder.filePath(u"migrations"_s)));
    ForeignProgram program(path);
    program.execute(u"INSERT INTO category (name, folded_name) VALUES ('Phones', 'phones')"_s);
    program.execute(u"INSERT INTO account (name) VALUES ('sara'), ('ali')"_s);
    program.execute(u"INSERT INTO interest (account_id, category_id) VALUES (1, 1), (2, 1)"_s);
    program.execute(u"INSERT INTO product (name, category_id, search_text) VALUES ('One', 1, 'one')"_s);
    program.execute(u"INSERT INTO notification (title, search_text) VALUES ('All', 'all')"_s);
    program.execute(u"INSERT INTO product (name, category_id, search_text) VALUES ('Two', 1, 'two')"_s);
    program.execute(u"INSERT INTO visited VALUES (1, 1, '2026-11-22T09:00:00Z'), (1, 2, '2026-11-22T09:00:00Z')"_s);
    program.execute(u"UPDATE account SET floor = 2 WHERE id = 1"_s);
    return path;
}

std::unique_ptr<store::Store> TestServerMigrations::openStore(const QString &path)
{
    return must(store::Store::open({.path = path}, TheClock));
}

void TestServerMigrations::changingProducts_losesNothing()
{
    const QTemporaryDir folder;
    const QString path = makeVersion1(folder);
    const auto store = openStore(path);
    QCOMPARE(must(store->notifications().countLacking(1, 3)), 1);
    QCOMPARE(must(store->notifications().countLacking(2, 3)), 3);
    QCOMPARE(must(store->products().search({})), (QList<catalog::ProductId>{2, 1}));
    QCOMPARE(must(store->products().rows({1})).first().delivered, 1);
    ForeignProgram program(path);
    QCOMPARE(program.value(u"SELECT COUNT(*) FROM visited"_s).toInt(), 2);
    QCOMPARE(program.value(u"SELECT group_concat(number) FROM migration"_s).toString(), u"1,2,3"_s);
    QVERIFY(program.rows(u"PRAGMA foreign_key_check"_s).isEmpty());
    QCOMPARE(program.value(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
}

void TestServerMigrations::changingProducts_everyoneBeginsAtTheFloor()
{
    const QTemporaryDir folder;
    const QString path = makeVersion1(folder);
    const auto store = openStore(path);
    ForeignProgram program(path);
    const QString since = u"SELECT group_concat(since) FROM (SELECT since FROM interest WHERE category_id = %1 "
                          "ORDER BY account_id)"_s;
    QCOMPARE(program.value(since.arg(0)).toString(), u"2,0"_s);
    QCOMPARE(program.value(since.arg(1)).toString(), u"0,0"_s);
    static_cast<void>(must(store->accounts().add(u"mina"_s, {}, {})));
    QCOMPARE(program.value(since.arg(0)).toString(), u"2,0,3"_s);
}

void TestServerMigrations::changingProducts_aProductHasOneNotification()
{
    const QTemporaryDir folder;
    const QString path = makeVersion1(folder);
    const auto store = openStore(path);
    ForeignProgram program(path);
    program.execute(u"DELETE FROM product WHERE id = 1"_s);
    program.execute(u"INSERT INTO product (id, name, category_id) VALUES (1, 'Again', 1)"_s);
    program.execute(u"INSERT INTO product (name, category_id) VALUES ('Three', 1)"_s);
    QCOMPARE(
        program.value(u"SELECT group_concat(title) FROM (SELECT title FROM notification ORDER BY id)"_s).toString(),
        u"One,All,Two,Three"_s);
}

QTEST_GUILESS_MAIN(TestServerMigrations)
#include "test_server_migrations.moc"

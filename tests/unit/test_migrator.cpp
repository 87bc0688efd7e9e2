// SPDX-License-Identifier: MIT
#include "database/connection.h"
#include "database/migrator.h"
#include "support/foreign_program.h"
#include "support/must.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace jarchi;
using namespace jarchi::database;
using jarchi::test::ForeignProgram;
using jarchi::test::must;
using namespace Qt::StringLiterals;

class TestMigrator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void migrate_newDatabase_hasEveryMigrationInOrder();
    void migrate_twice_changesNothing();
    void migrate_olderDatabase_getsWhatItLacks();
    void migrate_newerDatabase_isRefusedUnchanged();
    void migrate_changedMigration_isRefusedUnchanged();
    void migrate_otherLineEnds_isTheSameMigration();
    void migrate_anotherProgramsDatabase_isRefusedUnchanged();
    void migrate_failingMigration_leavesNothingOfItself();
    void migrate_badFolder_isTheProgramsFault();
    void migrate_severalAtOnce_waitForEachOther();

private:
    void add(const QString &name, const QByteArray &sql);
    [[nodiscard]] Result<void> migrateOnce() const;
    [[nodiscard]] QByteArray databaseBytes() const;
    [[nodiscard]] QString path() const { return m_folder->filePath(u"a.db"_s); }
    [[nodiscard]] QString migrations() const { return m_folder->filePath(u"migrations"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestMigrator::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir(u"migrations"_s));
    add(u"0001_first.sql"_s, "CREATE TABLE a (x INTEGER);\nINSERT INTO a VALUES (1);\n"_ba);
}

void TestMigrator::add(const QString &name, const QByteArray &sql)
{
    QFile file(migrations() + u'/' + name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(sql);
}

Result<void> TestMigrator::migrateOnce() const
{
    const Result<Connection> connection = Connection::open({.path = path()});
    if (!connection) {
        return tl::unexpected(connection.error());
    }
    return migrate(*connection, migrations());
}

QByteArray TestMigrator::databaseBytes() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestMigrator::migrate_newDatabase_hasEveryMigrationInOrder()
{
    add(u"0002_second.sql"_s, "UPDATE a SET x = x * 10;"_ba);
    add(u"0010_third.sql"_s, "UPDATE a SET x = x + 1;"_ba);
    must(migrateOnce());
    ForeignProgram program(path());
    QCOMPARE(program.value(u"SELECT x FROM a"_s).toInt(), 11);
    QCOMPARE(program.value(u"SELECT group_concat(number || name) FROM migration"_s).toString(),
             u"1first,2second,10third"_s);
    QCOMPARE(program.value(u"PRAGMA application_id"_s).toInt(), 0x4a617263);
    QCOMPARE(program.value(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
    QVERIFY(program.value(u"SELECT applied_at FROM migration"_s).toString().endsWith(u'Z'));
}

void TestMigrator::migrate_twice_changesNothing()
{
    must(migrateOnce());
    must(migrateOnce());
    QCOMPARE(ForeignProgram(path()).value(u"SELECT COUNT(*) FROM a"_s).toInt(), 1);
}

void TestMigrator::migrate_olderDatabase_getsWhatItLacks()
{
    must(migrateOnce());
    add(u"0002_second.sql"_s, "INSERT INTO a VALUES (2);"_ba);
    must(migrateOnce());
    QCOMPARE(ForeignProgram(path()).value(u"SELECT group_concat(x) FROM a"_s).toString(), u"1,2"_s);
}

void TestMigrator::migrate_newerDatabase_isRefusedUnchanged()
{
    add(u"0002_second.sql"_s, "INSERT INTO a VALUES (2);"_ba);
    must(migrateOnce());
    QVERIFY(QFile::remove(migrations() + u"/0002_second.sql"_s));
    const QByteArray before = databaseBytes();
    const auto migrated = migrateOnce();
    QVERIFY(!migrated);
    QVERIFY2(migrated.error().message.contains(u"newer Jarchi"_s), qPrintable(migrated.error().message));
    QVERIFY(migrated.error().message.contains(u"second"_s));
    QCOMPARE(databaseBytes(), before);
}

void TestMigrator::migrate_changedMigration_isRefusedUnchanged()
{
    must(migrateOnce());
    add(u"0001_first.sql"_s, "CREATE TABLE b (x INTEGER);"_ba);
    const QByteArray before = databaseBytes();
    QVERIFY(!migrateOnce());
    QCOMPARE(databaseBytes(), before);
}

void TestMigrator::migrate_otherLineEnds_isTheSameMigration()
{
    must(migrateOnce());
    add(u"0001_first.sql"_s, "CREATE TABLE a (x INTEGER);\r\nINSERT INTO a VALUES (1);\r\n"_ba);
    must(migrateOnce());
}

void TestMigrator::migrate_anotherProgramsDatabase_isRefusedUnchanged()
{
    ForeignProgram(path()).execute(u"CREATE TABLE theirs (x)"_s);
    const QByteArray before = databaseBytes();
    const auto migrated = migrateOnce();
    QVERIFY(!migrated);
    QVERIFY2(migrated.error().message.contains(u"another program"_s), qPrintable(migrated.error().message));
    QCOMPARE(databaseBytes(), before);
}

void TestMigrator::migrate_failingMigration_leavesNothingOfItself()
{
    add(u"0002_second.sql"_s, "INSERT INTO a VALUES (2); INSERT INTO missing VALUES (1);"_ba);
    QVERIFY(!migrateOnce());
    {
        ForeignProgram program(path());
        QCOMPARE(program.value(u"SELECT group_concat(x) FROM a"_s).toString(), u"1"_s);
        QCOMPARE(program.value(u"SELECT COUNT(*) FROM migration"_s).toInt(), 1);
    }
    add(u"0002_second.sql"_s, "INSERT INTO a VALUES (3);"_ba);
    must(migrateOnce());
    QCOMPARE(ForeignProgram(path()).value(u"SELECT group_concat(x) FROM a"_s).toString(), u"1,3"_s);
}

void TestMigrator::migrate_badFolder_isTheProgramsFault()
{
    add(u"2_second.sql"_s, "SELECT 1;"_ba);
    QCOMPARE(migrateOnce().error().kind, Error::Kind::Broken);
    QVERIFY(QDir(migrations()).removeRecursively());
    QCOMPARE(migrateOnce().error().kind, Error::Kind::Broken);
}

void TestMigrator::migrate_severalAtOnce_waitForEachOther()
{
    add(u"0002_second.sql"_s, "INSERT INTO a VALUES (2);"_ba);
    add(u"0003_third.sql"_s, "INSERT INTO a VALUES (3);"_ba);
    std::atomic<int> done{0};
    std::vector<std::unique_ptr<QThread>> threads;
    for (int number = 0; number < 4; ++number) {
        threads.emplace_back(QThread::create([this, &done] {
            if (const auto migrated = migrateOnce(); migrated) {
                ++done;
            } else {
                qWarning("%s", qPrintable(migrated.error().message));
            }
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads) {
        QVERIFY(thread->wait());
    }
    QCOMPARE(done.load(), 4);
    QCOMPARE(ForeignProgram(path()).value(u"SELECT group_concat(x) FROM a"_s).toString(), u"1,2,3"_s);
}

QTEST_GUILESS_MAIN(TestMigrator)
#include "test_migrator.moc"

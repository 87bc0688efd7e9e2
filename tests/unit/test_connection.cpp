// SPDX-License-Identifier: MIT
#include "database/connection.h"
#include "database/statement.h"
#include "database/transaction.h"
#include "support/foreign_program.h"
#include "support/must.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace jarchi;
using namespace jarchi::database;
using jarchi::test::ForeignProgram;
using jarchi::test::must;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QVariant pragma(const Connection &connection, const QString &name)
{
    QSqlQuery query(connection.handle());
    query.exec(u"PRAGMA "_s + name);
    return query.next() ? query.value(0) : QVariant();
}

#ifdef Q_OS_UNIX
/// Somebody who is not root, for whom permissions count, as long as this lives.
class OrdinaryUser
{
public:
    OrdinaryUser()
        : m_before(geteuid())
    {
        m_isRoot = m_before == 0 && seteuid(65534) == 0;
    }
    ~OrdinaryUser()
    {
        if (m_isRoot && seteuid(m_before) != 0) {
            qFatal("cannot become root again");
        }
    }
    Q_DISABLE_COPY_MOVE(OrdinaryUser)

private:
    uid_t m_before;
    bool m_isRoot = false;
};
#endif

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void open_missingFile_isMadeWithItsFolderForThisUserOnly();
    void open_missingFileWithoutCreate_isNotFoundAndNotMade();
    void open_folderThatCannotBeMade_saysSo();
    void open_folder_isRefused();
    void open_settings_areAsPromised();
    void open_commandBesideAServer_neverCheckpoints();
    void open_broken_isRefusedAndUnchanged_data();
    void open_broken_isRefusedAndUnchanged();
    void open_locked_isUnavailableAfterTheTimeout();
#ifdef Q_OS_UNIX
    void open_readOnlyFile_saysWhatToDo();
    void open_readOnlyFolder_saysWhatToDo();
#endif
    void dataVersion_changesOnlyByOthers();
    void transaction_notCommitted_isRolledBack();
    void savepoint_failing_takesBackOnlyItself();
    void savepoint_outsideOfATransaction_isRefused();
    void rows_gone_letGoOfTheDatabase();
    void errors_ofTheDriver_areSentences();

private:
    [[nodiscard]] QString path(const QString &name = u"a.db"_s) const
    {
        return m_folder->filePath(name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestConnection::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestConnection::open_missingFile_isMadeWithItsFolderForThisUserOnly()
{
    const QString file = path(u"new/deeper/a.db"_s);
    const auto connection = Connection::open({.path = file});
    QVERIFY2(connection, connection ? "" : qPrintable(connection.error().message));
    QCOMPARE(connection->path(), file);
    QVERIFY(QFileInfo::exists(file));
    QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
}

void TestConnection::open_missingFileWithoutCreate_isNotFoundAndNotMade()
{
    const auto connection = Connection::open({.path = path(), .create = false});
    QVERIFY(!connection);
    QCOMPARE(connection.error().kind, Error::Kind::NotFound);
    QVERIFY(connection.error().message.contains(path()));
    QVERIFY(!QFileInfo::exists(path()));
    QVERIFY(!Connection::open({.path = QString()}));
}

void TestConnection::open_folderThatCannotBeMade_saysSo()
{
    write(path(u"file"_s), "x"_ba);
    const auto connection = Connection::open({.path = path(u"file/a.db"_s)});
    QVERIFY(!connection);
    QVERIFY2(connection.error().message.contains(u"folder"_s), qPrintable(connection.error().message));
}

void TestConnection::open_folder_isRefused()
{
    const auto connection = Connection::open({.path = m_folder->path()});
    QVERIFY(!connection);
    QCOMPARE(connection.error().kind, Error::Kind::Refused);
}

void TestConnection::open_settings_areAsPromised()
{
    const Connection connection = must(Connection::open({.path = path()}));
    QCOMPARE(pragma(connection, u"foreign_keys"_s).toInt(), 1);
    QCOMPARE(pragma(connection, u"synchronous"_s).toInt(), 2);
    QCOMPARE(pragma(connection, u"temp_store"_s).toInt(), 2);
    QCOMPARE(pragma(connection, u"busy_timeout"_s).toInt(), 5000);
    must(connection.useWriteAheadLog());
    must(connection.useWriteAheadLog());
    QCOMPARE(pragma(connection, u"journal_mode"_s).toString(), u"wal"_s);
    QVERIFY(pragma(connection, u"wal_autocheckpoint"_s).toInt() > 0);
}

void TestConnection::open_commandBesideAServer_neverCheckpoints()
{
    const Connection connection = must(Connection::open({.path = path(), .checkpoint = false}));
    QCOMPARE(pragma(connection, u"wal_autocheckpoint"_s).toInt(), 0);
}

void TestConnection::open_broken_isRefusedAndUnchanged_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTemporaryDir folder;
    const QString good = folder.filePath(u"good.db"_s);
    {
        ForeignProgram program(good);
        program.execute(u"CREATE TABLE t (a TEXT)"_s);
        program.execute(u"CREATE INDEX i ON t (a)"_s);
        program.execute(u"WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 2000) "
                        u"INSERT INTO t SELECT 'row ' || x FROM n"_s);
    }
    const QByteArray bytes = contents(good);
    QVERIFY(bytes.size() > 40000);
    QByteArray random(5000, '\0');
    for (char &byte : random) {
        byte = static_cast<char>(QRandomGenerator::global()->bounded(1, 256));
    }
    QByteArray middle = bytes;
    middle.replace(8192, 4096, QByteArray(4096, '\x5a'));
    QTest::newRow("random bytes") << random;
    QTest::newRow("one byte") << "x"_ba;
    QTest::newRow("a text") << "Dear diary,\n"_ba.repeated(100);
    QTest::newRow("only the magic") << bytes.first(16);
    QTest::newRow("only the header") << bytes.first(100);
    QTest::newRow("half a page") << bytes.first(2048);
    QTest::newRow("cut short") << bytes.first(20480);
    QTest::newRow("a page overwritten") << middle;
    QTest::newRow("the schema overwritten") << QByteArray(bytes).replace(100, 3000, QByteArray(3000, '\xff'));
}

void TestConnection::open_broken_isRefusedAndUnchanged()
{
    QFETCH(QByteArray, bytes);
    write(path(), bytes);
    const auto connection = Connection::open({.path = path(), .busyTimeout = 50ms});
    QVERIFY(!connection);
    QVERIFY2(connection.error().message.contains(path()), qPrintable(connection.error().message));
    QVERIFY(connection.error().message.contains(u"not a database"_s) ||
            connection.error().message.contains(u"corrupted"_s));
    QCOMPARE(contents(path()), bytes);
}

void TestConnection::open_locked_isUnavailableAfterTheTimeout()
{
    ForeignProgram program(path());
    program.execute(u"CREATE TABLE t (a)"_s);
    program.execute(u"BEGIN EXCLUSIVE"_s);
    const auto connection = Connection::open({.path = path(), .busyTimeout = 50ms});
    QVERIFY(!connection);
    QCOMPARE(connection.error().kind, Error::Kind::Unavailable);
    program.execute(u"ROLLBACK"_s);
    QVERIFY(Connection::open({.path = path(), .busyTimeout = 50ms}));
}

#ifdef Q_OS_UNIX
void TestConnection::open_readOnlyFile_saysWhatToDo()
{
    {
        ForeignProgram program(path());
        program.execute(u"CREATE TABLE t (a)"_s);
    }
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions::fromInt(0x7777)));
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
    const OrdinaryUser ordinary;
    const auto connection = Connection::open({.path = path()});
    QVERIFY(!connection);
    QVERIFY2(connection.error().message.contains(u"read-only"_s), qPrintable(connection.error().message));
}

void TestConnection::open_readOnlyFolder_saysWhatToDo()
{
    const auto readOnly = QFile::Permissions::fromInt(0x5555);
    const auto writable = QFile::Permissions::fromInt(0x7777);
    QVERIFY(QFile::setPermissions(m_folder->path(), readOnly));
    {
        const OrdinaryUser ordinary;
        const auto missing = Connection::open({.path = path()});
        QVERIFY(!missing);
        QVERIFY2(missing.error().message.contains(u"permissions"_s), qPrintable(missing.error().message));
    }
    QVERIFY(QFile::setPermissions(m_folder->path(), writable));
}
#endif

void TestConnection::dataVersion_changesOnlyByOthers()
{
    const Connection connection = must(Connection::open({.path = path()}));
    must(connection.execute(u"CREATE TABLE t (a)"_s));
    const qint64 before = must(connection.dataVersion());
    must(connection.execute(u"INSERT INTO t VALUES (1)"_s));
    QCOMPARE(must(connection.dataVersion()), before);
    ForeignProgram(path()).execute(u"INSERT INTO t VALUES (2)"_s);
    QVERIFY(must(connection.dataVersion()) != before);
}

void TestConnection::transaction_notCommitted_isRolledBack()
{
    const Connection connection = must(Connection::open({.path = path()}));
    must(connection.execute(u"CREATE TABLE t (a)"_s));
    {
        Transaction transaction = must(Transaction::begin(connection));
        must(connection.execute(u"INSERT INTO t VALUES (1)"_s));
        QVERIFY(!Transaction::begin(connection));
    }
    {
        Transaction transaction = must(Transaction::begin(connection));
        must(connection.execute(u"INSERT INTO t VALUES (2)"_s));
        must(transaction.commit());
    }
    QCOMPARE(ForeignProgram(path()).value(u"SELECT group_concat(a) FROM t"_s).toString(), u"2"_s);
}

void TestConnection::savepoint_failing_takesBackOnlyItself()
{
    const Connection connection = must(Connection::open({.path = path()}));
    must(connection.execute(u"CREATE TABLE t (a)"_s));
    Transaction transaction = must(Transaction::begin(connection));
    for (int number = 1; number <= 3; ++number) {
        const Result<void> done = withSavepoint(connection, [&]() -> Result<void> {
            must(connection.execute(u"INSERT INTO t VALUES (%1)"_s.arg(number)));
            return number == 2 ? Result<void>(refused(u"No."_s)) : Result<void>();
        });
        QCOMPARE(done.has_value(), number != 2);
    }
    must(transaction.commit());
    QCOMPARE(ForeignProgram(path()).value(u"SELECT group_concat(a) FROM t"_s).toString(), u"1,3"_s);
}

void TestConnection::savepoint_outsideOfATransaction_isRefused()
{
    const Connection connection = must(Connection::open({.path = path()}));
    bool ran = false;
    const Result<void> done = withSavepoint(connection, [&ran]() -> Result<void> {
        ran = true;
        return {};
    });
    QVERIFY(!done);
    QVERIFY(!ran);
}

void TestConnection::rows_gone_letGoOfTheDatabase()
{
    const Connection connection = must(Connection::open({.path = path()}));
    must(connection.execute(u"CREATE TABLE t (a)"_s));
    must(connection.execute(u"INSERT INTO t VALUES (1), (2)"_s));
    write(path(u"all.sql"_s), "-- isn't :bound\nSELECT a FROM t WHERE a > :after;"_ba);
    Statements statements(connection, m_folder->path());
    ForeignProgram program(path());
    {
        const Rows rows = must(statements.run(u"all"_s, {{u":after"_s, 0}}));
        QVERIFY(rows->next());
        // A rollback-journal database: an unfinished reader keeps every writer from committing.
        program.execute(u"PRAGMA busy_timeout = 0"_s);
        QVERIFY(!program.tryTo(u"INSERT INTO t VALUES (3)"_s).isEmpty());
    }
    QCOMPARE(program.tryTo(u"INSERT INTO t VALUES (3)"_s), QString());
    QCOMPARE(must(statements.value(u"all"_s, {{u":after"_s, 2}})).toInt(), 3);
    QVERIFY(!must(statements.value(u"all"_s, {{u":after"_s, 3}})).isValid());
    QVERIFY(!statements.run(u"missing"_s));
}

void TestConnection::errors_ofTheDriver_areSentences()
{
    const auto kind = [](const char *code) {
        const QSqlError error(u"driver"_s, u"database"_s, QSqlError::StatementError, QString::fromLatin1(code));
        const Error mapped = toError(error, u"/x/a.db"_s);
        return mapped.message.contains(u"/x/a.db"_s) && mapped.message.endsWith(u'.') ? static_cast<int>(mapped.kind)
                                                                                      : -1;
    };
    QCOMPARE(kind("5"), static_cast<int>(Error::Kind::Unavailable));
    QCOMPARE(kind("517"), static_cast<int>(Error::Kind::Unavailable)); // SQLITE_BUSY_SNAPSHOT
    QCOMPARE(kind("13"), static_cast<int>(Error::Kind::Unavailable));
    QCOMPARE(kind("8"), static_cast<int>(Error::Kind::Refused));
    QCOMPARE(kind("11"), static_cast<int>(Error::Kind::Broken));
    QCOMPARE(kind("2067"), static_cast<int>(Error::Kind::Conflict)); // SQLITE_CONSTRAINT_UNIQUE
    QCOMPARE(kind("26"), static_cast<int>(Error::Kind::Refused));
    QCOMPARE(kind("1"), static_cast<int>(Error::Kind::Broken));
}

QTEST_GUILESS_MAIN(TestConnection)
#include "test_connection.moc"

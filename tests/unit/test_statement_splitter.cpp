// SPDX-License-Identifier: MIT
#include "database/statement_splitter.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace jarchi::database;
using namespace Qt::StringLiterals;

class TestStatementSplitter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void split_isAtSemicolonsOutsideOfEverything_data();
    void split_isAtSemicolonsOutsideOfEverything();
    void split_unfinished_namesTheLine_data();
    void split_unfinished_namesTheLine();
    void split_cutAnywhere_neverFailsToReturn();
    void split_ourOwnFiles_areUnderstood();
};

void TestStatementSplitter::split_isAtSemicolonsOutsideOfEverything_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QStringList>("statements");
    const auto row = [](const char *name, const QString &sql, const QStringList &statements) {
        QTest::newRow(name) << sql << statements;
    };
    row("nothing", {}, {});
    row("only space and semicolons", u" ;; \n;"_s, {});
    row("only a comment", u"-- a; b\n/* c; d */"_s, {});
    row("two", u"SELECT 1; SELECT 2;"_s, {u"SELECT 1"_s, u"SELECT 2"_s});
    row("no semicolon at the end", u"SELECT 1;SELECT 2"_s, {u"SELECT 1"_s, u"SELECT 2"_s});
    row("in a string", u"SELECT ';'';'; SELECT 2"_s, {u"SELECT ';'';'"_s, u"SELECT 2"_s});
    row("in names", u"SELECT \"a;\"\"b\", `c;`, [d;]; SELECT 2"_s,
        {u"SELECT \"a;\"\"b\", `c;`, [d;]"_s, u"SELECT 2"_s});
    row("a comment in a string", u"SELECT '--', '/*'; SELECT 2"_s, {u"SELECT '--', '/*'"_s, u"SELECT 2"_s});
    row("an apostrophe in a comment", u"-- isn't\nSELECT 1; /* it's */ SELECT 2"_s, {u"SELECT 1"_s, u"SELECT 2"_s});
    row("a comment between words", u"SELECT/**/1"_s, {u"SELECT 1"_s});
    row("a minus and a slash", u"SELECT 1 - 2 / 3; SELECT 2"_s, {u"SELECT 1 - 2 / 3"_s, u"SELECT 2"_s});
    row("a trigger", u"CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; SELECT 2; END; SELECT 3"_s,
        {u"CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; SELECT 2; END"_s, u"SELECT 3"_s});
    row("a temporary trigger", u"create temp trigger t after insert on a begin select 1; end; select 3"_s,
        {u"create temp trigger t after insert on a begin select 1; end"_s, u"select 3"_s});
    row("CASE in a trigger",
        u"CREATE TRIGGER t AFTER INSERT ON a WHEN CASE 1 WHEN 1 THEN 1 END BEGIN SELECT CASE 1 WHEN 1 THEN 2 END; END; SELECT 3"_s,
        {u"CREATE TRIGGER t AFTER INSERT ON a WHEN CASE 1 WHEN 1 THEN 1 END BEGIN SELECT CASE 1 WHEN 1 THEN 2 END; END"_s,
         u"SELECT 3"_s});
    row("CASE outside of a trigger", u"SELECT CASE 1 WHEN 1 THEN 2 END; SELECT 3"_s,
        {u"SELECT CASE 1 WHEN 1 THEN 2 END"_s, u"SELECT 3"_s});
    row("a column called trigger", u"CREATE TABLE trigger_log (trigger TEXT); SELECT 1"_s,
        {u"CREATE TABLE trigger_log (trigger TEXT)"_s, u"SELECT 1"_s});
    row("a word that only ends in END",
        u"CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT the_end, weekend; END; SELECT 1"_s,
        {u"CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT the_end, weekend; END"_s, u"SELECT 1"_s});
}

void TestStatementSplitter::split_isAtSemicolonsOutsideOfEverything()
{
    QFETCH(QString, sql);
    QTEST(splitStatements(sql).value(), "statements");
}

void TestStatementSplitter::split_unfinished_namesTheLine_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("line");
    QTest::newRow("string") << u"SELECT 1;\nSELECT 'a\n;"_s << 2;
    QTest::newRow("name") << u"\n\nSELECT \"a"_s << 3;
    QTest::newRow("bracket") << u"SELECT [a"_s << 1;
    QTest::newRow("comment") << u"SELECT 1;\n/* a\n"_s << 2;
    QTest::newRow("trigger") << u"SELECT 1;\nCREATE TRIGGER t AFTER INSERT ON a BEGIN\nSELECT 1;"_s << 2;
    QTest::newRow("trigger without a body") << u"CREATE TRIGGER t"_s << 1;
}

void TestStatementSplitter::split_unfinished_namesTheLine()
{
    QFETCH(QString, sql);
    QFETCH(int, line);
    const auto split = splitStatements(sql);
    QVERIFY(!split);
    QVERIFY2(split.error().message.contains(u"line %1 "_s.arg(line)), qPrintable(split.error().message));
}

void TestStatementSplitter::split_cutAnywhere_neverFailsToReturn()
{
    const QString sql = u"-- c\nCREATE TRIGGER t BEGIN SELECT 'a;'; END; /* x */ SELECT [b], \"c\"\"\", `d`;"_s;
    for (qsizetype length = 0; length <= sql.size(); ++length) {
        const auto split = splitStatements(sql.first(length));
        QVERIFY(!split || split->size() <= 2);
    }
}

void TestStatementSplitter::split_ourOwnFiles_areUnderstood()
{
    const QDir folder(QStringLiteral(JARCHI_SOURCE_DIR "/resources/sql/sqlite/server"));
    const QStringList names = folder.entryList({u"*.sql"_s});
    QVERIFY(!names.isEmpty());
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto split = splitStatements(QString::fromUtf8(file.readAll()));
        QVERIFY2(split && split->size() == 1, qPrintable(name));
    }
    QFile schema(folder.filePath(u"migrations/0001_initial.sql"_s));
    QVERIFY(schema.open(QIODevice::ReadOnly));
    QVERIFY(splitStatements(QString::fromUtf8(schema.readAll())).value().size() > 15);
}

QTEST_APPLESS_MAIN(TestStatementSplitter)
#include "test_statement_splitter.moc"

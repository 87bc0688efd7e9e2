// SPDX-License-Identifier: MIT
#include "support/programs.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using jarchi::support::Outcome;
using jarchi::support::Program;
using jarchi::support::ServerProcess;
using jarchi::support::serverProgram;
using jarchi::support::Workplace;

/// How a server starts, refuses to start, and finds its settings and its database.
class TestServing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void start_withoutWindow_saysWhereItListens();
    void start_withoutNoGui_saysThatThereIsNoWindow();
    void start_refused_isOneLineAndItsStatus_data();
    void start_refused_isOneLineAndItsStatus();
    void start_portInUse_isExplained();
    void start_twiceOnOneDatabase_isRefused();
    void stop_anySignal_endsWithZero_data();
    void stop_anySignal_endsWithZero();
    void config_badLine_isNamedByItsNumber_data();
    void config_badLine_isNamedByItsNumber();
    void config_example_isUnderstoodLineByLine();
    void config_commandLine_goesBefore();
    void database_variable_comesAfterConfigAndOption();
    void database_withoutAnyWord_isInTheDataFolder();
    void database_unusable_isASentenceAndStaysAsItIs_data();
    void database_unusable_isASentenceAndStaysAsItIs();
    void database_folderNotWritable_isASentence();
    void database_locked_isASentence();
};

namespace {

QStringList serving(const QStringList &more = {})
{
    return QStringList{u"--no-gui"_s, u"--port"_s, u"0"_s} + more;
}

bool isOneLine(const QString &text)
{
    return text.endsWith(u'\n') && text.count(u'\n') == 1 && text.startsWith(u"jarchi-server: "_s);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestServing::start_withoutWindow_saysWhereItListens()
{
    const Workplace place;
    Program server(place, serverProgram());
    server.start({u"--no-gui"_s, u"--port"_s, u"0"_s, u"--listen"_s, u"127.0.0.1"_s, u"--insecure"_s});
    QVERIFY2(server.waitForOutput("\n"), server.errors().constData());
    static const QRegularExpression line(u"^listening on 127\\.0\\.0\\.1:\\d+\\n$"_s);
    QVERIFY2(line.match(QString::fromUtf8(server.output())).hasMatch(), server.output().constData());
    server.send(SIGTERM);
    QVERIFY(server.waitForEnd());
    QCOMPARE(server.status(), 0);
}

void TestServing::start_withoutNoGui_saysThatThereIsNoWindow()
{
    const Workplace place;
    const Outcome outcome = place.server({});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(isOneLine(outcome.errors) && outcome.errors.contains(u"--no-gui"_s), outcome.told().constData());
}

void TestServing::start_refused_isOneLineAndItsStatus_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("names");
    QTest::newRow("open to the world") << QStringList{u"--listen"_s, u"0.0.0.0"_s} << u"plain text"_s;
    QTest::newRow("and insecure") << QStringList{u"--listen"_s, u"0.0.0.0"_s, u"--insecure"_s} << u"plain text"_s;
    QTest::newRow("no address") << QStringList{u"--listen"_s, u"here"_s} << u"here"_s;
    QTest::newRow("port too high") << QStringList{u"--port"_s, u"65536"_s} << u"65536"_s;
    QTest::newRow("port is a word") << QStringList{u"--port"_s, u"http"_s} << u"http"_s;
    QTest::newRow("poll never") << QStringList{u"--poll-interval"_s, u"0"_s} << u"poll-interval"_s;
    QTest::newRow("no threads") << QStringList{u"--max-connection-threads"_s, u"0"_s} << u"max-connection-threads"_s;
    QTest::newRow("TLS") << QStringList{u"--tls-certificate"_s, u"c.pem"_s, u"--tls-key"_s, u"k.pem"_s} << u"TLS"_s;
    QTest::newRow("no config") << QStringList{u"--config"_s, u"none.conf"_s} << u"none.conf"_s;
}

void TestServing::start_refused_isOneLineAndItsStatus()
{
    QFETCH(const QStringList, options);
    QFETCH(const QString, names);
    const Workplace place;
    const Outcome outcome = place.server(serving(options));
    // A value that is none is wrong usage; the rest is refused.
    const QList<QByteArray> wrongUsage{"no address", "port too high", "port is a word", "poll never", "no threads"};
    const int status = wrongUsage.contains(QByteArray(QTest::currentDataTag())) ? 2 : 1;
    QVERIFY2(outcome.status == status, outcome.told().constData());
    QCOMPARE(outcome.output, QString());
    QVERIFY2(isOneLine(outcome.errors) && outcome.errors.contains(names), outcome.told().constData());
}

void TestServing::start_portInUse_isExplained()
{
    const Workplace place;
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost)));
    const Outcome outcome =
        place.server({u"--no-gui"_s, u"--listen"_s, u"127.0.0.1"_s, u"--port"_s, QString::number(other.serverPort())});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(isOneLine(outcome.errors) && outcome.errors.contains(u"in use"_s), outcome.told().constData());
}

void TestServing::start_twiceOnOneDatabase_isRefused()
{
    const Workplace place;
    QVERIFY(place.addUser(u"sara"_s));
    ServerProcess first(place);
    QVERIFY(first.listen());
    const Outcome second = place.server({u"--no-gui"_s, u"--listen"_s, u"127.0.0.1"_s, u"--port"_s, u"0"_s});
    QCOMPARE(second.status, 1);
    QVERIFY2(second.errors.contains(u"Another server"_s), second.told().constData());
    jarchi::support::ConsoleClient sara(place);
    sara.connectTo(first.port(), u"sara"_s);
    QVERIFY(sara.waitForCatchUp());
    QCOMPARE(place.server({u"announce"_s, u"--title"_s, u"Still here"_s}).status, 0);
    QVERIFY(sara.waitForOutput("Still here"));
    QVERIFY(first.stop());
}

void TestServing::stop_anySignal_endsWithZero_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("told to end") << SIGTERM;
    QTest::newRow("Ctrl-C") << SIGINT;
}

void TestServing::stop_anySignal_endsWithZero()
{
    QFETCH(const int, number);
    const Workplace place;
    ServerProcess server(place);
    QVERIFY(server.listen());
    server.send(number);
    QVERIFY(server.waitForEnd(10'000));
    QCOMPARE(server.status(), 0);
    QVERIFY2(!QFile::exists(place.database() + u"-wal"_s), "A clean end leaves one file.");
}

void TestServing::config_badLine_isNamedByItsNumber_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("line");
    QTest::newRow("no such setting") << "# a comment\n\nport = 0\ncolour = red\n"_ba << 4;
    QTest::newRow("no equals sign") << "port 0\n"_ba << 1;
    QTest::newRow("no value") << "port = 0\nlisten =\n"_ba << 2;
    QTest::newRow("port is none") << "port = many\n"_ba << 1;
    QTest::newRow("not yes or no") << "port = 0\r\ninsecure = perhaps\r\n"_ba << 2;
    QTest::newRow("not UTF-8") << "port = 0\n# \xff\xfe\n"_ba << 2;
}

void TestServing::config_badLine_isNamedByItsNumber()
{
    QFETCH(const QByteArray, content);
    QFETCH(const int, line);
    const Workplace place;
    const QString file = place.write(u"bad.conf"_s, content);
    for (const QStringList &arguments : {serving({u"--config"_s, file}), {u"status"_s, u"--config"_s, file}}) {
        const Outcome outcome = place.server(arguments);
        QCOMPARE(outcome.status, 1);
        QVERIFY2(isOneLine(outcome.errors) && outcome.errors.contains(u"bad.conf, line %1: "_s.arg(line)),
                 outcome.told().constData());
    }
}

void TestServing::config_example_isUnderstoodLineByLine()
{
    const Workplace place;
    const QByteArray example = contentOf(QStringLiteral(JARCHI_SOURCE_DIR "/resources/jarchi-server.conf"));
    const QByteArrayList commented = example.split('\n');
    QCOMPARE(place.server({u"status"_s, u"--config"_s, place.write(u"example.conf"_s, example)}).status, 0);
    // A setting stands behind "#", without the space of a sentence.
    static const QRegularExpression setting(u"^#([a-z-]+) = (.+)$"_s);
    QSet<QString> seen;
    for (const QByteArray &line : commented) {
        QVERIFY2(line.isEmpty() || line.startsWith('#'), line.constData());
        const auto match = setting.match(QString::fromUtf8(line));
        QVERIFY2(match.hasMatch() || line.size() <= 1 || line.startsWith("# "), line.constData());
        if (match.hasMatch()) {
            seen.insert(match.captured(1));
            const Outcome outcome = place.server({u"status"_s, u"--database"_s, place.database(), u"--config"_s,
                                                  place.write(u"one.conf"_s, line.mid(1) + '\n')});
            QVERIFY2(outcome.status == 0, (line + '\n' + outcome.told()).constData());
        }
    }
    QCOMPARE(seen, (QSet<QString>{u"database"_s, u"listen"_s, u"port"_s, u"poll-interval"_s,
                                  u"max-connection-threads"_s, u"tls-certificate"_s, u"tls-key"_s, u"insecure"_s}));
}

void TestServing::config_commandLine_goesBefore()
{
    const Workplace place;
    const QString file = place.write(u"a.conf"_s, "port = 1\nlisten = 0.0.0.0\ninsecure = true\n"_ba);
    Program server(place, serverProgram());
    server.start({u"--no-gui"_s, u"--config"_s, file, u"--port"_s, u"0"_s, u"--listen"_s, u"127.0.0.1"_s});
    QVERIFY2(server.waitForOutput("listening on 127.0.0.1:"), server.errors().constData());
}

void TestServing::database_variable_comesAfterConfigAndOption()
{
    Workplace place;
    const QString file = place.write(u"a.conf"_s, "database = "_ba + place.path(u"config.sqlite"_s).toUtf8() + '\n');
    place.setVariable(u"JARCHI_DATABASE"_s, place.path(u"variable.sqlite"_s));
    QCOMPARE(place.server({u"status"_s}).status, 0);
    QVERIFY(QFile::exists(place.path(u"variable.sqlite"_s)) && !QFile::exists(place.path(u"config.sqlite"_s)));
    QCOMPARE(place.server({u"status"_s, u"--config"_s, file}).status, 0);
    QVERIFY(QFile::exists(place.path(u"config.sqlite"_s)));
    QCOMPARE(place.server({u"status"_s, u"--config"_s, file, u"--database"_s, place.path(u"option.sqlite"_s)}).status,
             0);
    QVERIFY(QFile::exists(place.path(u"option.sqlite"_s)));
}

void TestServing::database_withoutAnyWord_isInTheDataFolder()
{
    Workplace place;
    place.unsetVariable(u"JARCHI_DATABASE"_s);
    QCOMPARE(place.server({u"status"_s}).status, 0);
    const Outcome found = place.run(u"find"_s, {place.path(u"data"_s), u"-name"_s, u"jarchi.sqlite"_s});
    QCOMPARE(found.output.count(u'\n'), 1);
    QVERIFY(place.server({u"--help"_s}).output.contains(found.output.trimmed()));
}

void TestServing::database_unusable_isASentenceAndStaysAsItIs_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("names");
    QTest::newRow("not a database") << QByteArray(5000, 'x') << QString() << u"not a database"_s;
    QTest::newRow("another program's") << QByteArray() << u"CREATE TABLE recipe (name TEXT);"_s
                                       << u"another program's"_s;
    QTest::newRow("newer") << QByteArray()
                           << u"INSERT INTO migration (number, name, checksum) VALUES (9999, 'later', 'x');"_s
                           << u"newer"_s;
}

void TestServing::database_unusable_isASentenceAndStaysAsItIs()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, sql);
    QFETCH(const QString, names);
    const Workplace place;
    if (!content.isEmpty()) {
        QCOMPARE(place.write(u"jarchi.sqlite"_s, content), place.database());
    } else {
        if (sql.startsWith(u"INSERT"_s)) {
            QCOMPARE(place.server({u"status"_s}).status, 0);
        }
        QCOMPARE(place.sql(sql + u"PRAGMA wal_checkpoint(TRUNCATE);"_s).status, 0);
    }
    const QByteArray before = contentOf(place.database());
    QVERIFY(!before.isEmpty());
    for (const QStringList &arguments : {serving(), {u"status"_s}, {u"announce"_s, u"--title"_s, u"T"_s}}) {
        const Outcome outcome = place.server(arguments);
        QVERIFY2(outcome.status == 1, outcome.told().constData());
        QVERIFY2(isOneLine(outcome.errors) && outcome.errors.contains(names), outcome.told().constData());
    }
    QCOMPARE(contentOf(place.database()), before);
}

void TestServing::database_folderNotWritable_isASentence()
{
    const Workplace place;
    // Root may write everywhere but where a folder cannot be: below a file.
    const QString file = place.write(u"file"_s, "x"_ba);
    for (const QStringList &arguments : {serving(), {u"status"_s}}) {
        const Outcome outcome = place.server(arguments + QStringList{u"--database"_s, file + u"/sub/jarchi.sqlite"_s});
        QCOMPARE(outcome.status, 1);
        QVERIFY2(isOneLine(outcome.errors) && outcome.errors.contains(u"folder"_s), outcome.told().constData());
    }
}

void TestServing::database_locked_isASentence()
{
    const Workplace place;
    QVERIFY(place.addUser(u"sara"_s));
    QCOMPARE(place.run(u"mkfifo"_s, {place.path(u"pipe"_s)}).status, 0);
    Program other(place, u"sh"_s);
    // It reads on from a pipe that nobody writes to, and so holds the lock until it is killed.
    other.start({u"-c"_s,
                 u"exec 3<>\"$1\"; printf 'BEGIN EXCLUSIVE;\\n.system echo held\\n' >&3; exec sqlite3 \"$0\" <&3"_s,
                 place.database(), place.path(u"pipe"_s)});
    QVERIFY2(other.waitForOutput("held"), other.errors().constData());
    for (const QStringList &arguments :
         {QStringList{u"announce"_s, u"--title"_s, u"T"_s}, {u"category"_s, u"add"_s, u"C"_s}, serving()}) {
        const Outcome outcome = place.server(arguments);
        QVERIFY2(outcome.status == 1, outcome.told().constData());
        QVERIFY2(isOneLine(outcome.errors) && outcome.errors.contains(u"locked"_s), outcome.told().constData());
    }
}

QTEST_GUILESS_MAIN(TestServing)
#include "test_serving.moc"

// SPDX-License-Identifier: MIT
#include "console/command_line.h"

#include <QTest>

using namespace jarchi;
using namespace jarchi::console;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Result<CommandLine> parsed(const QString &arguments)
{
    return parseCommandLine(QStringList{u"jarchi-tray"_s} + arguments.split(u' ', Qt::SkipEmptyParts));
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arguments_few_haveDefaults();
    void arguments_all_areRead();
    void arguments_wrong_areRefused_data();
    void arguments_wrong_areRefused();
    void foreignServer_isRefusedWithTheReason_data();
    void foreignServer_isRefusedWithTheReason();
    void helpAndVersion_winOverWrongArguments();
    void withoutConsole_nothingElseIsAskedFor();
};

void TestCommandLine::arguments_few_haveDefaults()
{
    const auto line = parsed(u"--console --user sara"_s);
    QVERIFY(line);
    QVERIFY(!line->server);
    QCOMPARE(line->user, u"sara"_s);
    QVERIFY(!line->session);
    QVERIFY(line->console);
    QVERIFY(!line->json);
    QVERIFY(!line->passwordFromStdin);
    QCOMPARE(line->action, CommandLine::Action::Run);
}

void TestCommandLine::arguments_all_areRead()
{
    const auto line =
        parsed(u"--server [::1]:4000 --user=sara --password-stdin --session 0 --insecure --console --json"_s);
    QVERIFY(line);
    QVERIFY(line->server);
    QCOMPARE(*line->server, (session::ServerAddress{.host = u"::1"_s, .port = 4000}));
    QVERIFY(line->session);
    QCOMPARE(*line->session, 0s);
    QVERIFY(line->passwordFromStdin);
    QVERIFY(line->json);
}

void TestCommandLine::arguments_wrong_areRefused_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("mentions");
    QTest::newRow("no user") << u"--console"_s << u"--user"_s;
    QTest::newRow("no user to the password") << u"--password-stdin"_s << u"--user"_s;
    QTest::newRow("unknown") << u"--console --user a --colour"_s << u"colour"_s;
    QTest::newRow("positional") << u"--console --user a sara"_s << u"“sara”"_s;
    QTest::newRow("json alone") << u"--json --user a"_s << u"--console"_s;
    QTest::newRow("session text") << u"--console --user a --session soon"_s << u"“soon”"_s;
    QTest::newRow("session negative") << u"--console --user a --session=-1"_s << u"--session"_s;
    QTest::newRow("session long") << u"--console --user a --session 604801"_s << u"604800"_s;
    QTest::newRow("session fraction") << u"--console --user a --session 1.5"_s << u"--session"_s;
    QTest::newRow("port") << u"--console --user a --server localhost:99999"_s << u"port"_s;
    QTest::newRow("server") << u"--console --user a --server [::1"_s << u"[::1"_s;
    QTest::newRow("value missing") << u"--console --user"_s << u"user"_s;
    QTest::newRow("user long") << u"--console --user "_s + QString(65, u'a') << u"too long"_s;
    QTest::newRow("user control") << u"--console --user a\x1b"_s << u"control"_s;
}

void TestCommandLine::arguments_wrong_areRefused()
{
    QFETCH(const QString, arguments);
    QFETCH(const QString, mentions);
    const auto line = parsed(arguments);
    QVERIFY(!line);
    QVERIFY2(line.error().message.contains(mentions), qUtf8Printable(line.error().message));
    QVERIFY(!line.error().message.contains(u'\n'));
}

void TestCommandLine::foreignServer_isRefusedWithTheReason_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::newRow("name") << u"--console --user a --server shop.example"_s;
    QTest::newRow("address") << u"--console --user a --server 192.0.2.1:2019"_s;
    QTest::newRow("IPv6") << u"--console --user a --server [2001:db8::1]:2019"_s;
    QTest::newRow("insecure") << u"--console --user a --insecure --server shop.example"_s;
}

void TestCommandLine::foreignServer_isRefusedWithTheReason()
{
    QFETCH(const QString, arguments);
    const auto line = parsed(arguments);
    QVERIFY(!line);
    QVERIFY(line.error().message.contains(u"TLS"_s));
}

void TestCommandLine::helpAndVersion_winOverWrongArguments()
{
    const auto help = parsed(u"--help --session soon"_s);
    QVERIFY(help);
    QCOMPARE(help->action, CommandLine::Action::ShowHelp);
    for (const QString &option : {u"--server"_s, u"--user"_s, u"--password-stdin"_s, u"--session"_s, u"--insecure"_s,
                                  u"--console"_s, u"--json"_s, u"Exit status"_s})
        QVERIFY2(help->text.contains(option), qUtf8Printable(option));

    const auto version = parsed(u"--version"_s);
    QVERIFY(version);
    QCOMPARE(version->action, CommandLine::Action::ShowVersion);
    QVERIFY(version->text.startsWith(u"jarchi-tray 0."_s));
}

void TestCommandLine::withoutConsole_nothingElseIsAskedFor()
{
    const auto line = parsed(QString());
    QVERIFY(line);
    QVERIFY(!line->console);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "test_command_line.moc"

// SPDX-License-Identifier: MIT
#include "support/patience.h"
#include "support/scripted_server.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace jarchi;
using namespace Qt::StringLiterals;
using jarchi::test::Patience;
using protocol::NotificationId;
using test::ScriptedServer;

namespace {

/// jarchi-tray itself, with an inbox in a folder of the test's.
class Program
{
public:
    explicit Program(const QTemporaryDir &home)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_DATA_HOME"_s, home.path());
        environment.insert(u"TZ"_s, u"UTC"_s);
        for (const QString &display : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
            environment.remove(display);
        process.setProcessEnvironment(environment);
    }
    ~Program()
    {
        process.kill();
        process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Program)

    void start(const QStringList &arguments, const QByteArray &input = "secret\n")
    {
        process.start(QStringLiteral(JARCHI_TRAY), arguments);
        process.write(input);
        process.closeWriteChannel();
    }
    /// Nothing while it runs.
    [[nodiscard]] std::optional<int> exitCode() const
    {
        if (process.state() != QProcess::NotRunning || process.exitStatus() != QProcess::NormalExit)
            return std::nullopt;
        return process.exitCode();
    }

    QProcess process;
};

} // namespace

class TestTrayProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void session_printsAndEndsWith0();
    void json_isOneObjectOnALine();
    void twoAtOnce_printEachNotificationOnce();
    void signal_saysByeAndEndsWith0_data();
    void signal_saysByeAndEndsWith0();
    void signal_whileWaiting_endsWith0();
    void fullOutput_endsWith1();
    void readerThatGoes_endsQuietly();
    void wrongPassword_endsWith3();
    void noServer_endsWith4();
    void wrongUsage_endsWith2_data();
    void wrongUsage_endsWith2();
    void withoutConsole_saysWhatToDo();
    void helpAndVersion_endWith0();
    void unwritableFolder_endsWith1();

private:
    [[nodiscard]] QStringList arguments(const QStringList &more = {}) const
    {
        return QStringList{u"--console"_s,        u"--user"_s,   u"sara"_s,
                           u"--password-stdin"_s, u"--server"_s, session::toText(m_server->address())} +
               more;
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<ScriptedServer> m_server;
};

void TestTrayProgram::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<ScriptedServer>();
    m_server->onHeard = [this](const protocol::ClientMessage &message) {
        if (std::holds_alternative<protocol::ClientBye>(message))
            m_server->closeConnection();
        if (!std::holds_alternative<protocol::Login>(message))
            return;
        m_server->say(ScriptedServer::welcome(1));
        m_server->say(ScriptedServer::notification(41));
        m_server->say(protocol::CaughtUp{41});
    };
}

void TestTrayProgram::session_printsAndEndsWith0()
{
    Program program(*m_home);
    program.start(arguments({u"--session"_s, u"1"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(program.exitCode(), 0, Patience);
    QCOMPARE(program.process.readAllStandardOutput(), "2026-11-22 09:00  Product 41\n"_ba);
    QCOMPARE(program.process.readAllStandardError(), "connected as Sara, 1 waiting\ncaught up\n"_ba);
    const auto logins = m_server->all<protocol::Login>();
    QCOMPARE(logins.size(), 1);
    QCOMPARE(logins.constFirst().user, u"sara"_s);
    QCOMPARE(logins.constFirst().password, u"secret"_s);
    QVERIFY(logins.constFirst().client.startsWith(u"jarchi-tray/"_s));
    QCOMPARE(m_server->acknowledged(), QList<NotificationId>{41});
}

void TestTrayProgram::json_isOneObjectOnALine()
{
    Program program(*m_home);
    program.start(arguments({u"--json"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->acknowledged().size(), 1, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(program.process.bytesAvailable() > 0,
                             Patience); // While it runs: nothing waits in a buffer.
    const QJsonObject object = QJsonDocument::fromJson(program.process.readAllStandardOutput()).object();
    QCOMPARE(object["type"_L1].toString(), u"notification"_s);
    QCOMPARE(object["id"_L1].toString(), u"41"_s);
}

void TestTrayProgram::twoAtOnce_printEachNotificationOnce()
{
    Program first(*m_home);
    Program second(*m_home);
    first.start(arguments());
    second.start(arguments());
    QTRY_COMPARE_WITH_TIMEOUT(m_server->acknowledged(), (QList<NotificationId>{41, 41}), Patience);
    first.process.kill();
    second.process.kill();
    QVERIFY(first.process.waitForFinished() && second.process.waitForFinished());
    const QByteArray printed = first.process.readAllStandardOutput() + second.process.readAllStandardOutput();
    QCOMPARE(printed.count("Product 41"), 1);
}

void TestTrayProgram::signal_saysByeAndEndsWith0_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void TestTrayProgram::signal_saysByeAndEndsWith0()
{
    QFETCH(const int, number);
    Program program(*m_home);
    program.start(arguments({u"--session"_s, u"0"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->acknowledged().size(), 1, Patience);
    ::kill(static_cast<pid_t>(program.process.processId()), number);
    QTRY_COMPARE_WITH_TIMEOUT(program.exitCode(), 0, Patience);
    QCOMPARE(m_server->all<protocol::ClientBye>().size(), 1);
}

void TestTrayProgram::signal_whileWaiting_endsWith0()
{
    const QStringList line = arguments({u"--session"_s, u"0"_s});
    m_server->stopListening();
    Program program(*m_home);
    program.start(line);
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += program.process.readAllStandardError()).contains("reconnecting in"), Patience);
    QVERIFY(said.contains("refused the connection"));
    program.process.terminate();
    QTRY_COMPARE_WITH_TIMEOUT(program.exitCode(), 0, Patience);
}

void TestTrayProgram::fullOutput_endsWith1()
{
    Program program(*m_home);
    program.process.setStandardOutputFile(u"/dev/full"_s);
    program.start(arguments({u"--session"_s, u"0"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(program.exitCode(), 1, Patience);
    QVERIFY(program.process.readAllStandardError().contains("cannot be printed"));
    QCOMPARE(m_server->acknowledged(), QList<NotificationId>{});
}

void TestTrayProgram::readerThatGoes_endsQuietly()
{
    // The reader takes one line and goes, and there is always one more to write.
    const auto visit = m_server->onHeard;
    NotificationId next = 42;
    m_server->onHeard = [&](const protocol::ClientMessage &message) {
        visit(message);
        if (std::holds_alternative<protocol::Ack>(message))
            m_server->say(ScriptedServer::notification(next++));
    };
    Program shell(*m_home);
    const QString command = QStringLiteral(JARCHI_TRAY) + u' ' + arguments({u"--session"_s, u"0"_s}).join(u' ');
    shell.process.start(u"bash"_s,
                        {u"-c"_s, u"echo secret | { %1; echo \"status $?\" >&2; } | head -n 1"_s.arg(command)});
    QTRY_COMPARE_WITH_TIMEOUT(shell.exitCode(), 0, Patience);
    QCOMPARE(shell.process.readAllStandardOutput(), "2026-11-22 09:00  Product 41\n"_ba);
    QCOMPARE(shell.process.readAllStandardError(), "connected as Sara, 1 waiting\ncaught up\nstatus 0\n"_ba);
}

void TestTrayProgram::wrongPassword_endsWith3()
{
    m_server->onHeard = [this](const protocol::ClientMessage &) {
        m_server->say(protocol::ErrorMessage{protocol::ErrorCode::BadCredentials, u"wrong"_s, {}});
    };
    Program program(*m_home);
    program.start(arguments({u"--session"_s, u"0"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(program.exitCode(), 3, Patience);
    QCOMPARE(program.process.readAllStandardError(),
             "The user name or the password is wrong. Check both, and try again.\n"_ba);
    QCOMPARE(program.process.readAllStandardOutput(), ""_ba);
}

void TestTrayProgram::noServer_endsWith4()
{
    const QStringList line = arguments();
    m_server->stopListening();
    Program program(*m_home);
    program.start(line);
    QTRY_COMPARE_WITH_TIMEOUT(program.exitCode(), 4, Patience);
    QVERIFY(program.process.readAllStandardError().contains("refused the connection"));
}

void TestTrayProgram::wrongUsage_endsWith2_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("unknown option") << QStringList{u"--nonsense"_s} << ""_ba;
    QTest::newRow("no user") << QStringList{u"--console"_s} << ""_ba;
    QTest::newRow("no terminal") << QStringList{u"--console"_s, u"--user"_s, u"sara"_s} << "secret\n"_ba;
    QTest::newRow("no password") << QStringList{u"--console"_s, u"--user"_s, u"sara"_s, u"--password-stdin"_s} << ""_ba;
    QTest::newRow("another computer") << QStringList{u"--console"_s,        u"--user"_s,     u"sara"_s,
                                                     u"--password-stdin"_s, u"--insecure"_s, u"--server"_s,
                                                     u"192.0.2.1"_s}
                                      << "secret\n"_ba;
}

void TestTrayProgram::wrongUsage_endsWith2()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, input);
    Program program(*m_home);
    program.start(arguments, input);
    QTRY_COMPARE_WITH_TIMEOUT(program.exitCode(), 2, Patience);
    const QByteArray said = program.process.readAllStandardError();
    QVERIFY(said.startsWith("jarchi-tray: "));
    QCOMPARE(said.count('\n'), 1);
    QCOMPARE(m_server->connections, 0);
}

void TestTrayProgram::withoutConsole_saysWhatToDo()
{
    Program program(*m_home);
    program.start({});
    QTRY_COMPARE_WITH_TIMEOUT(program.exitCode(), 1, Patience);
    QVERIFY(program.process.readAllStandardError().contains("--console"));
}

void TestTrayProgram::helpAndVersion_endWith0()
{
    for (const QString &option : {u"--help"_s, u"--version"_s}) {
        Program program(*m_home);
        program.start({option});
        QTRY_COMPARE_WITH_TIMEOUT(program.exitCode(), 0, Patience);
        QVERIFY(program.process.readAllStandardOutput().contains("jarchi-tray"));
        QCOMPARE(program.process.readAllStandardError(), ""_ba);
    }
}

void TestTrayProgram::unwritableFolder_endsWith1()
{
    // A file where the folder should be: unlike permissions, that stops root too.
    QFile file(m_home->filePath(u"jarchi-tray"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    Program program(*m_home);
    program.start(arguments());
    QTRY_COMPARE_WITH_TIMEOUT(program.exitCode(), 1, Patience);
    QVERIFY(program.process.readAllStandardError().contains("folder"));
    QCOMPARE(m_server->connections, 0);
}

QTEST_GUILESS_MAIN(TestTrayProgram)
#include "test_tray_program.moc"

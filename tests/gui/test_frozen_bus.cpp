// SPDX-License-Identifier: MIT
#include "widgets/frozen_bus.h"

#include "support/patience.h"
#include "support/private_bus.h"
#include "support/scripted_server.h"

#include <QLocalServer>
#include <QRegularExpression>
#include <QTest>

using namespace jarchi;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using jarchi::test::Patience;
using jarchi::test::PrivateBus;
using jarchi::test::ScriptedServer;
using widgets::leaveFrozenBus;

/// A session bus that hangs, and what a program makes of it.
class TestFrozenBus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();

    void bus_thatAnswers_staysAsItIs();
    void bus_thatIsNotThere_staysAsItIs_data();
    void bus_thatIsNotThere_staysAsItIs();
    void bus_thatIsStopped_isLeftAlone();
    void bus_thatLetsNobodyIn_isLeftAlone();
    void second_ofSeveral_isAskedWhenTheFirstIsGone();
    void trayClient_withAStoppedBus_logsIn();

private:
    static void setAddress(const QString &address) { qputenv("DBUS_SESSION_BUS_ADDRESS", address.toUtf8()); }
    static QString address() { return qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"); }
    static void expectWarning() { QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"does not answer"_s)); }

    const QString m_addressBefore = address();
};

void TestFrozenBus::cleanup()
{
    setAddress(m_addressBefore);
}

void TestFrozenBus::bus_thatAnswers_staysAsItIs()
{
    const PrivateBus bus;
    setAddress(bus.address());
    QVERIFY(leaveFrozenBus(std::chrono::milliseconds(Patience)));
    QCOMPARE(address(), bus.address());
}

void TestFrozenBus::bus_thatIsNotThere_staysAsItIs_data()
{
    QTest::addColumn<QString>("given");
    QTest::newRow("no such file") << u"unix:path=/nonexistent/bus,guid=1"_s;
    QTest::newRow("nobody has the name") << u"unix:abstract=/nonexistent/of/jarchi"_s;
    QTest::newRow("a path too long") << u"unix:path=/"_s + QString(200, u'x');
    QTest::newRow("another transport") << u"tcp:host=localhost,port=1"_s;
    QTest::newRow("no transport") << u"nonsense"_s;
    QTest::newRow("nothing to connect to") << u"unix:guid=1"_s;
}

void TestFrozenBus::bus_thatIsNotThere_staysAsItIs()
{
    QFETCH(const QString, given);
    setAddress(given);
    QVERIFY(leaveFrozenBus(std::chrono::milliseconds(Patience)));
    QCOMPARE(address(), given);
}

void TestFrozenBus::bus_thatIsStopped_isLeftAlone()
{
    const PrivateBus bus;
    bus.freeze();
    setAddress(bus.address());
    expectWarning();
    QVERIFY(!leaveFrozenBus(50ms));
    QVERIFY(leaveFrozenBus(50ms)); // Now there is none.
    QVERIFY(!QDBusConnection::connectToBus(address(), u"left"_s).isConnected());
    QDBusConnection::disconnectFromBus(u"left"_s);
}

void TestFrozenBus::bus_thatLetsNobodyIn_isLeftAlone()
{
    QLocalServer silent;
    silent.setSocketOptions(QLocalServer::AbstractNamespaceOption);
    QVERIFY(silent.listen(u"jarchi-silent-bus-%1"_s.arg(QCoreApplication::applicationPid())));
    setAddress(u"unix:abstract="_s + silent.serverName());
    expectWarning();
    QVERIFY(!leaveFrozenBus(50ms));
}

void TestFrozenBus::second_ofSeveral_isAskedWhenTheFirstIsGone()
{
    const PrivateBus bus;
    setAddress(u"unix:path=/nonexistent/bus;"_s + bus.address());
    QVERIFY(leaveFrozenBus(std::chrono::milliseconds(Patience)));
    bus.freeze();
    expectWarning();
    QVERIFY(!leaveFrozenBus(50ms));
}

void TestFrozenBus::trayClient_withAStoppedBus_logsIn()
{
    const PrivateBus bus;
    bus.freeze();
    ScriptedServer server;
    server.onHeard = [&server](const protocol::ClientMessage &message) {
        if (std::holds_alternative<protocol::Login>(message))
            server.say(ScriptedServer::welcome());
    };
    const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &folder : {u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_RUNTIME_DIR"_s})
        environment.insert(folder, home.path());
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, bus.address());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    QProcess program;
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(JARCHI_TRAY),
                  {u"--server"_s, session::toText(server.address()), u"--user"_s, u"sara"_s, u"--password-stdin"_s});
    program.write("secret\n");
    program.closeWriteChannel();
    QTRY_COMPARE_WITH_TIMEOUT(server.all<protocol::Login>().size(), 1, Patience);
    program.kill();
    QVERIFY(program.waitForFinished());
    QVERIFY(program.readAllStandardError().contains("does not answer"));
}

QTEST_GUILESS_MAIN(TestFrozenBus)
#include "test_frozen_bus.moc"

// SPDX-License-Identifier: MIT
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

/// The demo behind `./dev run`, with the real programs: it plays to its end, stops when told to, and leaves nothing.
class TestDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void demo_withoutTerminal_playsToItsEnd();
    void demo_interrupted_stopsCleanly_data();
    void demo_interrupted_stopsCleanly();
    void demo_brokenServer_saysWhy();
};

namespace {

/// Plays in a temporary folder of its own, so that what it leaves behind is seen.
void prepare(QProcess &demo, const QTemporaryDir &temporary, const QString &pause, const QString &server)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TMPDIR"_s, temporary.path());
    environment.insert(u"JARCHI_DEMO_PAUSE"_s, pause);
    environment.remove(u"DISPLAY"_s); // With one it would open windows.
    environment.remove(u"WAYLAND_DISPLAY"_s);
    demo.setProcessEnvironment(environment);
    demo.setStandardInputFile(QProcess::nullDevice());
    demo.setProgram(u"python3"_s);
    demo.setArguments({QStringLiteral(JARCHI_SOURCE_DIR "/tools/demo.py"), u"--server"_s, server, u"--client"_s,
                       QStringLiteral(JARCHI_TRAY_PROGRAM)});
}

QStringList leftIn(const QTemporaryDir &folder)
{
    return QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

} // namespace

void TestDemo::demo_withoutTerminal_playsToItsEnd()
{
    const QTemporaryDir temporary;
    QProcess demo;
    prepare(demo, temporary, u"0.4"_s, QStringLiteral(JARCHI_SERVER_PROGRAM));
    demo.start();
    QVERIFY(demo.waitForFinished(120'000));

    const QString output = QString::fromUtf8(demo.readAllStandardOutput());
    QVERIFY2(demo.exitCode() == 0, qPrintable(QString::fromUtf8(demo.readAllStandardError()) + output));
    QVERIFY2(!output.contains(u'\x1b'), "Colours are for terminals.");
    QStringList heardBySara;
    QStringList heardByTom;
    for (const QString &line : output.split(u'\n')) {
        if (line.startsWith(u"  sara | "_s)) {
            heardBySara << line;
        } else if (line.startsWith(u"   tom | "_s)) {
            heardByTom << line;
        }
    }
    const QString sara = heardBySara.join(u'\n');
    const QString tom = heardByTom.join(u'\n');
    QVERIFY2(sara.contains(u"Fairphone 6"_s), qPrintable(output));
    QVERIFY2(!sara.contains(u"Pixelworks Ten Ultra"_s), qPrintable(output));
    QVERIFY2(!sara.contains(u"Gravel tyre"_s), qPrintable(output));
    QVERIFY2(tom.contains(u"Gravel tyre"_s), qPrintable(output));
    QVERIFY2(tom.contains(u"Around the World by Bicycle"_s), qPrintable(output));
    QVERIFY2(!tom.contains(u"Sewing for Beginners"_s), qPrintable(output));
    QVERIFY2(!tom.contains(u"Fairphone 6"_s), qPrintable(output));
    QCOMPARE(leftIn(temporary), QStringList());
}

void TestDemo::demo_interrupted_stopsCleanly_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("Ctrl-C") << SIGINT;
    QTest::newRow("told to end") << SIGTERM;
    QTest::newRow("terminal closed") << SIGHUP;
}

void TestDemo::demo_interrupted_stopsCleanly()
{
    QFETCH(const int, number);

    const QTemporaryDir temporary;
    QProcess demo;
    prepare(demo, temporary, u"60"_s, QStringLiteral(JARCHI_SERVER_PROGRAM));
    demo.start();
    QByteArray output;
    QTRY_VERIFY2_WITH_TIMEOUT((output += demo.readAllStandardOutput()).contains("  tom | "),
                              (output + demo.readAllStandardError()).constData(), 30'000);
    QCOMPARE(::kill(static_cast<pid_t>(demo.processId()), number), 0);
    QVERIFY(demo.waitForFinished());
    QCOMPARE(demo.exitStatus(), QProcess::NormalExit);
    QCOMPARE(demo.exitCode(), 0);
    QCOMPARE(demo.readAllStandardError(), QByteArray());
    QCOMPARE(leftIn(temporary), QStringList());
}

void TestDemo::demo_brokenServer_saysWhy()
{
    const QTemporaryDir temporary;
    QProcess demo;
    prepare(demo, temporary, u"1"_s, u"/bin/false"_s);
    demo.start();
    QVERIFY(demo.waitForFinished());
    QCOMPARE(demo.exitCode(), 1);
    const QByteArray errors = demo.readAllStandardError();
    QVERIFY2(errors.startsWith("The demo failed: "), errors.constData());
    QCOMPARE(errors.count('\n'), 1);
    QCOMPARE(leftIn(temporary), QStringList());
}

QTEST_GUILESS_MAIN(TestDemo)
#include "test_demo.moc"

// SPDX-License-Identifier: MIT
#include "support/workplace.h"
#include "widgets/display.h"

#include <QFile>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace jarchi;
using namespace jarchi::support;
using namespace Qt::StringLiterals;

/// Displays that are there and that are not. No application object here: the function wants to be asked before it.
class TestDisplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void display_offscreen_answers();
    void display_thatIsNotThere_isNone_data();
    void display_thatIsNotThere_isNone();
    void display_thatNeverAnswers_isNone();
    void server_withoutDisplay_saysSoAndEnds_data();
    void server_withoutDisplay_saysSoAndEnds();

private:
    static void setDisplays(const QByteArray &x11, const QByteArray &wayland);
    static bool canShow(std::chrono::seconds patience = std::chrono::seconds(30))
    {
        QByteArray name("test_display");
        char *arguments[] = {name.data(), nullptr};
        return widgets::canShowWindows(1, arguments, patience);
    }

    QProcessEnvironment m_before;
    QTemporaryDir m_folder;
};

namespace {

constexpr std::array Names{"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "XDG_SESSION_TYPE"};

} // namespace

void TestDisplay::init()
{
    m_before = QProcessEnvironment::systemEnvironment();
}

void TestDisplay::cleanup()
{
    for (const char *name : Names) {
        const QString value = m_before.value(QString::fromLatin1(name));
        value.isEmpty() ? qunsetenv(name) : qputenv(name, value.toLocal8Bit());
    }
}

void TestDisplay::setDisplays(const QByteArray &x11, const QByteArray &wayland)
{
    for (const char *name : Names) {
        qunsetenv(name);
    }
    if (!x11.isEmpty()) {
        qputenv("DISPLAY", x11);
    }
    if (!wayland.isEmpty()) {
        qputenv("WAYLAND_DISPLAY", wayland);
        qputenv("XDG_SESSION_TYPE", "wayland");
    }
}

void TestDisplay::display_offscreen_answers()
{
    setDisplays("127.0.0.1:9", {}); // Which is not asked.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QVERIFY(canShow());
}

void TestDisplay::display_thatIsNotThere_isNone_data()
{
    QTest::addColumn<QByteArray>("x11");
    QTest::addColumn<QByteArray>("wayland");
    const QByteArray socket = m_folder.filePath(u"wayland-7"_s).toLocal8Bit();
    QTest::newRow("none at all") << QByteArray() << QByteArray();
    QTest::newRow("X11") << QByteArray("127.0.0.1:59000") << QByteArray(); // No port can be that high.
    QTest::newRow("Wayland") << QByteArray() << socket;
    QTest::newRow("both") << QByteArray("127.0.0.1:59000") << socket;
    QTest::newRow("nonsense") << QByteArray("what?") << QByteArray();
}

void TestDisplay::display_thatIsNotThere_isNone()
{
    QFETCH(const QByteArray, x11);
    QFETCH(const QByteArray, wayland);
    setDisplays(x11, wayland);
    QVERIFY(!canShow());
}

void TestDisplay::display_thatNeverAnswers_isNone()
{
    QTcpServer silent; // The kernel takes the connection, and nobody reads from it.
    quint16 port = 6000;
    while (!silent.listen(QHostAddress::LocalHost, port)) {
        ++port;
    }
    setDisplays("127.0.0.1:" + QByteArray::number(port - 6000), {});
    QVERIFY(!canShow(std::chrono::seconds(1)));
}

void TestDisplay::server_withoutDisplay_saysSoAndEnds_data()
{
    display_thatIsNotThere_isNone_data();
}

void TestDisplay::server_withoutDisplay_saysSoAndEnds()
{
    QFETCH(const QByteArray, x11);
    QFETCH(const QByteArray, wayland);
    setDisplays(x11, wayland);
    const Workplace workplace; // With the environment of this moment.
    const Outcome outcome = workplace.run(serverProgram(), {u"--port"_s, u"0"_s});
    QVERIFY2(outcome.status == 1, outcome.told().constData());
    QVERIFY2(outcome.errors.contains(u"There is no display that answers"_s), outcome.told().constData());
    QVERIFY2(outcome.errors.contains(u"--no-gui"_s), outcome.told().constData());
    QVERIFY(!QFile::exists(workplace.database()));
}

QTEST_APPLESS_MAIN(TestDisplay)
#include "test_display.moc"

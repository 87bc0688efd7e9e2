// SPDX-License-Identifier: MIT
#include "gui/log_view.h"
#include "gui/main_window.h"
#include "gui/now_page.h"
#include "support/window_fixture.h"
#include "widgets/table.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QLoggingCategory>
#include <QPushButton>

using namespace jarchi;
using namespace jarchi::gui;
using namespace jarchi::widgets;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

/// What is going on: connections, the server's state, the log.
class TestNowPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connections_comeAndGo();
    void connection_isDisconnected();
    void server_stopsAndStarts();
    void stoppedPage_hasAButtonThatStarts();
    void log_isFilteredAndCopied();

private:
    static Table &connections(WindowFixture &fixture) { return fixture.find<Table>(u"connections"_s); }
    static bool shows(WindowFixture &fixture, int count)
    {
        return QTest::qWaitFor([&] { return connections(fixture).model()->rowCount() == count; }, Patience);
    }
    static QString cell(WindowFixture &fixture, int row, int column)
    {
        return connections(fixture).model()->index(row, column).data().toString();
    }
};

void TestNowPage::connections_comeAndGo()
{
    WindowFixture fixture;
    fixture.shop().account(u"sara"_s);
    QVERIFY(fixture.open(MainWindow::Now));
    QVERIFY(shows(fixture, 0));
    {
        LineClient client;
        QVERIFY(fixture.logIn(client, u"sara"_s));
        QVERIFY(client.expect<protocol::CaughtUp>());
        QVERIFY(shows(fixture, 1));
        QTRY_COMPARE_WITH_TIMEOUT(cell(fixture, 0, ConnectionsModel::Account), u"sara"_s, Patience);
        QVERIFY(cell(fixture, 0, ConnectionsModel::Address).startsWith(u"127.0.0.1:"_s));
        QTRY_COMPARE_WITH_TIMEOUT(cell(fixture, 0, ConnectionsModel::State), u"live"_s, Patience);
        LineClient stranger(fixture.server().endpoints().first());
        QVERIFY(shows(fixture, 2));
        QCOMPARE(cell(fixture, 1, ConnectionsModel::Account), u"not logged in"_s);
    }
    QVERIFY(shows(fixture, 0));
}

void TestNowPage::connection_isDisconnected()
{
    WindowFixture fixture;
    fixture.shop().account(u"sara"_s);
    QVERIFY(fixture.open(MainWindow::Now));
    LineClient client;
    QVERIFY(fixture.logIn(client, u"sara"_s));
    QVERIFY(client.expect<protocol::CaughtUp>());
    QVERIFY(shows(fixture, 1));
    auto &disconnecting = fixture.find<QPushButton>(u"disconnectClient"_s);
    QVERIFY(!disconnecting.isEnabled());
    connections(fixture).setCurrentIndex(connections(fixture).model()->index(0, 0));
    QVERIFY(disconnecting.isEnabled());
    QTest::mouseClick(&disconnecting, Qt::LeftButton);
    QVERIFY(client.expectBye());
    QVERIFY(shows(fixture, 0));
}

void TestNowPage::server_stopsAndStarts()
{
    WindowFixture fixture;
    fixture.shop().account(u"sara"_s);
    QVERIFY(fixture.open(MainWindow::Now));
    auto &button = fixture.find<QPushButton>(u"startStop"_s);
    const auto &state = fixture.find<QLabel>(u"serverState"_s);
    QCOMPARE(state.text(), u"Running"_s);
    const QString where = fixture.server().endpoints().first().toString();
    QVERIFY2(fixture.window().windowTitle().contains(where), qPrintable(fixture.window().windowTitle()));
    LineClient client;
    QVERIFY(fixture.logIn(client, u"sara"_s));
    QVERIFY(client.expect<protocol::CaughtUp>());
    QTest::mouseClick(&button, Qt::LeftButton);
    QCOMPARE(client.expectBye(), protocol::ByeReason::Shutdown);
    QTRY_COMPARE_WITH_TIMEOUT(state.text(), u"Stopped"_s, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.visible<QPushButton>(u"emptyStateAction"_s) != nullptr, true, Patience);
    QTest::mouseClick(&button, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(state.text(), u"Running"_s, Patience);
    LineClient again;
    QVERIFY(fixture.logIn(again, u"sara"_s));
}

void TestNowPage::stoppedPage_hasAButtonThatStarts()
{
    WindowFixture fixture;
    fixture.shop().account(u"sara"_s);
    QVERIFY(fixture.open(MainWindow::Now));
    fixture.server().stop();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.server().state(), ServerControl::State::Stopped, Patience);
    auto *start = fixture.visible<QPushButton>(u"emptyStateAction"_s);
    QVERIFY(start != nullptr);
    QCOMPARE(start->text(), u"Start serving"_s);
    QTest::mouseClick(start, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.server().state(), ServerControl::State::Running, Patience);
    LineClient client;
    QVERIFY(fixture.logIn(client, u"sara"_s));
}

void TestNowPage::log_isFilteredAndCopied()
{
    WindowFixture fixture;
    QVERIFY(fixture.open(MainWindow::Now));
    fixture.window().findChild<NowPage *>()->showLog();
    QAbstractItemModel *log = fixture.window().findChild<LogView *>()->table()->model();
    QTest::ignoreMessage(QtWarningMsg, "the disk is nearly full");
    QTest::ignoreMessage(QtInfoMsg, "something else happened");
    qWarning("the disk is nearly full");
    qInfo("something else happened");
    fixture.find<QLineEdit>(u"logText"_s).setText(u"else happened"_s);
    QTRY_COMPARE_WITH_TIMEOUT(log->rowCount(), 1, Patience);
    auto &level = fixture.find<QComboBox>(u"logLevel"_s);
    level.setCurrentIndex(level.findText(u"Warnings and worse"_s));
    fixture.find<QLineEdit>(u"logText"_s).setText(u"DISK full"_s);
    QTRY_COMPARE_WITH_TIMEOUT(log->rowCount(), 1, Patience);
    fixture.window().findChild<LogView *>()->table()->setFocus();
    fixture.window().findChild<LogView *>()->table()->selectAll();
    QTest::keyClick(fixture.window().findChild<LogView *>()->table(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"the disk is nearly full"_s));
    QVERIFY(!QGuiApplication::clipboard()->text().contains(u"something else"_s));
}

QTEST_MAIN(TestNowPage)
#include "test_now_page.moc"

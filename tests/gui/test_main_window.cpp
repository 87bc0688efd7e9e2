// SPDX-License-Identifier: MIT
#include "gui/main_window.h"
#include "support/window_fixture.h"
#include "widgets/table.h"

#include <QAction>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QSignalSpy>
#include <QTcpServer>
#include <QToolBar>

using namespace jarchi;
using namespace jarchi::gui;
using namespace jarchi::widgets;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

/// What concerns every page: languages, appearance, trouble with the server, closing.
class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void language_switched_isAtOnceEverywhere();
    void messages_standingThere_changeTheirLanguage();
    void appearance_switched_isAtOnceEverywhere();
    void appearance_chosenInTheMenu_isRemembered();
    void port_inUse_isSaidAndRecoveredFrom();
    void port_freedAgain_isTakenByTryAgainNow();
    void database_ofAnotherServer_isRefused();
    void file_thatIsNoDatabase_isSaid();
    void window_closedWithoutTray_quits();
    void place_isRemembered();
    void firstSize_fitsTheScreen();
    void page_byKeyboard_isShown();

private:
    static QString trouble(WindowFixture &fixture)
    {
        const auto &bar = fixture.find<QWidget>(u"trouble"_s);
        return bar.isVisible() ? bar.accessibleName() : QString();
    }
};

void TestMainWindow::language_switched_isAtOnceEverywhere()
{
    WindowFixture fixture;
    QVERIFY(fixture.open(MainWindow::AddProduct));
    auto &add = fixture.find<QPushButton>(u"addProduct"_s);
    auto &bar = fixture.find<QToolBar>(u"sideBar"_s);
    QCOMPARE(add.text(), u"&Add product"_s);
    QCOMPARE(fixture.window().toolBarArea(&bar), Qt::LeftToolBarArea);
    fixture.find<QAction>(u"language-fa"_s).trigger();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.window().layoutDirection(), Qt::RightToLeft, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(add.text().contains(u"افزودن"_s), Patience);
    QCOMPARE(fixture.window().toolBarArea(&bar), Qt::RightToolBarArea);
    QVERIFY(fixture.window().windowTitle().contains(u"جارچی"_s));
    for (const QAction *menu : fixture.window().menuBar()->actions()) {
        QVERIFY2(!menu->text().contains(QRegularExpression(u"[A-Za-z]"_s)), qPrintable(menu->text()));
    }
    fixture.find<QAction>(u"language-en"_s).trigger();
    QTRY_COMPARE_WITH_TIMEOUT(add.text(), u"&Add product"_s, Patience);
    QCOMPARE(fixture.window().layoutDirection(), Qt::LeftToRight);
    QCOMPARE(fixture.window().toolBarArea(&bar), Qt::LeftToolBarArea);
    QCOMPARE(fixture.settings().value(u"language"_s).toString(), u"en"_s);
}

void TestMainWindow::messages_standingThere_changeTheirLanguage()
{
    WindowFixture first;
    QVERIFY(first.open(MainWindow::Now));
    WindowFixture second;
    engine::Config config = second.shop().config();
    config.port = first.server().endpoints().first().port;
    second.show(config);
    second.window().showPage(MainWindow::Announce);
    QTRY_VERIFY_WITH_TIMEOUT(trouble(second).startsWith(u"Cannot listen"_s), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(second.visible<QWidget>(u"firstStep"_s) != nullptr, Patience);
    second.language().use(u"fa"_s);
    QTRY_VERIFY_WITH_TIMEOUT(trouble(second).contains(u"شنود"_s), Patience);
    QCOMPARE(second.find<QWidget>(u"trouble"_s).findChild<QPushButton *>(u"messageAction"_s)->text(),
             u"تلاش &دوباره"_s);
    const auto *step = second.visible<QWidget>(u"firstStep"_s);
    QVERIFY(step != nullptr);
    QVERIFY2(!step->accessibleName().contains(QRegularExpression(u"[A-Za-z]"_s)), qPrintable(step->accessibleName()));
    second.language().use(u"en"_s);
    QTRY_VERIFY_WITH_TIMEOUT(trouble(second).startsWith(u"Cannot listen"_s), Patience);
}

void TestMainWindow::appearance_switched_isAtOnceEverywhere()
{
    WindowFixture fixture;
    QVERIFY(fixture.open(MainWindow::AddProduct));
    fixture.appearance().choose(Appearance::Choice::Dark);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window().palette().color(QPalette::Window).lightness() < 80, Patience);
    fixture.appearance().choose(Appearance::Choice::Light);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window().palette().color(QPalette::Window).lightness() > 200, Patience);
}

void TestMainWindow::appearance_chosenInTheMenu_isRemembered()
{
    WindowFixture fixture;
    QVERIFY(fixture.open(MainWindow::AddProduct));
    const auto entry = [&](Appearance::Choice choice) -> QAction & {
        return fixture.find<QAction>(u"appearance-%1"_s.arg(static_cast<int>(choice)));
    };
    QVERIFY(entry(Appearance::Choice::System).isChecked());
    entry(Appearance::Choice::Dark).trigger();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window().palette().color(QPalette::Window).lightness() < 80, Patience);
    QVERIFY(!entry(Appearance::Choice::System).isChecked());
    fixture.close();
    QVERIFY(fixture.open(MainWindow::AddProduct));
    QVERIFY(entry(Appearance::Choice::Dark).isChecked());
    entry(Appearance::Choice::Light).trigger();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window().palette().color(QPalette::Window).lightness() > 200, Patience);
    entry(Appearance::Choice::System).trigger();
    QCOMPARE(fixture.appearance().choice(), Appearance::Choice::System);
}

void TestMainWindow::port_freedAgain_isTakenByTryAgainNow()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    WindowFixture fixture;
    engine::Config config = fixture.shop().config();
    config.port = other.serverPort();
    fixture.show(config);
    QTRY_VERIFY_WITH_TIMEOUT(!trouble(fixture).isEmpty(), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.server().state(), ServerControl::State::Stopped, Patience);
    other.close();
    auto *again = fixture.find<QWidget>(u"trouble"_s).findChild<QPushButton *>(u"messageAction"_s);
    QCOMPARE(again->text(), u"Tr&y again now"_s);
    QTest::mouseClick(again, Qt::LeftButton);
    QCOMPARE(fixture.server().state(), ServerControl::State::Starting); // At once, and not when its time comes.
    QTRY_COMPARE_WITH_TIMEOUT(fixture.server().state(), ServerControl::State::Running, Patience);
    QCOMPARE(trouble(fixture), QString());
}

void TestMainWindow::port_inUse_isSaidAndRecoveredFrom()
{
    WindowFixture first;
    QVERIFY(first.open(MainWindow::Now));
    WindowFixture second;
    engine::Config config = second.shop().config();
    config.port = first.server().endpoints().first().port;
    second.show(config);
    QTRY_VERIFY_WITH_TIMEOUT(trouble(second).contains(QString::number(config.port)), Patience);
    QVERIFY(second.server().isOpen()); // Products can be added meanwhile.
    first.close();
    QTRY_COMPARE_WITH_TIMEOUT(second.server().state(), ServerControl::State::Running, Patience);
    QCOMPARE(trouble(second), QString());
}

void TestMainWindow::database_ofAnotherServer_isRefused()
{
    WindowFixture first;
    QVERIFY(first.open(MainWindow::Now));
    WindowFixture second;
    engine::Config config = second.shop().config();
    config.database = first.shop().config().database;
    second.show(config);
    QTRY_VERIFY_WITH_TIMEOUT(trouble(second).contains(u"Another server runs on the database"_s), Patience);
    const QStringList needTheDatabase{u"addProduct"_s, u"sendAnnouncement"_s, u"importProducts"_s, u"addAccount"_s};
    for (const QString &name : needTheDatabase) {
        QVERIFY2(!second.find<QPushButton>(name).isEnabled(), qPrintable(name));
    }
    first.close();
    QTRY_COMPARE_WITH_TIMEOUT(second.server().state(), ServerControl::State::Running, Patience);
    for (const QString &name : needTheDatabase) {
        QVERIFY2(second.find<QPushButton>(name).isEnabled(), qPrintable(name));
    }
}

void TestMainWindow::file_thatIsNoDatabase_isSaid()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"letter.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray content = QByteArray("Dear customers, ").repeated(100);
    QCOMPARE(file.write(content), content.size());
    file.close();
    WindowFixture fixture;
    engine::Config config = fixture.shop().config();
    config.database = file.fileName();
    fixture.show(config);
    QTRY_VERIFY_WITH_TIMEOUT(trouble(fixture).contains(u"letter.txt"_s), Patience);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void TestMainWindow::window_closedWithoutTray_quits()
{
    WindowFixture fixture;
    QVERIFY(fixture.open(MainWindow::Now));
    const QSignalSpy quit(&fixture.window(), &MainWindow::quitRequested);
    QVERIFY(fixture.window().close());
    QCOMPARE(quit.size(), 1);
}

void TestMainWindow::place_isRemembered()
{
    WindowFixture fixture;
    QVERIFY(fixture.open(MainWindow::People));
    fixture.window().resize(1000, 650);
    const QStringList tables{u"accounts"_s, u"products"_s, u"connections"_s};
    for (const QString &table : tables) {
        fixture.find<Table>(table).horizontalHeader()->resizeSection(2, 177);
    }
    fixture.close();
    fixture.show(fixture.shop().config());
    QCOMPARE(fixture.window().size(), QSize(1000, 650));
    QVERIFY(fixture.find<QWidget>(u"accounts"_s).parentWidget()->isVisible());
    for (const QString &table : tables) {
        QCOMPARE(fixture.find<Table>(table).horizontalHeader()->sectionSize(2), 177);
    }
}

void TestMainWindow::firstSize_fitsTheScreen()
{
    WindowFixture fixture;
    QVERIFY(fixture.open(MainWindow::AddProduct));
    const QSize room = fixture.window().screen()->availableGeometry().size();
    const QSize size = fixture.window().size();
    QVERIFY2(size.width() <= room.width() || size.width() == fixture.window().minimumSizeHint().width(),
             qPrintable(QString::number(size.width())));
    QVERIFY(size.height() <= room.height());
}

void TestMainWindow::page_byKeyboard_isShown()
{
    WindowFixture fixture;
    QVERIFY(fixture.open(MainWindow::Now));
    QTest::keyClick(&fixture.window(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(fixture.find<QLineEdit>(u"productName"_s).hasFocus());
    QTest::keyClick(&fixture.window(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(fixture.find<QLineEdit>(u"searchProducts"_s).hasFocus());
    QTest::keyClick(&fixture.window(), Qt::Key_4, Qt::ControlModifier);
    QTest::keyClick(&fixture.window(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(fixture.find<QLineEdit>(u"searchAccounts"_s).hasFocus());
}

QTEST_MAIN(TestMainWindow)
#include "test_main_window.moc"

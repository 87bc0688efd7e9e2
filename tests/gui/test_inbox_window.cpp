// SPDX-License-Identifier: MIT
#include "support/inbox_window_fixture.h"
#include "support/mnemonics.h"

#include <QAccessible>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextEdit>

using namespace jarchi;
using namespace jarchi::test;
using namespace jarchi::ui;
using namespace Qt::StringLiterals;

/// The client's inbox window: what it shows, how one moves in it, and what it says.
class TestInboxWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodySignedIn_offersIt();
    void emptyInbox_offersInterests();
    void search_whileTyping_findsAndEmptiesAgain();
    void keys_walkOverHeadings();
    void unread_isCountedInTheTitle();
    void present_ofAHiddenEntry_clearsTheFilters();
    void present_ofAnEntryThatJustCame_selectsIt();
    void arrival_leavesSelectionAndPlaceAlone();
    void notice_isSaid();
    void trouble_goesAwayWithItsCause();
    void missingTray_isSaidAndClosingQuits();
    void closing_withTray_onlyHides();
    void language_changed_turnsTheWindow();
    void window_inLanguage_hasNoClashingMnemonics_data();
    void window_inLanguage_hasNoClashingMnemonics();
    void everything_hasAnAccessibleName();
    void layout_isRemembered();
};

void TestInboxWindow::nobodySignedIn_offersIt()
{
    InboxWindowFixture fixture;
    fixture.openSignedOut();
    QSignalSpy wanted(&fixture.window(), &InboxWindow::signInRequested);
    auto *button = fixture.visible<QPushButton>(u"emptyStateAction"_s);
    QVERIFY(button != nullptr);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(!fixture.find<QLineEdit>(u"searchInbox"_s).isEnabled());
}

void TestInboxWindow::emptyInbox_offersInterests()
{
    InboxWindowFixture fixture;
    QVERIFY(fixture.open());
    QSignalSpy wanted(&fixture.window(), &InboxWindow::interestsRequested);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.visible<QPushButton>(u"emptyStateAction"_s) != nullptr, Patience);
    QTest::mouseClick(fixture.visible<QPushButton>(u"emptyStateAction"_s), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
}

void TestInboxWindow::search_whileTyping_findsAndEmptiesAgain()
{
    InboxWindowFixture fixture;
    fixture.fill({InboxWindowFixture::phone(1), InboxWindowFixture::notification(2, u"Café grinder"_s, u"Kitchen"_s)});
    QVERIFY(fixture.open());
    QVERIFY(fixture.shows({u"3 November 2026"_s, u"Café grinder"_s, u"2 November 2026"_s, u"Phone 1"_s}));
    fixture.press(Qt::Key_F, Qt::ControlModifier);
    auto &search = fixture.find<QLineEdit>(u"searchInbox"_s);
    QVERIFY(search.hasFocus());
    QTest::keyClicks(&search, u"GRIND"_s);
    QVERIFY(fixture.shows({u"3 November 2026"_s, u"Café grinder"_s}));
    QTest::keyClicks(&search, u" nothing like it"_s);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.visible<QPushButton>(u"emptyStateAction"_s) != nullptr, Patience);
    QTest::keyClick(&search, Qt::Key_Escape);
    QCOMPARE(search.text(), QString());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 4, Patience);
    QTest::keyClicks(&search, u"nothing like it"_s);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.visible<QPushButton>(u"emptyStateAction"_s) != nullptr, Patience);
    QTest::mouseClick(fixture.visible<QPushButton>(u"emptyStateAction"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 4, Patience);
}

void TestInboxWindow::keys_walkOverHeadings()
{
    InboxWindowFixture fixture;
    fixture.fill(InboxWindowFixture::phones(3));
    QVERIFY(fixture.open());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 6, Patience);
    QVERIFY(fixture.list().hasFocus());
    fixture.press(Qt::Key_Down);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.selected(), u"Phone 3"_s, Patience);
    fixture.press(Qt::Key_Down);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.selected(), u"Phone 2"_s, Patience);
    fixture.press(Qt::Key_End);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.selected(), u"Phone 1"_s, Patience);
    fixture.press(Qt::Key_Down);
    QCOMPARE(fixture.selected(), u"Phone 1"_s);
    fixture.press(Qt::Key_Home);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.selected(), u"Phone 3"_s, Patience);
    fixture.press(Qt::Key_Up);
    QCOMPARE(fixture.selected(), u"Phone 3"_s);
}

void TestInboxWindow::unread_isCountedInTheTitle()
{
    InboxWindowFixture fixture;
    fixture.fill(InboxWindowFixture::phones(3));
    QVERIFY(fixture.open());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.window().windowTitle(), u"Jarchi – 3 unread"_s, Patience);
    fixture.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.window().windowTitle(), u"Jarchi – Inbox"_s, Patience);
}

void TestInboxWindow::present_ofAHiddenEntry_clearsTheFilters()
{
    InboxWindowFixture fixture;
    fixture.fill({InboxWindowFixture::phone(1), InboxWindowFixture::notification(2, u"A book"_s, u"Books"_s)});
    QVERIFY(fixture.open());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 4, Patience);
    fixture.find<QLineEdit>(u"searchInbox"_s).setText(u"book"_s);
    QVERIFY(fixture.shows({u"3 November 2026"_s, u"A book"_s}));
    fixture.window().present(2); // It is in sight, so what was searched for stays.
    QTRY_COMPARE_WITH_TIMEOUT(fixture.selected(), u"A book"_s, Patience);
    QCOMPARE(fixture.find<QLineEdit>(u"searchInbox"_s).text(), u"book"_s);
    fixture.window().present(1);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.selected(), u"Phone 1"_s, Patience);
    QCOMPARE(fixture.find<QLineEdit>(u"searchInbox"_s).text(), QString());
    QCOMPARE(fixture.rows().size(), 4);
}

void TestInboxWindow::present_ofAnEntryThatJustCame_selectsIt()
{
    InboxWindowFixture fixture;
    QVERIFY(fixture.open());
    fixture.fill(InboxWindowFixture::phones(500));
    fixture.window().present(1); // The oldest: far below what is in sight.
    QTRY_COMPARE_WITH_TIMEOUT(fixture.selected(), u"Phone 1"_s, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(
        fixture.list().viewport()->rect().contains(fixture.list().visualRect(fixture.list().currentIndex())), Patience);
}

void TestInboxWindow::arrival_leavesSelectionAndPlaceAlone()
{
    InboxWindowFixture fixture;
    fixture.fill(InboxWindowFixture::phones(100));
    QVERIFY(fixture.open());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 200, Patience);
    fixture.window().present(50);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.selected(), u"Phone 50"_s, Patience);
    const int before = fixture.list().visualRect(fixture.list().currentIndex()).top();
    fixture.fill({InboxWindowFixture::phone(101), InboxWindowFixture::phone(102)});
    Q_EMIT fixture.client().inboxChanged();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 204, Patience);
    QCOMPARE(fixture.selected(), u"Phone 50"_s);
    QCOMPARE(fixture.list().visualRect(fixture.list().currentIndex()).top(), before);
    fixture.list().scrollToTop();
    fixture.fill({InboxWindowFixture::phone(103)});
    Q_EMIT fixture.client().inboxChanged();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 206, Patience);
    QCOMPARE(fixture.list().verticalScrollBar()->value(), 0); // Who looks at the newest sees what comes.
}

void TestInboxWindow::notice_isSaid()
{
    InboxWindowFixture fixture;
    QVERIFY(fixture.open());
    Q_EMIT fixture.client().noticed(u"The disk is full."_s);
    QCOMPARE(fixture.message(), u"The disk is full."_s);
}

void TestInboxWindow::trouble_goesAwayWithItsCause()
{
    ScriptedServer server;
    beGenerous(server);
    InboxWindowFixture fixture;
    fixture.computer().keychain.tokens.insert({session::canonicalName(server.address()), u"sara"_s}, u"token"_s);
    fixture.setServer(session::toText(server.address()));
    server.onConnected = [&server] { server.closeConnection(); };
    QVERIFY(fixture.open());
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.message(u"trouble"_s).isEmpty(), Patience);
    QCOMPARE(fixture.find<QLabel>(u"connectionState"_s).text(), u"Not connected"_s);
    server.onConnected = [&server] { server.say(ScriptedServer::hello()); };
    QTest::mouseClick(&fixture.find<QPushButton>(u"connect"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.message(u"trouble"_s).isEmpty(), Patience);
    QVERIFY(fixture.computer().waitFor(client::Client::Status::Connected));
    const QString state = fixture.find<QLabel>(u"connectionState"_s).text();
    QVERIFY2(state.startsWith(u"Connected to "_s), qPrintable(state));
}

void TestInboxWindow::missingTray_isSaidAndClosingQuits()
{
    InboxWindowFixture fixture;
    QVERIFY(fixture.open());
    QSignalSpy quit(&fixture.window(), &InboxWindow::quitRequested);
    fixture.window().setTrayMissing(true);
    QVERIFY(fixture.message(u"noTray"_s).startsWith(u"There is no tray"_s));
    fixture.window().setTrayMissing(false);
    QCOMPARE(fixture.message(u"noTray"_s), QString());
    fixture.window().setTrayMissing(true);
    fixture.window().close();
    QCOMPARE(quit.size(), 1);
}

void TestInboxWindow::closing_withTray_onlyHides()
{
    InboxWindowFixture fixture;
    fixture.fill(InboxWindowFixture::phones(1));
    QVERIFY(fixture.open());
    QSignalSpy quit(&fixture.window(), &InboxWindow::quitRequested);
    fixture.window().close();
    QVERIFY(!fixture.window().isVisible());
    QCOMPARE(quit.size(), 0);
    fixture.window().present(1);
    QVERIFY(fixture.window().isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.selected(), u"Phone 1"_s, Patience);
}

void TestInboxWindow::language_changed_turnsTheWindow()
{
    InboxWindowFixture fixture;
    fixture.fill(InboxWindowFixture::phones(1));
    QVERIFY(fixture.open());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 2, Patience);
    fixture.press(Qt::Key_Down);
    fixture.language().use(u"fa"_s);
    QCOMPARE(fixture.window().layoutDirection(), Qt::RightToLeft);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.window().windowTitle(), u"جارچی – ۱ خوانده‌نشده"_s, Patience);
    QCOMPARE(fixture.rows().first(), u"۱۱ آبان ۱۴۰۵"_s);
    const QString text = fixture.find<QTextEdit>(u"entryText"_s).toPlainText();
    QVERIFY2(text.contains(u"چرا این به من رسید؟"_s), qPrintable(text));
    fixture.language().use(u"en"_s);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.window().windowTitle(), u"Jarchi – 1 unread"_s, Patience);
}

void TestInboxWindow::window_inLanguage_hasNoClashingMnemonics_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Persian") << u"fa"_s;
}

void TestInboxWindow::window_inLanguage_hasNoClashingMnemonics()
{
    QFETCH(const QString, language);
    InboxWindowFixture fixture(language);
    fixture.fill(InboxWindowFixture::phones(1));
    QVERIFY(fixture.open());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 2, Patience);
    QCOMPARE(mnemonicClashes(fixture.window()).join(u"; "_s), QString());
    fixture.press(Qt::Key_Down);
    QCOMPARE(mnemonicClashes(fixture.window()).join(u"; "_s), QString());
    fixture.press(Qt::Key_Delete);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.visible<QPushButton>(u"emptyStateAction"_s) != nullptr, Patience);
    QCOMPARE(mnemonicClashes(fixture.window()).join(u"; "_s), QString());
}

void TestInboxWindow::everything_hasAnAccessibleName()
{
    InboxWindowFixture fixture;
    fixture.fill(InboxWindowFixture::phones(1));
    QVERIFY(fixture.open());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 2, Patience);
    fixture.press(Qt::Key_Down);
    for (QWidget *widget : fixture.window().findChildren<QWidget *>()) {
        if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0)
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
    }
    const QModelIndex row = fixture.list().currentIndex();
    QTRY_COMPARE_WITH_TIMEOUT(row.data(Qt::AccessibleTextRole).toString(),
                              u"Unread. Phone 1. Phones. 2 November 2026"_s, Patience);
}

void TestInboxWindow::layout_isRemembered()
{
    InboxWindowFixture fixture;
    QVERIFY(fixture.open());
    fixture.window().resize(1000, 600);
    fixture.close();
    fixture.openSignedOut();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.window().size(), QSize(1000, 600), Patience);
}

QTEST_MAIN(TestInboxWindow)
#include "test_inbox_window.moc"

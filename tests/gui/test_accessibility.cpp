// SPDX-License-Identifier: MIT
#include "gui/main_window.h"
#include "gui/now_page.h"
#include "support/keyboard_path.h"
#include "support/mnemonics.h"
#include "support/window_fixture.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>

using namespace jarchi;
using namespace jarchi::gui;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

/// Every control of every page has a name for a screen reader, and the keyboard leads to it.
class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void controls_ofPage_haveNamesAndAreReached_data();
    void controls_ofPage_haveNamesAndAreReached();
    void controls_ofDialog_haveNamesAndAreReached();
    void log_hasNamesAndIsReached();
    void menus_haveEveryPageAndAction();
};

void TestAccessibility::controls_ofPage_haveNamesAndAreReached_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("page");
    QTest::addColumn<bool>("isEmpty");
    for (const char *language : {"en", "fa"}) {
        for (int page = 0; page < MainWindow::PageCount; ++page) {
            QTest::addRow("%s, page %d, empty", language, page) << QString::fromLatin1(language) << page << true;
            QTest::addRow("%s, page %d, full", language, page) << QString::fromLatin1(language) << page << false;
        }
    }
}

void TestAccessibility::controls_ofPage_haveNamesAndAreReached()
{
    QFETCH(const QString, language);
    QFETCH(const int, page);
    QFETCH(const bool, isEmpty);
    WindowFixture fixture(language);
    LineClient client;
    if (!isEmpty) {
        fixture.shop().follower(u"sara"_s, u"Books"_s);
        fixture.store().product(u"A novel"_s, u"Books"_s);
    }
    QVERIFY(fixture.open(static_cast<MainWindow::Page>(page)));
    if (isEmpty) {
        QTRY_VERIFY_WITH_TIMEOUT(fixture.visible<QPushButton>(u"emptyStateAction"_s) != nullptr ||
                                     fixture.visible<QWidget>(u"firstStep"_s) != nullptr,
                                 Patience);
    } else {
        QVERIFY(fixture.logIn(client, u"sara"_s));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.visible<QPushButton>(u"emptyStateAction"_s) == nullptr, Patience);
        for (auto *view : fixture.window().findChildren<QAbstractItemView *>()) {
            if (view->isVisible() && view->model() != nullptr && view->model()->rowCount() > 0) {
                view->setCurrentIndex(view->model()->index(0, 0)); // What can be done with a row can be done now.
            }
        }
    }
    const QString wrong = (keyboardFaults(fixture.window()) + mnemonicClashes(fixture.window())).join(u'\n');
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void TestAccessibility::controls_ofDialog_haveNamesAndAreReached()
{
    WindowFixture fixture;
    QVERIFY(fixture.open(MainWindow::People));
    QTest::mouseClick(&fixture.find<QPushButton>(u"addAccount"_s), Qt::LeftButton);
    auto *dialog = fixture.window().findChild<QDialog *>(u"accountDialog"_s);
    QVERIFY(dialog != nullptr);
    dialog->activateWindow();
    QTRY_VERIFY_WITH_TIMEOUT(dialog->isAncestorOf(QApplication::focusWidget()), Patience);
    QVERIFY(dialog->findChild<QLineEdit *>(u"accountName"_s)->hasFocus());
    const QString wrong = keyboardFaults(*dialog).join(u'\n');
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void TestAccessibility::log_hasNamesAndIsReached()
{
    WindowFixture fixture;
    QVERIFY(fixture.open(MainWindow::Now));
    fixture.window().findChild<NowPage *>()->showLog();
    const QString wrong = keyboardFaults(fixture.window()).join(u'\n');
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void TestAccessibility::menus_haveEveryPageAndAction()
{
    WindowFixture fixture;
    QVERIFY(fixture.open(MainWindow::Now));
    QStringList texts;
    for (const QMenu *menu : fixture.window().findChildren<QMenu *>()) {
        for (const QAction *action : menu->actions()) {
            texts.append(action->text().remove(u'&') + u' ' + action->shortcut().toString());
        }
    }
    for (const QString &wanted :
         {u"Add product Ctrl+1"_s, u"Products Ctrl+2"_s, u"Announce Ctrl+3"_s, u"People Ctrl+4"_s, u"Now Ctrl+5"_s,
          u"Import products… Ctrl+I"_s, u"Add an account… Ctrl+Shift+N"_s, u"Find Ctrl+F"_s, u"Undo Ctrl+Z"_s,
          u"Redo Ctrl+Shift+Z"_s, u"Show the log Ctrl+L"_s, u"Quit Ctrl+Q"_s, u"Start serving "_s, u"Stop serving "_s,
          u"About Jarchi "_s}) {
        QVERIFY2(texts.contains(wanted), qPrintable(wanted + u" in "_s + texts.join(u", "_s)));
    }
}

QTEST_MAIN(TestAccessibility)
#include "test_accessibility.moc"

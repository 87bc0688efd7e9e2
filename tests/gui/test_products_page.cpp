// SPDX-License-Identifier: MIT
#include "gui/main_window.h"
#include "support/window_fixture.h"
#include "widgets/message_bar.h"
#include "widgets/table.h"

#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>

using namespace jarchi;
using namespace jarchi::gui;
using namespace jarchi::widgets;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

/// The list of products: searched, changed, deleted and brought back.
class TestProductsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void list_withoutProducts_saysWhatToDo();
    void list_ofTenThousand_isReadWhereItIsLookedAt();
    void search_whileTyping_findsFoldedWords();
    void product_edited_isChangedForWhoeverHasItNotYet();
    void product_deletedAndUndone_comesBackOnce();
    void deletion_undoneAndRedoneByMenu_isDone();
    void deletion_ofANameWithAnAmpersand_isNamedInTheMenu();
    void deletion_inAnotherLanguage_isNamedInIt();
    void deletion_undoneByMenu_offersNoUndoAnyMore();
    void product_changedBySomebodyElse_isNotOverwritten();
    void product_deletedBySomebodyElse_cannotBeChanged();
    void product_delivered_isCounted();
    void product_ofAnotherProgram_appears();

private:
    static Table &table(WindowFixture &fixture) { return fixture.find<Table>(u"products"_s); }
    static QString cell(WindowFixture &fixture, int row, int column)
    {
        return table(fixture).model()->index(row, column).data().toString();
    }
    static int rows(WindowFixture &fixture) { return table(fixture).model()->rowCount(); }
    static bool shows(WindowFixture &fixture, int count)
    {
        return QTest::qWaitFor([&] { return rows(fixture) == count; }, Patience);
    }
    static QString said(WindowFixture &fixture)
    {
        const auto *bar = fixture.visible<MessageBar>(u"messageBar"_s);
        return bar != nullptr ? bar->text() : QString();
    }
    /// Of the first product, whose name is selected.
    static QDialog *openEditor(WindowFixture &fixture)
    {
        table(fixture).setCurrentIndex(table(fixture).model()->index(0, 0));
        QTest::mouseClick(&fixture.find<QPushButton>(u"editProduct"_s), Qt::LeftButton);
        return fixture.dialog(u"productDialog"_s);
    }
    static void removeFirst(WindowFixture &fixture)
    {
        table(fixture).setCurrentIndex(table(fixture).model()->index(0, 0));
        QTest::keyClick(&table(fixture), Qt::Key_Delete);
    }
};

void TestProductsPage::list_withoutProducts_saysWhatToDo()
{
    WindowFixture fixture;
    QVERIFY(fixture.open(MainWindow::Products));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.visible<QPushButton>(u"emptyStateAction"_s) != nullptr, Patience);
    auto *first = fixture.visible<QPushButton>(u"emptyStateAction"_s);
    QCOMPARE(first->text(), u"Add the first product"_s);
    QTest::mouseClick(first, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QLineEdit>(u"productName"_s).isVisible(), Patience);
    QVERIFY(fixture.find<QLineEdit>(u"productName"_s).hasFocus());
}

void TestProductsPage::list_ofTenThousand_isReadWhereItIsLookedAt()
{
    constexpr int count = 10'000;
    WindowFixture fixture;
    must(fixture.store()->write([&]() -> Result<void> {
        for (int i = 1; i <= count; ++i) {
            fixture.store().product(u"Product %1"_s.arg(i), u"Books"_s);
        }
        return {};
    }));
    QVERIFY(fixture.open(MainWindow::Products));
    QVERIFY(shows(fixture, count));
    QTRY_COMPARE_WITH_TIMEOUT(cell(fixture, 0, 0), u"Product 10000"_s, Patience); // Newest first.
    QCOMPARE(cell(fixture, count / 2, 0), u"…"_s);                                // Not read until somebody looks.
    table(fixture).scrollToBottom();
    QTRY_COMPARE_WITH_TIMEOUT(cell(fixture, count - 1, 0), u"Product 1"_s, Patience);
}

void TestProductsPage::search_whileTyping_findsFoldedWords()
{
    WindowFixture fixture;
    fixture.store().product(u"Bicycle, green"_s, u"Bicycles"_s);
    fixture.store().product(u"کتاب شعر"_s, u"Books"_s);
    fixture.store().product(u"Café au lait"_s, u"Kitchen"_s);
    QVERIFY(fixture.open(MainWindow::Products));
    QVERIFY(shows(fixture, 3));
    auto &search = fixture.find<QLineEdit>(u"searchProducts"_s);
    QTest::keyClicks(&search, u"cafe LAIT"_s);
    QVERIFY(shows(fixture, 1));
    QTRY_COMPARE_WITH_TIMEOUT(cell(fixture, 0, 0), u"Café au lait"_s, Patience);
    search.setText(u"كتاب"_s); // With the Arabic kaf.
    QTRY_COMPARE_WITH_TIMEOUT(cell(fixture, 0, 0), u"کتاب شعر"_s, Patience);
    search.setText(u"nothing like it"_s);
    QVERIFY(shows(fixture, 0));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.visible<QPushButton>(u"emptyStateAction"_s) != nullptr, Patience);
    QTest::mouseClick(fixture.visible<QPushButton>(u"emptyStateAction"_s), Qt::LeftButton); // "Show all products"
    QVERIFY(shows(fixture, 3));
}

void TestProductsPage::product_edited_isChangedForWhoeverHasItNotYet()
{
    WindowFixture fixture;
    fixture.shop().follower(u"sara"_s, u"Books"_s);
    fixture.store().product(u"A bok"_s, u"Books"_s);
    QVERIFY(fixture.open(MainWindow::Products));
    QVERIFY(shows(fixture, 1));
    QTRY_COMPARE_WITH_TIMEOUT(cell(fixture, 0, 0), u"A bok"_s, Patience);
    table(fixture).setCurrentIndex(table(fixture).model()->index(0, 0));
    QTest::mouseClick(&fixture.find<QPushButton>(u"editProduct"_s), Qt::LeftButton);
    QDialog *editor = fixture.dialog(u"productDialog"_s);
    QVERIFY(editor != nullptr);
    auto *name = editor->findChild<QLineEdit *>(u"productName"_s);
    name->clear();
    QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(editor->isVisible()); // A product needs a name.
    QTest::keyClicks(name, u"A book"_s);
    QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(cell(fixture, 0, 0), u"A book"_s, Patience);
    LineClient client;
    QVERIFY(fixture.logIn(client, u"sara"_s));
    const auto notification = client.expect<protocol::Notification>();
    QVERIFY(notification);
    QCOMPARE(notification->title, u"A book"_s);
}

void TestProductsPage::product_deletedAndUndone_comesBackOnce()
{
    WindowFixture fixture;
    fixture.shop().follower(u"sara"_s, u"Books"_s);
    fixture.store().product(u"Gone and back"_s, u"Books"_s);
    QVERIFY(fixture.open(MainWindow::Products));
    QVERIFY(shows(fixture, 1));
    QTRY_COMPARE_WITH_TIMEOUT(cell(fixture, 0, 0), u"Gone and back"_s, Patience);
    removeFirst(fixture);
    QVERIFY(shows(fixture, 0));
    {
        LineClient client;
        QVERIFY(fixture.logIn(client, u"sara"_s));
        QVERIFY(client.expect<protocol::CaughtUp>()); // Nobody gets it any more.
    }
    auto *undo = fixture.visible<QPushButton>(u"messageAction"_s);
    QVERIFY(undo != nullptr);
    QTest::mouseClick(undo, Qt::LeftButton);
    QVERIFY(shows(fixture, 1));
    LineClient client;
    QVERIFY(fixture.logIn(client, u"sara"_s));
    const auto notification = client.expect<protocol::Notification>();
    QVERIFY(notification);
    QCOMPARE(notification->title, u"Gone and back"_s);
    QVERIFY(client.expect<protocol::CaughtUp>()); // And once only.
}

void TestProductsPage::deletion_undoneAndRedoneByMenu_isDone()
{
    WindowFixture fixture;
    fixture.store().product(u"First"_s, u"Books"_s);
    fixture.store().product(u"Second"_s, u"Books"_s);
    QVERIFY(fixture.open(MainWindow::Products));
    QVERIFY(shows(fixture, 2));
    table(fixture).selectAll();
    QTest::mouseClick(&fixture.find<QPushButton>(u"removeProduct"_s), Qt::LeftButton);
    QVERIFY(shows(fixture, 0));
    QTest::keyClick(&fixture.window(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(shows(fixture, 2));
    QTest::keyClick(&fixture.window(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(shows(fixture, 0));

    auto &undo = fixture.find<QAction>(u"undo"_s);
    auto &redo = fixture.find<QAction>(u"redo"_s);
    QCOMPARE(undo.text(), u"&Undo deleting 2 products"_s);
    QVERIFY(undo.isEnabled() && !redo.isEnabled());
    undo.trigger();
    QVERIFY(shows(fixture, 2));
    QCOMPARE(redo.text(), u"&Redo deleting 2 products"_s);
    QVERIFY(redo.isEnabled() && !undo.isEnabled());
    redo.trigger();
    QVERIFY(shows(fixture, 0));
    QCOMPARE(must(fixture.store()->products().count()), 0);
}

void TestProductsPage::deletion_ofANameWithAnAmpersand_isNamedInTheMenu()
{
    WindowFixture fixture;
    fixture.store().product(u"Pen & ink"_s, u"Office"_s);
    QVERIFY(fixture.open(MainWindow::Products));
    QTRY_COMPARE_WITH_TIMEOUT(cell(fixture, 0, 0), u"Pen & ink"_s, Patience);
    removeFirst(fixture);
    QVERIFY(shows(fixture, 0));
    const auto &undo = fixture.find<QAction>(u"undo"_s);
    QVERIFY2(undo.text().contains(u"Pen && ink"_s), qPrintable(undo.text()));
}

void TestProductsPage::deletion_inAnotherLanguage_isNamedInIt()
{
    WindowFixture fixture;
    fixture.store().product(u"Lamp"_s, u"Kitchen"_s);
    QVERIFY(fixture.open(MainWindow::Products));
    QTRY_COMPARE_WITH_TIMEOUT(cell(fixture, 0, 0), u"Lamp"_s, Patience);
    removeFirst(fixture);
    const auto &undo = fixture.find<QAction>(u"undo"_s);
    QVERIFY2(undo.text().contains(u"deleting"_s), qPrintable(undo.text()));
    fixture.language().use(u"fa"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(undo.text().contains(u"حذف"_s), qPrintable(undo.text()), Patience);
    QVERIFY2(!undo.text().contains(u"deleting"_s), qPrintable(undo.text()));
    fixture.language().use(u"en"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(undo.text().contains(u"deleting"_s), qPrintable(undo.text()), Patience);
}

void TestProductsPage::deletion_undoneByMenu_offersNoUndoAnyMore()
{
    WindowFixture fixture;
    fixture.store().product(u"Lamp"_s, u"Kitchen"_s);
    QVERIFY(fixture.open(MainWindow::Products));
    QTRY_COMPARE_WITH_TIMEOUT(cell(fixture, 0, 0), u"Lamp"_s, Patience);
    removeFirst(fixture);
    QTRY_VERIFY_WITH_TIMEOUT(said(fixture).startsWith(u"“Lamp” is deleted."_s), Patience);
    QVERIFY(fixture.visible<QPushButton>(u"messageAction"_s) != nullptr);
    fixture.find<QAction>(u"undo"_s).trigger();
    QCOMPARE(said(fixture), u"Taking it back…"_s);
    QVERIFY(fixture.visible<QPushButton>(u"messageAction"_s) == nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(said(fixture), u"“Lamp” is back."_s, Patience);
    QVERIFY(fixture.visible<QPushButton>(u"messageAction"_s) == nullptr);
}

void TestProductsPage::product_changedBySomebodyElse_isNotOverwritten()
{
    WindowFixture fixture;
    fixture.store().product(u"Lamp"_s, u"Kitchen"_s);
    QVERIFY(fixture.open(MainWindow::Products));
    QTRY_COMPARE_WITH_TIMEOUT(cell(fixture, 0, 0), u"Lamp"_s, Patience);
    QDialog *editor = openEditor(fixture);
    QVERIFY(editor != nullptr);
    auto theirs = must(fixture.store()->products().rows({1})).first().stored;
    theirs.product.name = u"Lantern"_s;
    must(fixture.store()->write([&] { return fixture.store()->products().update(theirs); }));
    editor->findChild<QLineEdit *>(u"productName"_s)->setText(u"Torch"_s);
    QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(said(fixture).startsWith(u"Somebody else has changed “Lamp”"_s), Patience);
    QCOMPARE(must(fixture.store()->products().rows({1})).first().stored.product.name, u"Lantern"_s);
    QVERIFY(!fixture.find<QAction>(u"undo"_s).isEnabled());
    QTRY_COMPARE_WITH_TIMEOUT(cell(fixture, 0, 0), u"Lantern"_s, Patience);
}

void TestProductsPage::product_deletedBySomebodyElse_cannotBeChanged()
{
    WindowFixture fixture;
    fixture.store().product(u"Lamp"_s, u"Kitchen"_s);
    QVERIFY(fixture.open(MainWindow::Products));
    QTRY_COMPARE_WITH_TIMEOUT(cell(fixture, 0, 0), u"Lamp"_s, Patience);
    QDialog *editor = openEditor(fixture);
    QVERIFY(editor != nullptr);
    must(fixture.store()->write([&]() -> Result<void> {
        return fixture.store()->products().remove(1).map([](const catalog::StoredProduct &) {});
    }));
    editor->findChild<QLineEdit *>(u"productName"_s)->setText(u"Torch"_s);
    QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(said(fixture), u"There is no such product any more."_s, Patience);
    QCOMPARE(must(fixture.store()->products().count()), 0);
}

void TestProductsPage::product_delivered_isCounted()
{
    WindowFixture fixture;
    const auto sara = fixture.shop().follower(u"sara"_s, u"Books"_s);
    const auto id = fixture.store().product(u"Read"_s, u"Books"_s);
    QVERIFY(fixture.open(MainWindow::Products));
    QTRY_COMPARE_WITH_TIMEOUT(cell(fixture, 0, 4), u"0"_s, Patience);
    must(fixture.store()->visited().record(sara, {id}));
    QTRY_COMPARE_WITH_TIMEOUT(cell(fixture, 0, 4), u"1"_s, Patience);
}

void TestProductsPage::product_ofAnotherProgram_appears()
{
    WindowFixture fixture;
    fixture.store().product(u"Old"_s, u"Books"_s);
    QVERIFY(fixture.open(MainWindow::Products));
    QVERIFY(shows(fixture, 1));
    fixture.store().product(u"New"_s, u"Books"_s);
    QVERIFY(shows(fixture, 2));
    QTRY_COMPARE_WITH_TIMEOUT(cell(fixture, 0, 0), u"New"_s, Patience);
}

QTEST_MAIN(TestProductsPage)
#include "test_products_page.moc"

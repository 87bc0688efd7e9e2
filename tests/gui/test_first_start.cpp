// SPDX-License-Identifier: MIT
#include "gui/main_window.h"
#include "support/window_fixture.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QPushButton>

using namespace jarchi;
using namespace jarchi::gui;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

/// An empty shop: each page says what to do first, its button does it, and nothing is said any more once it is done.
class TestFirstStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void page_withoutAccounts_asksForOne_data();
    void page_withoutAccounts_asksForOne();
    void page_withEverything_saysNothing_data();
    void page_withEverything_saysNothing();
    void people_withNothingToBeInterestedIn_asksForAProduct();
    void now_withoutAccounts_asksForOne();
    void now_withNobodyConnected_saysWhereTo();

private:
    static QPushButton *button(WindowFixture &fixture, const QString &name = u"messageAction"_s)
    {
        QPushButton *found = nullptr;
        const bool came =
            QTest::qWaitFor([&] { return (found = fixture.visible<QPushButton>(name)) != nullptr; }, Patience);
        return came ? found : nullptr;
    }
    /// The dialog that adds an account is there, on the page of people; it is closed again.
    static bool offersAnAccount(WindowFixture &fixture)
    {
        auto *dialog = fixture.window().findChild<QDialog *>(u"accountDialog"_s);
        const bool isThere =
            dialog != nullptr && dialog->isVisible() && fixture.find<QPushButton>(u"addAccount"_s).isVisible();
        if (dialog != nullptr) {
            dialog->reject();
        }
        return isThere;
    }
};

void TestFirstStart::page_withoutAccounts_asksForOne_data()
{
    QTest::addColumn<int>("page");
    QTest::newRow("add a product") << int{MainWindow::AddProduct};
    QTest::newRow("announce") << int{MainWindow::Announce};
}

void TestFirstStart::page_withoutAccounts_asksForOne()
{
    QFETCH(const int, page);
    WindowFixture fixture;
    QVERIFY(fixture.open(static_cast<MainWindow::Page>(page)));
    QPushButton *add = button(fixture);
    QVERIFY(add != nullptr);
    QCOMPARE(fixture.visible<QWidget>(u"firstStep"_s)->accessibleName(),
             u"Nobody can receive this yet, because there is no account."_s);
    QTest::mouseClick(add, Qt::LeftButton);
    QVERIFY(offersAnAccount(fixture));
    fixture.window().showPage(static_cast<MainWindow::Page>(page));
    QVERIFY(button(fixture) != nullptr); // Nobody was added, so it stands there still.
    fixture.shop().account(u"sara"_s);   // By another program.
    QTRY_VERIFY_WITH_TIMEOUT(fixture.visible<QWidget>(u"firstStep"_s) == nullptr, Patience);
}

void TestFirstStart::page_withEverything_saysNothing_data()
{
    QTest::addColumn<int>("page");
    for (int page = 0; page < MainWindow::PageCount; ++page) {
        QTest::addRow("page %d", page) << page;
    }
}

void TestFirstStart::page_withEverything_saysNothing()
{
    QFETCH(const int, page);
    WindowFixture fixture;
    fixture.shop().follower(u"sara"_s, u"Books"_s);
    fixture.store().product(u"A novel"_s, u"Books"_s);
    QVERIFY(fixture.open(static_cast<MainWindow::Page>(page)));
    LineClient client;
    QVERIFY(fixture.logIn(client, u"sara"_s));
    // An account that was read is on the page of people, so whatever was asked before is answered.
    fixture.window().showPage(MainWindow::People);
    auto *accounts = fixture.find<QAbstractItemView>(u"accounts"_s).model();
    QTRY_COMPARE_WITH_TIMEOUT(accounts->rowCount(), 1, Patience);
    fixture.window().showPage(static_cast<MainWindow::Page>(page));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.visible<QPushButton>(u"emptyStateAction"_s) == nullptr, Patience);
    QVERIFY(fixture.visible<QWidget>(u"firstStep"_s) == nullptr);
}

void TestFirstStart::people_withNothingToBeInterestedIn_asksForAProduct()
{
    WindowFixture fixture;
    QVERIFY(fixture.open(MainWindow::People));
    QCOMPARE(button(fixture, u"emptyStateAction"_s)->text(), u"Add the first account"_s);
    QVERIFY(fixture.visible<QWidget>(u"firstStep"_s) == nullptr); // One thing at a time.
    fixture.shop().account(u"sara"_s);
    QPushButton *add = button(fixture);
    QVERIFY(add != nullptr);
    QTest::mouseClick(add, Qt::LeftButton);
    QVERIFY(fixture.find<QWidget>(u"productName"_s).isVisible());
    fixture.window().showPage(MainWindow::People);
    fixture.store().product(u"A novel"_s, u"Books"_s);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.visible<QWidget>(u"firstStep"_s) == nullptr, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QPushButton>(u"addInterest"_s).isEnabled(), Patience);
}

void TestFirstStart::now_withoutAccounts_asksForOne()
{
    WindowFixture fixture;
    QVERIFY(fixture.open(MainWindow::Now));
    QTRY_COMPARE_WITH_TIMEOUT(button(fixture, u"emptyStateAction"_s)->text(), u"Add the first account"_s, Patience);
    QTest::mouseClick(button(fixture, u"emptyStateAction"_s), Qt::LeftButton);
    QVERIFY(offersAnAccount(fixture));
}

void TestFirstStart::now_withNobodyConnected_saysWhereTo()
{
    WindowFixture fixture;
    fixture.shop().account(u"sara"_s);
    QVERIFY(fixture.open(MainWindow::Now));
    QTRY_COMPARE_WITH_TIMEOUT(button(fixture, u"emptyStateAction"_s)->text(), u"Copy the address"_s, Patience);
    QTest::mouseClick(button(fixture, u"emptyStateAction"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), fixture.server().endpoints().first().toString());
    LineClient client;
    QVERIFY(fixture.logIn(client, u"sara"_s));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.visible<QPushButton>(u"emptyStateAction"_s) == nullptr, Patience);
}

QTEST_MAIN(TestFirstStart)
#include "test_first_start.moc"

// SPDX-License-Identifier: MIT
#include "gui/main_window.h"
#include "support/foreign_program.h"
#include "support/window_fixture.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace jarchi;
using namespace jarchi::gui;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

/// The page that adds products, with a real server and real clients.
class TestAddProductPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void product_typedAndAdded_reachesAClientAndIsCounted();
    void product_withoutNameAndCategory_isRefusedBesideItsFields();
    void field_withFault_saysSoWhileTyping_data();
    void field_withFault_saysSoWhileTyping();
    void currency_withFault_saysSoWhileTyping_data();
    void currency_withFault_saysSoWhileTyping();
    void reach_ofACategory_countsOnlineAndAway();
    void draft_notAdded_survivesTheWindow();
    void draft_ofHalfAPrice_survivesTheWindow_data();
    void draft_ofHalfAPrice_survivesTheWindow();
    void product_whileTheDatabaseIsLocked_saysSoAndStays();
    void form_afterAdding_keepsCategoryForTheNext();
    void product_whileTheServerIsStopped_isAddedAndWaits();

private:
    /// The amount's line inside the price field.
    static QLineEdit &amount(WindowFixture &fixture)
    {
        return *fixture.find<QWidget>(u"productPrice"_s).findChild<QLineEdit *>();
    }
    /// Puts `text` in the place of what stands in the field, as typing or pasting does.
    static void enter(WindowFixture &fixture, const QString &field, const QString &text)
    {
        auto &widget = fixture.find<QWidget>(field);
        if (auto *body = qobject_cast<QPlainTextEdit *>(&widget)) {
            body->setPlainText(text);
            return;
        }
        auto *box = qobject_cast<QComboBox *>(&widget);
        QLineEdit &line = box != nullptr               ? *box->lineEdit()
                          : field == "productPrice"_L1 ? amount(fixture)
                                                       : fixture.find<QLineEdit>(field);
        line.selectAll();
        line.insert(text);
    }
    static void type(WindowFixture &fixture, const QString &name, const QString &category)
    {
        QTest::keyClicks(&fixture.find<QLineEdit>(u"productName"_s), name);
        fixture.find<QComboBox>(u"productCategory"_s).setEditText(category);
    }
};

void TestAddProductPage::product_typedAndAdded_reachesAClientAndIsCounted()
{
    WindowFixture fixture;
    fixture.shop().follower(u"sara"_s, u"Phones"_s);
    QVERIFY(fixture.open(MainWindow::AddProduct));
    LineClient client;
    QVERIFY(fixture.logIn(client, u"sara"_s));
    QVERIFY(client.expect<protocol::CaughtUp>());

    type(fixture, u"Fairphone 6"_s, u"Phones"_s);
    QTest::keyClicks(&amount(fixture), u"599.00"_s);
    QTest::keyClicks(&fixture.find<QLineEdit>(u"productUrl"_s), u"https://shop.example/6"_s);
    QTest::keyClicks(&fixture.find<QPlainTextEdit>(u"productDescription"_s), u"Five years of updates"_s);
    QTest::keyClick(&fixture.find<QPlainTextEdit>(u"productDescription"_s), Qt::Key_Return, Qt::ControlModifier);

    const auto notification = client.expect<protocol::Notification>();
    QVERIFY(notification);
    QCOMPARE(notification->title, u"Fairphone 6"_s);
    QCOMPARE(notification->category, u"Phones"_s);
    QCOMPARE(notification->price, u"599.00"_s);
    QCOMPARE(notification->url, u"https://shop.example/6"_s);
    QCOMPARE(notification->body, u"Five years of updates"_s);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.texts(u"delivery"_s), QStringList(u"Fairphone 6: delivered to 0 of 1"_s),
                              Patience);
    client.send(protocol::Ack{{notification->id}});
    QTRY_COMPARE_WITH_TIMEOUT(fixture.texts(u"delivery"_s), QStringList(u"Fairphone 6: delivered to 1 of 1"_s),
                              Patience);
}

void TestAddProductPage::product_withoutNameAndCategory_isRefusedBesideItsFields()
{
    WindowFixture fixture;
    QVERIFY(fixture.open(MainWindow::AddProduct));
    QVERIFY(fixture.texts(u"fieldNote"_s).isEmpty()); // Nobody is told off before having done anything.
    QTest::mouseClick(&fixture.find<QPushButton>(u"addProduct"_s), Qt::LeftButton);
    QCOMPARE(fixture.texts(u"fieldNote"_s), (QStringList{u"The name is empty."_s, u"The category is empty."_s}));
    QVERIFY(fixture.find<QLineEdit>(u"productName"_s).hasFocus());
    QCOMPARE(must(fixture.store()->status().read()).products, 0);
}

void TestAddProductPage::field_withFault_saysSoWhileTyping_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("fault");
    QTest::newRow("name too long") << u"productName"_s << QString(257, u'a')
                                   << u"The name is too long: at most 256 characters."_s;
    QTest::newRow("name with an override")
        << u"productName"_s << u"a\u202Eb"_s << u"The name has a character in it that reorders the text around it."_s;
    QTest::newRow("category too long") << u"productCategory"_s << QString(257, u'a')
                                       << u"The category is too long: at most 256 characters."_s;
    QTest::newRow("category without letters")
        << u"productCategory"_s << u"\u0640"_s << u"The category has no letter or digit in it."_s;
    QTest::newRow("description too long")
        << u"productDescription"_s << QString(4097, u'a') << u"The description is too long: at most 4,096 bytes."_s;
    QTest::newRow("link too long") << u"productUrl"_s << u"https://shop.example/"_s + QString(2048, u'a')
                                   << u"The address is too long: at most 2,048 characters."_s;
    QTest::newRow("link with a password") << u"productUrl"_s << u"https://me:secret@shop.example"_s
                                          << u"The address must not have a user name or password in it."_s;
    QTest::newRow("http") << u"productUrl"_s << u"http://shop.example"_s << u"The address must start with https://."_s;
    QTest::newRow("no host") << u"productUrl"_s << u"https://"_s << u"The address names no host."_s;
    QTest::newRow("too many digits") << u"productPrice"_s << u"1.234"_s
                                     << u"A price in EUR has at most 2 digits after the decimal point."_s;
    QTest::newRow("no number") << u"productPrice"_s << u"cheap"_s << u"This is no price: write it like 599.00."_s;
}

void TestAddProductPage::field_withFault_saysSoWhileTyping()
{
    QFETCH(const QString, field);
    QFETCH(const QString, typed);
    QFETCH(const QString, fault);
    WindowFixture fixture;
    QVERIFY(fixture.open(MainWindow::AddProduct));
    if (field == "productPrice"_L1) {
        fixture.find<QWidget>(field).findChild<QComboBox *>()->setCurrentText(u"EUR"_s);
    }
    enter(fixture, field, typed);
    QCOMPARE(fixture.texts(u"fieldNote"_s), QStringList(fault));
    enter(fixture, field, {});
    QVERIFY(!fixture.texts(u"fieldNote"_s).contains(fault)); // Empty may be a fault of its own.
}

void TestAddProductPage::currency_withFault_saysSoWhileTyping_data()
{
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("fault");
    QTest::newRow("none") << u"599"_s << u""_s << u"Choose the currency of the price."_s;
    QTest::newRow("no code") << u"599"_s << u"Euros"_s << u"“EUROS” is no currency: write three letters, like EUR."_s;
    QTest::newRow("no decimals") << u"599.50"_s << u"JPY"_s << u"A price in JPY has no decimal point."_s;
    QTest::newRow("too high") << u"9999999999999999"_s << u"EUR"_s << u"This price is too high."_s;
}

void TestAddProductPage::currency_withFault_saysSoWhileTyping()
{
    QFETCH(const QString, amount);
    QFETCH(const QString, currency);
    QFETCH(const QString, fault);
    WindowFixture fixture;
    QVERIFY(fixture.open(MainWindow::AddProduct));
    auto *box = fixture.find<QWidget>(u"productPrice"_s).findChild<QComboBox *>();
    enter(fixture, u"productPrice"_s, amount);
    box->setEditText(currency);
    QCOMPARE(fixture.texts(u"fieldNote"_s), QStringList(fault));
    enter(fixture, u"productPrice"_s, u"599"_s);
    box->setEditText(u"EUR"_s);
    QVERIFY(fixture.texts(u"fieldNote"_s).isEmpty());
}

void TestAddProductPage::reach_ofACategory_countsOnlineAndAway()
{
    WindowFixture fixture;
    fixture.shop().follower(u"sara"_s, u"Phones"_s);
    fixture.shop().follower(u"tom"_s, u"Phones"_s);
    fixture.shop().follower(u"lena"_s, u"Books"_s);
    QVERIFY(fixture.open(MainWindow::AddProduct));
    const auto reach = [&] { return fixture.visible<QLabel>(u"reach"_s)->text(); };
    QCOMPARE(reach(), u"Choose a category to see how many accounts it reaches."_s);
    LineClient client;
    QVERIFY(fixture.logIn(client, u"sara"_s));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.server().onlineAccounts().size(), 1, Patience);
    type(fixture, u"Fairphone 6"_s, u"Phones"_s);
    QTRY_COMPARE_WITH_TIMEOUT(reach(), u"It reaches 2 accounts: 1 online now, 1 when they come back."_s, Patience);
    fixture.find<QComboBox>(u"productCategory"_s).setEditText(u"Garden"_s);
    QTRY_COMPARE_WITH_TIMEOUT(reach(), u"It reaches nobody now: no account's interests match."_s, Patience);
    QCOMPARE(fixture.texts(u"fieldNote"_s), QStringList(u"A new category: nobody is interested in it yet."_s));
}

void TestAddProductPage::draft_notAdded_survivesTheWindow()
{
    WindowFixture fixture;
    QVERIFY(fixture.open(MainWindow::AddProduct));
    type(fixture, u"Half a name"_s, u"Books"_s);
    fixture.find<QPlainTextEdit>(u"productDescription"_s).setPlainText(u"two\nlines"_s);
    fixture.close();
    QVERIFY(fixture.open(MainWindow::AddProduct));
    QCOMPARE(fixture.find<QLineEdit>(u"productName"_s).text(), u"Half a name"_s);
    QCOMPARE(fixture.find<QComboBox>(u"productCategory"_s).currentText(), u"Books"_s);
    QCOMPARE(fixture.find<QPlainTextEdit>(u"productDescription"_s).toPlainText(), u"two\nlines"_s);
}

void TestAddProductPage::draft_ofHalfAPrice_survivesTheWindow_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("currency");
    QTest::newRow("a price") << u"12.50"_s << u"USD"_s;
    QTest::newRow("no number yet") << u"12."_s << u"USD"_s;
    QTest::newRow("no currency yet") << u"12"_s << u"U"_s;
    QTest::newRow("a currency only") << u""_s << u"CHF"_s;
}

void TestAddProductPage::draft_ofHalfAPrice_survivesTheWindow()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, currency);
    WindowFixture fixture;
    QVERIFY(fixture.open(MainWindow::AddProduct));
    fixture.find<QComboBox>(u"priceCurrency"_s).setEditText(currency);
    enter(fixture, u"productPrice"_s, typed);
    fixture.close();
    QVERIFY(fixture.open(MainWindow::AddProduct));
    QCOMPARE(amount(fixture).text(), typed);
    QCOMPARE(fixture.find<QComboBox>(u"priceCurrency"_s).currentText(), currency);
    QVERIFY(fixture.texts(u"fieldNote"_s).isEmpty()); // Nobody has done anything wrong here yet.
}

void TestAddProductPage::product_whileTheDatabaseIsLocked_saysSoAndStays()
{
    WindowFixture fixture;
    fixture.shop().follower(u"sara"_s, u"Books"_s);
    QVERIFY(fixture.open(MainWindow::AddProduct));
    type(fixture, u"A novel"_s, u"Books"_s);
    ForeignProgram other(fixture.store().path());
    other.execute(u"BEGIN IMMEDIATE"_s);
    auto &add = fixture.find<QPushButton>(u"addProduct"_s);
    QTest::mouseClick(&add, Qt::LeftButton);
    QVERIFY(!add.isEnabled()); // The button is busy; the window is not.
    fixture.window().showPage(MainWindow::Announce);
    fixture.window().showPage(MainWindow::AddProduct);
    auto *message = add.parentWidget()->findChild<QWidget *>(u"messageBar"_s);
    QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), Patience);
    QVERIFY2(message->accessibleName().contains(u"is locked by another program"_s),
             qPrintable(message->accessibleName()));
    QCOMPARE(fixture.find<QLineEdit>(u"productName"_s).text(), u"A novel"_s);
    other.execute(u"ROLLBACK"_s);
    QTest::mouseClick(&add, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(must(fixture.store()->products().count()), 1, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(!message->isVisible(), Patience);
}

void TestAddProductPage::form_afterAdding_keepsCategoryForTheNext()
{
    WindowFixture fixture;
    QVERIFY(fixture.open(MainWindow::AddProduct));
    type(fixture, u"One"_s, u"Books"_s);
    QTest::keyClick(&fixture.window(), Qt::Key_Return, Qt::ControlModifier);
    auto &name = fixture.find<QLineEdit>(u"productName"_s);
    QTRY_VERIFY_WITH_TIMEOUT(name.text().isEmpty(), Patience);
    QVERIFY(name.hasFocus());
    QCOMPARE(fixture.find<QComboBox>(u"productCategory"_s).currentText(), u"Books"_s);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.texts(u"delivery"_s),
                              QStringList(u"One: added; nobody is interested in it yet"_s), Patience);
    QVERIFY(fixture.texts(u"fieldNote"_s).isEmpty());
}

void TestAddProductPage::product_whileTheServerIsStopped_isAddedAndWaits()
{
    WindowFixture fixture;
    fixture.shop().follower(u"sara"_s, u"Books"_s);
    QVERIFY(fixture.open(MainWindow::AddProduct));
    fixture.server().stop();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.server().state(), ServerControl::State::Stopped, Patience);
    type(fixture, u"Later"_s, u"Books"_s);
    QTest::mouseClick(&fixture.find<QPushButton>(u"addProduct"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.texts(u"delivery"_s), QStringList(u"Later: delivered to 0 of 1"_s), Patience);
    fixture.server().start();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.server().state(), ServerControl::State::Running, Patience);
    LineClient client;
    QVERIFY(fixture.logIn(client, u"sara"_s));
    const auto notification = client.expect<protocol::Notification>();
    QVERIFY(notification);
    QCOMPARE(notification->title, u"Later"_s);
}

QTEST_MAIN(TestAddProductPage)
#include "test_add_product_page.moc"

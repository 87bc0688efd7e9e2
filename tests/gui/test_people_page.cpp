// SPDX-License-Identifier: MIT
#include "gui/interests_model.h"
#include "gui/main_window.h"
#include "support/window_fixture.h"
#include "widgets/table.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>

using namespace jarchi;
using namespace jarchi::gui;
using namespace jarchi::widgets;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

/// Accounts: added, told apart, changed, removed; with real logins.
class TestPeoplePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void page_withoutAccounts_saysWhatToDo();
    void account_addedWithSuggestedPassword_canLogIn();
    void account_withBadName_isRefused();
    void password_set_endsTheOldOne();
    void interests_editedInPlace_areWhatIsPushed();
    void interest_thatIsNotValid_saysWhy();
    void displayName_changed_isStored();
    void removal_isAskedAndDone();
    void unvisited_isListed();
    void search_findsByName();

private:
    static Table &accounts(WindowFixture &fixture) { return fixture.find<Table>(u"accounts"_s); }
    static Table &interests(WindowFixture &fixture) { return fixture.find<Table>(u"interests"_s); }
    static QString cell(Table &table, int row, int column)
    {
        return table.model()->index(row, column).data().toString();
    }
    static bool shows(Table &table, int count)
    {
        return QTest::qWaitFor([&] { return table.model()->rowCount() == count; }, Patience);
    }
    template <typename Dialog = QDialog>
    static Dialog *dialog(WindowFixture &fixture, const QString &name)
    {
        Dialog *found = nullptr;
        const bool came =
            QTest::qWaitFor([&] { return (found = fixture.window().findChild<Dialog *>(name)) != nullptr; }, Patience);
        return came ? found : nullptr;
    }
    static QStringList faults(const QDialog &dialog)
    {
        QStringList all;
        for (const QLabel *note : dialog.findChildren<QLabel *>(u"fieldNote"_s)) {
            if (note->isVisible()) {
                all.append(note->text());
            }
        }
        return all;
    }
};

void TestPeoplePage::page_withoutAccounts_saysWhatToDo()
{
    WindowFixture fixture;
    QVERIFY(fixture.open(MainWindow::People));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.visible<QPushButton>(u"emptyStateAction"_s) != nullptr, Patience);
    QTest::mouseClick(fixture.visible<QPushButton>(u"emptyStateAction"_s), Qt::LeftButton);
    QVERIFY(dialog(fixture, u"accountDialog"_s) != nullptr);
}

void TestPeoplePage::account_addedWithSuggestedPassword_canLogIn()
{
    WindowFixture fixture;
    QVERIFY(fixture.open(MainWindow::People));
    QTest::mouseClick(&fixture.find<QPushButton>(u"addAccount"_s), Qt::LeftButton);
    QDialog *adding = dialog(fixture, u"accountDialog"_s);
    QVERIFY(adding != nullptr);
    QTest::keyClicks(adding->findChild<QLineEdit *>(u"accountName"_s), u"sara"_s);
    QTest::mouseClick(adding->findChild<QPushButton *>(u"suggestPassword"_s), Qt::LeftButton);
    const QString password = adding->findChild<QLineEdit *>(u"newPassword"_s)->text();
    QVERIFY(password.size() >= 15);
    QCOMPARE(adding->findChild<QLabel *>(u"passwordStrength"_s)->text(), u"Strong."_s);
    QTest::mouseClick(adding->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
    QVERIFY(shows(accounts(fixture), 1));
    LineClient client;
    QVERIFY(fixture.logIn(client, u"sara"_s, password));
    QTRY_COMPARE_WITH_TIMEOUT(cell(accounts(fixture), 0, 2), u"here now"_s, Patience);
}

void TestPeoplePage::account_withBadName_isRefused()
{
    WindowFixture fixture;
    fixture.shop().account(u"tom"_s);
    QVERIFY(fixture.open(MainWindow::People));
    QTest::mouseClick(&fixture.find<QPushButton>(u"addAccount"_s), Qt::LeftButton);
    QDialog *adding = dialog(fixture, u"accountDialog"_s);
    QVERIFY(adding != nullptr);
    QAbstractButton *ok = adding->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    QTest::mouseClick(ok, Qt::LeftButton);
    QCOMPARE(faults(*adding), (QStringList{u"The user name is empty."_s, u"The password is empty."_s}));
    auto *name = adding->findChild<QLineEdit *>(u"accountName"_s);
    auto *password = adding->findChild<QLineEdit *>(u"newPassword"_s);
    auto *displayName = adding->findChild<QLineEdit *>(u"accountDisplayName"_s);
    password->setText(u"tom2024"_s);
    name->setText(u"to\u0007m"_s);
    QCOMPARE(faults(*adding), QStringList(u"The user name has a control character in it."_s));
    name->setText(QString(65, u't'));
    QCOMPARE(faults(*adding), QStringList(u"The user name is too long: at most 64 characters."_s));
    name->clear();
    displayName->setText(u"T\u202Eom"_s);
    QCOMPARE(faults(*adding),
             (QStringList{u"The user name is empty."_s,
                          u"The display name has a character in it that reorders the text around it."_s}));
    displayName->clear();
    QTest::keyClicks(name, u"Tom"_s); // There is one of that name, in another case.
    password->setText(QString(129, u'p'));
    QCOMPARE(faults(*adding), QStringList(u"Too long: at most 128 bytes."_s));
    password->setText(u"tom2024"_s);
    QVERIFY(adding->findChild<QLabel *>(u"passwordStrength"_s)->text().startsWith(u"Weak"_s));
    QTest::mouseClick(ok, Qt::LeftButton);
    auto *message = adding->findChild<QWidget *>(u"messageBar"_s);
    QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), Patience);
    QVERIFY2(message->accessibleName().contains(u"Tom"_s), qPrintable(message->accessibleName()));
    QVERIFY(adding->isVisible());
}

void TestPeoplePage::password_set_endsTheOldOne()
{
    WindowFixture fixture;
    fixture.shop().account(u"tom"_s);
    QVERIFY(fixture.open(MainWindow::People));
    QVERIFY(shows(accounts(fixture), 1));
    QTest::mouseClick(&fixture.find<QPushButton>(u"setPassword"_s), Qt::LeftButton);
    QDialog *setting = dialog(fixture, u"accountDialog"_s);
    QVERIFY(setting != nullptr);
    QTest::keyClicks(setting->findChild<QLineEdit *>(u"newPassword"_s), u"another horse, another battery"_s);
    QTest::keyClick(setting->findChild<QLineEdit *>(u"newPassword"_s), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.visible<QWidget>(u"messageBar"_s) != nullptr, Patience);
    QCOMPARE(fixture.visible<QWidget>(u"messageBar"_s)->accessibleName(), u"“tom” has a new password."_s);
    LineClient old;
    QVERIFY(!fixture.logIn(old, u"tom"_s));
    LineClient client;
    QVERIFY(fixture.logIn(client, u"tom"_s, u"another horse, another battery"_s));
}

void TestPeoplePage::interests_editedInPlace_areWhatIsPushed()
{
    WindowFixture fixture;
    fixture.shop().account(u"sara"_s);
    must(fixture.store()->categories().ensure(u"Books"_s));
    QVERIFY(fixture.open(MainWindow::People));
    QVERIFY(shows(accounts(fixture), 1));
    auto &add = fixture.find<QPushButton>(u"addInterest"_s);
    QTRY_VERIFY_WITH_TIMEOUT(add.isEnabled(), Patience);
    QTest::mouseClick(&add, Qt::LeftButton);
    QVERIFY(shows(interests(fixture), 1));
    QTRY_COMPARE_WITH_TIMEOUT(cell(accounts(fixture), 0, 1), u"Books"_s, Patience);

    // F2 opens the editor where one is, Return closes it.
    interests(fixture).setCurrentIndex(interests(fixture).model()->index(0, InterestsModel::Keyword));
    QTest::keyClick(&interests(fixture), Qt::Key_F2);
    auto *editor = interests(fixture).findChild<QLineEdit *>();
    QVERIFY(editor != nullptr);
    QTest::keyClicks(editor, u"poetry"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(cell(interests(fixture), 0, InterestsModel::Keyword), u"poetry"_s, Patience);
    const auto sara = must(fixture.store()->accounts().find(u"sara"_s)).id;
    QTRY_COMPARE_WITH_TIMEOUT(must(fixture.store()->interests().all(sara)).value(0).keyword, u"poetry"_s, Patience);

    LineClient client;
    QVERIFY(fixture.logIn(client, u"sara"_s));
    QVERIFY(client.expect<protocol::CaughtUp>());
    fixture.store().product(u"A novel"_s, u"Books"_s);
    fixture.store().product(u"Poetry, selected"_s, u"Books"_s);
    const auto notification = client.expect<protocol::Notification>();
    QVERIFY(notification);
    QCOMPARE(notification->title, u"Poetry, selected"_s);

    interests(fixture).setCurrentIndex(interests(fixture).model()->index(0, 0));
    QTest::keyClick(&interests(fixture), Qt::Key_Delete);
    QTRY_VERIFY_WITH_TIMEOUT(must(fixture.store()->interests().all(sara)).isEmpty(), Patience);
}

void TestPeoplePage::interest_thatIsNotValid_saysWhy()
{
    WindowFixture fixture;
    const auto sara = fixture.shop().follower(u"sara"_s, u"Books"_s);
    QVERIFY(fixture.open(MainWindow::People));
    QVERIFY(shows(interests(fixture), 1));
    auto *model = fixture.window().findChild<QWidget *>(u"accountPanel"_s)->findChild<Table *>(u"interests"_s)->model();
    QVERIFY(!qobject_cast<InterestsModel *>(model)->setInterest(0, {0, u"Books"_s, u"\u0640"_s, {}}));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.visible<QWidget>(u"messageBar"_s) != nullptr, Patience);
    QCOMPARE(fixture.visible<QWidget>(u"messageBar"_s)->accessibleName(),
             u"The keyword has no letter or digit in it."_s);
    QCOMPARE(must(fixture.store()->interests().all(sara)).value(0).keyword, QString());
}

void TestPeoplePage::displayName_changed_isStored()
{
    WindowFixture fixture;
    fixture.shop().account(u"sara"_s);
    QVERIFY(fixture.open(MainWindow::People));
    QVERIFY(shows(accounts(fixture), 1));
    auto &name = fixture.find<QLineEdit>(u"displayName"_s);
    QTRY_COMPARE_WITH_TIMEOUT(name.text(), u"sara"_s, Patience);
    name.selectAll();
    QTest::keyClicks(&name, u"Sara Ahmadi"_s);
    QTest::keyClick(&name, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(cell(accounts(fixture), 0, 0), u"Sara Ahmadi (sara)"_s, Patience);
    QCOMPARE(must(fixture.store()->accounts().find(u"sara"_s)).displayName, u"Sara Ahmadi"_s);
}

void TestPeoplePage::removal_isAskedAndDone()
{
    WindowFixture fixture;
    fixture.shop().account(u"sara"_s);
    QVERIFY(fixture.open(MainWindow::People));
    QVERIFY(shows(accounts(fixture), 1));
    LineClient client;
    QVERIFY(fixture.logIn(client, u"sara"_s));
    QVERIFY(client.expect<protocol::CaughtUp>());
    auto &remove = fixture.find<QPushButton>(u"removeAccount"_s);
    QTest::mouseClick(&remove, Qt::LeftButton);
    auto *question = dialog<QMessageBox>(fixture, u"confirmRemoval"_s);
    QVERIFY(question != nullptr);
    QTest::keyClick(question, Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window().findChild<QMessageBox *>(u"confirmRemoval"_s) == nullptr, Patience);
    QVERIFY(must(fixture.store()->accounts().all()).size() == 1); // Escape is no.

    QTest::mouseClick(&remove, Qt::LeftButton);
    question = dialog<QMessageBox>(fixture, u"confirmRemoval"_s);
    QVERIFY(question != nullptr);
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::DestructiveRole) {
            QTest::mouseClick(button, Qt::LeftButton);
            break;
        }
    }
    QVERIFY(shows(accounts(fixture), 0));
    QCOMPARE(client.expectError(), protocol::ErrorCode::BadCredentials); // And it is out at once.
}

void TestPeoplePage::unvisited_isListed()
{
    WindowFixture fixture;
    fixture.shop().follower(u"sara"_s, u"Books"_s);
    fixture.store().product(u"Waiting for her"_s, u"Books"_s);
    QVERIFY(fixture.open(MainWindow::People));
    QTRY_COMPARE_WITH_TIMEOUT(cell(accounts(fixture), 0, 3), u"1"_s, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.find<QLabel>(u"unvisited"_s).text(), u"Waiting for her"_s, Patience);
}

void TestPeoplePage::search_findsByName()
{
    WindowFixture fixture;
    fixture.shop().account(u"sara"_s);
    fixture.shop().account(u"مینا"_s);
    QVERIFY(fixture.open(MainWindow::People));
    QVERIFY(shows(accounts(fixture), 2));
    QTest::keyClicks(&fixture.find<QLineEdit>(u"searchAccounts"_s), u"SAR"_s);
    QVERIFY(shows(accounts(fixture), 1));
    QCOMPARE(cell(accounts(fixture), 0, 0), u"sara"_s);
}

QTEST_MAIN(TestPeoplePage)
#include "test_people_page.moc"

// SPDX-License-Identifier: MIT
#include "support/inbox_window_fixture.h"
#include "support/keyboard_path.h"
#include "ui/category_button.h"

#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

namespace {

/// The inbox window, and the menu of its categories.
class Filters
{
public:
    explicit Filters(const QString &language = u"en"_s)
        : inbox(language)
    {
    }

    /// Two phones, a book, a pan, and two messages to everyone: from 1, the oldest, to 6.
    bool open()
    {
        inbox.fill({InboxWindowFixture::phone(1), InboxWindowFixture::notification(2, u"A book"_s, u"Books"_s),
                    InboxWindowFixture::notification(3, u"Closed on Monday"_s, {}), InboxWindowFixture::phone(4),
                    InboxWindowFixture::notification(5, u"A pan"_s, u"Kitchen"_s),
                    InboxWindowFixture::notification(6, u"Open again"_s, {})});
        return inbox.open() && has(6) && hasOffered(5);
    }
    [[nodiscard]] ui::CategoryButton &button() { return inbox.find<ui::CategoryButton>(u"inboxCategories"_s); }
    [[nodiscard]] QMenu &menu() { return *button().menu(); }
    /// The button would wait for its end.
    bool openMenu()
    {
        menu().popup(button().mapToGlobal(button().rect().bottomLeft()));
        return QTest::qWaitFor([this] { return menu().isVisible(); }, Patience);
    }
    /// By its key. The platform of the tests does not give the window its place back by itself.
    bool closeMenu()
    {
        press(Qt::Key_Escape);
        inbox.window().activateWindow();
        return !menu().isVisible() && QTest::qWaitForWindowActive(&inbox.window(), Patience);
    }
    /// What the menu offers, those that are ticked with a "+".
    [[nodiscard]] QStringList offers()
    {
        QStringList texts;
        for (const QAction *action : menu().actions()) {
            if (action->isVisible() && !action->isSeparator())
                texts << (action->isChecked() ? u"+"_s : QString()) + action->text();
        }
        return texts;
    }
    [[nodiscard]] bool hasOffered(int count)
    {
        return QTest::qWaitFor([&] { return offers().size() == count; }, Patience);
    }
    void click(const QString &text)
    {
        for (QAction *action : menu().actions()) {
            if (action->text() == text) {
                QTest::mouseClick(&menu(), Qt::LeftButton, {}, menu().actionGeometry(action).center());
                return;
            }
        }
        qFatal("There is no “%ls” in the menu.", qUtf16Printable(text));
    }
    void press(Qt::Key key) { QTest::keyClick(&menu(), key); }
    /// The titles in the list, without the days.
    [[nodiscard]] QStringList titles()
    {
        QStringList all;
        const QStringList rows = inbox.rows();
        for (qsizetype row = 1; row < rows.size(); row += 2)
            all << rows.at(row);
        return all;
    }
    [[nodiscard]] bool shows(const QStringList &expected)
    {
        return QTest::qWaitFor([&] { return titles() == expected; }, Patience);
    }
    [[nodiscard]] bool has(qsizetype count)
    {
        return QTest::qWaitFor([&] { return titles().size() == count; }, Patience);
    }

    InboxWindowFixture inbox;
};

} // namespace

/// The filters of the client's inbox window: categories, unread, kept, words, and all of them together.
class TestInboxFilters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void categories_tickedOneByOne_areShownTogether();
    void categories_byKeyboard_areTicked();
    void letter_inTheMenu_goesToTheNextThatBeginsWithIt();
    void announcements_areACategoryOfTheirOwn();
    void allCategories_letsGoOfEachAndCloses();
    void filters_ofEveryKind_holdTogether();
    void button_saysWhatIsChosen();
    void button_pressed_opensItsMenu();
    void button_staysAsWideAsItIs();
    void category_thatComesWhileTheMenuIsOpen_waits();
    void category_thatIsChosenAndGone_staysChosen();
    void category_withAnAmpersand_isReadAsItIs();
    void names_inPersian_standInItsOrder();
    void filters_areReachedByKeyboard();
};

void TestInboxFilters::categories_tickedOneByOne_areShownTogether()
{
    Filters filters;
    QVERIFY(filters.open());
    QVERIFY(filters.openMenu());
    QCOMPARE(filters.offers(), (QStringList{u"+All categories"_s, u"Announcements to everyone"_s, u"Books"_s,
                                            u"Kitchen"_s, u"Phones"_s}));
    filters.click(u"Phones"_s);
    QVERIFY(filters.menu().isVisible());
    QVERIFY(filters.shows({u"Phone 4"_s, u"Phone 1"_s}));
    filters.click(u"Books"_s);
    QVERIFY(filters.menu().isVisible());
    QVERIFY(filters.shows({u"Phone 4"_s, u"A book"_s, u"Phone 1"_s}));
    QCOMPARE(filters.offers(), (QStringList{u"All categories"_s, u"Announcements to everyone"_s, u"+Books"_s,
                                            u"Kitchen"_s, u"+Phones"_s}));
    filters.click(u"Phones"_s);
    QVERIFY(filters.shows({u"A book"_s}));
    filters.click(u"Books"_s);
    QVERIFY(filters.has(6));
    QCOMPARE(filters.offers().first(), u"+All categories"_s);
    QVERIFY(filters.closeMenu());
}

void TestInboxFilters::categories_byKeyboard_areTicked()
{
    Filters filters;
    QVERIFY(filters.open());
    filters.button().setFocus();
    QVERIFY(filters.openMenu());
    filters.press(Qt::Key_Up);
    filters.press(Qt::Key_Space);
    QVERIFY(filters.menu().isVisible());
    filters.press(Qt::Key_Up);
    filters.press(Qt::Key_Space);
    QVERIFY(filters.shows({u"A pan"_s, u"Phone 4"_s, u"Phone 1"_s}));
    filters.press(Qt::Key_Up);
    filters.press(Qt::Key_Return); // The last one.
    QTRY_VERIFY_WITH_TIMEOUT(!filters.menu().isVisible(), Patience);
    QVERIFY(filters.shows({u"A pan"_s, u"Phone 4"_s, u"A book"_s, u"Phone 1"_s}));
}

void TestInboxFilters::letter_inTheMenu_goesToTheNextThatBeginsWithIt()
{
    Filters filters;
    QVERIFY(filters.open());
    QVERIFY(filters.openMenu());
    filters.press(Qt::Key_K);
    QCOMPARE(filters.menu().activeAction()->text(), u"Kitchen"_s);
    filters.press(Qt::Key_A);
    QCOMPARE(filters.menu().activeAction()->text(), u"All categories"_s);
    filters.press(Qt::Key_A);
    QCOMPARE(filters.menu().activeAction()->text(), u"Announcements to everyone"_s);
    filters.press(Qt::Key_X);
    QCOMPARE(filters.menu().activeAction()->text(), u"Announcements to everyone"_s);
    QVERIFY(filters.menu().isVisible());
}

void TestInboxFilters::announcements_areACategoryOfTheirOwn()
{
    Filters filters;
    QVERIFY(filters.open());
    QVERIFY(filters.openMenu());
    filters.click(u"Announcements to everyone"_s);
    QVERIFY(filters.shows({u"Open again"_s, u"Closed on Monday"_s}));
    QCOMPARE(filters.button().text(), u"Announcements"_s);
    filters.click(u"Kitchen"_s);
    QVERIFY(filters.shows({u"Open again"_s, u"A pan"_s, u"Closed on Monday"_s}));
}

void TestInboxFilters::allCategories_letsGoOfEachAndCloses()
{
    Filters filters;
    QVERIFY(filters.open());
    QVERIFY(filters.openMenu());
    filters.click(u"Books"_s);
    filters.click(u"Announcements to everyone"_s);
    QVERIFY(filters.has(3));
    filters.click(u"All categories"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!filters.menu().isVisible(), Patience);
    QVERIFY(filters.has(6));
    QCOMPARE(filters.offers().first(), u"+All categories"_s);
    QCOMPARE(filters.button().text(), u"All categories"_s);
    QVERIFY(filters.openMenu());
    filters.click(u"All categories"_s); // It stays ticked: there is nothing else it could mean.
    QCOMPARE(filters.offers().first(), u"+All categories"_s);
    QVERIFY(filters.has(6));
}

void TestInboxFilters::filters_ofEveryKind_holdTogether()
{
    Filters filters;
    filters.inbox.fill({InboxWindowFixture::phone(1)});
    {
        const auto inbox = filters.inbox.openInbox();
        must(inbox->setRead({1}, true));
        must(inbox->setKept({1}, true));
    }
    QVERIFY(filters.open());
    QVERIFY(filters.openMenu());
    filters.click(u"Phones"_s);
    filters.click(u"Books"_s);
    QVERIFY(filters.closeMenu());
    QVERIFY(filters.has(3));
    QTest::mouseClick(&filters.inbox.find<QPushButton>(u"onlyUnread"_s), Qt::LeftButton);
    QVERIFY(filters.shows({u"Phone 4"_s, u"A book"_s}));
    auto &search = filters.inbox.find<QLineEdit>(u"searchInbox"_s);
    QTest::keyClicks(&search, u"book"_s);
    QVERIFY(filters.shows({u"A book"_s}));
    QTest::keyClick(&search, Qt::Key_Escape);
    QTest::mouseClick(&filters.inbox.find<QPushButton>(u"onlyUnread"_s), Qt::LeftButton);
    QTest::mouseClick(&filters.inbox.find<QPushButton>(u"onlyKept"_s), Qt::LeftButton);
    QVERIFY(filters.shows({u"Phone 1"_s}));
    QTest::keyClicks(&search, u"nothing like it"_s);
    QTRY_VERIFY_WITH_TIMEOUT(filters.inbox.visible<QPushButton>(u"emptyStateAction"_s) != nullptr, Patience);
    QTest::mouseClick(filters.inbox.visible<QPushButton>(u"emptyStateAction"_s), Qt::LeftButton); // "Show everything"
    QVERIFY(filters.has(6));
    QCOMPARE(filters.button().text(), u"All categories"_s);
}

void TestInboxFilters::button_saysWhatIsChosen()
{
    Filters filters;
    QVERIFY(filters.open());
    const auto name = [&] { return QAccessible::queryAccessibleInterface(&filters.button())->text(QAccessible::Name); };
    QCOMPARE(filters.button().text(), u"All categories"_s);
    QCOMPARE(name(), u"All categories"_s);
    QVERIFY(filters.openMenu());
    filters.click(u"Phones"_s);
    QCOMPARE(filters.button().text(), u"Phones"_s);
    filters.click(u"Books"_s);
    QCOMPARE(filters.button().text(), u"Books, Phones"_s);
    QCOMPARE(name(), u"Categories: Books, Phones"_s);
    filters.click(u"Announcements to everyone"_s);
    QCOMPARE(filters.button().text(), u"3 categories"_s); // There is no room for all of them.
    QCOMPARE(name(), u"Categories: Announcements, Books, Phones"_s);
    QCOMPARE(filters.button().toolTip(), u"Announcements, Books, Phones"_s);
}

void TestInboxFilters::button_pressed_opensItsMenu()
{
    Filters filters;
    QVERIFY(filters.open());
    int opened = 0;
    connect(
        &filters.menu(), &QMenu::aboutToShow, &filters.menu(),
        [&] {
            ++opened;
            filters.menu().close();
        },
        Qt::QueuedConnection);
    QTest::mouseClick(&filters.button(), Qt::LeftButton);
    QCOMPARE(opened, 1);
    filters.button().setFocus();
    QTest::keyClick(&filters.button(), Qt::Key_Space);
    QCOMPARE(opened, 2);
}

void TestInboxFilters::button_staysAsWideAsItIs()
{
    Filters filters;
    filters.inbox.fill({InboxWindowFixture::notification(7, u"Long"_s, QString(64, u'W'))});
    QVERIFY(filters.inbox.open());
    QVERIFY(filters.hasOffered(2));
    const int before = filters.button().width();
    QVERIFY(filters.openMenu());
    QTest::mouseClick(&filters.menu(), Qt::LeftButton, {},
                      filters.menu().actionGeometry(filters.menu().actions().last()).center());
    QVERIFY2(filters.button().text().endsWith(u'…'), qPrintable(filters.button().text()));
    QCOMPARE(filters.button().width(), before);
    QCOMPARE(filters.button().sizeHint().width(), before);
    QVERIFY(filters.menu().width() < 500);
}

void TestInboxFilters::category_thatComesWhileTheMenuIsOpen_waits()
{
    Filters filters;
    QVERIFY(filters.open());
    QVERIFY(filters.openMenu());
    const QStringList before = filters.offers();
    filters.inbox.fill({InboxWindowFixture::notification(7, u"A bicycle"_s, u"Bicycles"_s)});
    filters.inbox.window().present(7);
    QVERIFY(filters.has(7));
    QCOMPARE(filters.offers(), before);
    filters.menu().close();
    QVERIFY(filters.hasOffered(6));
    QVERIFY(filters.offers().contains(u"Bicycles"_s));
}

void TestInboxFilters::category_thatIsChosenAndGone_staysChosen()
{
    Filters filters;
    QVERIFY(filters.open());
    QVERIFY(filters.openMenu());
    filters.click(u"Kitchen"_s);
    QVERIFY(filters.closeMenu());
    QVERIFY(filters.shows({u"A pan"_s}));
    filters.inbox.list().setFocus();
    filters.inbox.press(Qt::Key_Down);
    filters.inbox.press(Qt::Key_Delete);
    QVERIFY(filters.shows({}));
    QCOMPARE(filters.button().text(), u"Kitchen"_s);
    QVERIFY(filters.offers().contains(u"+Kitchen"_s));
    filters.button().setFocus();
    QVERIFY(filters.openMenu());
    filters.click(u"Kitchen"_s);
    QVERIFY(filters.closeMenu());
    QVERIFY(filters.has(5));
    QVERIFY(filters.hasOffered(4)); // It has gone once nobody holds it.
}

void TestInboxFilters::category_withAnAmpersand_isReadAsItIs()
{
    Filters filters;
    filters.inbox.fill({InboxWindowFixture::notification(1, u"A drill"_s, u"House & Garden"_s)});
    QVERIFY(filters.inbox.open());
    QVERIFY(filters.hasOffered(2));
    QVERIFY(filters.openMenu());
    filters.click(u"House && Garden"_s); // Two of them are one that is seen.
    QCOMPARE(filters.button().text(), u"House && Garden"_s);
    QCOMPARE(filters.button().toolTip(), u"House & Garden"_s);
}

void TestInboxFilters::names_inPersian_standInItsOrder()
{
    Filters filters(u"fa"_s);
    QList<protocol::Notification> all;
    for (const char *name : {"گوشی", "کتاب", "پوشاک", "تلفن", "ژاکت", "آشپزخانه"})
        all << InboxWindowFixture::notification(all.size() + 1, u"x"_s, QString::fromUtf8(name));
    filters.inbox.fill(all);
    QVERIFY(filters.inbox.open());
    QVERIFY(filters.hasOffered(7));
    QCOMPARE(filters.offers().mid(1),
             (QStringList{u"آشپزخانه"_s, u"پوشاک"_s, u"تلفن"_s, u"ژاکت"_s, u"کتاب"_s, u"گوشی"_s}));
}

void TestInboxFilters::filters_areReachedByKeyboard()
{
    Filters filters;
    QVERIFY(filters.open());
    filters.inbox.find<QLineEdit>(u"searchInbox"_s).setFocus();
    QCOMPARE(keyboardPath(filters.inbox.window()).mid(0, 5),
             (QStringList{u"searchInbox"_s, u"inboxCategories"_s, u"onlyUnread"_s, u"onlyKept"_s, u"inboxList"_s}));
}

QTEST_MAIN(TestInboxFilters)
#include "test_inbox_filters.moc"

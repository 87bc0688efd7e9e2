// SPDX-License-Identifier: MIT
#include "support/inbox_window_fixture.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTextEdit>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

/// The client's inbox window: what somebody does with the entries in it.
class TestInboxEntries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enter_opensOnlyWhatMayBeOpened();
    void host_isShownBeforeItsLinkOpens();
    void body_isPlainText();
    void entry_lookedAt_isReadAfterASecond();
    void entry_markedAsUnread_staysSo();
    void deletion_isUndoneByKeyAndByBar();
    void deletion_ofSeveral_isUndoneTogether();
    void keptEntry_isMarkedAndLetGo();
    void copy_takesTheSelectedOnes();
    void interestGivenUp_isSaidAndUndone();
    void allMarkedAsRead_isUndoneByKeyAndByBar();
    void allMarkedAsRead_withNothingUnread_isNothing();
    void marks_ofSeveral_areUndoneAsTheyWere();
    void changes_areUndoneFromTheLastOn();
    void undo_inTheTextOfAnEntry_isOfTheInbox();
};

void TestInboxEntries::enter_opensOnlyWhatMayBeOpened()
{
    InboxWindowFixture fixture;
    protocol::Notification unsafe = InboxWindowFixture::phone(2);
    unsafe.url = u"http://shop.example/2"_s; // Not allowed unless somebody prefers it.
    fixture.fill({InboxWindowFixture::phone(1), unsafe});
    QVERIFY(fixture.open());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 4, Patience);
    fixture.press(Qt::Key_Down);
    QVERIFY(fixture.visible<QPushButton>(u"openEntry"_s) == nullptr);
    fixture.press(Qt::Key_Return);
    QCOMPARE(fixture.computer().opened, QList<QUrl>());
    fixture.press(Qt::Key_Down);
    fixture.press(Qt::Key_Return);
    QCOMPARE(fixture.computer().opened, QList<QUrl>{QUrl(u"https://shop.example/1"_s)});
    QVERIFY(fixture.isRead(1));
}

void TestInboxEntries::host_isShownBeforeItsLinkOpens()
{
    InboxWindowFixture fixture;
    fixture.fill({InboxWindowFixture::phone(1)});
    QVERIFY(fixture.open());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 2, Patience);
    fixture.press(Qt::Key_Down);
    auto *host = fixture.visible<QLabel>(u"linkHost"_s);
    QVERIFY(host != nullptr);
    QCOMPARE(host->toolTip(), u"shop.example"_s);
    QCOMPARE(host->text().remove(u'\u200B'), u"Leads to shop.example"_s);
    QTest::mouseClick(fixture.visible<QPushButton>(u"openEntry"_s), Qt::LeftButton);
    QCOMPARE(fixture.computer().opened.size(), 1);
}

void TestInboxEntries::body_isPlainText()
{
    InboxWindowFixture fixture;
    protocol::Notification rich = InboxWindowFixture::phone(1);
    rich.title = u"<b>Bold</b>\u202E"_s;
    rich.body = u"<h1>Large</h1>\n<img src=x>"_s;
    rich.price = u"599.00"_s;
    rich.currency = u"EUR"_s;
    fixture.fill({rich});
    QVERIFY(fixture.open());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 2, Patience);
    fixture.press(Qt::Key_Down);
    const QString text = fixture.find<QTextEdit>(u"entryText"_s).toPlainText();
    QVERIFY2(text.startsWith(u"<b>Bold</b>\n€599.00\nPhones"_s), qPrintable(text));
    QVERIFY2(text.contains(u"<h1>Large</h1>\n<img src=x>\n"_s), qPrintable(text));
    QVERIFY2(text.endsWith(u"Why did I get this?\nYou get this because you follow Phones."_s), qPrintable(text));
    QVERIFY(fixture.find<QTextEdit>(u"entryText"_s).isReadOnly());
}

void TestInboxEntries::entry_lookedAt_isReadAfterASecond()
{
    InboxWindowFixture fixture;
    fixture.fill(InboxWindowFixture::phones(2));
    QVERIFY(fixture.open());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 4, Patience);
    QTest::mouseClick(&fixture.find<QPushButton>(u"onlyUnread"_s), Qt::LeftButton);
    fixture.list().setFocus();
    fixture.press(Qt::Key_Down);
    QVERIFY(!fixture.isRead(2));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isRead(2), Patience);
    QCOMPARE(fixture.selected(), u"Phone 2"_s); // It is still there, among the unread ones.
    QVERIFY(!fixture.isRead(1));
}

void TestInboxEntries::entry_markedAsUnread_staysSo()
{
    InboxWindowFixture fixture;
    fixture.fill(InboxWindowFixture::phones(1));
    must(fixture.openInbox()->setRead({1}, true));
    QVERIFY(fixture.open());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 2, Patience);
    fixture.press(Qt::Key_Down);
    fixture.press(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(!fixture.isRead(1));
    fixture.press(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(fixture.isRead(1));
}

void TestInboxEntries::deletion_isUndoneByKeyAndByBar()
{
    InboxWindowFixture fixture;
    fixture.fill(InboxWindowFixture::phones(3));
    QVERIFY(fixture.open());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 6, Patience);
    fixture.press(Qt::Key_Down);
    fixture.press(Qt::Key_Down);
    fixture.press(Qt::Key_Delete);
    QVERIFY(fixture.shows({u"4 November 2026"_s, u"Phone 3"_s, u"2 November 2026"_s, u"Phone 1"_s}));
    QCOMPARE(fixture.selected(), u"Phone 1"_s);
    QCOMPARE(fixture.message(), u"“Phone 2” is deleted."_s);
    fixture.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 6, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.selected(), u"Phone 2"_s, Patience);
    QCOMPARE(fixture.message(), QString());
    fixture.press(Qt::Key_Delete);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 4, Patience);
    QTest::mouseClick(fixture.visible<QPushButton>(u"messageAction"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 6, Patience);
    QCOMPARE(fixture.message(), QString());
}

void TestInboxEntries::deletion_ofSeveral_isUndoneTogether()
{
    InboxWindowFixture fixture;
    fixture.fill(InboxWindowFixture::phones(4));
    QVERIFY(fixture.open());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 8, Patience);
    fixture.press(Qt::Key_A, Qt::ControlModifier);
    fixture.press(Qt::Key_Delete);
    QVERIFY(fixture.shows({}));
    QCOMPARE(fixture.message(), u"4 notifications are deleted."_s);
    QTest::keyClick(&fixture.window(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 8, Patience);
}

void TestInboxEntries::keptEntry_isMarkedAndLetGo()
{
    InboxWindowFixture fixture;
    fixture.fill(InboxWindowFixture::phones(1));
    QVERIFY(fixture.open());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 2, Patience);
    fixture.press(Qt::Key_Down);
    fixture.press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(fixture.isKept(1));
    const QModelIndex row = fixture.list().currentIndex();
    QTRY_VERIFY_WITH_TIMEOUT(row.data(Qt::AccessibleTextRole).toString().endsWith(u"Kept"_s), Patience);
    fixture.press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(!fixture.isKept(1));
}

void TestInboxEntries::copy_takesTheSelectedOnes()
{
    InboxWindowFixture fixture;
    fixture.fill(InboxWindowFixture::phones(2));
    QVERIFY(fixture.open());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 4, Patience);
    fixture.press(Qt::Key_A, Qt::ControlModifier);
    fixture.press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Phone 2\nPhones\nText of Phone 2\nhttps://shop.example/2\n\n"
                                                   "Phone 1\nPhones\nText of Phone 1\nhttps://shop.example/1"_s);
}

void TestInboxEntries::interestGivenUp_isSaidAndUndone()
{
    InboxWindowFixture fixture;
    fixture.fill(InboxWindowFixture::phones(1));
    QVERIFY(fixture.open());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 2, Patience);
    fixture.press(Qt::Key_Down);
    QCOMPARE(fixture.visible<QPushButton>(u"notInterested"_s)->text(), u"&Not interested in Phones"_s);
    Q_EMIT fixture.client().interestRemoved({.category = u"Phones"_s, .keyword = {}, .maxPrice = {}, .currency = {}});
    QCOMPARE(fixture.message(), u"You do not follow Phones any more."_s);
    QTest::mouseClick(fixture.visible<QPushButton>(u"messageAction"_s), Qt::LeftButton);
    QCOMPARE(fixture.message(), QString());
}

void TestInboxEntries::allMarkedAsRead_isUndoneByKeyAndByBar()
{
    InboxWindowFixture fixture;
    fixture.fill(InboxWindowFixture::phones(3));
    must(fixture.openInbox()->setRead({2}, true));
    QVERIFY(fixture.open());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 6, Patience);
    fixture.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(fixture.client().unread(), 0);
    QCOMPARE(fixture.message(), u"2 notifications are marked as read."_s);
    fixture.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(fixture.client().unread(), 2);
    QVERIFY(fixture.isRead(2)); // As it was before.
    QCOMPARE(fixture.message(), QString());
    fixture.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::mouseClick(fixture.visible<QPushButton>(u"messageAction"_s), Qt::LeftButton);
    QCOMPARE(fixture.client().unread(), 2);
    QCOMPARE(fixture.message(), QString());
}

void TestInboxEntries::allMarkedAsRead_withNothingUnread_isNothing()
{
    InboxWindowFixture fixture;
    fixture.fill(InboxWindowFixture::phones(1));
    QVERIFY(fixture.open());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 2, Patience);
    must(fixture.openInbox()->markAllRead()); // By another program, a moment ago.
    fixture.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(fixture.message(), QString());
    fixture.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(fixture.client().unread(), 0);
}

void TestInboxEntries::marks_ofSeveral_areUndoneAsTheyWere()
{
    InboxWindowFixture fixture;
    fixture.fill(InboxWindowFixture::phones(3));
    {
        const auto inbox = fixture.openInbox();
        must(inbox->setRead({1}, true));
        must(inbox->setKept({2}, true));
    }
    QVERIFY(fixture.open());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 6, Patience);
    QVERIFY(fixture.shows(
        {u"4 November 2026"_s, u"Phone 3"_s, u"3 November 2026"_s, u"Phone 2"_s, u"2 November 2026"_s, u"Phone 1"_s}));
    fixture.press(Qt::Key_A, Qt::ControlModifier);
    fixture.press(Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(fixture.client().unread(), 0);
    fixture.press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(fixture.isKept(1) && fixture.isKept(2) && fixture.isKept(3));
    fixture.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!fixture.isKept(1) && fixture.isKept(2) && !fixture.isKept(3));
    fixture.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(fixture.isRead(1) && !fixture.isRead(2) && !fixture.isRead(3));
}

void TestInboxEntries::changes_areUndoneFromTheLastOn()
{
    InboxWindowFixture fixture;
    fixture.fill(InboxWindowFixture::phones(3));
    QVERIFY(fixture.open());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 6, Patience);
    fixture.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    fixture.press(Qt::Key_Down);
    fixture.press(Qt::Key_Delete);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 4, Patience);
    fixture.press(Qt::Key_R, Qt::ControlModifier); // Phone 2, and that is seen where it happens.
    QCOMPARE(fixture.message(), QString());        // Undo would not bring back Phone 3.
    QCOMPARE(fixture.client().unread(), 1);
    fixture.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(fixture.client().unread(), 0);
    fixture.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 6, Patience);
    fixture.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(fixture.client().unread(), 3);
}

void TestInboxEntries::undo_inTheTextOfAnEntry_isOfTheInbox()
{
    InboxWindowFixture fixture;
    fixture.fill(InboxWindowFixture::phones(2));
    QVERIFY(fixture.open());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rows().size(), 4, Patience);
    fixture.press(Qt::Key_Down);
    fixture.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    auto &text = fixture.find<QTextEdit>(u"entryText"_s);
    text.setFocus();
    QTest::keyClick(&text, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(fixture.client().unread(), 2);
}

QTEST_MAIN(TestInboxEntries)
#include "test_inbox_entries.moc"

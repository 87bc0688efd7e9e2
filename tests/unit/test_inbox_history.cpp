// SPDX-License-Identifier: MIT
#include "support/inbox_fixture.h"

#include <QFile>

using namespace jarchi;
using namespace jarchi::inbox;
using namespace Qt::StringLiterals;
using test::InboxFixture;

/// How a file that was made anew gets back what the server still knows.
class TestInboxHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newFile_wantsHistory_untilItIsComplete();
    void interrupted_newFileStillWantsIt();
    void damagedFile_isReplacedByOneThatWantsHistory();
    void storeHistory_visited_isReadAndNotNew();
    void storeHistory_notVisited_isLeftToThePush();
    void storeHistory_known_staysAsItIs();
    void storeHistory_twice_isThereOnce();

private:
    static protocol::Notification visited(protocol::NotificationId id);
};

protocol::Notification TestInboxHistory::visited(protocol::NotificationId id)
{
    protocol::Notification made = InboxFixture::notification(id);
    made.visitedAt = made.createdAt.addSecs(5);
    return made;
}

void TestInboxHistory::newFile_wantsHistory_untilItIsComplete()
{
    InboxFixture inbox;
    QVERIFY(inbox->wantsHistory());
    QVERIFY(inbox->noteHistoryComplete());
    QVERIFY(!inbox->wantsHistory());
    inbox.reopen();
    QVERIFY(!inbox->wantsHistory());
}

void TestInboxHistory::interrupted_newFileStillWantsIt()
{
    InboxFixture inbox;
    QVERIFY(inbox->storeHistory(u"one"_s, {visited(1)}));
    inbox.store(2);
    inbox.reopen();
    QVERIFY(inbox->wantsHistory());
}

void TestInboxHistory::damagedFile_isReplacedByOneThatWantsHistory()
{
    InboxFixture inbox;
    inbox.store(1);
    QVERIFY(inbox->noteHistoryComplete());
    inbox.close();
    QFile file(inbox.path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    inbox.reopen();
    QVERIFY(!inbox->notice().isEmpty());
    QVERIFY(inbox->wantsHistory());
    QCOMPARE(inbox->storeHistory(u"one"_s, {visited(1)}).value(), 1);
}

void TestInboxHistory::storeHistory_visited_isReadAndNotNew()
{
    InboxFixture inbox;
    QCOMPARE(inbox->storeHistory(u"one"_s, {visited(2), visited(1)}).value(), 2);
    QCOMPARE(inbox.unread(), 0);
    QCOMPARE(inbox.store(1), 0);
    const auto found = inbox->find(u"one"_s, 2).value();
    QVERIFY(found && found->isRead);
    QCOMPARE(found->receivedAt, visited(2).visitedAt);
}

void TestInboxHistory::storeHistory_notVisited_isLeftToThePush()
{
    InboxFixture inbox;
    QCOMPARE(inbox->storeHistory(u"one"_s, {InboxFixture::notification(2), visited(1)}).value(), 1);
    QVERIFY(inbox.store(2) > 0);
    QCOMPARE(inbox.unread(), 1);
}

void TestInboxHistory::storeHistory_known_staysAsItIs()
{
    InboxFixture inbox;
    const EntryId id = inbox.store(1);
    QCOMPARE(inbox->storeHistory(u"one"_s, {visited(1)}).value(), 0);
    QCOMPARE(inbox.entry(1), id);
    QCOMPARE(inbox.unread(), 1);
}

void TestInboxHistory::storeHistory_twice_isThereOnce()
{
    InboxFixture inbox;
    QCOMPARE(inbox->storeHistory(u"one"_s, {visited(1), visited(1)}).value(), 1);
    QCOMPARE(inbox->storeHistory(u"one"_s, {visited(1)}).value(), 0);
    QCOMPARE(inbox->storeHistory(u"two"_s, {visited(1)}).value(), 1);
    QCOMPARE(inbox->storeHistory(u"one"_s, {}).value(), 0);
}

QTEST_GUILESS_MAIN(TestInboxHistory)
#include "test_inbox_history.moc"

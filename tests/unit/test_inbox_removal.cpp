// SPDX-License-Identifier: MIT
#include "support/inbox_fixture.h"

#include "database/connection.h"

#include <QSqlQuery>

using namespace jarchi;
using namespace jarchi::inbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::InboxFixture;

/// What goes from the inbox, by its reader's will or by age, and that it never comes back by itself.
class TestInboxRemoval : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remove_isOutOfSightAndNotUnread();
    void restore_bringsItBackAsItWas();
    void removed_comesAgain_isNotNew();
    void removed_inHistory_doesNotComeBack();
    void prune_removed_emptiesItForGood();
    void prune_thousands_goInBatches();
    void prune_most_goesOnNextTime();
    void prune_old_emptiesReadOnesOnly();
    void prune_kept_leavesIt();
    void prune_keptButRemoved_emptiesIt();
    void pruned_comesAgain_isNotNew();
    void opening_emptiesWhatWasRemoved();
    void opening_ofASecondProcess_leavesTheUndo();
    void forget_takesItsSearchTextAlong();

private:
    /// Of all texts in the file that are not empty.
    static qint64 texts(const InboxFixture &inbox);
};

qint64 TestInboxRemoval::texts(const InboxFixture &inbox)
{
    const auto connection = database::Connection::open({.path = inbox.path(), .create = false, .checkpoint = false});
    QSqlQuery query(connection->handle());
    const bool done = query.exec(u"SELECT (SELECT COUNT(*) FROM notification WHERE title || body || category || price "
                                 "|| url || COALESCE(interest_category, '') <> '') + (SELECT COUNT(*) FROM "
                                 "search_text)"_s) &&
                      query.next();
    return done ? query.value(0).toLongLong() : -1;
}

void TestInboxRemoval::remove_isOutOfSightAndNotUnread()
{
    InboxFixture inbox;
    const EntryId id = inbox.store(1);
    inbox.store(2);
    QVERIFY(inbox->remove({id}));
    QVERIFY(inbox->find(id).value() == std::nullopt);
    QCOMPARE(inbox.entry(1), 0);
    QCOMPARE(inbox.unread(), 1);
    QVERIFY(inbox->setRead({id}, true)); // Passed over: what comes back is as it was.
    QVERIFY(inbox->restore({id}));
    QCOMPARE(inbox.unread(), 2);
}

void TestInboxRemoval::restore_bringsItBackAsItWas()
{
    InboxFixture inbox;
    const EntryId id = inbox.storeText(1, u"گوشی"_s, u"body"_s, u"Phones"_s);
    QVERIFY(inbox->setKept({id}, true));
    const auto before = inbox->find(id).value();
    QVERIFY(inbox->remove({id}));
    QVERIFY(inbox->restore({id}));
    QVERIFY(before.has_value());
    QCOMPARE(inbox->find(id).value(), before);
}

void TestInboxRemoval::removed_comesAgain_isNotNew()
{
    InboxFixture inbox;
    QVERIFY(inbox->remove({inbox.store(1)}));
    QCOMPARE(inbox->store(u"one"_s, {InboxFixture::notification(1)}).value().size(), 0);
    QCOMPARE(inbox.entry(1), 0);
}

void TestInboxRemoval::removed_inHistory_doesNotComeBack()
{
    InboxFixture inbox;
    QVERIFY(inbox->remove({inbox.store(1)}));
    protocol::Notification visited = InboxFixture::notification(1);
    visited.visitedAt = inbox.clock().now();
    QCOMPARE(inbox->storeHistory(u"one"_s, {visited}).value(), 0);
    QVERIFY(inbox->prune(inbox.clock().now()));
    QCOMPARE(inbox->storeHistory(u"one"_s, {visited}).value(), 0);
    QCOMPARE(inbox.entry(1), 0);
}

void TestInboxRemoval::prune_removed_emptiesItForGood()
{
    InboxFixture inbox;
    const EntryId id = inbox.storeText(1, u"secret"_s, u"body"_s, u"Phones"_s);
    QVERIFY(inbox->remove({id}));
    QCOMPARE(texts(inbox), 2);
    QCOMPARE(inbox->prune(inbox.clock().now().addYears(-1)).value(), 1);
    QCOMPARE(texts(inbox), 0);
    QVERIFY(inbox->restore({id}));
    QVERIFY(inbox->find(id).value() == std::nullopt);
    QCOMPARE(inbox->prune(inbox.clock().now()).value(), 0);
}

void TestInboxRemoval::prune_thousands_goInBatches()
{
    InboxFixture inbox;
    QList<protocol::Notification> many;
    for (protocol::NotificationId id = 1; id <= 1750; ++id)
        many.append(InboxFixture::notification(id));
    QVERIFY(inbox->store(u"one"_s, many));
    QVERIFY(inbox->markAllRead());
    QVERIFY(inbox->remove({inbox.entry(3)}));
    inbox.clock().advance(1h);
    QCOMPARE(inbox->prune(inbox.clock().now()).value(), 1750);
    QCOMPARE(texts(inbox), 0);
}

void TestInboxRemoval::prune_most_goesOnNextTime()
{
    InboxFixture inbox;
    for (protocol::NotificationId id = 1; id <= 5; ++id)
        QVERIFY(inbox->remove({inbox.store(id)}));
    QCOMPARE(inbox->prune(inbox.clock().now(), 3).value(), 3);
    QCOMPARE(inbox->prune(inbox.clock().now(), 3).value(), 2);
    QCOMPARE(inbox->prune(inbox.clock().now(), 3).value(), 0);
}

void TestInboxRemoval::prune_old_emptiesReadOnesOnly()
{
    InboxFixture inbox;
    const EntryId read = inbox.store(1);
    const EntryId unread = inbox.store(2);
    inbox.clock().advance(24h);
    const EntryId young = inbox.store(3);
    QVERIFY(inbox->setRead({read, young}, true));
    QCOMPARE(inbox->prune(inbox.clock().now()).value(), 1);
    QVERIFY(inbox->find(read).value() == std::nullopt);
    QVERIFY(inbox->find(unread).value() != std::nullopt);
    QVERIFY(inbox->find(young).value() != std::nullopt);
}

void TestInboxRemoval::prune_kept_leavesIt()
{
    InboxFixture inbox;
    const EntryId id = inbox.store(1);
    QVERIFY(inbox->setRead({id}, true));
    QVERIFY(inbox->setKept({id}, true));
    inbox.clock().advance(24h);
    QCOMPARE(inbox->prune(inbox.clock().now()).value(), 0);
    QVERIFY(inbox->setKept({id}, false));
    QCOMPARE(inbox->prune(inbox.clock().now()).value(), 1);
}

void TestInboxRemoval::prune_keptButRemoved_emptiesIt()
{
    InboxFixture inbox;
    const EntryId id = inbox.store(1);
    QVERIFY(inbox->setKept({id}, true));
    QVERIFY(inbox->remove({id}));
    QCOMPARE(inbox->prune(inbox.clock().now()).value(), 1);
}

void TestInboxRemoval::pruned_comesAgain_isNotNew()
{
    InboxFixture inbox;
    QVERIFY(inbox->setRead({inbox.store(1)}, true));
    inbox.clock().advance(24h);
    QCOMPARE(inbox->prune(inbox.clock().now()).value(), 1);
    QCOMPARE(inbox.store(1), 0);
    QCOMPARE(inbox.unread(), 0);
    QCOMPARE(texts(inbox), 0);
}

void TestInboxRemoval::opening_emptiesWhatWasRemoved()
{
    InboxFixture inbox;
    const EntryId id = inbox.store(1);
    inbox.store(2);
    QVERIFY(inbox->remove({id}));
    inbox.reopen();
    QCOMPARE(texts(inbox), 2);
    QVERIFY(inbox->restore({id}));
    QVERIFY(inbox->find(id).value() == std::nullopt);
}

void TestInboxRemoval::opening_ofASecondProcess_leavesTheUndo()
{
    InboxFixture inbox;
    const EntryId id = inbox.store(1);
    QVERIFY(inbox->remove({id}));
    QVERIFY(Inbox::open({.path = inbox.path()}, inbox.clock()));
    QVERIFY(inbox->restore({id}));
    QVERIFY(inbox->find(id).value() != std::nullopt);
}

void TestInboxRemoval::forget_takesItsSearchTextAlong()
{
    InboxFixture inbox;
    inbox.store(1);
    QVERIFY(inbox->forget(u"one"_s, {1}));
    QCOMPARE(texts(inbox), 0);
    QVERIFY(inbox.store(1) > 0);
}

QTEST_GUILESS_MAIN(TestInboxRemoval)
#include "test_inbox_removal.moc"

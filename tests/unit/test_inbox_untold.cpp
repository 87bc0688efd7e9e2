// SPDX-License-Identifier: MIT
#include "support/inbox_fixture.h"
#include "support/must.h"

using namespace jarchi;
using namespace jarchi::inbox;
using namespace Qt::StringLiterals;
using test::InboxFixture;
using test::must;

/// What the file remembers that its reader was not told.
class TestInboxUntold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stored_isUntoldUntilItIsNoted();
    void noted_thenStored_isUntoldAgain();
    void readOrRemoved_isNotWorthTelling();
    void history_isNotUntold();
    void takenBack_isNotUntold();
    void nothingToNote_isFine();
    void ofAnotherProcess_staysUntold();
    void manyUntold_areNotedTogether();

private:
    /// At the next start.
    static QList<protocol::NotificationId> left(InboxFixture &inbox)
    {
        inbox.reopen();
        QList<protocol::NotificationId> ids;
        for (const NotificationKey &key : must(inbox->takeUntold())) {
            if (key.epoch == InboxFixture::Epoch)
                ids.append(key.id);
        }
        return ids;
    }
};

using Ids = QList<protocol::NotificationId>;

void TestInboxUntold::stored_isUntoldUntilItIsNoted()
{
    InboxFixture inbox;
    inbox.store(2);
    inbox.store(1);
    QCOMPARE(left(inbox), (Ids{2, 1}));
    QCOMPARE(left(inbox), (Ids{2, 1})); // Taking them is not telling.
    must(inbox->noteTold());
    QCOMPARE(left(inbox), Ids{});
}

void TestInboxUntold::noted_thenStored_isUntoldAgain()
{
    InboxFixture inbox;
    inbox.store(1);
    must(inbox->noteTold());
    inbox.store(1); // Known, so it is not new to anybody.
    inbox.store(2);
    QCOMPARE(left(inbox), Ids{2});
}

void TestInboxUntold::readOrRemoved_isNotWorthTelling()
{
    InboxFixture inbox;
    for (protocol::NotificationId id = 1; id <= 4; ++id)
        inbox.store(id);
    must(inbox->setRead({inbox.entry(1)}, true));
    const EntryId third = inbox.entry(3);
    must(inbox->remove({inbox.entry(2), third}));
    must(inbox->restore({third}));
    QCOMPARE(left(inbox), (Ids{3, 4}));
    must(inbox->noteTold());
    must(inbox->setRead({inbox.entry(1)}, false));
    QCOMPARE(left(inbox), Ids{}); // Whoever read it knows it.
}

void TestInboxUntold::history_isNotUntold()
{
    InboxFixture inbox;
    protocol::Notification visited = InboxFixture::notification(1);
    visited.visitedAt = inbox.clock().now();
    QCOMPARE(must(inbox->storeHistory(InboxFixture::Epoch, {visited})), 1);
    QCOMPARE(left(inbox), Ids{});
}

void TestInboxUntold::takenBack_isNotUntold()
{
    InboxFixture inbox;
    inbox.store(1);
    inbox.store(2);
    must(inbox->forget(InboxFixture::Epoch, {1}));
    QCOMPARE(left(inbox), Ids{2});
}

void TestInboxUntold::nothingToNote_isFine()
{
    InboxFixture inbox;
    must(inbox->noteTold());
    QCOMPARE(left(inbox), Ids{});
}

void TestInboxUntold::ofAnotherProcess_staysUntold()
{
    InboxFixture inbox;
    inbox.store(1);
    const auto other = must(Inbox::open({.path = inbox.path()}, inbox.clock()));
    QCOMPARE(must(other->store(InboxFixture::Epoch, {InboxFixture::notification(2)})).size(), 1);
    must(inbox->noteTold());
    QCOMPARE(left(inbox), Ids{2});
}

void TestInboxUntold::manyUntold_areNotedTogether()
{
    InboxFixture inbox;
    QList<protocol::Notification> many;
    for (protocol::NotificationId id = 1; id <= 10'000; ++id)
        many.append(InboxFixture::notification(id));
    QCOMPARE(must(inbox->store(InboxFixture::Epoch, many)).size(), 10'000);
    QCOMPARE(left(inbox).size(), 10'000);
    must(inbox->noteTold());
    QCOMPARE(left(inbox), Ids{});
}

QTEST_GUILESS_MAIN(TestInboxUntold)
#include "test_inbox_untold.moc"

// SPDX-License-Identifier: MIT
#include "support/inbox_fixture.h"

using namespace jarchi;
using namespace jarchi::inbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::InboxFixture;

/// What was received can be found, and what its reader did with it stays.
class TestInboxMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void find_everyField_isReadBack();
    void find_plainAnnouncement_hasNoInterestAndNoEnd();
    void find_unknown_isNothing();
    void find_expired_isStillThere();
    void stored_isUnread();
    void setRead_some_leavesTheOthers();
    void setRead_unknownIds_arePassedOver();
    void setRead_thousandsOfIds_setsThemAll();
    void markAllRead_setsThemAll();
    void marks_returnWhatTheyChanged();
    void markAllRead_ofManyThousands_isUndone();
    void setKept_staysAfterReopening();
    void twoProcesses_marksAndStores_seeEachOther();
};

void TestInboxMarks::find_everyField_isReadBack()
{
    InboxFixture inbox;
    protocol::Notification full = InboxFixture::notification(41);
    full.title = u"گوشی تازه 😀"_s;
    full.body = u"two\nlines"_s;
    full.category = u"Phones"_s;
    full.price = u"599.00"_s;
    full.currency = u"EUR"_s;
    full.url = u"https://shop.example/41"_s;
    full.priority = protocol::Priority::High;
    full.expiresAt = QDateTime(QDate(2026, 12, 24), QTime(18, 0), Qt::UTC);
    full.interest = protocol::Interest{
        .category = u"Phones"_s, .keyword = u"fold"_s, .maxPrice = u"700.00"_s, .currency = u"EUR"_s};
    const EntryId id = inbox.store(full);
    const auto found = inbox->find(id);
    QVERIFY(found && *found);
    QCOMPARE(**found, (Entry{.id = id,
                             .epoch = u"one"_s,
                             .notification = full,
                             .receivedAt = inbox.clock().now(),
                             .isRead = false,
                             .isKept = false}));
}

void TestInboxMarks::find_plainAnnouncement_hasNoInterestAndNoEnd()
{
    InboxFixture inbox;
    const protocol::Notification plain = InboxFixture::notification(1);
    const auto found = inbox->find(inbox.store(plain));
    QVERIFY(found && *found);
    QCOMPARE((*found)->notification, plain);
}

void TestInboxMarks::find_unknown_isNothing()
{
    InboxFixture inbox;
    inbox.store(1);
    QVERIFY(inbox->find(4711).value() == std::nullopt);
    QVERIFY(inbox->find(u"one"_s, 2).value() == std::nullopt);
    QVERIFY(inbox->find(u"two"_s, 1).value() == std::nullopt);
}

void TestInboxMarks::find_expired_isStillThere()
{
    InboxFixture inbox;
    protocol::Notification brief = InboxFixture::notification(1);
    brief.expiresAt = inbox.clock().now().addSecs(60);
    const EntryId id = inbox.store(brief);
    inbox.clock().advance(24h);
    inbox.reopen();
    QCOMPARE(inbox.entry(1), id);
    QCOMPARE(inbox.unread(), 1);
}

void TestInboxMarks::stored_isUnread()
{
    InboxFixture inbox;
    QCOMPARE(inbox.unread(), 0);
    inbox.store(1);
    inbox.store(2);
    inbox.store(2);
    QCOMPARE(inbox.unread(), 2);
}

void TestInboxMarks::setRead_some_leavesTheOthers()
{
    InboxFixture inbox;
    const QList<EntryId> ids{inbox.store(1), inbox.store(2), inbox.store(3)};
    QVERIFY(inbox->setRead({ids[0], ids[2]}, true));
    QCOMPARE(inbox.unread(), 1);
    QVERIFY((*inbox->find(ids[0]))->isRead);
    QVERIFY(!(*inbox->find(ids[1]))->isRead);
    QVERIFY(inbox->setRead({ids[0]}, false));
    QCOMPARE(inbox.unread(), 2);
}

void TestInboxMarks::setRead_unknownIds_arePassedOver()
{
    InboxFixture inbox;
    const EntryId id = inbox.store(1);
    QVERIFY(inbox->setRead({0, -5, id, id, 4711}, true));
    QVERIFY(inbox->setRead({}, true));
    QCOMPARE(inbox.unread(), 0);
}

void TestInboxMarks::setRead_thousandsOfIds_setsThemAll()
{
    InboxFixture inbox;
    QList<protocol::Notification> many;
    for (protocol::NotificationId id = 1; id <= 5000; ++id)
        many.append(InboxFixture::notification(id));
    QVERIFY(inbox->store(u"one"_s, many));
    QList<EntryId> ids;
    for (EntryId id = inbox.entry(1); id <= inbox.entry(5000); ++id)
        ids.append(id);
    QVERIFY(inbox->setRead(ids, true));
    QCOMPARE(inbox.unread(), 0);
    QVERIFY(inbox->remove(ids));
    QCOMPARE(inbox.entry(2500), 0);
    QVERIFY(inbox->restore(ids));
    QVERIFY(inbox.entry(2500) > 0);
}

void TestInboxMarks::markAllRead_setsThemAll()
{
    InboxFixture inbox;
    inbox.store(1);
    inbox.store(2);
    QVERIFY(inbox->markAllRead());
    QCOMPARE(inbox.unread(), 0);
    inbox.store(3);
    QCOMPARE(inbox.unread(), 1);
}

void TestInboxMarks::marks_returnWhatTheyChanged()
{
    InboxFixture inbox;
    const EntryId first = inbox.store(1);
    const EntryId second = inbox.store(2);
    const EntryId gone = inbox.store(3);
    QVERIFY(inbox->remove({gone}));
    QCOMPARE(inbox->setRead({first, gone, 4711}, true).value(), QList<EntryId>{first});
    QCOMPARE(inbox->setRead({first}, true).value(), QList<EntryId>());
    QCOMPARE(inbox->markAllRead().value(), QList<EntryId>{second});
    QCOMPARE(inbox->markAllRead().value(), QList<EntryId>());
    QCOMPARE(inbox->setKept({second}, true).value(), QList<EntryId>{second});
    QCOMPARE(inbox->setKept({first, second}, true).value(), QList<EntryId>{first});
    QCOMPARE(inbox->setKept({first, second}, false).value(), (QList<EntryId>{first, second}));
    QVERIFY(inbox->restore({gone}));
    QCOMPARE(inbox.unread(), 1); // As it was.
}

void TestInboxMarks::markAllRead_ofManyThousands_isUndone()
{
    InboxFixture inbox;
    QList<protocol::Notification> many;
    for (protocol::NotificationId id = 1; id <= 20'000; ++id)
        many.append(InboxFixture::notification(id));
    QVERIFY(inbox->store(u"one"_s, many));
    QVERIFY(inbox->setRead({inbox.entry(7)}, true));
    const auto marked = inbox->markAllRead();
    QCOMPARE(marked.value().size(), 19'999);
    QCOMPARE(inbox.unread(), 0);
    QCOMPARE(inbox->setRead(*marked, false).value().size(), 19'999);
    QVERIFY((*inbox->find(inbox.entry(7)))->isRead);
    QCOMPARE(inbox.unread(), 19'999);
}

void TestInboxMarks::setKept_staysAfterReopening()
{
    InboxFixture inbox;
    const EntryId id = inbox.store(1);
    QVERIFY(inbox->setKept({id}, true));
    inbox.reopen();
    QVERIFY((*inbox->find(id))->isKept);
    QVERIFY(inbox->setKept({id}, false));
    QVERIFY(!(*inbox->find(id))->isKept);
}

void TestInboxMarks::twoProcesses_marksAndStores_seeEachOther()
{
    InboxFixture tray;
    const auto console = Inbox::open({.path = tray.path()}, tray.clock());
    QVERIFY(console);
    for (protocol::NotificationId id = 1; id <= 50; ++id) {
        QVERIFY((*console)->store(u"one"_s, {InboxFixture::notification(id)}));
        QVERIFY(tray->setRead({tray.entry(id)}, true));
        QVERIFY(tray->setKept({tray.entry(id)}, true));
        QCOMPARE(tray.store(id), 0);
    }
    QCOMPARE((*console)->unread().value(), 0);
    QVERIFY((*console)->find(u"one"_s, 50).value()->isKept);
}

QTEST_GUILESS_MAIN(TestInboxMarks)
#include "test_inbox_marks.moc"

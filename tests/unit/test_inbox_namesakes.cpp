// SPDX-License-Identifier: MIT
#include "support/inbox_fixture.h"

using namespace jarchi;
using namespace Qt::StringLiterals;
using protocol::Notification;
using test::InboxFixture;

/// A server whose database was restored from a copy gives the ids after that copy a second time.
class TestInboxNamesakes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_inbox = std::make_unique<InboxFixture>(); }

    void sameIdMadeLater_isAnotherOne_andBothStay();
    void sameIdMadeLater_isStoredOnce();
    void first_comingAgainAfterTheSecond_isKnown();
    void removedOne_isNoReasonToLoseItsNamesake();
    void marks_stayWithTheFirst();
    void history_knowsBoth();

private:
    [[nodiscard]] static Notification madeLater(protocol::NotificationId id)
    {
        Notification other = InboxFixture::notification(id);
        other.title = u"After the restoration"_s;
        other.createdAt = other.createdAt.addDays(1);
        return other;
    }
    [[nodiscard]] QString titleOf(inbox::EntryId id)
    {
        const auto found = (*m_inbox)->find(id);
        return found && *found ? (*found)->notification.title : QString();
    }

    std::unique_ptr<InboxFixture> m_inbox;
};

void TestInboxNamesakes::sameIdMadeLater_isAnotherOne_andBothStay()
{
    const inbox::EntryId first = m_inbox->store(41);
    const inbox::EntryId second = m_inbox->store(madeLater(41));
    QVERIFY(first != 0 && second != 0 && first != second);
    QCOMPARE(titleOf(first), u"Product 41"_s);
    QCOMPARE(titleOf(second), u"After the restoration"_s);
    QCOMPARE(m_inbox->entry(41), second);
    QCOMPARE(m_inbox->unread(), 2);
}

void TestInboxNamesakes::sameIdMadeLater_isStoredOnce()
{
    m_inbox->store(41);
    QVERIFY(m_inbox->store(madeLater(41)) != 0);
    QCOMPARE(m_inbox->store(madeLater(41)), 0);
    QCOMPARE(m_inbox->unread(), 2);
}

void TestInboxNamesakes::first_comingAgainAfterTheSecond_isKnown()
{
    m_inbox->store(41);
    m_inbox->store(madeLater(41));
    QCOMPARE(m_inbox->store(41), 0);
    QCOMPARE(m_inbox->unread(), 2);
    m_inbox->reopen();
    QCOMPARE(m_inbox->store(41), 0);
    QCOMPARE(m_inbox->unread(), 2);
}

void TestInboxNamesakes::removedOne_isNoReasonToLoseItsNamesake()
{
    const inbox::EntryId first = m_inbox->store(41);
    QVERIFY((*m_inbox)->remove({first}));
    m_inbox->reopen(); // Emptied for good.
    QVERIFY(m_inbox->store(madeLater(41)) != 0);
    QCOMPARE(m_inbox->store(41), 0);
    QCOMPARE(m_inbox->unread(), 1);
}

void TestInboxNamesakes::marks_stayWithTheFirst()
{
    const inbox::EntryId first = m_inbox->store(41);
    QVERIFY((*m_inbox)->setKept({first}, true));
    QVERIFY((*m_inbox)->setRead({first}, true));
    const inbox::EntryId second = m_inbox->store(madeLater(41));
    const auto found = (*m_inbox)->find(second);
    QVERIFY(found && *found && !(*found)->isKept && !(*found)->isRead);
    const auto before = (*m_inbox)->find(first);
    QVERIFY(before && *before && (*before)->isKept && (*before)->isRead);
}

void TestInboxNamesakes::history_knowsBoth()
{
    m_inbox->store(41);
    Notification visited = madeLater(41);
    visited.visitedAt = visited.createdAt;
    QCOMPARE((*m_inbox)->storeHistory(InboxFixture::Epoch, {visited}).value_or(-1), 1);
    QCOMPARE((*m_inbox)->storeHistory(InboxFixture::Epoch, {visited}).value_or(-1), 0);
    QCOMPARE(m_inbox->unread(), 1);
}

QTEST_GUILESS_MAIN(TestInboxNamesakes)
#include "test_inbox_namesakes.moc"

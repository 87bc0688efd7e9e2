// SPDX-License-Identifier: MIT
#include "inbox/receiver.h"

#include "database/connection.h"
#include "inbox/inbox.h"
#include "support/fake_clock.h"
#include "support/patience.h"

#include <QTemporaryDir>
#include <QTest>

using namespace jarchi;
using namespace jarchi::inbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using jarchi::test::Patience;
using protocol::Notification;
using protocol::NotificationId;

/// Every step of the way is noted as one line, so that a test reads as the order of things.
class TestReceiver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_inbox.reset(); }

    void burst_isShownThenAcknowledged_together();
    void known_isAcknowledgedButNotShown();
    void longBurst_isStoredInParts();
    void epochChange_storesWhatCameBeforeUnderTheOldOne();
    void storeFailure_neitherShowsNorAcknowledges();
    void outputGone_isTakenBackAndNotAcknowledged();

private:
    void take(std::initializer_list<NotificationId> ids);
    [[nodiscard]] QString path() const { return m_folder->filePath(u"inbox.sqlite"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    test::FakeClock m_clock;
    std::unique_ptr<Inbox> m_inbox;
    std::unique_ptr<Receiver> m_receiver;
    QStringList m_steps;
    bool m_outputGone = false;
};

void TestReceiver::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_inbox = std::move(*Inbox::open({.path = path(), .busyTimeout = 20ms}, m_clock));
    m_steps.clear();
    m_outputGone = false;
    m_receiver =
        std::make_unique<Receiver>(*m_inbox, Receiver::Steps{.show =
                                                                 [this](const QList<Notification> &fresh) {
                                                                     QStringList ids;
                                                                     for (const Notification &notification : fresh)
                                                                         ids += QString::number(notification.id);
                                                                     m_steps += u"show "_s + ids.join(u' ');
                                                                     return m_outputGone ? qsizetype(0) : fresh.size();
                                                                 },
                                                             .acknowledge =
                                                                 [this](const QList<NotificationId> &list) {
                                                                     QStringList ids;
                                                                     for (const NotificationId id : list)
                                                                         ids += QString::number(id);
                                                                     m_steps += u"acknowledge "_s + ids.join(u' ');
                                                                 },
                                                             .fail = [this](const Error &) { m_steps += u"fail"_s; }});
    m_receiver->setEpoch(u"one"_s);
}

void TestReceiver::take(std::initializer_list<NotificationId> ids)
{
    for (const NotificationId id : ids) {
        Notification notification;
        notification.id = id;
        notification.createdAt = m_clock.now();
        m_receiver->take(notification);
    }
}

void TestReceiver::burst_isShownThenAcknowledged_together()
{
    take({1, 2, 3});
    QVERIFY(m_steps.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_steps, (QStringList{u"show 1 2 3"_s, u"acknowledge 1 2 3"_s}), Patience);
    m_receiver->flush();
    QCOMPARE(m_steps.size(), 2);
}

void TestReceiver::known_isAcknowledgedButNotShown()
{
    take({1, 2});
    m_receiver->flush();
    m_steps.clear();
    take({1, 2, 3});
    m_receiver->flush();
    QCOMPARE(m_steps, (QStringList{u"show 3"_s, u"acknowledge 1 2 3"_s}));
    m_steps.clear();
    take({2});
    m_receiver->flush();
    QCOMPARE(m_steps, QStringList{u"acknowledge 2"_s});
}

void TestReceiver::longBurst_isStoredInParts()
{
    for (NotificationId id = 1; id <= Receiver::LongestBurst; ++id)
        take({id});
    QCOMPARE(m_steps.size(), 2); // Without the event loop.
    QVERIFY(m_steps.constLast().endsWith(u" 255 256"_s));
}

void TestReceiver::epochChange_storesWhatCameBeforeUnderTheOldOne()
{
    take({1});
    m_receiver->setEpoch(u"two"_s);
    take({1});
    m_receiver->flush();
    m_receiver->setEpoch(u"one"_s);
    take({1});
    m_receiver->flush();
    QCOMPARE(m_steps,
             (QStringList{u"show 1"_s, u"acknowledge 1"_s, u"show 1"_s, u"acknowledge 1"_s, u"acknowledge 1"_s}));
}

void TestReceiver::storeFailure_neitherShowsNorAcknowledges()
{
    const auto other = database::Connection::open({.path = path(), .create = false, .checkpoint = false});
    QVERIFY(other);
    QVERIFY(other->execute(u"BEGIN IMMEDIATE"_s));
    take({1, 2});
    m_receiver->flush();
    QCOMPARE(m_steps, QStringList{u"fail"_s});

    // It comes again, and by then there is room.
    QVERIFY(other->execute(u"ROLLBACK"_s));
    take({1, 2});
    m_receiver->flush();
    QCOMPARE(m_steps, (QStringList{u"fail"_s, u"show 1 2"_s, u"acknowledge 1 2"_s}));
}

void TestReceiver::outputGone_isTakenBackAndNotAcknowledged()
{
    m_outputGone = true;
    take({1});
    m_receiver->flush();
    QCOMPARE(m_steps, QStringList{u"show 1"_s});

    // It was taken back, so it is new when it comes again.
    m_outputGone = false;
    take({1});
    m_receiver->flush();
    QCOMPARE(m_steps.mid(1), (QStringList{u"show 1"_s, u"acknowledge 1"_s}));
}

QTEST_GUILESS_MAIN(TestReceiver)
#include "test_receiver.moc"

// SPDX-License-Identifier: MIT
#include "database/connection.h"
#include "inbox/inbox_questions.h"
#include "support/inbox_fixture.h"
#include "support/must.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <thread>

using namespace jarchi;
using namespace jarchi::inbox;
using namespace Qt::StringLiterals;
using test::InboxFixture;
using test::must;

/// A kill, a full disk, and another process.
class TestInboxSurvival : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copy_takenAnyTime_hasEachCommittedEntryOnce();
    void copy_takenInATransaction_hasTheCommittedOnesOnly();
    void fullDisk_isUnavailableAndNothingIsLost();
    void twoWriters_atTheSameTime_bothSucceed();

private:
    /// What a kill would leave now, opened: how many entries it has and how many a search finds.
    static std::pair<qint64, qsizetype> leftBy(InboxFixture &inbox, const QString &name);
};

std::pair<qint64, qsizetype> TestInboxSurvival::leftBy(InboxFixture &inbox, const QString &name)
{
    const QString copy = inbox.file(name);
    for (const QString &part : {u""_s, u"-wal"_s}) {
        if (!QFile::copy(inbox.path() + part, copy + part))
            qFatal("The file cannot be copied.");
    }
    const auto opened = must(Inbox::open({.path = copy}, inbox.clock()));
    if (!opened->notice().isEmpty())
        qFatal("%ls", qUtf16Printable(opened->notice()));
    const auto questions = must(InboxQuestions::open(copy));
    return {must(opened->unread()), must(questions->list({.words = u"product"_s})).lines.size()};
}

void TestInboxSurvival::copy_takenAnyTime_hasEachCommittedEntryOnce()
{
    InboxFixture inbox;
    for (protocol::NotificationId id = 1; id <= 12; ++id) {
        inbox.store(id);
        QCOMPARE(leftBy(inbox, u"stored-%1"_s.arg(id)), (std::pair<qint64, qsizetype>{id, id}));
    }
    QVERIFY(inbox->setRead({inbox.entry(1)}, true));
    QVERIFY(inbox->remove({inbox.entry(2)}));
    QCOMPARE(leftBy(inbox, u"marked"_s), (std::pair<qint64, qsizetype>{10, 11}));
    QVERIFY(inbox->prune(inbox.clock().now()));
    QCOMPARE(leftBy(inbox, u"pruned"_s), (std::pair<qint64, qsizetype>{10, 11}));
}

void TestInboxSurvival::copy_takenInATransaction_hasTheCommittedOnesOnly()
{
    InboxFixture inbox;
    inbox.store(1);
    const auto other = must(database::Connection::open({.path = inbox.path(), .create = false, .checkpoint = false}));
    must(other.execute(u"PRAGMA cache_size = 1"_s)); // So that pages go into the log before the commit.
    must(other.execute(u"BEGIN IMMEDIATE"_s));
    must(other.execute(u"WITH RECURSIVE number (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM number WHERE n < 2000) "
                       "INSERT INTO notification (epoch, id, title, body, category, price, currency, url, priority, "
                       "created_at, received_at) SELECT 'one', n, 'Product', 'body', '', '', '', '', 'low', '', '' "
                       "FROM number"_s));
    QVERIFY(QFileInfo(inbox.path() + u"-wal"_s).size() > 100'000);
    QCOMPARE(leftBy(inbox, u"amid"_s), (std::pair<qint64, qsizetype>{1, 1}));
    must(other.execute(u"ROLLBACK"_s));
}

void TestInboxSurvival::fullDisk_isUnavailableAndNothingIsLost()
{
    const QStringList before = QSqlDatabase::connectionNames();
    InboxFixture inbox;
    inbox.store(1);
    QString name;
    for (const QString &candidate : QSqlDatabase::connectionNames()) {
        if (!before.contains(candidate))
            name = candidate;
    }
    QSqlQuery query(QSqlDatabase::database(name));
    QVERIFY(query.exec(u"PRAGMA max_page_count = 1"_s)); // No page more than there are.
    query.finish();
    protocol::Notification large = InboxFixture::notification(2);
    large.body = QString(20'000, u'x');
    const auto stored = inbox->store(InboxFixture::Epoch, {large});
    QVERIFY(!stored);
    QCOMPARE(stored.error().kind, Error::Kind::Unavailable);
    QVERIFY(stored.error().message.contains(inbox.path()));
    QCOMPARE(inbox.unread(), 1);

    QVERIFY(query.exec(u"PRAGMA max_page_count = 1000000"_s));
    query.finish();
    QVERIFY(inbox.store(large) > 0);
}

void TestInboxSurvival::twoWriters_atTheSameTime_bothSucceed()
{
    constexpr int Rounds = 60;
    InboxFixture inbox;
    qint64 storedElsewhere = 0;
    std::thread console([&storedElsewhere, path = inbox.path()] {
        const test::FakeClock clock;
        const auto other = must(Inbox::open({.path = path}, clock));
        for (protocol::NotificationId id = 1; id <= Rounds; ++id)
            storedElsewhere += must(other->store(InboxFixture::Epoch, {InboxFixture::notification(id)})).size();
    });
    qint64 storedHere = 0;
    for (protocol::NotificationId id = Rounds; id >= 1; --id) {
        storedHere += must(inbox->store(InboxFixture::Epoch, {InboxFixture::notification(id)})).size();
        must(inbox->setKept({inbox.entry(id)}, true));
        must(inbox->markAllRead());
    }
    console.join();
    QCOMPARE(storedHere + storedElsewhere, Rounds);
    for (protocol::NotificationId id = 1; id <= Rounds; ++id)
        QVERIFY(must(inbox->find(InboxFixture::Epoch, id))->isKept);
}

QTEST_GUILESS_MAIN(TestInboxSurvival)
#include "test_inbox_survival.moc"

// SPDX-License-Identifier: MIT
#include "database/connection.h"
#include "database/migrator.h"
#include "inbox/inbox_questions.h"
#include "support/inbox_fixture.h"
#include "support/must.h"

#include <QDir>
#include <QFile>
#include <QSqlQuery>

using namespace jarchi;
using namespace jarchi::inbox;
using namespace Qt::StringLiterals;
using test::InboxFixture;
using test::must;

/// A file that the program before marks and search has filled.
class TestInboxMigration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oldRows_areThereUnreadAndFound();
    void oldRows_manyBatches_areAllFound();
    void oldRows_interruptedFilling_goesOn();
    void oldRows_knownOnes_stayKnown();
    void oldFile_withRows_wantsNoHistory();
    void oldFile_withoutRows_wantsHistory();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"inbox.sqlite"_s); }
    /// A file of schema 1 with so many entries.
    void makeOld(int rows) const;
    [[nodiscard]] std::unique_ptr<Inbox> opened() const { return must(Inbox::open({.path = path()}, m_clock)); }
    [[nodiscard]] qsizetype found(const QString &words) const
    {
        return must(must(InboxQuestions::open(path()))->list({.words = words})).lines.size();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    test::FakeClock m_clock;
};

void TestInboxMigration::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestInboxMigration::makeOld(int rows) const
{
    const QString migrations = m_folder->filePath(u"migrations"_s);
    QVERIFY(QDir().mkpath(migrations));
    QVERIFY(QFile::copy(u":/sql/sqlite/inbox/migrations/0001_initial.sql"_s, migrations + u"/0001_initial.sql"_s));
    const database::Connection connection = must(database::Connection::open({.path = path()}));
    must(database::migrate(connection, migrations));
    must(connection.execute(
        u"WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < %1) "
        "INSERT INTO notification (epoch, id, title, body, category, price, currency, url, priority, created_at, "
        "received_at) SELECT 'one', n, 'Café ' || n, 'گوشي', 'Phones', '', '', '', 'normal', "
        "strftime('%Y-%m-%dT%H:%M:%SZ', '2026-11-22 09:00', n || ' minutes'), '2026-11-22T10:00:00Z' FROM number WHERE n <= %1"_s
            .arg(rows)));
}

void TestInboxMigration::oldRows_areThereUnreadAndFound()
{
    makeOld(3);
    const auto inbox = opened();
    QCOMPARE(must(inbox->unread()), 3);
    const std::optional<Entry> entry = must(inbox->find(u"one"_s, 2));
    QVERIFY(entry && !entry->isRead && !entry->isKept);
    QCOMPARE(entry->notification.title, u"Café 2"_s);
    QCOMPARE(found(u"CAFE گوشی phones"_s), 3);
    QCOMPARE(found(u"cafe 2"_s), 1);
}

void TestInboxMigration::oldRows_manyBatches_areAllFound()
{
    makeOld(2500);
    const auto inbox = opened();
    QCOMPARE(found(u"cafe"_s), 2500);
}

void TestInboxMigration::oldRows_interruptedFilling_goesOn()
{
    makeOld(2000); // Two whole batches: the end of them is no special case.
    opened().reset();
    {
        const database::Connection connection = must(database::Connection::open({.path = path()}));
        must(connection.execute(u"DELETE FROM search_text WHERE entry <= 700"_s));
        must(connection.execute(u"UPDATE state SET value = 700 WHERE name = 'unfolded_up_to'"_s));
    }
    QCOMPARE(found(u"cafe"_s), 1300);
    const auto inbox = opened();
    QCOMPARE(found(u"cafe"_s), 2000);
}

void TestInboxMigration::oldRows_knownOnes_stayKnown()
{
    makeOld(3);
    const auto inbox = opened();
    QCOMPARE(must(inbox->store(u"one"_s, {InboxFixture::notification(3), InboxFixture::notification(4)})).size(), 1);
}

void TestInboxMigration::oldFile_withRows_wantsNoHistory()
{
    makeOld(1);
    QVERIFY(!opened()->wantsHistory());
}

void TestInboxMigration::oldFile_withoutRows_wantsHistory()
{
    makeOld(0);
    QVERIFY(opened()->wantsHistory());
}

QTEST_GUILESS_MAIN(TestInboxMigration)
#include "test_inbox_migration.moc"

// SPDX-License-Identifier: MIT
#include "support/foreign_program.h"
#include "support/old_service.h"
#include "support/store_fixture.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The database of the old service, taken over.
class TestLegacy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { enterItsTimeZone(); }
    void init();

    void read_itsDatabase_isTakenOverUnchanged();
    void read_rowsThatBreakTheRules_areRefusedByName();
    void read_anythingElse_isRefused_data();
    void read_anythingElse_isRefused();

    void take_users_keepKnownOnes();
    void take_messageTwice_isOneAnnouncement();
    void take_message_titleIsItsFirstLine_data();
    void take_message_titleIsItsFirstLine();
    void take_visit_isNotLackingAnyMore();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] QString oldPath() const { return m_folder->filePath(u"old.db"_s); }
};

void TestLegacy::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    ForeignProgram old(oldPath());
    old.execute(u"CREATE TABLE Messages (MessageID INTEGER PRIMARY KEY, MessageText TEXT, Date TEXT)"_s);
    old.execute(u"CREATE TABLE User (UserID INTEGER PRIMARY KEY, Username TEXT, Password TEXT, JoinDate TEXT)"_s);
    old.execute(u"CREATE TABLE visited_notifications (ID INTEGER PRIMARY KEY, MessageID INTEGER, UserID INTEGER, "
                u"NotifiedDate TEXT)"_s);
}

void TestLegacy::read_itsDatabase_isTakenOverUnchanged()
{
    {
        ForeignProgram old(oldPath());
        old.execute(u"INSERT INTO User VALUES (3, 'sara', 'secret', '2021-05-04 12:30:00.123456')"_s);
        old.execute(u"INSERT INTO User (Username, JoinDate) VALUES ('ali', NULL)"_s);
        old.execute(u"INSERT INTO Messages (messagetext, \"date\") VALUES ('سلام', '2021-05-04 01:00:00')"_s);
        old.execute(u"INSERT INTO Messages (messagetext, \"date\") VALUES ('Two', 'yesterday')"_s);
        old.execute(
            u"INSERT INTO visited_notifications (messageid, userid, notifieddate) VALUES (1, 3, '2021-05-05 00:00:00')"_s);
    }
    const QByteArray before = contents(oldPath());
    const auto content = must(store::readLegacyDatabase(oldPath()));
    QCOMPARE(content.users.size(), 2);
    QCOMPARE(content.users.at(0).id, 3);
    QCOMPARE(content.users.at(0).name, u"sara"_s);
    QCOMPARE(content.users.at(0).password, u"secret"_s);
    QCOMPARE(toTimestamp(content.users.at(0).joined), u"2021-05-04T09:00:00Z"_s);
    QVERIFY(content.users.at(1).password.isEmpty());
    QVERIFY(!content.users.at(1).joined.isValid());
    QCOMPARE(content.messages.size(), 2);
    QCOMPARE(content.messages.at(0).text, u"سلام"_s);
    QCOMPARE(toTimestamp(content.messages.at(0).date), u"2021-05-03T21:30:00Z"_s);
    QVERIFY(!content.messages.at(1).date.isValid());
    QCOMPARE(content.visits.size(), 1);
    QCOMPARE(content.visits.at(0).user, 3);
    QCOMPARE(content.visits.at(0).message, 1);
    QVERIFY(content.refused.isEmpty());
    QCOMPARE(contents(oldPath()), before);
}

void TestLegacy::read_rowsThatBreakTheRules_areRefusedByName()
{
    {
        ForeignProgram old(oldPath());
        old.execute(
            u"INSERT INTO User VALUES (1, '', '', NULL), (2, NULL, NULL, NULL), (4, CAST(x'ff' AS TEXT), '', NULL), "
            u"(5, 'long', printf('%.129c', 'x'), NULL), (6, printf('%.65c', 'x'), '', NULL), (7, 'good', 5, 12)"_s);
        old.execute(u"INSERT INTO Messages VALUES (1, NULL, NULL), (2, ' ', NULL), (3, printf('%.4097c', 'x'), NULL), "
                    u"(4, CAST(x'4100' AS TEXT), NULL), (5, x'ff', NULL), (6, 42, NULL)"_s);
        old.execute(u"INSERT INTO visited_notifications VALUES (1, 6, 7, NULL), (2, 1, 7, NULL), (3, 6, 99, NULL)"_s);
    }
    const auto content = must(store::readLegacyDatabase(oldPath()));
    QCOMPARE(content.users.size(), 1);
    QCOMPARE(content.users.first().password, u"5"_s);
    QCOMPARE(content.messages.size(), 1);
    QCOMPARE(content.messages.first().text, u"42"_s);
    QCOMPARE(content.visits.size(), 1);
    QStringList rows;
    for (const Error &error : content.refused) {
        rows.append(error.message.section(u':', 0, 0));
    }
    QCOMPARE(rows, (QStringList{u"User 1"_s, u"User 2"_s, u"User 4"_s, u"User 5"_s, u"User 6"_s, u"Messages 1"_s,
                                u"Messages 2"_s, u"Messages 3"_s, u"Messages 4"_s, u"Messages 5"_s,
                                u"visited_notifications 2"_s, u"visited_notifications 3"_s}));
}

void TestLegacy::read_anythingElse_isRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("missing") << u"missing.db"_s;
    QTest::newRow("folder") << u"."_s;
    QTest::newRow("text") << u"text.db"_s;
    QTest::newRow("other tables") << u"other.db"_s;
    QTest::newRow("other columns") << u"columns.db"_s;
    QTest::newRow("our own with its views") << u"ours.db"_s;
}

void TestLegacy::read_anythingElse_isRefused()
{
    QFETCH(QString, name);
    const QString path = m_folder->filePath(name);
    if (name == "text.db"_L1) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Dear diary,\n"_ba.repeated(100));
    } else if (name == "other.db"_L1) {
        ForeignProgram(path).execute(u"CREATE TABLE Messages (MessageID, MessageText, Date)"_s);
    } else if (name == "columns.db"_L1) {
        ForeignProgram(path).execute(u"CREATE TABLE Messages (a, b, c)"_s);
    } else if (name == "ours.db"_L1) {
        ManualClock clock;
        auto store = must(store::Store::open({.path = path}, clock));
        must(store->write([&store] { return store->legacy().setViews(true); }));
    }
    const auto content = store::readLegacyDatabase(path);
    QVERIFY(!content);
    QVERIFY2(content.error().message.contains(path), qPrintable(content.error().message));
}

void TestLegacy::take_users_keepKnownOnes()
{
    StoreFixture store;
    const auto known = must(store->accounts().add(u"sara"_s, {}, "$argon2id$mine"_ba));
    store.announcement(u"Before"_s);
    const auto sara = must(store->legacy().takeUser({1, u"Sara"_s, u"x"_s, {}}, "$argon2id$theirs"_ba));
    QCOMPARE(sara.id, known);
    QVERIFY(!sara.isNew);
    QCOMPARE(must(store->accounts().credentials(u"sara"_s)).value().passwordHash, "$argon2id$mine"_ba);
    const QDateTime joined(QDate(2021, 5, 4), QTime(9, 0), Qt::UTC);
    const auto ali = must(store->legacy().takeUser({2, u"ali"_s, u"x"_s, joined}, "$argon2id$theirs"_ba));
    QVERIFY(ali.isNew);
    QVERIFY(must(store->legacy().hasUser({9, u"ALI"_s, {}, {}})));
    QVERIFY(!must(store->legacy().hasUser({9, u"mina"_s, {}, {}})));
    const auto credentials = must(store->accounts().credentials(u"ali"_s)).value();
    QCOMPARE(credentials.passwordHash, "$argon2id$theirs"_ba);
    QCOMPARE(credentials.account.createdAt, joined);
    QCOMPARE(store.lacking(ali.id).size(), std::size_t{1});
    must(store->legacy().takeUser({3, u"mina"_s, {}, {}}, {}));
    QVERIFY(!must(store->accounts().find(u"mina"_s)).hasPassword);
    QVERIFY(!must(store->legacy().takeUser({2, u"ali"_s, {}, {}}, {})).isNew);
}

void TestLegacy::take_messageTwice_isOneAnnouncement()
{
    StoreFixture store;
    const QDateTime date(QDate(2021, 5, 4), QTime(9, 0), Qt::UTC);
    const auto first = must(store->legacy().takeMessage({1, u"Hello"_s, date}));
    QVERIFY(first.isNew);
    const auto again = must(store->legacy().takeMessage({1, u"Hello"_s, date}));
    QVERIFY(!again.isNew);
    QCOMPARE(again.id, first.id);
    QVERIFY(must(store->legacy().takeMessage({1, u"Goodbye"_s, date})).isNew);
    QVERIFY(must(store->legacy().takeMessage({2, u"Hello"_s, date})).isNew);
    const auto batch = must(store->notifications().between(0, 10, 10));
    QCOMPARE(batch.notifications.size(), std::size_t{3});
    QCOMPARE(batch.notifications.front().createdAt, date);
    QVERIFY(batch.notifications.front().category.isEmpty());
}

void TestLegacy::take_message_titleIsItsFirstLine_data()
{
    addItsMessages();
}

void TestLegacy::take_message_titleIsItsFirstLine()
{
    QFETCH(QString, text);
    StoreFixture store;
    must(store->legacy().takeMessage({1, text, {}}));
    const auto batch = must(store->notifications().between(0, 10, 10));
    QCOMPARE(batch.notifications.size(), std::size_t{1});
    QTEST(batch.notifications.front().title, "title");
    QTEST(batch.notifications.front().body, "body");

    // What only the import has to know: marks that reorder, and a pair of surrogates at the cut.
    const auto reordered = must(store->legacy().takeMessage({2, u"\u200Fسلام"_s, {}}));
    const auto pair = must(store->legacy().takeMessage({3, QString(255, u'x') + u"\U0001F4F1\U0001F4F1"_s, {}}));
    const auto rest = must(store->notifications().between(reordered.id - 1, pair.id, 10));
    QVERIFY(rest.faulty.empty());
    QCOMPARE(rest.notifications.at(0).title, u"سلام"_s);
    QCOMPARE(rest.notifications.at(1).title, QString(255, u'x'));
    QVERIFY(!store->legacy().takeMessage({4, u"\u200F"_s, {}}));
}

void TestLegacy::take_visit_isNotLackingAnyMore()
{
    StoreFixture store;
    const auto account = must(store->legacy().takeUser({1, u"sara"_s, {}, {}}, {})).id;
    const auto first = must(store->legacy().takeMessage({1, u"One"_s, {}})).id;
    const auto second = must(store->legacy().takeMessage({2, u"Two"_s, {}})).id;
    QVERIFY(must(store->legacy().takeVisit(account, first, {})));
    QVERIFY(!must(store->legacy().takeVisit(account, first, {})));
    QVERIFY(!must(store->legacy().takeVisit(account, 99, {})));
    QCOMPARE(store.lacking(account), std::vector{second});
}

QTEST_GUILESS_MAIN(TestLegacy)
#include "test_legacy.moc"

// SPDX-License-Identifier: MIT
#include "support/programs.h"
#include "support/raw_client.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using jarchi::support::ConsoleClient;
using jarchi::support::Outcome;
using jarchi::support::RawClient;
using jarchi::support::ServerProcess;
using jarchi::support::Workplace;

/// The older service's database is taken over, and its programs write to this one while a server runs.
class TestOlderService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void database_imported_isThereForItsUsers();
    void database_importedTwice_isThereOnce();
    void database_badRows_areRefusedAndTheRestIsTaken();
    void database_ofAnotherKind_isRefused_data();
    void database_ofAnotherKind_isRefused();
    void views_on_letItsProgramsPush();
    void views_userInserted_cannotLogInUntilAPasswordIsSet();
    void views_anyReading_showsNoPasswordAndNoHash();
    void views_off_areGone();
};

namespace {

const QString Schema =
    u"CREATE TABLE Messages (MessageID INTEGER PRIMARY KEY, MessageText, Date);"
    "CREATE TABLE User (UserID INTEGER PRIMARY KEY, Username, Password, JoinDate);"
    "CREATE TABLE visited_notifications (ID INTEGER PRIMARY KEY, MessageID, UserID, NotifiedDate);"_s;
const QString Rows = u"INSERT INTO User VALUES (1, 'sara', 'old word', '2019-03-01 10:00:00.123456');"
                     "INSERT INTO User VALUES (2, 'tom', 'tom''s', '2019-03-02 10:00:00');"
                     "INSERT INTO Messages VALUES (1, 'First', '2019-04-01 09:00:00.000001');"
                     "INSERT INTO Messages VALUES (2, 'Second', '2019-04-02 09:00:00.5');"
                     "INSERT INTO visited_notifications VALUES (1, 1, 1, '2019-04-01 09:00:05.1');"_s;

QString legacyDatabase(const Workplace &place, const QString &statements)
{
    QString file = place.path(u"old.db"_s);
    const Outcome made = place.run(u"sqlite3"_s, {u"-bail"_s, file}, statements.toUtf8());
    return made.status == 0 ? file : QString();
}

QStringList titlesOf(const RawClient &client)
{
    QStringList titles;
    for (const QJsonObject &notification : client.notifications()) {
        titles.append(notification.value(u"title"_s).toString());
    }
    return titles;
}

} // namespace

void TestOlderService::database_imported_isThereForItsUsers()
{
    const Workplace place;
    const QString file = legacyDatabase(place, Schema + Rows);
    const Outcome outcome = place.server({u"import-legacy"_s, file});
    QVERIFY2(outcome.status == 0, outcome.told().constData());
    QVERIFY2(outcome.output.contains(u"2 users, 2 messages and 1 visit"_s), outcome.told().constData());
    QVERIFY(!place.sql(u".dump"_s).output.contains(u"old word"_s));

    ServerProcess server(place);
    QVERIFY(server.listen());
    RawClient sara;
    RawClient tom;
    QVERIFY(sara.connectTo(server.port()) && sara.logIn(u"sara"_s, u"old word"_s));
    QVERIFY(tom.connectTo(server.port()) && tom.logIn(u"tom"_s, u"tom's"_s));
    QCOMPARE(titlesOf(sara), QStringList{u"Second"_s});
    QCOMPARE(titlesOf(tom), (QStringList{u"First"_s, u"Second"_s}));
}

void TestOlderService::database_importedTwice_isThereOnce()
{
    const Workplace place;
    const QString file = legacyDatabase(place, Schema + Rows);
    QCOMPARE(place.server({u"import-legacy"_s, file}).status, 0);
    QCOMPARE(place.server({u"user"_s, u"password"_s, u"sara"_s, u"--password-stdin"_s}, "new word").status, 0);
    const QString before =
        place.sql(u"SELECT * FROM account; SELECT * FROM notification; SELECT * FROM visited;"_s).output;
    const Outcome again = place.server({u"import-legacy"_s, file, u"--json"_s});
    QVERIFY2(again.status == 0, again.told().constData());
    for (const QString &what : {u"users"_s, u"messages"_s, u"visits"_s, u"refused"_s}) {
        QCOMPARE(again.json().object().value(what).toInt(-1), 0);
    }
    QCOMPARE(place.sql(u"SELECT * FROM account; SELECT * FROM notification; SELECT * FROM visited;"_s).output, before);
}

void TestOlderService::database_badRows_areRefusedAndTheRestIsTaken()
{
    const Workplace place;
    const QString file =
        legacyDatabase(place, Schema + Rows +
                                  u"INSERT INTO User VALUES (3, NULL, 'x', 'never');"
                                  "INSERT INTO Messages VALUES (3, NULL, '2019-04-03 09:00:00');"
                                  "INSERT INTO visited_notifications VALUES (2, 77, 1, '2019-04-01 09:00:05');"_s);
    const Outcome outcome = place.server({u"import-legacy"_s, file, u"--json"_s});
    // The rest is in, in one transaction: what it refused it has said, and a second try would refuse the same.
    QVERIFY2(outcome.status == 0, outcome.told().constData());
    QCOMPARE(outcome.json().object().value(u"users"_s).toInt(), 2);
    QCOMPARE(outcome.json().object().value(u"messages"_s).toInt(), 2);
    QCOMPARE(outcome.json().object().value(u"refused"_s).toInt(), 3);
    QVERIFY2(outcome.errors.count(u'\n') >= 3, outcome.told().constData());
}

void TestOlderService::database_ofAnotherKind_isRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray(4096, 'x');
    QTest::newRow("empty") << QByteArray();
}

void TestOlderService::database_ofAnotherKind_isRefused()
{
    QFETCH(const QByteArray, content);
    const Workplace place;
    const Outcome outcome = place.server({u"import-legacy"_s, place.write(u"old.db"_s, content)});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.errors.contains(u"old.db"_s) && outcome.errors.count(u'\n') == 1, outcome.told().constData());
    QCOMPARE(place.count(u"accounts"_s), 0);
}

void TestOlderService::views_on_letItsProgramsPush()
{
    const Workplace place;
    QVERIFY(place.addUser(u"sara"_s));
    ServerProcess server(place);
    QVERIFY(server.listen({u"--poll-interval"_s, u"3600"_s}));
    ConsoleClient sara(place);
    sara.connectTo(server.port(), u"sara"_s);
    QVERIFY2(sara.waitForCatchUp(), sara.errors().constData());
    QCOMPARE(place.server({u"legacy-views"_s, u"on"_s}).status, 0);
    QCOMPARE(place.server({u"legacy-views"_s, u"on"_s}).status, 0);

    const Outcome inserted = place.sql(
        u"INSERT INTO Messages(messagetext, \"date\") VALUES ('From the old days', '2026-11-22 09:00:00.123456');"_s);
    QVERIFY2(inserted.status == 0, inserted.told().constData());
    QVERIFY2(sara.waitForOutput("From the old days"), sara.errors().constData());
    QTRY_COMPARE_WITH_TIMEOUT(place.count(u"unvisited"_s), 0, 30'000);
    const QString messages = place.sql(u"SELECT * FROM Messages;"_s).output;
    QVERIFY2(messages.contains(u"|From the old days|2026-11-22 09:00:00"_s), qPrintable(messages));
    QCOMPARE(place.sql(u"SELECT * FROM visited_notifications;"_s).output.count(u'\n'), 1);
}

void TestOlderService::views_userInserted_cannotLogInUntilAPasswordIsSet()
{
    const Workplace place;
    QCOMPARE(place.server({u"legacy-views"_s, u"on"_s}).status, 0);
    ServerProcess server(place);
    QVERIFY(server.listen());
    const Outcome inserted =
        place.sql(u"INSERT INTO User(Username, JoinDate) VALUES ('sara', '2026-11-22 09:00:00.123456');"_s);
    QVERIFY2(inserted.status == 0, inserted.told().constData());
    for (const QString &guess : {u"x"_s, u"sara"_s, u"None"_s}) {
        RawClient sara;
        QVERIFY(sara.connectTo(server.port()));
        sara.send({{u"type"_s, u"login"_s}, {u"user"_s, u"sara"_s}, {u"password"_s, guess}});
        QCOMPARE(sara.waitFor(u"error"_s).value(u"code"_s).toString(), u"bad_credentials"_s);
    }
    QCOMPARE(place.server({u"user"_s, u"password"_s, u"sara"_s, u"--password-stdin"_s}, "word").status, 0);
    RawClient sara;
    QVERIFY(sara.connectTo(server.port()) && sara.logIn(u"sara"_s, u"word"_s));
}

void TestOlderService::views_anyReading_showsNoPasswordAndNoHash()
{
    const Workplace place;
    QVERIFY(place.addUser(u"sara"_s));
    QCOMPARE(place.server({u"legacy-views"_s, u"on"_s}).status, 0);
    const QString users = place.sql(u"SELECT * FROM User;"_s).output;
    QVERIFY2(users.contains(u"sara"_s), qPrintable(users));
    for (const QString &view : {u"User"_s, u"Messages"_s, u"visited_notifications"_s}) {
        const QString rows = place.sql(u"SELECT * FROM %1;"_s.arg(view)).output;
        QVERIFY2(!rows.contains(u"argon2"_s) && !rows.contains(Workplace::password(u"sara"_s)), qPrintable(rows));
    }
    // Its check of a login finds nobody, whatever is tried.
    for (const QString &guess : {u"''"_s, u"NULL"_s, u"'sara''s word'"_s}) {
        QCOMPARE(place.sql(u"SELECT UserID FROM User WHERE Username = 'sara' AND Password = %1;"_s.arg(guess)).output,
                 QString());
    }
}

void TestOlderService::views_off_areGone()
{
    const Workplace place;
    QCOMPARE(place.server({u"legacy-views"_s, u"on"_s}).status, 0);
    QCOMPARE(place.server({u"legacy-views"_s, u"off"_s}).status, 0);
    QCOMPARE(place.server({u"legacy-views"_s, u"off"_s}).status, 0);
    QVERIFY(place.sql(u"SELECT * FROM Messages;"_s).status != 0);
    QCOMPARE(place.count(u"accounts"_s), 0);
}

QTEST_GUILESS_MAIN(TestOlderService)
#include "test_older_service.moc"

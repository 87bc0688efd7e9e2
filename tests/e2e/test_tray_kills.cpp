// SPDX-License-Identifier: MIT
#include "support/programs.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using jarchi::support::Outcome;
using jarchi::support::Program;
using jarchi::support::ServerProcess;
using jarchi::support::Workplace;

/// A tray client that is killed at the worst moments: afterwards every notification is in its inbox once, none was
/// shown twice, and each was shown or counted in a summary. With the real server, the real client, and the real inbox.
class TestTrayKills : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void client_killed_losesNothingAndRepeatsNothing_data();
    void client_killed_losesNothingAndRepeatsNothing();
    void client_killedAfterTheAcknowledgement_isDone();
    void client_killedInAFlood_tellsOfEach_data();
    void client_killedInAFlood_tellsOfEach();
};

namespace {

const QString User = u"sara"_s;
constexpr int Patience = 30'000;

/// The client that kills itself, in the folder of a workplace.
class KillPointClient : public Program
{
public:
    KillPointClient(const Workplace &place, quint16 port, const QString &killPoint)
        : Program(place, QStringLiteral(JARCHI_KILL_POINT_CLIENT))
    {
        start({u"127.0.0.1:%1"_s.arg(port), User, Workplace::password(User), place.path(QString()), killPoint});
    }
};

/// Announced by another program before the server starts: "N 1" to "N 200", four pages of a catch-up.
constexpr int Many = 200;

bool announceMany(const Workplace &place)
{
    return place
               .sql(u"INSERT INTO notification (title, body) WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL "
                    "SELECT n + 1 FROM number WHERE n < %1) SELECT 'N ' || n, 'Body' FROM number;"_s.arg(Many))
               .status == 0;
}

bool announce(const Workplace &place, const QString &title)
{
    return place.server({u"announce"_s, u"--title"_s, title}).status == 0;
}

QStringList shown(const Workplace &place)
{
    QFile file(place.path(u"shown"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

/// What the inbox answers to the sqlite3 program.
QStringList askInbox(const Workplace &place, const QString &question)
{
    const Outcome found = place.run(u"find"_s, {place.path(QString()), u"-name"_s, u"inbox-*.sqlite"_s});
    return place.run(u"sqlite3"_s, {found.output.trimmed(), question}).output.split(u'\n', Qt::SkipEmptyParts);
}

QStringList inboxTitles(const Workplace &place)
{
    return askInbox(place, u"SELECT title FROM notification ORDER BY entry;"_s);
}

QStringList untold(const Workplace &place)
{
    return askInbox(place, u"SELECT entry FROM untold;"_s);
}

} // namespace

void TestTrayKills::client_killed_losesNothingAndRepeatsNothing_data()
{
    QTest::addColumn<QString>("killPoint");
    QTest::addColumn<bool>("isLive");
    QTest::addColumn<QStringList>("shownInTheEnd");
    const QStringList both{u"One"_s, u"Two"_s};
    // Once it is stored, nobody knows whether it was seen before the kill: it is not shown again, but summed up.
    const QStringList second{u"Two"_s, u"And 1 more"_s};
    const QStringList all{u"One"_s, u"Two"_s, u"And 1 more"_s};
    QTest::newRow("received, live") << u"received"_s << true << both;
    QTest::newRow("stored, live") << u"stored"_s << true << second;
    QTest::newRow("stored, missed") << u"stored"_s << false << second;
    QTest::newRow("shown, live") << u"shown"_s << true << all;
    QTest::newRow("shown, missed") << u"shown"_s << false << all;
}

void TestTrayKills::client_killed_losesNothingAndRepeatsNothing()
{
    QFETCH(const QString, killPoint);
    QFETCH(const bool, isLive);
    QFETCH(const QStringList, shownInTheEnd);

    const Workplace place;
    QVERIFY(place.addUser(User));
    ServerProcess server(place);
    QVERIFY(server.listen());
    if (!isLive)
        QVERIFY(announce(place, u"One"_s));
    {
        KillPointClient client(place, server.port(), killPoint);
        if (isLive) {
            QVERIFY2(client.waitForOutput("live"), client.errors().constData());
            QVERIFY(announce(place, u"One"_s));
        }
        QVERIFY(client.waitForEnd());
        QCOMPARE(client.status(), -1); // Killed, and not gone for another reason.
    }
    QCOMPARE(place.count(u"unvisited"_s), 1);
    QVERIFY(announce(place, u"Two"_s));
    QTRY_COMPARE_WITH_TIMEOUT(place.count(u"unvisited"_s), 2, Patience);

    KillPointClient client(place, server.port(), u"none"_s);
    QVERIFY2(client.waitForOutput("live"), client.errors().constData());
    QTRY_COMPARE_WITH_TIMEOUT(place.count(u"unvisited"_s), 0, Patience);
    QCOMPARE(inboxTitles(place), (QStringList{u"One"_s, u"Two"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(shown(place), shownInTheEnd, Patience);
}

void TestTrayKills::client_killedAfterTheAcknowledgement_isDone()
{
    const Workplace place;
    QVERIFY(place.addUser(User));
    ServerProcess server(place);
    QVERIFY(server.listen());
    {
        KillPointClient client(place, server.port(), u"none"_s);
        QVERIFY2(client.waitForOutput("live"), client.errors().constData());
        QVERIFY(announce(place, u"One"_s));
        QTRY_COMPARE_WITH_TIMEOUT(place.count(u"unvisited"_s), 0, Patience);
        client.kill();
    }
    QVERIFY(announce(place, u"Two"_s));
    KillPointClient client(place, server.port(), u"none"_s);
    QVERIFY2(client.waitForOutput("live"), client.errors().constData());
    QTRY_COMPARE_WITH_TIMEOUT(place.count(u"unvisited"_s), 0, Patience);
    QCOMPARE(inboxTitles(place), (QStringList{u"One"_s, u"Two"_s}));
    QCOMPARE(shown(place), (QStringList{u"One"_s, u"Two"_s}));
}

void TestTrayKills::client_killedInAFlood_tellsOfEach_data()
{
    QTest::addColumn<QString>("killPoint");
    QTest::addColumn<QStringList>("shownInTheEnd");
    const QStringList best{u"N 198"_s, u"N 199"_s, u"N 200"_s};
    const QString others = u"And 197 more"_s;
    const QString all = u"200 new notification(s)"_s;
    QTest::newRow("acknowledged") << u"acknowledged"_s << best + QStringList{others};
    QTest::newRow("stored") << u"stored"_s << QStringList{all};
    QTest::newRow("shown") << u"shown"_s << QStringList{best.constFirst(), all};
    QTest::newRow("counted") << u"counted"_s << best + QStringList{all};
    QTest::newRow("summed up") << u"summed-up"_s << best + QStringList{others, all};
}

void TestTrayKills::client_killedInAFlood_tellsOfEach()
{
    QFETCH(const QString, killPoint);
    QFETCH(const QStringList, shownInTheEnd);

    const Workplace place;
    QVERIFY(place.addUser(User));
    QVERIFY(announceMany(place));
    ServerProcess server(place);
    QVERIFY(server.listen());
    QTRY_COMPARE_WITH_TIMEOUT(place.count(u"unvisited"_s), Many, Patience);
    {
        KillPointClient client(place, server.port(), killPoint);
        QVERIFY(client.waitForEnd());
        QCOMPARE(client.status(), -1);
    }
    // The second time each of them was told of, so there is nothing left for the third.
    for (int run = 0; run < 2; ++run) {
        KillPointClient client(place, server.port(), u"none"_s);
        QVERIFY2(client.waitForOutput("live"), client.errors().constData());
        QTRY_COMPARE_WITH_TIMEOUT(shown(place), shownInTheEnd, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(place.count(u"unvisited"_s), 0, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(untold(place).isEmpty(), Patience);
    }
    const QStringList titles = inboxTitles(place);
    QCOMPARE(titles.size(), Many);
    QCOMPARE(QSet<QString>(titles.begin(), titles.end()).size(), Many);
}

QTEST_GUILESS_MAIN(TestTrayKills)
#include "test_tray_kills.moc"

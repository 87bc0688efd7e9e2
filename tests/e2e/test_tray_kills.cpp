// SPDX-License-Identifier: MIT
#include "support/programs.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using jarchi::support::Outcome;
using jarchi::support::Program;
using jarchi::support::ServerProcess;
using jarchi::support::Workplace;

/// A tray client that is killed at the worst moments: afterwards every notification is in its inbox once, none was
/// shown twice, and none is missing. With the real server, the real client, and the real inbox.
class TestTrayKills : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void client_killed_losesNothingAndRepeatsNothing_data();
    void client_killed_losesNothingAndRepeatsNothing();
    void client_killedAfterTheAcknowledgement_isDone();
};

namespace {

const QString User = u"sara"_s;

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

/// Titles in the inbox, read with the sqlite3 program.
QStringList inboxTitles(const Workplace &place)
{
    const Outcome found = place.run(u"find"_s, {place.path(QString()), u"-name"_s, u"inbox-*.sqlite"_s});
    return place.run(u"sqlite3"_s, {found.output.trimmed(), u"SELECT title FROM notification ORDER BY entry;"_s})
        .output.split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

void TestTrayKills::client_killed_losesNothingAndRepeatsNothing_data()
{
    QTest::addColumn<QString>("killPoint");
    QTest::addColumn<bool>("isLive");
    QTest::addColumn<QStringList>("shownInTheEnd");
    const QStringList both{u"One"_s, u"Two"_s};
    // Between storing and showing, it stays in the inbox alone: whether it was seen nobody knows.
    const QStringList second{u"Two"_s};
    QTest::newRow("received, live") << u"received"_s << true << both;
    QTest::newRow("stored, live") << u"stored"_s << true << second;
    QTest::newRow("stored, missed") << u"stored"_s << false << second;
    QTest::newRow("shown, live") << u"shown"_s << true << both;
    QTest::newRow("shown, missed") << u"shown"_s << false << both;
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

    KillPointClient client(place, server.port(), u"none"_s);
    QVERIFY2(client.waitForOutput("live"), client.errors().constData());
    QTRY_COMPARE_WITH_TIMEOUT(place.count(u"unvisited"_s), 0, 30'000);
    QCOMPARE(inboxTitles(place), (QStringList{u"One"_s, u"Two"_s}));
    QCOMPARE(shown(place), shownInTheEnd);
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
        QTRY_COMPARE_WITH_TIMEOUT(place.count(u"unvisited"_s), 0, 30'000);
        client.kill();
    }
    QVERIFY(announce(place, u"Two"_s));
    KillPointClient client(place, server.port(), u"none"_s);
    QVERIFY2(client.waitForOutput("live"), client.errors().constData());
    QTRY_COMPARE_WITH_TIMEOUT(place.count(u"unvisited"_s), 0, 30'000);
    QCOMPARE(inboxTitles(place), (QStringList{u"One"_s, u"Two"_s}));
    QCOMPARE(shown(place), (QStringList{u"One"_s, u"Two"_s}));
}

QTEST_GUILESS_MAIN(TestTrayKills)
#include "test_tray_kills.moc"

// SPDX-License-Identifier: MIT
#include "support/programs.h"
#include "support/raw_client.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QTest>

#include <csignal>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using jarchi::support::ConsoleClient;
using jarchi::support::Outcome;
using jarchi::support::RawClient;
using jarchi::support::ServerProcess;
using jarchi::support::Workplace;

/// Programs that end at the worst moment lose nothing and show nothing twice.
class TestKills : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void server_killedBeforeTheAcknowledgement_sendsAgain();
    void client_stoppedWhileTheServerDies_printsOnce();
    void client_killedAgainAndAgain_printsNothingTwiceAndMissesNothing();
    void server_killedAgainAndAgain_losesNothing();
    void server_fiveHundredClients_endWithinTenSeconds();
};

namespace {

QStringList announcement(const QString &title)
{
    return {u"announce"_s, u"--title"_s, title};
}

/// The ids in the inbox of the one console client that this workplace has, read with the sqlite3 program.
QStringList inboxIds(const Workplace &place)
{
    QDir folder(place.path(u"data"_s));
    const Outcome found = place.run(u"find"_s, {folder.path(), u"-name"_s, u"*.sqlite"_s});
    const QString file = found.output.section(u'\n', 0, 0);
    return place.run(u"sqlite3"_s, {file, u"SELECT id FROM notification ORDER BY entry;"_s})
        .output.split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

void TestKills::server_killedBeforeTheAcknowledgement_sendsAgain()
{
    const Workplace place;
    QVERIFY(place.addUser(u"sara"_s));
    ServerProcess server(place);
    QVERIFY(server.listen());
    RawClient before;
    QVERIFY(before.connectTo(server.port()) && before.logIn(u"sara"_s, Workplace::password(u"sara"_s)));
    QCOMPARE(place.server(announcement(u"Once"_s)).status, 0);
    const QString id = before.waitFor(u"notification"_s).value(u"id"_s).toString();
    QVERIFY(!id.isEmpty());
    server.kill();

    QVERIFY2(server.listen(), server.errors().constData());
    RawClient after;
    QVERIFY(after.connectTo(server.port()) && after.logIn(u"sara"_s, Workplace::password(u"sara"_s)));
    QCOMPARE(after.notifications().size(), 1);
    QCOMPARE(after.notifications().constFirst().value(u"id"_s).toString(), id);
    after.send({{u"type"_s, u"ack"_s}, {u"ids"_s, QJsonArray{id}}});
    QTRY_COMPARE_WITH_TIMEOUT(place.count(u"unvisited"_s), 0, 30'000);
    server.kill(); // An acknowledgement that was counted is on the disk.

    QVERIFY(server.listen());
    RawClient last;
    QVERIFY(last.connectTo(server.port()) && last.logIn(u"sara"_s, Workplace::password(u"sara"_s)));
    QCOMPARE(last.notifications().size(), 0);
}

void TestKills::client_stoppedWhileTheServerDies_printsOnce()
{
    const Workplace place;
    QVERIFY(place.addUser(u"sara"_s));
    ServerProcess server(place);
    QVERIFY(server.listen());
    ConsoleClient sara(place);
    RawClient witness;
    sara.connectTo(server.port(), u"sara"_s);
    QVERIFY(witness.connectTo(server.port()) && witness.logIn(u"sara"_s, Workplace::password(u"sara"_s)));
    QVERIFY2(sara.waitForCatchUp(), sara.errors().constData());

    sara.send(SIGSTOP); // What is pushed waits in its socket.
    QCOMPARE(place.server(announcement(u"Once"_s)).status, 0);
    QVERIFY(!witness.waitFor(u"notification"_s).isEmpty());
    server.kill();
    QCOMPARE(place.count(u"unvisited"_s), 1);
    QVERIFY2(server.listen(), server.errors().constData());
    sara.send(SIGCONT);

    QVERIFY2(sara.waitForOutput("Once"), sara.errors().constData());
    QTRY_COMPARE_WITH_TIMEOUT(place.count(u"unvisited"_s), 0, 90'000);
    QCOMPARE(place.server(announcement(u"Last"_s)).status, 0);
    QVERIFY(sara.waitForOutput("Last"));
    QCOMPARE(sara.titles(), (QStringList{u"Once"_s, u"Last"_s}));
    QCOMPARE(inboxIds(place), (QStringList{u"1"_s, u"2"_s}));
}

void TestKills::client_killedAgainAndAgain_printsNothingTwiceAndMissesNothing()
{
    constexpr int Rounds = 4;
    constexpr int Each = 80;
    const Workplace place;
    QVERIFY(place.addUser(u"sara"_s, {u"Books"_s}));
    ServerProcess server(place);
    QVERIFY(server.listen());
    QStringList printed;
    for (int round = 1; round <= Rounds; ++round) {
        QByteArray csv = "name,category\n";
        for (int n = 0; n < Each; ++n) {
            csv += "Book,Books\n";
        }
        QCOMPARE(place.server({u"product"_s, u"import"_s, place.write(u"p.csv"_s, csv)}).status, 0);
        ConsoleClient sara(place);
        sara.connectTo(server.port(), u"sara"_s);
        QVERIFY2(sara.waitForOutput("\n"), sara.errors().constData());
        if (round == Rounds) {
            QVERIFY2(sara.waitForCatchUp(), sara.errors().constData());
        }
        sara.kill(); // In the middle of what it does.
        for (const QJsonObject &notification : sara.printed()) {
            printed.append(notification.value(u"id"_s).toString());
        }
    }
    QCOMPARE(QSet<QString>(printed.cbegin(), printed.cend()).size(), printed.size());
    QStringList everything;
    for (int id = 1; id <= Rounds * Each; ++id) {
        everything.append(QString::number(id));
    }
    QCOMPARE(inboxIds(place), everything);
}

void TestKills::server_killedAgainAndAgain_losesNothing()
{
    constexpr int Rounds = 3;
    const Workplace place;
    QVERIFY(place.addUser(u"sara"_s));
    ServerProcess server(place);
    QVERIFY(server.listen());
    QStringList expected;
    for (int round = 1; round <= Rounds; ++round) {
        QCOMPARE(place.server(announcement(u"While it runs %1"_s.arg(round))).status, 0);
        server.kill();
        QCOMPARE(place.server(announcement(u"While it is away %1"_s.arg(round))).status, 0);
        QVERIFY2(server.listen(), server.errors().constData());
        expected << u"While it runs %1"_s.arg(round) << u"While it is away %1"_s.arg(round);
    }
    ConsoleClient sara(place);
    sara.connectTo(server.port(), u"sara"_s);
    QVERIFY2(sara.waitForCatchUp(), sara.errors().constData());
    QCOMPARE(sara.titles(), expected);
}

void TestKills::server_fiveHundredClients_endWithinTenSeconds()
{
    constexpr int Accounts = 50;
    constexpr int SessionsEach = 10;
    const Workplace place;
    QByteArray csv = "name,password\n";
    for (int n = 0; n < Accounts; ++n) {
        csv += "user" + QByteArray::number(n) + ",word\n";
    }
    QCOMPARE(place.server({u"user"_s, u"import"_s, place.write(u"u.csv"_s, csv)}).status, 0);
    ServerProcess server(place);
    QVERIFY(server.listen());

    std::vector<std::unique_ptr<RawClient>> clients;
    for (int account = 0; account < Accounts; ++account) {
        QJsonObject login{{u"type"_s, u"login"_s},
                          {u"user"_s, u"user%1"_s.arg(account)},
                          {u"password"_s, u"word"_s},
                          {u"remember"_s, true}};
        for (int session = 0; session < SessionsEach; ++session) {
            auto &client = clients.emplace_back(std::make_unique<RawClient>());
            QVERIFY(client->connectTo(server.port()));
            client->send(login);
            const QJsonObject welcome = client->waitFor(u"welcome"_s);
            QVERIFY2(!welcome.isEmpty(), qPrintable(QString::number(clients.size())));
            if (session == 0) { // A token costs no hash.
                login = {{u"type"_s, u"login"_s}, {u"token"_s, welcome.value(u"token"_s)}};
            }
        }
    }
    QElapsedTimer sinceSignal;
    sinceSignal.start();
    server.send(SIGTERM);
    for (const auto &client : clients) {
        QCOMPARE(client->waitFor(u"bye"_s).value(u"reason"_s).toString(), u"shutdown"_s);
    }
    QVERIFY(server.waitForEnd());
    QCOMPARE(server.status(), 0);
    // The promise of the program, not a measurement of this machine.
    QVERIFY2(sinceSignal.elapsed() < 10'000, qPrintable(QString::number(sinceSignal.elapsed())));
}

QTEST_GUILESS_MAIN(TestKills)
#include "test_kills.moc"

// SPDX-License-Identifier: MIT
// How long a new product takes to a client: added in the serving process, and by another program.
#include "base/clock.h"
#include "benchmark.h"
#include "client.h"
#include "delivery/poller.h"
#include "engine/engine.h"
#include "floor.h"
#include "program.h"
#include "shop.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QThread>

#include <chrono>

using namespace jarchi;
using namespace jarchi::bench;
using namespace Qt::StringLiterals;

namespace {

// ---- added in the serving process -----------------------------------------------------------------------------------

void measureSameProcess(const Options &options, const Scratch &scratch)
{
    const QString database = scratch.path(u"same.sqlite"_s);
    const QStringList tokens = addAccounts(*openStore(database), 1);
    Floor floor(scratch.path(u"floor.sqlite"_s));
    const SystemClock clock;
    engine::Engine engine(clock);
    const auto endpoints = valueOf(engine.start(serverConfig(database)));
    Client client(endpoints.first(), tokens.first());

    Samples pushes;
    Samples floors;
    for (int number = 1; number <= options.size(200, 3); ++number) {
        bool added = false;
        const Stopwatch watch;
        engine.addProduct(product(number), &engine, [&added](const auto &result) { added = result.has_value(); });
        const QByteArray line = client.nextLine();
        pushes.add(watch.milliseconds());
        client.acknowledge(Client::idIn(line));
        waitUntil([&added] { return added; });
        floors.add(floor.add(number, line));
    }
    Table table(u"From the add to the client's line; peer: a commit and a loopback write"_s);
    table.addPercentiles(u"added in the serving process"_s, pushes, floors);
    table.print();
}

// ---- added by another program ---------------------------------------------------------------------------------------

void measureOtherProcess(const Options &options, const Scratch &scratch)
{
    const QString database = scratch.path(u"other.sqlite"_s);
    const QString peerDatabase = scratch.path(u"peer.sqlite"_s);
    addAccounts(*openStore(database), 1);
    addAccounts(*openStore(peerDatabase), 1);
    givePasswords(*openStore(database), 1);
    Floor floor(scratch.path(u"lines.sqlite"_s));

    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, scratch.path(u"home"_s));
    environment.insert(u"XDG_DATA_HOME"_s, scratch.path(u"data"_s));
    const QString serverPath = QStringLiteral(JARCHI_SERVER_PROGRAM);
    Program server(serverPath,
                   {u"--no-gui"_s, u"--listen"_s, u"127.0.0.1"_s, u"--port"_s, u"0"_s, u"--database"_s, database},
                   environment);
    const QString address = QString::fromLatin1(server.nextLine().split(' ').last());
    Program client(QStringLiteral(JARCHI_TRAY_PROGRAM),
                   {u"--console"_s, u"--json"_s, u"--server"_s, address, u"--user"_s, u"user-1"_s,
                    u"--password-stdin"_s, u"--session"_s, u"0"_s, u"--insecure"_s},
                   environment);
    client.write(QByteArray(Password) + '\n');
    runProgram(serverPath, addArguments(database, product(0)));
    QByteArray line = client.nextLine(); // Now it is logged in.

    Samples fromStart;
    Samples fromExit;
    Samples floorFromStart;
    QRandomGenerator chance(2019);
    for (int number = 1; number <= options.size(200, 2); ++number) {
        // Otherwise every add would come at the same moment between two looks at the database.
        QThread::msleep(chance.bounded(250));
        const Stopwatch sinceStart;
        runProgram(serverPath, addArguments(database, product(number)));
        const Stopwatch sinceExit;
        line = client.nextLine();
        fromExit.add(sinceExit.milliseconds());
        fromStart.add(sinceStart.milliseconds());

        const Stopwatch floorSinceStart;
        runProgram(u"sqlite3"_s,
                   {peerDatabase, QString::fromUtf8("PRAGMA synchronous=FULL; " + insertStatement(number))});
        floor.send(line);
        floorFromStart.add(floorSinceStart.milliseconds());
    }
    Table table(u"`product add` to jarchi-tray's printed line; peer: sqlite3 and a loopback write"_s);
    table.addPercentiles(u"from the program's start"_s, fromStart, floorFromStart);
    // A look comes at the latest after its interval, and after half of it on the average.
    Samples look;
    look.add(std::chrono::duration<double, std::milli>(delivery::Poller::LookInterval).count());
    table.addPercentiles(u"from the program's end; peer: the interval between two looks"_s, fromExit, look);
    table.print();
}

void benchmark(const Options &options)
{
    const Scratch scratch;
    measureSameProcess(options, scratch);
    measureOtherProcess(options, scratch);
}

} // namespace

int main(int argc, char **argv)
{
    return run(argc, argv, benchmark);
}

// SPDX-License-Identifier: MIT
// How long a new product takes to a client: added in the serving process, and by another program.
#include "base/clock.h"
#include "benchmark.h"
#include "client.h"
#include "delivery/poller.h"
#include "engine/engine.h"
#include "people/password_hasher.h"
#include "shop.h"
#include "store/account_repository.h"
#include "store/product_repository.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QThread>

#include <chrono>
#include <memory>

using namespace jarchi;
using namespace jarchi::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000; // ms

/// What no server can do without: the product on stable storage, and a line through a socket of this computer.
class Floor
{
public:
    explicit Floor(const QString &database)
        : m_store(openStore(database))
    {
        if (!m_server.listen(QHostAddress::LocalHost)) {
            throw Failed{m_server.errorString()};
        }
        m_receiver.connectToHost(m_server.serverAddress(), m_server.serverPort());
        if (!m_receiver.waitForConnected(Patience) || !m_server.waitForNewConnection(Patience)) {
            throw Failed{u"No connection to the same process."_s};
        }
        m_sender.reset(m_server.nextPendingConnection());
        m_sender->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    }

    /// Milliseconds for both.
    double add(int number, const QByteArray &line)
    {
        const Stopwatch watch;
        valueOf(m_store->write([&] { return m_store->products().add(product(number)).map([](const auto &) {}); }));
        send(line);
        return watch.milliseconds();
    }

    void send(const QByteArray &line)
    {
        m_sender->write(line + '\n');
        m_sender->waitForBytesWritten(Patience);
        while (!m_receiver.canReadLine()) {
            if (!m_receiver.waitForReadyRead(Patience)) {
                throw Failed{m_receiver.errorString()};
            }
        }
        m_receiver.readLine();
    }

private:
    std::unique_ptr<store::Store> m_store;
    QTcpServer m_server;
    QTcpSocket m_receiver;
    std::unique_ptr<QTcpSocket> m_sender;
};

void addRows(Table &table, const QString &what, const Samples &figure, const Samples &peer)
{
    table.add(what + u", p50"_s, figure.percentile(50), peer.percentile(50), u"ms"_s);
    table.add(what + u", p99"_s, figure.percentile(99), peer.percentile(99), u"ms"_s);
}

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
    addRows(table, u"added in the serving process"_s, pushes, floors);
    table.print();
}

// ---- added by another program ---------------------------------------------------------------------------------------

/// A program of which lines are read.
class Program
{
public:
    Program(const QString &path, const QStringList &arguments, const QProcessEnvironment &environment)
    {
        m_process.setProcessEnvironment(environment);
        m_process.start(path, arguments);
        if (!m_process.waitForStarted()) {
            throw Failed{u"%1 cannot be started: %2"_s.arg(path, m_process.errorString())};
        }
    }
    ~Program()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Program)

    void write(const QByteArray &input)
    {
        m_process.write(input);
        m_process.waitForBytesWritten();
    }

    QByteArray nextLine()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(Patience)) {
                throw Failed{u"%1 said nothing: %2"_s.arg(m_process.program(),
                                                          QString::fromUtf8(m_process.readAllStandardError()))};
            }
        }
        return m_process.readLine().trimmed();
    }

private:
    QProcess m_process;
};

/// Runs a program to its end.
void runProgram(const QString &path, const QStringList &arguments)
{
    QProcess process;
    process.start(path, arguments);
    if (!process.waitForFinished(Patience) || process.exitCode() != 0) {
        throw Failed{u"%1 failed: %2"_s.arg(path, QString::fromUtf8(process.readAllStandardError()))};
    }
}

QStringList addArguments(const QString &database, int number)
{
    const catalog::Product added = product(number);
    return {u"--database"_s, database,       u"product"_s,       u"add"_s,         u"--name"_s,     added.name,
            u"--category"_s, added.category, u"--price"_s,       u"599.00"_s,      u"--currency"_s, u"EUR"_s,
            u"--url"_s,      added.url,      u"--description"_s, added.description};
}

/// Somebody who can log in with the password "secret".
void givePassword(const QString &database)
{
    const auto store = openStore(database);
    const auto account = valueOf(store->accounts().find(u"user-1"_s));
    const QByteArray hash = valueOf(people::hashPassword(u"secret"_s));
    valueOf(store->write([&] { return store->accounts().setPasswordHash(account.id, hash); }));
}

void measureOtherProcess(const Options &options, const Scratch &scratch)
{
    const QString database = scratch.path(u"other.sqlite"_s);
    const QString peerDatabase = scratch.path(u"peer.sqlite"_s);
    addAccounts(*openStore(database), 1);
    addAccounts(*openStore(peerDatabase), 1);
    givePassword(database);
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
    client.write("secret\n");
    runProgram(serverPath, addArguments(database, 0));
    QByteArray line = client.nextLine(); // Now it is logged in.

    Samples fromStart;
    Samples fromExit;
    Samples floorFromStart;
    QRandomGenerator chance(2019);
    for (int number = 1; number <= options.size(200, 2); ++number) {
        // Otherwise every add would come at the same moment between two looks at the database.
        QThread::msleep(chance.bounded(250));
        const Stopwatch sinceStart;
        runProgram(serverPath, addArguments(database, number));
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
    addRows(table, u"from the program's start"_s, fromStart, floorFromStart);
    // A look comes at the latest after its interval, and after half of it on the average.
    Samples look;
    look.add(std::chrono::duration<double, std::milli>(delivery::Poller::LookInterval).count());
    addRows(table, u"from the program's end; peer: the interval between two looks"_s, fromExit, look);
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

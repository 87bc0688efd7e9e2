// SPDX-License-Identifier: MIT
// What a thousand connected accounts cost: memory each, and the time until the last one has a push. The server is a
// process of its own (this program again, as is its peer), so nothing of the clients is in its memory.
#include "base/clock.h"
#include "benchmark.h"
#include "client.h"
#include "engine/engine.h"
#include "net/descriptor_limit.h"
#include "process_use.h"
#include "shop.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QThread>

#include <cstdio>
#include <functional>
#include <memory>
#include <vector>

#include <sys/socket.h>

using namespace jarchi;
using namespace jarchi::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000; // ms

// ---- the two servers ------------------------------------------------------------------------------------------------

/// Tells the port, calls `push` for each line on the standard input, and returns when that ends.
void serveLines(quint16 port, const std::function<void(const QByteArray &)> &push)
{
    std::printf("%d\n", port);
    std::fflush(stdout);
    QSocketNotifier input(0, QSocketNotifier::Read);
    QFile file;
    if (!file.open(0, QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        throw Failed{file.errorString()};
    }
    QObject::connect(&input, &QSocketNotifier::activated, qApp, [&] {
        const QByteArray line = file.readLine();
        if (line.isEmpty()) {
            QCoreApplication::quit();
        } else {
            push(line);
        }
    });
    QCoreApplication::exec();
}

void serve(const QString &database)
{
    const SystemClock clock;
    engine::Engine engine(clock);
    const auto endpoints = valueOf(engine.start(serverConfig(database)));
    int number = 0;
    serveLines(endpoints.first().port,
               [&](const QByteArray &) { engine.addProduct(product(++number), &engine, [](const auto &) {}); });
}

/// The least that has a thread for each connection: an event loop and a socket that nobody speaks to.
class BareServer : public QTcpServer
{
public:
    BareServer()
    {
        if (!listen(QHostAddress::LocalHost)) {
            throw Failed{errorString()};
        }
    }
    ~BareServer() override
    {
        for (const auto &thread : m_threads) {
            thread->quit();
            thread->wait();
        }
    }

    /// The same bytes to everybody, from one loop.
    void push(const QByteArray &line)
    {
        for (const qintptr descriptor : m_descriptors) {
            send(descriptor, line);
        }
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        m_descriptors.push_back(descriptor);
        auto thread = std::make_unique<QThread>();
        thread->setStackSize(512 * 1024);
        auto *socket = new QTcpSocket; // Ends with its thread.
        socket->moveToThread(thread.get());
        connect(thread.get(), &QThread::started, socket,
                [socket, descriptor] { socket->setSocketDescriptor(descriptor); });
        connect(thread.get(), &QThread::finished, socket, &QObject::deleteLater);
        thread->start();
        m_threads.push_back(std::move(thread));
        send(descriptor, "hello\n"); // Who reads this is among those that push() reaches.
    }

private:
    static void send(qintptr descriptor, const QByteArray &line)
    {
        const auto size = static_cast<std::size_t>(line.size());
        if (::send(static_cast<int>(descriptor), line.constData(), size, 0) != line.size()) {
            qFatal("a client does not take its line");
        }
    }

    std::vector<qintptr> m_descriptors;
    std::vector<std::unique_ptr<QThread>> m_threads;
};

void serveBare()
{
    static_cast<void>(net::raiseDescriptorLimit());
    BareServer server;
    server.setListenBacklogSize(4096);
    serveLines(server.serverPort(), [&server](const QByteArray &line) { server.push(line); });
}

// ---- the measurement ------------------------------------------------------------------------------------------------

/// This program again, as one of the servers.
class ServerProcess
{
public:
    explicit ServerProcess(const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(), arguments);
        if (!m_process.waitForReadyRead(Patience)) {
            throw Failed{u"The server does not start."_s};
        }
        m_endpoint = {QHostAddress(QHostAddress::LocalHost),
                      static_cast<quint16>(m_process.readLine().trimmed().toUInt())};
    }
    ~ServerProcess()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(ServerProcess)

    [[nodiscard]] const net::Endpoint &endpoint() const { return m_endpoint; }

    void push(const QByteArray &line)
    {
        m_process.write(line + '\n');
        m_process.waitForBytesWritten();
    }

    [[nodiscard]] ProcessUse use() const { return useOf(m_process.processId()); }

private:
    QProcess m_process;
    net::Endpoint m_endpoint;
};

void waitForLine(QTcpSocket &socket)
{
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(Patience)) {
            throw Failed{socket.errorString()};
        }
    }
    socket.readLine();
}

/// Clients that only take lines.
std::vector<std::unique_ptr<QTcpSocket>> connectBare(const net::Endpoint &server, int count)
{
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < count; ++i) {
        auto &socket = sockets.emplace_back(std::make_unique<QTcpSocket>());
        socket->connectToHost(server.address, server.port);
        if (!socket->waitForConnected(Patience)) {
            throw Failed{socket->errorString()};
        }
        waitForLine(*socket);
    }
    return sockets;
}

void benchmark(const Options &options)
{
    const int connections = options.size(1000, 20);
    const int rounds = options.size(30, 2);
    static_cast<void>(net::raiseDescriptorLimit());
    const Scratch scratch;
    const QString database = scratch.path(u"server.sqlite"_s);
    const QStringList tokens = addAccounts(*openStore(database), connections);

    ServerProcess server({u"--serve"_s, database});
    ServerProcess bare({u"--bare"_s});
    const ProcessUse before = server.use();
    const ProcessUse bareBefore = bare.use();
    std::vector<std::unique_ptr<Client>> clients;
    const Stopwatch loginTime;
    for (const QString &token : tokens) {
        clients.push_back(std::make_unique<Client>(server.endpoint(), token));
    }
    const double login = loginTime.milliseconds() / connections;
    const auto bareClients = connectBare(bare.endpoint(), connections);

    // A first push, so that what a connection needs for it counts as its memory.
    QByteArray line;
    const auto push = [&] {
        const Stopwatch watch;
        server.push("push");
        for (const auto &client : clients) {
            line = client->nextLine();
        }
        return watch.milliseconds();
    };
    const auto pushBare = [&] {
        const Stopwatch watch;
        bare.push(line);
        for (const auto &client : bareClients) {
            waitForLine(*client);
        }
        return watch.milliseconds();
    };
    push();
    pushBare();
    const ProcessUse after = server.use();
    const ProcessUse bareAfter = bare.use();

    Samples times;
    Samples bareTimes;
    for (int round = 0; round < rounds; ++round) {
        times.add(push());
        bareTimes.add(pushBare());
    }
    Table table(u"%1 connected accounts; peer: bare threads, a bare loop"_s.arg(connections));
    table.add(u"memory for each connection, resident"_s, (after.resident - before.resident) / connections,
              (bareAfter.resident - bareBefore.resident) / connections, u"KiB"_s);
    table.add(u"memory for each connection, proportional"_s, (after.proportional - before.proportional) / connections,
              (bareAfter.proportional - bareBefore.proportional) / connections, u"KiB"_s);
    table.add(u"from the add until the last one has the push (median)"_s, times.median(), bareTimes.median(), u"ms"_s);
    table.add(u"the same (p99)"_s, times.percentile(99), bareTimes.percentile(99), u"ms"_s);
    table.add(u"one login by device token, with its catch-up"_s, login, u"ms"_s);
    table.print();
}

} // namespace

int main(int argc, char **argv)
{
    return run(argc, argv, [](const Options &options) {
        const QStringList arguments = QCoreApplication::arguments();
        if (arguments.value(1) == "--serve"_L1) {
            serve(arguments.value(2));
        } else if (arguments.value(1) == "--bare"_L1) {
            serveBare();
        } else {
            benchmark(options);
        }
    });
}

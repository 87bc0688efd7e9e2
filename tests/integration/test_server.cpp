// SPDX-License-Identifier: MIT
#include "net/server.h"
#include "support/line_client.h"
#include "support/must.h"

#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

#include <atomic>

#ifdef Q_OS_LINUX
#include <arpa/inet.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using protocol::ByeReason;
using protocol::ErrorCode;

namespace {

std::atomic<int> failedAccepts = 0;

void countFailedAccepts(QtMsgType, const QMessageLogContext &, const QString &text)
{
    if (text.contains("could not be accepted"_L1)) {
        ++failedAccepts;
    }
}

} // namespace

/// The listening and connecting part alone, with an engine that lets everybody in: deadlines, limits, descriptors.
class TestServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void halfALine_thenSilence_endsInByeSlow();
    void halfALine_completedInTime_isRead();
    void login_never_endsInByeIdle();
    void login_thatTheEngineTakesLongFor_isWaitedFor();
    void silence_isAskedWithAPing_andEndsTheConnection();
    void silence_answeredPings_keepTheConnection();
    void peer_thatNeverReads_isBoundedAndClosed();
    void outbox_refusedALine_saysWhenItIsEmpty();
    void connections_beyondTheDescriptors_areRefusedPolitely();
    void connections_notLoggedIn_haveALimitOfTheirOwn();
    void connections_beyondTheThreads_shareThem();
    void descriptors_gone_acceptsAgainLater();
    void port_inUse_saysSo();
    void address_notOfThisComputer_saysSo();
    void addresses_both_haveTheSamePort();
    void close_tellsEverybodyAndEnds();
    void close_withoutConnections_ends();

private:
    void start();
    /// Connects, logs in, and has been let in when this returns true.
    bool enter(LineClient &client);
    static protocol::Login login();

    net::ServerOptions m_options;
    std::unique_ptr<net::Server> m_server;
    net::Endpoint m_endpoint;
    net::ConnectionId m_last = 0;
    bool m_admits = true;
};

void TestServer::init()
{
    m_options = {};
    m_options.addresses = {QHostAddress(QHostAddress::LocalHost)};
    m_options.port = 0;
    m_admits = true;
    m_last = 0;
}

void TestServer::cleanup()
{
    m_server.reset();
}

void TestServer::start()
{
    m_server = std::make_unique<net::Server>(m_options, protocol::encode(protocol::Hello{1, u"test"_s, {}, u"e"_s}));
    connect(m_server.get(), &net::Server::requested, this,
            [this](net::ConnectionId id, const protocol::FromClient &request) {
                m_last = id;
                if (m_admits && std::holds_alternative<protocol::Login>(request.message)) {
                    m_server->admit(id);
                    QVERIFY(m_server->find(id)->outbox()->put(protocol::encode(protocol::Ok{}, request.ref)));
                    m_server->find(id)->finishRequest();
                }
            });
    m_endpoint = must(m_server->listen()).first();
}

protocol::Login TestServer::login()
{
    protocol::Login login;
    login.user = u"sara"_s;
    login.password = u"x"_s;
    return login;
}

bool TestServer::enter(LineClient &client)
{
    client.connectTo(m_endpoint);
    if (!client.expect<protocol::Hello>()) {
        return false;
    }
    client.send(login());
    return client.expect<protocol::Ok>().has_value();
}

void TestServer::halfALine_thenSilence_endsInByeSlow()
{
    m_options.times.line = 200ms;
    start();
    LineClient early(m_endpoint);
    QVERIFY(early.expect<protocol::Hello>());
    LineClient late;
    QVERIFY(enter(late));
    for (LineClient *client : {&early, &late}) {
        client->sendBytes(R"({"type":"pi)"_ba);
        QCOMPARE(client->expectBye(), ByeReason::Slow);
        QVERIFY(client->expectEnd());
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_server->connections(), 0, Patience);
}

void TestServer::halfALine_completedInTime_isRead()
{
    start();
    LineClient client(m_endpoint);
    QVERIFY(client.expect<protocol::Hello>());
    for (const char byte : R"({"type":"ping","n":77})"_ba + "\n") {
        client.sendBytes(QByteArray(1, byte));
        QCoreApplication::processEvents();
    }
    QCOMPARE(client.expect<protocol::Pong>(), protocol::Pong{77});
}

void TestServer::login_never_endsInByeIdle()
{
    m_options.times.login = 200ms;
    start();
    LineClient client(m_endpoint);
    QVERIFY(client.expect<protocol::Hello>());
    QCOMPARE(client.expectBye(), ByeReason::Idle);
    QVERIFY(client.expectEnd());
    QTRY_COMPARE_WITH_TIMEOUT(m_server->connections(), 0, Patience);
}

void TestServer::login_thatTheEngineTakesLongFor_isWaitedFor()
{
    m_options.times.login = 50ms;
    m_admits = false;
    start();
    LineClient client(m_endpoint);
    QVERIFY(client.expect<protocol::Hello>());
    client.send(login(), u"l"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_last != 0, Patience);
    // The deadline passes meanwhile.
    QVERIFY(!client.next(200));
    QCOMPARE(client.socket().state(), QAbstractSocket::ConnectedState);
    m_server->admit(m_last);
    m_server->find(m_last)->finishRequest();
    QVERIFY(client.isAlive());
}

void TestServer::silence_isAskedWithAPing_andEndsTheConnection()
{
    m_options.times.silence = 200ms;
    m_options.times.grace = 200ms;
    start();
    LineClient client;
    QVERIFY(enter(client));
    QVERIFY(client.expect<protocol::Ping>());
    QVERIFY(client.expectEnd());
    QTRY_COMPARE_WITH_TIMEOUT(m_server->connections(), 0, Patience);
}

void TestServer::silence_answeredPings_keepTheConnection()
{
    m_options.times.silence = 50ms;
    m_options.times.grace = 1s; // After a ping it is not looked again before that.
    start();
    LineClient client;
    QVERIFY(enter(client));
    qint64 last = 0;
    for (int i = 0; i < 3; ++i) {
        const auto ping = client.expect<protocol::Ping>();
        QVERIFY(ping);
        QVERIFY(ping->n > last);
        last = ping->n;
        client.send(protocol::Pong{ping->n});
    }
    QCOMPARE(m_server->connections(), 1);
}

void TestServer::peer_thatNeverReads_isBoundedAndClosed()
{
    m_options.times.stall = 500ms;
    start();
    LineClient deaf;
    QVERIFY(enter(deaf));
    const auto deafId = m_last;
    deaf.socket().setReadBufferSize(1024);
    LineClient other;
    QVERIFY(enter(other));
    const auto otherId = m_last;

    const QByteArray line = protocol::encode(protocol::Notification{
        1, u"T"_s, QString(4000, u'x'), {}, {}, {}, {}, {}, QDateTime::currentDateTimeUtc(), {}, {}, {}});
    bool gone = false;
    connect(m_server.get(), &net::Server::disconnected, this, [&](net::ConnectionId id) { gone |= id == deafId; });
    int pushed = 0;
    QElapsedTimer patience;
    patience.start();
    while (!gone && patience.elapsed() < Patience) {
        if (const auto *connection = m_server->find(deafId)) {
            while (connection->outbox()->put(line)) {
            }
            QVERIFY(connection->outbox()->load().bytes <= 1024 * 1024);
            QVERIFY(connection->outbox()->load().lines <= 256);
        }
        if (pushed < 100) { // The other one is served all the while.
            ++pushed;
            QVERIFY(m_server->find(otherId)->outbox()->put(line));
            QVERIFY(other.expect<protocol::Notification>());
        } else {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        }
    }
    QVERIFY(gone);
    QVERIFY(other.isAlive());
}

void TestServer::outbox_refusedALine_saysWhenItIsEmpty()
{
    start();
    LineClient client;
    QVERIFY(enter(client));
    QSignalSpy drained(m_server.get(), &net::Server::outboxDrained);
    const QByteArray line = protocol::encode(protocol::ServerMessage(protocol::Ping{1}));
    int taken = 0;
    while (m_server->find(m_last)->outbox()->put(line)) {
        ++taken;
    }
    QTRY_VERIFY_WITH_TIMEOUT(!drained.isEmpty(), Patience);
    QCOMPARE(drained.first().first().value<net::ConnectionId>(), m_last);
    QVERIFY(m_server->find(m_last)->outbox()->put(line));
    for (int i = 0; i < taken + 1; ++i) {
        QVERIFY(client.expect<protocol::Ping>());
    }
}

void TestServer::connections_beyondTheDescriptors_areRefusedPolitely()
{
    m_options.descriptorLimit = 128 + 6; // What is reserved, and three connections with a thread each.
    start();
    std::vector<LineClient> clients(3);
    for (auto &client : clients) {
        QVERIFY(enter(client));
    }
    for (int i = 0; i < 3; ++i) {
        LineClient refused(m_endpoint);
        QVERIFY(refused.expect<protocol::Hello>());
        const auto error = refused.expect<protocol::ErrorMessage>();
        QVERIFY(error);
        QCOMPARE(error->code, ErrorCode::TooManyConnections);
        QVERIFY(error->retryAfter.has_value());
        const auto bye = refused.expect<protocol::ServerBye>();
        QVERIFY(bye);
        QCOMPARE(bye->reason, ByeReason::Limit);
        QVERIFY(bye->retryAfter.has_value());
        QVERIFY(refused.expectEnd());
    }
    clients.pop_back();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->connections(), 2, Patience);
    LineClient next;
    QVERIFY(enter(next));
    for (auto &client : clients) {
        QVERIFY(client.isAlive());
    }
}

void TestServer::connections_notLoggedIn_haveALimitOfTheirOwn()
{
    m_options.maxNotLoggedIn = 2;
    start();
    LineClient inside;
    QVERIFY(enter(inside));
    std::vector<LineClient> waiting(2);
    for (auto &client : waiting) {
        client.connectTo(m_endpoint);
        QVERIFY(client.expect<protocol::Hello>());
    }
    LineClient refused(m_endpoint);
    QVERIFY(refused.expect<protocol::Hello>());
    QCOMPARE(refused.expectError(), ErrorCode::TooManyConnections);
    waiting.front().send(login());
    QVERIFY(waiting.front().expect<protocol::Ok>());
    LineClient accepted(m_endpoint);
    QVERIFY(accepted.expect<protocol::Hello>());
    QVERIFY(accepted.isAlive());
}

void TestServer::connections_beyondTheThreads_shareThem()
{
    m_options.maxConnectionThreads = 3;
    start();
    std::vector<LineClient> clients(10);
    for (auto &client : clients) {
        QVERIFY(enter(client));
        QVERIFY(m_server->threads() <= 3);
    }
    QCOMPARE(m_server->threads(), 3);
    QCOMPARE(m_server->connections(), 10);
    for (auto &client : clients) {
        QVERIFY(client.isAlive());
    }
    clients.clear();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->threads(), 0, Patience);
}

void TestServer::descriptors_gone_acceptsAgainLater()
{
#ifdef Q_OS_LINUX
    m_options.maxConnectionThreads = 1;  // A thread more would need descriptors.
    m_options.descriptorLimit = 100'000; // It is not to refuse by itself.
    start();
    LineClient first;
    QVERIFY(enter(first));
    const int late = ::socket(AF_INET, SOCK_STREAM, 0);
    QVERIFY(late >= 0);

    rlimit limit{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
    const rlimit small{std::min<rlim_t>(256, limit.rlim_cur), limit.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &small), 0);
    std::vector<int> taken;
    const auto giveBack = [&taken] {
        for (const int descriptor : taken) {
            ::close(descriptor);
        }
        taken.clear();
    };
    failedAccepts = 0;
    const auto handler = qInstallMessageHandler(countFailedAccepts);
    const auto restore = qScopeGuard([&] {
        giveBack();
        ::setrlimit(RLIMIT_NOFILE, &limit);
        qInstallMessageHandler(handler);
    });
    for (int descriptor = ::dup(late); descriptor >= 0; descriptor = ::dup(late)) {
        taken.push_back(descriptor);
    }
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(m_endpoint.port);
    QCOMPARE(::connect(late, reinterpret_cast<const sockaddr *>(&address), sizeof(address)), 0);
    QTRY_VERIFY_WITH_TIMEOUT(failedAccepts > 0, Patience);
    QVERIFY(first.isAlive());
    QCOMPARE(m_server->connections(), 1);
    giveBack();

    LineClient client;
    QVERIFY(client.socket().setSocketDescriptor(late));
    QVERIFY(client.expect<protocol::Hello>());
    QVERIFY(client.isAlive());
    QCOMPARE(failedAccepts.load(), 1); // Told once, however often it tried.
    LineClient another;
    QVERIFY(enter(another));
#endif
}

void TestServer::port_inUse_saysSo()
{
    start();
    net::ServerOptions options = m_options;
    options.port = m_endpoint.port;
    net::Server second(options, {});
    const auto listening = second.listen();
    QVERIFY(!listening);
    QCOMPARE(listening.error().kind, Error::Kind::Conflict);
    QVERIFY2(
        listening.error().message.startsWith(u"Cannot listen on %1: the port is in use."_s.arg(m_endpoint.toString())),
        qPrintable(listening.error().message));
    m_server.reset();
    QVERIFY(second.listen());
}

void TestServer::address_notOfThisComputer_saysSo()
{
    m_options.addresses = {QHostAddress(u"192.0.2.1"_s)}; // TEST-NET-1, RFC 5737.
    net::Server server(m_options, {});
    const auto listening = server.listen();
    QVERIFY(!listening);
    QVERIFY(listening.error().message.contains(u"192.0.2.1"_s));
    m_options.addresses.append(QHostAddress(QHostAddress::LocalHost));
    QVERIFY(!net::Server(m_options, {}).listen());
    m_options.needAllAddresses = false;
    const auto some = net::Server(m_options, {}).listen();
    QVERIFY(some);
    QCOMPARE(some->size(), 1);
}

void TestServer::addresses_both_haveTheSamePort()
{
    m_options.addresses.append(QHostAddress(QHostAddress::LocalHostIPv6));
    m_options.needAllAddresses = false;
    net::Server server(m_options, protocol::encode(protocol::Hello{1, u"test"_s, {}, u"e"_s}));
    const auto endpoints = must(server.listen());
    for (const auto &endpoint : endpoints) {
        QCOMPARE(endpoint.port, endpoints.first().port);
        LineClient client(endpoint);
        QVERIFY(client.expect<protocol::Hello>());
    }
}

void TestServer::close_tellsEverybodyAndEnds()
{
    start();
    std::vector<LineClient> clients(10);
    for (std::size_t i = 0; i < clients.size(); ++i) {
        if (i % 2 == 0) {
            QVERIFY(enter(clients[i]));
        } else {
            clients[i].connectTo(m_endpoint);
            QVERIFY(clients[i].expect<protocol::Hello>());
        }
    }
    QSignalSpy closed(m_server.get(), &net::Server::closed);
    m_server->close({ByeReason::Shutdown, protocol::RetryWindow{1s, 30s}});
    for (auto &client : clients) {
        const auto bye = client.expect<protocol::ServerBye>();
        QVERIFY(bye);
        QCOMPARE(bye->reason, ByeReason::Shutdown);
        QVERIFY(bye->retryAfter.has_value());
        QVERIFY(client.expectEnd());
    }
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, Patience);
    QCOMPARE(m_server->connections(), 0);
}

void TestServer::close_withoutConnections_ends()
{
    start();
    QSignalSpy closed(m_server.get(), &net::Server::closed);
    m_server->close({ByeReason::Shutdown, {}});
    QVERIFY(closed.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, Patience);
}

QTEST_GUILESS_MAIN(TestServer)
#include "test_server.moc"

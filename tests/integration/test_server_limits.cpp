// SPDX-License-Identifier: MIT
#include "support/net_server_fixture.h"

#include <QScopeGuard>

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

/// What a server listens on, and how many it lets in: descriptors, threads, addresses.
class TestServerLimits : public QObject, private NetServerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void connections_beyondTheDescriptors_areRefusedPolitely();
    void connections_notLoggedIn_haveALimitOfTheirOwn();
    void connections_beyondTheThreads_shareThem();
    void descriptors_gone_acceptsAgainLater();

    void port_inUse_saysSo();
    void address_notOfThisComputer_saysSo();
    void addresses_both_haveTheSamePort();
};

void TestServerLimits::connections_beyondTheDescriptors_areRefusedPolitely()
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
    // There is room once the thread of the one that left has ended, too.
    std::unique_ptr<LineClient> next;
    const auto comesIn = [&] {
        next = std::make_unique<LineClient>();
        return enter(*next);
    };
    QVERIFY(QTest::qWaitFor(comesIn, Patience));
    for (auto &client : clients) {
        QVERIFY(client.isAlive());
    }
}

void TestServerLimits::connections_notLoggedIn_haveALimitOfTheirOwn()
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

void TestServerLimits::connections_beyondTheThreads_shareThem()
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

void TestServerLimits::descriptors_gone_acceptsAgainLater()
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

void TestServerLimits::port_inUse_saysSo()
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

void TestServerLimits::address_notOfThisComputer_saysSo()
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

void TestServerLimits::addresses_both_haveTheSamePort()
{
    m_options.addresses.append(QHostAddress(QHostAddress::LocalHostIPv6));
    m_options.needAllAddresses = false;
    net::Server server(m_options, hello());
    const auto endpoints = must(server.listen());
    for (const auto &endpoint : endpoints) {
        QCOMPARE(endpoint.port, endpoints.first().port);
        LineClient client(endpoint);
        QVERIFY(client.expect<protocol::Hello>());
    }
}

QTEST_GUILESS_MAIN(TestServerLimits)
#include "test_server_limits.moc"

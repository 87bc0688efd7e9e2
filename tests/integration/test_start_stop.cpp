// SPDX-License-Identifier: MIT
#include "support/engine_fixture.h"
#include "support/foreign_program.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// How an engine begins and how it ends.
class TestStartStop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stop_withManyClients_tellsEachAndRecordsWhatTheySent();
    void stop_withoutClients_isQuick();
    void stop_twice_isStoppedOnce();
    void destruction_whileRunning_stops();
    void engine_stopped_canStartAgain();
    void start_portInUse_saysSo_andCanBeTriedAgain();
    void start_faultyConfiguration_isRefused();
    void start_notADatabase_saysSoAndLeavesTheFile();
    void start_newerDatabase_saysSoAndLeavesTheFile();
};

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestStartStop::stop_withManyClients_tellsEachAndRecordsWhatTheySent()
{
    constexpr std::size_t Accounts = 10;
    constexpr std::size_t Clients = 100; // Ten sessions for each.
    EngineFixture server;
    QList<people::AccountId> accounts;
    for (std::size_t i = 0; i < Accounts; ++i) {
        accounts.append(server.account(u"user%1"_s.arg(i)));
    }
    server.start();
    std::vector<LineClient> clients(Clients);
    for (std::size_t i = 0; i < Clients; ++i) {
        QVERIFY(server.arrive(clients[i], u"user%1"_s.arg(i % Accounts)));
    }
    server.announce(1);
    protocol::NotificationId id = 0;
    for (auto &client : clients) {
        id = client.expectId();
        QVERIFY(id > 0);
    }
    // On their way when the server is told to stop: whoever acknowledged shall not hear of it again.
    for (auto &client : clients) {
        client.send(protocol::Ack{{id}});
    }
    QElapsedTimer timer;
    timer.start();
    server.engine().stop();
    for (auto &client : clients) {
        const auto bye = client.expect<protocol::ServerBye>();
        QVERIFY(bye);
        QCOMPARE(bye->reason, protocol::ByeReason::Shutdown);
        QVERIFY(bye->retryAfter.has_value());
        QVERIFY(client.expectEnd());
    }
    QTRY_VERIFY_WITH_TIMEOUT(!server.engine().isRunning(), Patience);
    qInfo("stopping took %lld ms", timer.elapsed());
    for (const auto account : accounts) {
        QVERIFY(server.store().lacking(account).empty());
    }
}

void TestStartStop::stop_withoutClients_isQuick()
{
    EngineFixture server;
    server.start();
    QVERIFY(server.stop());
    LineClient client;
    client.socket().connectToHost(server.endpoint().address, server.endpoint().port);
    QTRY_COMPARE_WITH_TIMEOUT(client.socket().error(), QAbstractSocket::ConnectionRefusedError, Patience);
}

void TestStartStop::stop_twice_isStoppedOnce()
{
    EngineFixture server;
    server.engine().stop(); // Nothing runs yet.
    server.start();
    QSignalSpy stopped(&server.engine(), &engine::Engine::stopped);
    server.engine().stop();
    server.engine().stop();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, Patience);
    server.engine().stop();
    QCoreApplication::processEvents();
    QCOMPARE(stopped.size(), 1);
}

void TestStartStop::destruction_whileRunning_stops()
{
    LineClient client;
    {
        EngineFixture server;
        server.account(u"sara"_s);
        server.start();
        QVERIFY(server.arrive(client, u"sara"_s));
    }
    QCOMPARE(client.expectBye(), protocol::ByeReason::Shutdown);
    QVERIFY(client.expectEnd());
}

void TestStartStop::engine_stopped_canStartAgain()
{
    EngineFixture server;
    server.account(u"sara"_s);
    server.announce(1);
    server.start();
    LineClient client(server.endpoint());
    QVERIFY(client.logIn(u"sara"_s, server.password()));
    const auto id = client.expectId();
    QVERIFY(server.stop());
    server.start();
    LineClient again(server.endpoint());
    QVERIFY(again.logIn(u"sara"_s, server.password()));
    QCOMPARE(again.expectId(), id);
}

void TestStartStop::start_portInUse_saysSo_andCanBeTriedAgain()
{
    EngineFixture first;
    first.start();
    EngineFixture second;
    auto config = second.config();
    config.port = first.endpoint().port;
    const auto started = second.engine().start(config);
    QVERIFY(!started);
    QVERIFY2(started.error().message.contains(u"the port is in use"_s), qPrintable(started.error().message));
    QVERIFY(!second.engine().isRunning());
    config.port = 0;
    QVERIFY(second.engine().start(config));
    QVERIFY(second.stop());
}

void TestStartStop::start_faultyConfiguration_isRefused()
{
    EngineFixture server;
    auto config = server.config();
    config.listen = {u"0.0.0.0"_s};
    const auto started = server.engine().start(config);
    QVERIFY(!started);
    QCOMPARE(started.error().kind, Error::Kind::Refused);
    QVERIFY(started.error().message.contains(u"0.0.0.0"_s));
    QVERIFY(!server.engine().isRunning());
}

void TestStartStop::start_notADatabase_saysSoAndLeavesTheFile()
{
    QTemporaryDir folder;
    const QByteArray content = QByteArray("This is a letter, not a database.\n").repeated(100);
    EngineFixture server;
    auto config = server.config();
    config.database = folder.filePath(u"letter.txt"_s);
    QFile file(config.database);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
    file.close();
    const auto started = server.engine().start(config);
    QVERIFY(!started);
    QVERIFY2(started.error().message.contains(config.database), qPrintable(started.error().message));
    QCOMPARE(contentOf(config.database), content);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"letter.txt"_s});
}

void TestStartStop::start_newerDatabase_saysSoAndLeavesTheFile()
{
    QTemporaryDir folder;
    EngineFixture server;
    auto config = server.config();
    config.database = folder.filePath(u"newer.db"_s);
    {
        const SystemClock clock;
        engine::Engine today(clock);
        QVERIFY(today.open(config));
    }
    {
        ForeignProgram future(config.database);
        const QString table =
            future.value(u"SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%migration%'"_s)
                .toString();
        if (table.isEmpty()) {
            future.execute(u"PRAGMA user_version = 999999"_s);
        } else {
            future.execute(
                u"INSERT INTO %1 SELECT 9999, '9999_of_the_future', checksum, applied_at FROM %1 LIMIT 1"_s.arg(table));
        }
        future.rows(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    }
    const QByteArray content = contentOf(config.database);
    const auto started = server.engine().start(config);
    QVERIFY(!started);
    QVERIFY2(started.error().message.contains(config.database), qPrintable(started.error().message));
    QVERIFY2(started.error().message.contains(u"newer"_s), qPrintable(started.error().message));
    QCOMPARE(contentOf(config.database), content);
}

QTEST_GUILESS_MAIN(TestStartStop)
#include "test_start_stop.moc"

// SPDX-License-Identifier: MIT
#include "support/engine_fixture.h"
#include "support/foreign_program.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

/// What a window needs of the engine: opening and starting without waiting, and a reader beside the store.
class TestEngineLater : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openLater_opensOnce();
    void openLater_whileAnotherIsUnderWay_isRefused();
    void openLater_anotherDatabase_closesTheOneBefore();
    void openLater_engineGone_isNotHeardOf();
    void startLater_serves_andCanBeStoppedAndStartedAgain();
    void startLater_lockedDatabase_comesBackAndTheCallerGoesOn();
    void startLater_portInUse_comesBackWithTheError();
    void startLater_faultyConfiguration_comesBackWithTheError();
    void startLater_twice_startsOnce();
    void startLater_contextGone_startsUnheard();
    void startLater_stoppedAtOnce_stops();
    void startLater_engineGone_isNotHeardOf();
    void reader_seesWhatIsCommitted();
    void reader_cannotWrite_butMayHaveTemporaryTables();
    void reader_whileTheStoreIsBusy_answers();
    void reader_isGoneBeforeTheLogIsTidied();
    void snapshot_namesTheAccount();
};

namespace {

using Endpoints = QList<net::Endpoint>;

/// Keeps an answer until the test asks for it.
template <typename Value>
struct Answer
{
    std::optional<Result<Value>> outcome;

    auto taker()
    {
        return [this](const Result<Value> &result) { outcome = result; };
    }
    /// Null when none came.
    const Result<Value> *wait()
    {
        return QTest::qWaitFor([this] { return outcome.has_value(); }, Patience) ? &*outcome : nullptr;
    }
};

/// How many accounts there are, as this thread of the engine sees it; -1 when it does not answer.
qsizetype accountsSeenBy(store::StoreThread &thread)
{
    QObject context;
    Answer<QList<people::Account>> answer;
    thread.read(
        &context, [](store::Store &store) { return store.accounts().all(); }, answer.taker());
    const auto *const accounts = answer.wait();
    return accounts != nullptr && *accounts ? (*accounts)->size() : -1;
}

} // namespace

void TestEngineLater::openLater_opensOnce()
{
    EngineFixture server;
    server.account(u"sara"_s);
    Answer<void> first;
    server.engine().openLater(server.config(), this, first.taker());
    QVERIFY(!first.outcome);
    QVERIFY(first.wait() && *first.wait());
    QVERIFY(server.engine().isOpen());
    const auto *const store = &server.engine().store();
    Answer<void> again;
    server.engine().openLater(server.config(), this, again.taker());
    QVERIFY(!again.outcome); // Later, also when there is nothing to do.
    QVERIFY(again.wait() && *again.wait());
    QCOMPARE(&server.engine().store(), store);
    QCOMPARE(accountsSeenBy(server.engine().store()), 1);
}

void TestEngineLater::openLater_whileAnotherIsUnderWay_isRefused()
{
    EngineFixture server;
    Answer<void> first;
    Answer<void> second;
    server.engine().openLater(server.config(), this, first.taker());
    server.engine().openLater(server.config(), this, second.taker());
    QCOMPARE(server.engine().open(server.config()).error().kind, Error::Kind::Conflict);
    QVERIFY(first.wait() && *first.wait());
    QVERIFY(second.wait());
    QCOMPARE(second.wait()->error().kind, Error::Kind::Conflict);
    QVERIFY(server.engine().open(server.config()));
}

void TestEngineLater::openLater_anotherDatabase_closesTheOneBefore()
{
    QTemporaryDir folder;
    EngineFixture server;
    QVERIFY(server.engine().open(server.config()));
    auto config = server.config();
    config.database = folder.filePath(u"another.db"_s);
    Answer<void> answer;
    server.engine().openLater(config, this, answer.taker());
    QVERIFY(answer.wait() && *answer.wait());
    // Its lock is free again.
    const SystemClock clock;
    engine::Engine other(clock);
    QVERIFY(other.open(server.config()));
    QCOMPARE(other.open(config).error().kind, Error::Kind::Conflict);
    QVERIFY(!other.isOpen());
}

void TestEngineLater::openLater_engineGone_isNotHeardOf()
{
    bool heard = false;
    {
        EngineFixture server;
        server.engine().openLater(server.config(), this, [&](const Result<void> &) { heard = true; });
    }
    QCoreApplication::processEvents();
    QVERIFY(!heard);
}

void TestEngineLater::startLater_serves_andCanBeStoppedAndStartedAgain()
{
    EngineFixture server;
    server.account(u"sara"_s);
    for (int time = 0; time < 2; ++time) {
        Answer<Endpoints> answer;
        server.engine().startLater(server.config(), this, answer.taker());
        QVERIFY(answer.wait() && *answer.wait());
        QVERIFY(server.engine().isRunning());
        LineClient client(answer.wait()->value().first());
        QVERIFY(client.logIn(u"sara"_s, server.password()));
        QVERIFY(server.stop());
    }
}

void TestEngineLater::startLater_lockedDatabase_comesBackAndTheCallerGoesOn()
{
    EngineFixture server;
    ForeignProgram program(server.store().path());
    program.execute(u"BEGIN IMMEDIATE"_s);
    int ticks = 0;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&ticks] { ++ticks; });
    timer.start(1);
    Answer<Endpoints> locked;
    server.engine().startLater(server.config(), this, locked.taker());
    QVERIFY(!locked.outcome);
    QVERIFY(locked.wait());
    QCOMPARE(locked.wait()->error().kind, Error::Kind::Unavailable);
    QVERIFY(locked.wait()->error().message.contains(server.store().path()));
    QVERIFY2(ticks > 10, "this thread stood still");
    QVERIFY(!server.engine().isRunning());
    QVERIFY(!server.engine().isOpen());
    program.execute(u"ROLLBACK"_s);
    Answer<Endpoints> freed;
    server.engine().startLater(server.config(), this, freed.taker());
    QVERIFY(freed.wait() && *freed.wait());
}

void TestEngineLater::startLater_portInUse_comesBackWithTheError()
{
    EngineFixture first;
    first.start();
    EngineFixture second;
    auto config = second.config();
    config.port = first.endpoint().port;
    Answer<Endpoints> taken;
    second.engine().startLater(config, this, taken.taker());
    QVERIFY(taken.wait());
    QVERIFY(!*taken.wait());
    QVERIFY(taken.wait()->error().message.contains(QString::number(config.port)));
    QVERIFY(!second.engine().isRunning());
    QVERIFY(second.engine().isOpen()); // What is to be read there can still be read.
    Answer<Endpoints> another;
    second.engine().startLater(second.config(), this, another.taker());
    QVERIFY(another.wait() && *another.wait());
}

void TestEngineLater::startLater_faultyConfiguration_comesBackWithTheError()
{
    EngineFixture server;
    auto config = server.config();
    config.listen = {u"0.0.0.0"_s};
    Answer<Endpoints> answer;
    server.engine().startLater(config, this, answer.taker());
    QVERIFY(!answer.outcome);
    QVERIFY(answer.wait());
    QCOMPARE(answer.wait()->error().kind, Error::Kind::Refused);
    QVERIFY(!server.engine().isOpen());
}

void TestEngineLater::startLater_twice_startsOnce()
{
    EngineFixture server;
    QVERIFY(server.engine().open(server.config()));
    Answer<Endpoints> first;
    Answer<Endpoints> second;
    server.engine().startLater(server.config(), this, first.taker());
    server.engine().startLater(server.config(), this, second.taker());
    QVERIFY(first.wait() && *first.wait());
    QVERIFY(second.wait());
    QCOMPARE(second.wait()->error().kind, Error::Kind::Conflict);
    QVERIFY(server.stop());
}

void TestEngineLater::startLater_contextGone_startsUnheard()
{
    EngineFixture server;
    bool heard = false;
    {
        QObject context;
        server.engine().startLater(server.config(), &context, [&](const Result<Endpoints> &) { heard = true; });
    }
    QTRY_VERIFY_WITH_TIMEOUT(server.engine().isRunning(), Patience);
    QVERIFY(server.stop());
    QVERIFY(!heard);
}

void TestEngineLater::startLater_stoppedAtOnce_stops()
{
    EngineFixture server;
    Answer<Endpoints> answer;
    server.engine().startLater(server.config(), this, answer.taker());
    QTRY_VERIFY_WITH_TIMEOUT(server.engine().isRunning(), Patience);
    QVERIFY(server.stop());
    QVERIFY(answer.wait());
}

void TestEngineLater::startLater_engineGone_isNotHeardOf()
{
    bool heard = false;
    {
        EngineFixture server;
        QVERIFY(server.engine().open(server.config()));
        server.engine().startLater(server.config(), this, [&](const Result<Endpoints> &) { heard = true; });
        QTRY_VERIFY_WITH_TIMEOUT(server.engine().isRunning(), Patience);
        heard = false;
    }
    QCoreApplication::processEvents();
    QVERIFY(!heard);
}

void TestEngineLater::reader_seesWhatIsCommitted()
{
    EngineFixture server;
    QVERIFY(server.engine().open(server.config()));
    QCOMPARE(accountsSeenBy(server.engine().reader()), 0);
    server.account(u"sara"_s); // By another connection.
    QCOMPARE(accountsSeenBy(server.engine().reader()), 1);
    QObject context;
    Answer<people::AccountId> added;
    server.engine().store().write(
        &context, [](store::Store &store) { return store.accounts().add(u"ali"_s, {}, {}); }, added.taker());
    QVERIFY(added.wait() && *added.wait());
    QCOMPARE(accountsSeenBy(server.engine().reader()), 2);
}

void TestEngineLater::reader_cannotWrite_butMayHaveTemporaryTables()
{
    EngineFixture server;
    const auto sara = server.account(u"sara"_s);
    QVERIFY(server.engine().open(server.config()));
    QObject context;
    Answer<void> inTransaction;
    Answer<void> alone;
    Answer<void> temporary;
    auto &reader = server.engine().reader();
    reader.write(
        &context, [sara](store::Store &store) { return store.accounts().remove(sara); }, inTransaction.taker());
    reader.read(
        &context, [sara](store::Store &store) { return store.accounts().remove(sara); }, alone.taker());
    reader.read(
        &context, [sara](store::Store &store) { return store.notifications().setOnline(sara, true); },
        temporary.taker());
    QVERIFY(inTransaction.wait());
    QVERIFY(!*inTransaction.wait());
    QVERIFY(alone.wait());
    QVERIFY(!*alone.wait());
    QVERIFY(temporary.wait() && *temporary.wait());
    QCOMPARE(accountsSeenBy(server.engine().store()), 1);
}

void TestEngineLater::reader_whileTheStoreIsBusy_answers()
{
    EngineFixture server;
    QVERIFY(server.engine().open(server.config()));
    QSemaphore held;
    QSemaphore release;
    server.engine().store().inThread([&](store::Store &) {
        held.release();
        release.acquire();
    });
    held.acquire();
    const auto seen = accountsSeenBy(server.engine().reader());
    release.release();
    QCOMPARE(seen, 0);
}

void TestEngineLater::reader_isGoneBeforeTheLogIsTidied()
{
    QTemporaryDir folder;
    {
        const SystemClock clock;
        engine::Engine engine(clock);
        engine::Config config;
        config.database = folder.filePath(u"jarchi.db"_s);
        QVERIFY(engine.open(config));
        QCOMPARE(accountsSeenBy(engine.reader()), 0);
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"jarchi.db"_s});
}

void TestEngineLater::snapshot_namesTheAccount()
{
    EngineFixture server;
    const auto sara = server.account(u"sara"_s);
    server.start();
    LineClient client;
    QVERIFY(server.arrive(client, u"sara"_s));
    LineClient stranger(server.endpoint());
    QVERIFY(stranger.expect<protocol::Hello>());
    std::optional<engine::Snapshot> snapshot;
    server.engine().takeSnapshot(this, [&](const engine::Snapshot &taken) { snapshot = taken; });
    QTRY_VERIFY_WITH_TIMEOUT(snapshot, Patience);
    QCOMPARE(snapshot->connections.size(), 2);
    QCOMPARE(snapshot->connections.first().accountId, sara);
    QCOMPARE(snapshot->connections.first().account, u"sara"_s);
    QCOMPARE(snapshot->connections.last().accountId, 0);
    QVERIFY(snapshot->connections.last().account.isEmpty());
}

QTEST_GUILESS_MAIN(TestEngineLater)
#include "test_engine_later.moc"

// SPDX-License-Identifier: MIT
#include "store/store_thread.h"
#include "support/foreign_program.h"
#include "support/patience.h"
#include "support/store_fixture.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace jarchi;
using namespace jarchi::test;
using store::Store;
using store::StoreThread;
using namespace Qt::StringLiterals;

namespace {

Result<protocol::NotificationId> announce(Store &store, const QString &title)
{
    return store.notifications().announce({title, {}, {}, {}, protocol::Priority::Normal});
}

/// In the store's thread: ends its transaction under its feet.
void rollBackEverything()
{
    for (const QString &name : QSqlDatabase::connectionNames()) {
        QSqlQuery(QSqlDatabase::database(name, false)).exec(u"ROLLBACK"_s);
    }
}

} // namespace

class TestStoreThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void open_faultyPath_saysWhy();
    void write_answersInTheCallersThreadAfterTheCommit();
    void write_failing_takesBackOnlyItself();
    void write_manyAtOnce_areCommittedTogether();
    void write_whoseCommitFails_hearsOfIt();
    void read_seesWhatWasWrittenBeforeIt();
    void read_movableOnlyValue_arrives();
    void contextGone_nobodyIsCalled();
    void contextsComingAndGoing_neverMeetTheirAnswers();
    void inThread_mayWriteByItself();
    void destruction_doesWhatIsQueued();
    void notOpen_writesFail();

private:
    void hold();

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::unique_ptr<StoreThread> m_thread;
    QSemaphore m_held;    ///< Released by the store's thread when it waits.
    QSemaphore m_release; ///< Released by a test to let it go on.

    [[nodiscard]] QString path() const { return m_folder->filePath(u"jarchi.db"_s); }
};

void TestStoreThread::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_thread = std::make_unique<StoreThread>();
    must(m_thread->open({.path = path()}, m_clock));
}

void TestStoreThread::cleanup()
{
    m_thread.reset();
}

/// Keeps the store's thread busy until m_release, so that what follows waits together.
void TestStoreThread::hold()
{
    m_thread->inThread([this](Store &) {
        m_held.release();
        m_release.acquire();
    });
    m_held.acquire();
}

void TestStoreThread::open_faultyPath_saysWhy()
{
    StoreThread thread;
    const auto opened = thread.open({.path = m_folder->path()}, m_clock);
    QVERIFY(!opened);
    QVERIFY(opened.error().message.contains(u"folder"_s));
}

void TestStoreThread::write_answersInTheCallersThreadAfterTheCommit()
{
    QSignalSpy committed(m_thread.get(), &StoreThread::committed);
    QThread *workedIn = nullptr;
    QThread *answeredIn = nullptr;
    int rows = 0;
    m_thread->write(
        this,
        [&workedIn](Store &store) {
            workedIn = QThread::currentThread();
            return announce(store, u"One"_s);
        },
        [&](const Result<protocol::NotificationId> &id) {
            answeredIn = QThread::currentThread();
            QCOMPARE(must(id), 1);
            rows = ForeignProgram(path()).value(u"SELECT COUNT(*) FROM notification"_s).toInt();
        });
    QTRY_VERIFY_WITH_TIMEOUT(answeredIn, Patience);
    QCOMPARE(answeredIn, QThread::currentThread());
    QCOMPARE(workedIn, m_thread->thread());
    QCOMPARE(rows, 1);
    QTRY_COMPARE_WITH_TIMEOUT(committed.count(), 1, Patience);
}

void TestStoreThread::write_failing_takesBackOnlyItself()
{
    hold();
    QStringList outcomes;
    for (int number = 1; number <= 3; ++number) {
        m_thread->write(
            this,
            [number](Store &store) -> Result<int> {
                must(announce(store, QString::number(number)));
                if (number == 2) {
                    return refused(u"No."_s);
                }
                return number;
            },
            [&outcomes](const Result<int> &result) {
                outcomes.append(result ? QString::number(*result) : result.error().message);
            });
    }
    m_release.release();
    QTRY_COMPARE_WITH_TIMEOUT(outcomes, (QStringList{u"1"_s, u"No."_s, u"3"_s}), Patience);
    QCOMPARE(ForeignProgram(path()).value(u"SELECT group_concat(title) FROM notification"_s).toString(), u"1,3"_s);
}

void TestStoreThread::write_manyAtOnce_areCommittedTogether()
{
    QSignalSpy committed(m_thread.get(), &StoreThread::committed);
    constexpr int Writes = 1100;
    hold();
    QList<protocol::NotificationId> answers;
    for (int number = 0; number < Writes; ++number) {
        m_thread->write(
            this, [](Store &store) { return announce(store, u"t"_s); },
            [&answers](const Result<protocol::NotificationId> &id) { answers.append(must(id)); });
    }
    m_release.release();
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), Writes, Patience);
    QVERIFY(std::is_sorted(answers.begin(), answers.end()));
    QTRY_COMPARE_WITH_TIMEOUT(committed.count(), 3, Patience); // 512 + 512 + 76
}

void TestStoreThread::write_whoseCommitFails_hearsOfIt()
{
    hold();
    QStringList outcomes;
    const auto note = [&outcomes](const Result<void> &result) {
        outcomes.append(result ? u"done"_s : result.error().message);
    };
    m_thread->write(
        this, [](Store &store) { return announce(store, u"One"_s).map([](qint64) {}); }, note);
    m_thread->write(
        this, [](Store &) -> Result<void> { return refused(u"No."_s); }, note);
    // What a full disk does in the middle of a transaction: it is gone.
    m_thread->write(
        this,
        [](Store &) -> Result<void> {
            rollBackEverything();
            return {};
        },
        note);
    m_thread->write(
        this, [](Store &store) { return announce(store, u"Two"_s).map([](qint64) {}); }, note);
    m_release.release();
    QTRY_COMPARE_WITH_TIMEOUT(outcomes.size(), 4, Patience);
    QVERIFY(!outcomes.contains(u"done"_s));
    QCOMPARE(outcomes.at(1), u"No."_s);
    QCOMPARE(ForeignProgram(path()).value(u"SELECT COUNT(*) FROM notification"_s).toInt(), 0);
}

void TestStoreThread::read_seesWhatWasWrittenBeforeIt()
{
    hold();
    qint64 seen = -1;
    m_thread->read(
        this, [](Store &store) { return must(store.notifications().newestId()); }, [&seen](qint64 id) { seen = id; });
    m_thread->write(
        this, [](Store &store) { return announce(store, u"One"_s); }, [](const auto &) {});
    m_release.release();
    QTRY_COMPARE_WITH_TIMEOUT(seen, 1, Patience);
}

void TestStoreThread::read_movableOnlyValue_arrives()
{
    std::unique_ptr<int> value;
    m_thread->read(
        this, [](Store &) { return std::make_unique<int>(7); },
        [&value](std::unique_ptr<int> read) { value = std::move(read); });
    QTRY_VERIFY_WITH_TIMEOUT(value, Patience);
    QCOMPARE(*value, 7);
}

void TestStoreThread::contextGone_nobodyIsCalled()
{
    hold();
    bool called = false;
    auto context = std::make_unique<QObject>();
    m_thread->read(
        context.get(), [](Store &) { return 1; }, [&called](int) { called = true; });
    m_thread->write(
        context.get(), [](Store &store) { return announce(store, u"One"_s); },
        [&called](const auto &) { called = true; });
    context.reset();
    m_release.release();
    bool after = false;
    m_thread->read(
        this, [](Store &) { return 1; }, [&after](int) { after = true; });
    QTRY_VERIFY_WITH_TIMEOUT(after, Patience);
    QVERIFY(!called);
    QCOMPARE(ForeignProgram(path()).value(u"SELECT COUNT(*) FROM notification"_s).toInt(), 1);
}

void TestStoreThread::contextsComingAndGoing_neverMeetTheirAnswers()
{
    // Answers are posted while their contexts die in two other threads. The sanitizers watch.
    std::atomic<int> answers{0};
    const auto ask = [&] {
        for (int round = 0; round < 500; ++round) {
            QObject context;
            m_thread->read(
                &context, [](Store &) { return 1; }, [&answers](int) { ++answers; });
            QCoreApplication::sendPostedEvents();
        }
    };
    const std::unique_ptr<QThread> first(QThread::create(ask));
    const std::unique_ptr<QThread> second(QThread::create(ask));
    first->start();
    second->start();
    QVERIFY(first->wait());
    QVERIFY(second->wait());
    QVERIFY(answers.load() <= 1000);
}

void TestStoreThread::inThread_mayWriteByItself()
{
    QSemaphore done;
    m_thread->inThread([&done](Store &store) {
        must(store.write([&store] { return announce(store, u"One"_s).map([](qint64) {}); }));
        done.release();
    });
    done.acquire();
    QCOMPARE(ForeignProgram(path()).value(u"SELECT COUNT(*) FROM notification"_s).toInt(), 1);
}

void TestStoreThread::destruction_doesWhatIsQueued()
{
    for (int number = 0; number < 20; ++number) {
        m_thread->write(
            this, [](Store &store) { return announce(store, u"t"_s); }, [](const auto &) {});
    }
    m_thread.reset();
    QCOMPARE(ForeignProgram(path()).value(u"SELECT COUNT(*) FROM notification"_s).toInt(), 20);
}

void TestStoreThread::notOpen_writesFail()
{
    StoreThread thread;
    std::optional<Error> error;
    thread.write(
        this, [](Store &store) { return announce(store, u"t"_s); },
        [&error](const Result<protocol::NotificationId> &id) { error = id.error(); });
    QTRY_VERIFY_WITH_TIMEOUT(error, Patience);
    QCOMPARE(error->kind, Error::Kind::Unavailable);
}

QTEST_GUILESS_MAIN(TestStoreThread)
#include "test_store_thread.moc"

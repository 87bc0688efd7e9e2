// SPDX-License-Identifier: MIT
#include "transport/outbox.h"

#include <QTest>

#include <atomic>
#include <semaphore>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using jarchi::transport::Outbox;

class TestOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_put_comeOutInOrder();
    void line_beyondTheCount_isRefusedAndChangesNothing();
    void line_beyondTheBytes_isRefusedAndChangesNothing();
    void line_biggerThanTheOutbox_isTakenWhenItIsEmpty();
    void wake_isCalled_onlyWhenItWasEmpty();
    void wake_mayLookIntoTheOutbox();
    void lastLine_whenFull_isTakenAndNothingAfterIt();
    void line_shared_isNotCopied();
    void lines_fromManyThreads_allComeOutInEachOnesOrder();
    void limits_underManyThreads_areKept();
};

namespace {

void nobody() {}

} // namespace

void TestOutbox::lines_put_comeOutInOrder()
{
    Outbox outbox({}, nobody);
    QCOMPARE(outbox.take(), std::nullopt);
    QVERIFY(outbox.put("a\n"_ba));
    QVERIFY(outbox.put("bc\n"_ba));
    QCOMPARE(outbox.load().lines, 2u);
    QCOMPARE(outbox.load().bytes, 5);
    QCOMPARE(outbox.take(), "a\n"_ba);
    QCOMPARE(outbox.load().bytes, 3);
    QCOMPARE(outbox.take(), "bc\n"_ba);
    QCOMPARE(outbox.take(), std::nullopt);
    QCOMPARE(outbox.load().lines, 0u);
    QCOMPARE(outbox.load().bytes, 0);
}

void TestOutbox::line_beyondTheCount_isRefusedAndChangesNothing()
{
    Outbox outbox({2, 1000}, nobody);
    QVERIFY(outbox.put("a"_ba));
    QVERIFY(outbox.put("b"_ba));
    QVERIFY(!outbox.put("c"_ba));
    QCOMPARE(outbox.load().lines, 2u);
    QCOMPARE(outbox.load().bytes, 2);
    QCOMPARE(outbox.take(), "a"_ba);
    QVERIFY(outbox.put("d"_ba));
    QCOMPARE(outbox.take(), "b"_ba);
    QCOMPARE(outbox.take(), "d"_ba);
}

void TestOutbox::line_beyondTheBytes_isRefusedAndChangesNothing()
{
    Outbox outbox({100, 10}, nobody);
    QVERIFY(outbox.put("12345"_ba));
    QVERIFY(!outbox.put("123456"_ba));
    QVERIFY(outbox.put("12345"_ba));
    QVERIFY(!outbox.put("1"_ba));
    QCOMPARE(outbox.load().bytes, 10);
}

void TestOutbox::line_biggerThanTheOutbox_isTakenWhenItIsEmpty()
{
    Outbox outbox({1, 4}, nobody);
    QVERIFY(outbox.put("a long line"_ba));
    QVERIFY(!outbox.put("b"_ba));
    QCOMPARE(outbox.take(), "a long line"_ba);
    QVERIFY(outbox.put("b"_ba));
}

void TestOutbox::wake_isCalled_onlyWhenItWasEmpty()
{
    int woken = 0;
    Outbox outbox({2, 100}, [&woken] { ++woken; });
    QVERIFY(outbox.put("a"_ba));
    QCOMPARE(woken, 1);
    QVERIFY(outbox.put("b"_ba));
    QVERIFY(!outbox.put("c"_ba));
    QCOMPARE(woken, 1);
    (void)outbox.take();
    QVERIFY(outbox.put("c"_ba));
    QCOMPARE(woken, 1);
    (void)outbox.take();
    (void)outbox.take();
    outbox.putLast("d"_ba);
    QCOMPARE(woken, 2);
}

void TestOutbox::wake_mayLookIntoTheOutbox()
{
    Outbox *self = nullptr;
    std::size_t seen = 0;
    Outbox outbox({}, [&] { seen = self->load().lines; });
    self = &outbox;
    QVERIFY(outbox.put("a"_ba));
    QCOMPARE(seen, 1u);
}

void TestOutbox::lastLine_whenFull_isTakenAndNothingAfterIt()
{
    Outbox outbox({1, 100}, nobody);
    QVERIFY(outbox.put("a"_ba));
    outbox.putLast("bye"_ba);
    QVERIFY(!outbox.put("b"_ba));
    outbox.putLast("another bye"_ba);
    QCOMPARE(outbox.load().lines, 2u);
    QCOMPARE(outbox.take(), "a"_ba);
    QCOMPARE(outbox.take(), "bye"_ba);
    QCOMPARE(outbox.take(), std::nullopt);
    QVERIFY(!outbox.put("c"_ba));
}

void TestOutbox::line_shared_isNotCopied()
{
    const QByteArray line(1000, 'x');
    Outbox one({}, nobody);
    Outbox other({}, nobody);
    QVERIFY(one.put(line));
    QVERIFY(other.put(line));
    QCOMPARE(static_cast<const void *>(one.take()->constData()), static_cast<const void *>(line.constData()));
    QCOMPARE(static_cast<const void *>(other.take()->constData()), static_cast<const void *>(line.constData()));
}

void TestOutbox::lines_fromManyThreads_allComeOutInEachOnesOrder()
{
    constexpr int Threads = 4;
    constexpr int Lines = 2000;
    std::counting_semaphore<> wakes(0);
    Outbox outbox({64, 1024}, [&wakes] { wakes.release(); });

    std::vector<std::jthread> putters;
    for (int thread = 0; thread < Threads; ++thread) {
        putters.emplace_back([&outbox, thread] {
            for (int i = 0; i < Lines; ++i) {
                while (!outbox.put(QByteArray::number(thread) + ':' + QByteArray::number(i)))
                    std::this_thread::yield();
            }
        });
    }

    // The taker sleeps until it is woken, so a wake that is lost would be a test that never ends.
    std::vector<int> next(Threads, 0);
    int taken = 0;
    while (taken < Threads * Lines) {
        if (!wakes.try_acquire_for(std::chrono::seconds(20)))
            QFAIL("An outbox was not empty and nobody was told");
        while (const auto line = outbox.take()) {
            const auto parts = line->split(':');
            int &expected = next.at(std::size_t(parts[0].toInt()));
            QCOMPARE(parts[1].toInt(), expected);
            ++expected;
            ++taken;
        }
    }
    QCOMPARE(next, std::vector<int>(Threads, Lines));
}

void TestOutbox::limits_underManyThreads_areKept()
{
    Outbox outbox({100, 1000}, nobody);
    std::atomic<int> accepted = 0;
    {
        std::vector<std::jthread> putters;
        for (int thread = 0; thread < 4; ++thread) {
            putters.emplace_back([&] {
                for (int i = 0; i < 1000; ++i)
                    accepted += outbox.put("12345678901"_ba) ? 1 : 0;
            });
        }
    }
    QCOMPARE(accepted.load(), 90);
    QCOMPARE(outbox.load().lines, 90u);
    QCOMPARE(outbox.load().bytes, 990);
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "test_outbox.moc"

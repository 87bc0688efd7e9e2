// SPDX-License-Identifier: MIT
#include "net/connection_threads.h"

#include <QPointer>
#include <QSet>
#include <QTest>

#include <atomic>

using namespace jarchi::net;
using namespace Qt::StringLiterals;

class TestConnectionThreads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acquire_belowTheLimit_isAThreadOfItsOwn();
    void acquire_atTheLimit_joinsTheLeastLoaded();
    void acquire_limitBelowOne_isOne();
    void release_lastConnection_endsTheThread();
    void release_oneOfSeveral_keepsTheThread();
    void release_unknownThread_changesNothing();
    void object_toldToDeleteLater_isDestroyedInItsThread();
    void destruction_endsEveryThreadAndItsObjects();
};

void TestConnectionThreads::acquire_belowTheLimit_isAThreadOfItsOwn()
{
    ConnectionThreads threads(8);
    QCOMPARE(threads.count(), 0);
    QCOMPARE(threads.most(), 8);
    QSet<QThread *> seen;
    QSet<QString> names;
    for (int i = 1; i <= 8; ++i) {
        QThread *const thread = threads.acquire();
        QVERIFY(thread->isRunning());
        QVERIFY(thread != QThread::currentThread());
        seen.insert(thread);
        names.insert(thread->objectName());
        QCOMPARE(threads.count(), i);
    }
    QCOMPARE(seen.size(), 8);
    QCOMPARE(names.size(), 8);
    QVERIFY(names.contains(u"connection-1"_s));
}

void TestConnectionThreads::acquire_atTheLimit_joinsTheLeastLoaded()
{
    ConnectionThreads threads(3);
    QHash<QThread *, int> loads;
    for (int i = 0; i < 12; ++i) {
        ++loads[threads.acquire()];
        QVERIFY(threads.count() <= 3);
    }
    QCOMPARE(loads.size(), 3);
    for (const int load : std::as_const(loads)) {
        QCOMPARE(load, 4);
    }
    // Who has room is found again.
    QThread *const lighter = loads.keys().first();
    threads.release(lighter);
    threads.release(lighter);
    QCOMPARE(threads.acquire(), lighter);
    QCOMPARE(threads.acquire(), lighter);
}

void TestConnectionThreads::acquire_limitBelowOne_isOne()
{
    ConnectionThreads threads(0);
    QCOMPARE(threads.most(), 1);
    QThread *const only = threads.acquire();
    QCOMPARE(threads.acquire(), only);
    QCOMPARE(threads.count(), 1);
}

void TestConnectionThreads::release_lastConnection_endsTheThread()
{
    ConnectionThreads threads(4);
    QPointer<QThread> thread = threads.acquire();
    threads.release(thread);
    QCOMPARE(threads.count(), 0);
    for (int i = 0; i < 200; ++i) {
        threads.release(threads.acquire());
    }
    QCOMPARE(threads.count(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(thread.isNull() || thread->isFinished(), 10'000);
}

void TestConnectionThreads::release_oneOfSeveral_keepsTheThread()
{
    ConnectionThreads threads(1);
    QThread *const thread = threads.acquire();
    QCOMPARE(threads.acquire(), thread);
    threads.release(thread);
    QCOMPARE(threads.count(), 1);
    std::atomic<bool> ran = false;
    QObject inside;
    inside.moveToThread(thread);
    QMetaObject::invokeMethod(
        &inside,
        [&] {
            inside.moveToThread(nullptr);
            ran = true;
        },
        Qt::QueuedConnection);
    QTRY_VERIFY_WITH_TIMEOUT(ran, 10'000);
    threads.release(thread);
    QCOMPARE(threads.count(), 0);
}

void TestConnectionThreads::release_unknownThread_changesNothing()
{
    ConnectionThreads threads(2);
    QThread *const thread = threads.acquire();
    threads.release(QThread::currentThread());
    threads.release(nullptr);
    QCOMPARE(threads.count(), 1);
    QVERIFY(thread->isRunning());
}

void TestConnectionThreads::object_toldToDeleteLater_isDestroyedInItsThread()
{
    ConnectionThreads threads(1);
    QThread *const thread = threads.acquire();
    std::atomic<QThread *> destroyedIn = nullptr;
    auto *const object = new QObject;
    connect(
        object, &QObject::destroyed, object, [&] { destroyedIn = QThread::currentThread(); }, Qt::DirectConnection);
    object->moveToThread(thread);
    object->deleteLater();
    threads.release(thread);
    QTRY_COMPARE_WITH_TIMEOUT(destroyedIn.load(), thread, 10'000);
}

void TestConnectionThreads::destruction_endsEveryThreadAndItsObjects()
{
    std::atomic<int> destroyed = 0;
    {
        ConnectionThreads threads(5);
        for (int i = 0; i < 10; ++i) {
            auto *const object = new QObject;
            connect(
                object, &QObject::destroyed, object, [&] { ++destroyed; }, Qt::DirectConnection);
            object->moveToThread(threads.acquire());
            object->deleteLater();
        }
    }
    QCOMPARE(destroyed.load(), 10);
}

QTEST_GUILESS_MAIN(TestConnectionThreads)
#include "test_connection_threads.moc"

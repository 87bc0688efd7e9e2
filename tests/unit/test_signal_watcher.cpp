// SPDX-License-Identifier: MIT
#include "base/signal_watcher.h"
#include "support/patience.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

using jarchi::SignalWatcher;
using jarchi::test::Patience;

class TestSignalWatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signal_isReported_data();
    void signal_isReported();
    void signal_again_isReportedAgain();
    void watcher_gone_restoresWhatWasBefore();
};

void TestSignalWatcher::signal_isReported_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void TestSignalWatcher::signal_isReported()
{
    QFETCH(const int, number);
    const SignalWatcher watcher;
    QSignalSpy requested(&watcher, &SignalWatcher::requested);
    ::raise(number);
    QCOMPARE(requested.size(), 0); // In the event loop, and not inside the handler.
    QTRY_COMPARE_WITH_TIMEOUT(requested.size(), 1, Patience);
}

void TestSignalWatcher::signal_again_isReportedAgain()
{
    const SignalWatcher watcher;
    QSignalSpy requested(&watcher, &SignalWatcher::requested);
    ::raise(SIGINT);
    QTRY_COMPARE_WITH_TIMEOUT(requested.size(), 1, Patience);
    for (int i = 0; i < 10'000; ++i) // More than the socket holds must not block the handler.
        ::raise(SIGTERM);
    QTRY_COMPARE_WITH_TIMEOUT(requested.size(), 2, Patience);
}

void TestSignalWatcher::watcher_gone_restoresWhatWasBefore()
{
    static volatile std::sig_atomic_t caught = 0;
    const auto before = std::signal(SIGTERM, [](int) { caught = 1; });
    {
        const SignalWatcher watcher;
        ::raise(SIGTERM);
        QCOMPARE(static_cast<int>(caught), 0);
    }
    ::raise(SIGTERM);
    QCOMPARE(static_cast<int>(caught), 1);
    std::signal(SIGTERM, before);
}

QTEST_GUILESS_MAIN(TestSignalWatcher)
#include "test_signal_watcher.moc"

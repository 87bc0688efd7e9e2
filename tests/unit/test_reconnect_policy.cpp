// SPDX-License-Identifier: MIT
#include "session/reconnect_policy.h"

#include <QTest>

#include <set>

using namespace jarchi;
using namespace jarchi::session;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

ReconnectPolicy policyWith(double chance)
{
    return ReconnectPolicy({.least = 1s, .most = 60s}, [chance] { return chance; });
}

} // namespace

class TestReconnectPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ceiling_withEachFailure_doublesUpToTheMost();
    void waits_byChance_areBetweenLeastAndCeiling();
    void waits_fromTheSystem_areInBoundsAndDiffer();
    void reset_afterFailures_beginsSmall();
    void window_namedByTheServer_isKept();
    void window_ofNonsense_isMadeSense_data();
    void window_ofNonsense_isMadeSense();
};

void TestReconnectPolicy::ceiling_withEachFailure_doublesUpToTheMost()
{
    ReconnectPolicy policy = policyWith(1.0);
    for (const seconds expected : {2s, 4s, 8s, 16s, 32s, 60s, 60s, 60s})
        QCOMPARE(policy.next(), milliseconds(expected));
}

void TestReconnectPolicy::waits_byChance_areBetweenLeastAndCeiling()
{
    ReconnectPolicy unlucky = policyWith(0.0);
    for (int failure = 0; failure < 10; ++failure)
        QCOMPARE(unlucky.next(), milliseconds(1s));

    ReconnectPolicy halfway = policyWith(0.5);
    QCOMPARE(halfway.next(), 1500ms);
    QCOMPARE(halfway.next(), 2500ms);
}

void TestReconnectPolicy::waits_fromTheSystem_areInBoundsAndDiffer()
{
    ReconnectPolicy policy;
    std::set<milliseconds> waits;
    for (int failure = 0; failure < 1000; ++failure) {
        const milliseconds wait = policy.next();
        QVERIFY(wait >= 1s && wait <= 60s);
        waits.insert(wait);
    }
    QVERIFY(waits.size() > 500);
    QVERIFY(*waits.begin() < 10s);
    QVERIFY(*waits.rbegin() > 50s);
}

void TestReconnectPolicy::reset_afterFailures_beginsSmall()
{
    ReconnectPolicy policy = policyWith(1.0);
    for (int failure = 0; failure < 5; ++failure)
        static_cast<void>(policy.next());
    policy.reset();
    QCOMPARE(policy.next(), milliseconds(2s));
}

void TestReconnectPolicy::window_namedByTheServer_isKept()
{
    const protocol::RetryWindow window{90s, 150s};
    ReconnectPolicy first = policyWith(0.0);
    QCOMPARE(first.next(window), milliseconds(90s));
    ReconnectPolicy middle = policyWith(0.5);
    QCOMPARE(middle.next(window), milliseconds(120s));
    ReconnectPolicy last = policyWith(0.999);
    QVERIFY(last.next(window) < 150s);
}

void TestReconnectPolicy::window_ofNonsense_isMadeSense_data()
{
    QTest::addColumn<seconds>("from");
    QTest::addColumn<seconds>("to");
    QTest::addColumn<seconds>("wait");
    QTest::newRow("backwards") << 30s << 10s << 30s;
    QTest::newRow("negative") << -30s << -10s << 1s;
    QTest::newRow("at once") << 0s << 0s << 1s;
    QTest::newRow("a year") << seconds(366 * 86400) << seconds(367 * 86400) << ReconnectPolicy::LongestWindow;
    QTest::newRow("endless") << 0s << seconds::max() << ReconnectPolicy::LongestWindow;
}

void TestReconnectPolicy::window_ofNonsense_isMadeSense()
{
    QFETCH(const seconds, from);
    QFETCH(const seconds, to);
    QFETCH(const seconds, wait);
    ReconnectPolicy policy = policyWith(1.0);
    QCOMPARE(policy.next(protocol::RetryWindow{from, to}), milliseconds(wait));
}

QTEST_APPLESS_MAIN(TestReconnectPolicy)
#include "test_reconnect_policy.moc"

// SPDX-License-Identifier: MIT
#include "support/patience.h"
#include "transport/heartbeat.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using jarchi::test::Patience;
using jarchi::transport::Heartbeat;

class TestHeartbeat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void silence_afterStart_asksForOnePingThenGivesUp();
    void peer_thatAnswersPings_isNeverLost();
    void peer_thatSpeaks_isNotPinged();
    void silence_isCountedFromTheLastWord();
    void heartbeat_stopped_saysNothing();
    void heartbeat_startedAgain_beginsAnew();
    void heartbeat_notStarted_saysNothing();
    void probe_whileAllIsWell_asksNowAndGoesOn();
    void probe_ofADeadPeer_isLostWithinTheGrace();
    void probe_twice_asksOnce();
    void probe_whenStopped_saysNothing();
};

void TestHeartbeat::silence_afterStart_asksForOnePingThenGivesUp()
{
    Heartbeat heartbeat(40ms, 20ms);
    QSignalSpy pings(&heartbeat, &Heartbeat::pingDue);
    QSignalSpy lost(&heartbeat, &Heartbeat::peerLost);
    QElapsedTimer time;
    time.start();
    heartbeat.start();
    QTRY_COMPARE_WITH_TIMEOUT(lost.size(), 1, Patience);
    // Qt's coarse timers may be 5 % early.
    QVERIFY(time.elapsed() >= 55);
    QCOMPARE(pings.size(), 1);
    QCOMPARE(pings[0][0].toLongLong(), 1);
    QVERIFY(!lost.wait(150));
    QCOMPARE(pings.size(), 1);
}

void TestHeartbeat::peer_thatAnswersPings_isNeverLost()
{
    Heartbeat heartbeat(10ms, 200ms);
    QSignalSpy pings(&heartbeat, &Heartbeat::pingDue);
    QSignalSpy lost(&heartbeat, &Heartbeat::peerLost);
    connect(&heartbeat, &Heartbeat::pingDue, &heartbeat, &Heartbeat::noteHeard);
    heartbeat.start();
    QTRY_COMPARE_WITH_TIMEOUT(pings.size(), 4, Patience);
    QCOMPARE(pings[3][0].toLongLong(), 4);
    QCOMPARE(lost.size(), 0);
}

void TestHeartbeat::peer_thatSpeaks_isNotPinged()
{
    Heartbeat heartbeat(2000ms, 10ms);
    QSignalSpy pings(&heartbeat, &Heartbeat::pingDue);
    QTimer peer;
    int words = 0;
    connect(&peer, &QTimer::timeout, &heartbeat, [&] {
        heartbeat.noteHeard();
        ++words;
    });
    heartbeat.start();
    peer.start(20ms);
    // Longer than the silence, so a heartbeat that ignored its peer would have pinged.
    QTRY_VERIFY_WITH_TIMEOUT(words >= 130, 20000);
    QCOMPARE(pings.size(), 0);
}

void TestHeartbeat::silence_isCountedFromTheLastWord()
{
    Heartbeat heartbeat(200ms, 10ms);
    QSignalSpy pings(&heartbeat, &Heartbeat::pingDue);
    QElapsedTimer sinceWord;
    QTimer::singleShot(150ms, &heartbeat, [&] {
        heartbeat.noteHeard();
        sinceWord.start();
    });
    heartbeat.start();
    QTRY_COMPARE_WITH_TIMEOUT(pings.size(), 1, Patience);
    QVERIFY(sinceWord.isValid());
    QVERIFY(sinceWord.elapsed() >= 185);
}

void TestHeartbeat::heartbeat_stopped_saysNothing()
{
    Heartbeat heartbeat(10ms, 10ms);
    QSignalSpy pings(&heartbeat, &Heartbeat::pingDue);
    QSignalSpy lost(&heartbeat, &Heartbeat::peerLost);
    heartbeat.start();
    QTRY_COMPARE_WITH_TIMEOUT(pings.size(), 1, Patience);
    heartbeat.stop();
    heartbeat.noteHeard();
    QVERIFY(!lost.wait(100));
    QCOMPARE(pings.size(), 1);
}

void TestHeartbeat::heartbeat_startedAgain_beginsAnew()
{
    Heartbeat heartbeat(10ms, 30ms);
    QSignalSpy pings(&heartbeat, &Heartbeat::pingDue);
    QSignalSpy lost(&heartbeat, &Heartbeat::peerLost);
    heartbeat.start();
    QTRY_COMPARE_WITH_TIMEOUT(lost.size(), 1, Patience);
    heartbeat.start();
    QTRY_COMPARE_WITH_TIMEOUT(lost.size(), 2, Patience);
    QCOMPARE(pings.size(), 2);
}

void TestHeartbeat::heartbeat_notStarted_saysNothing()
{
    Heartbeat heartbeat(1ms, 1ms);
    QSignalSpy pings(&heartbeat, &Heartbeat::pingDue);
    heartbeat.noteHeard();
    QVERIFY(!pings.wait(50));
}

void TestHeartbeat::probe_whileAllIsWell_asksNowAndGoesOn()
{
    Heartbeat heartbeat(1h, 20ms);
    QSignalSpy pings(&heartbeat, &Heartbeat::pingDue);
    QSignalSpy lost(&heartbeat, &Heartbeat::peerLost);
    connect(&heartbeat, &Heartbeat::pingDue, &heartbeat, &Heartbeat::noteHeard);
    heartbeat.start();
    heartbeat.probe();
    QCOMPARE(pings.size(), 1);
    QVERIFY(!lost.wait(100));
    heartbeat.probe();
    QCOMPARE(pings.size(), 2);
}

void TestHeartbeat::probe_ofADeadPeer_isLostWithinTheGrace()
{
    Heartbeat heartbeat(1h, 20ms);
    QSignalSpy lost(&heartbeat, &Heartbeat::peerLost);
    heartbeat.start();
    heartbeat.noteHeard(); // Just before the sleep.
    heartbeat.probe();
    QTRY_COMPARE_WITH_TIMEOUT(lost.size(), 1, Patience);
}

void TestHeartbeat::probe_twice_asksOnce()
{
    Heartbeat heartbeat(1h, 1h);
    QSignalSpy pings(&heartbeat, &Heartbeat::pingDue);
    heartbeat.start();
    heartbeat.probe();
    heartbeat.probe();
    QCOMPARE(pings.size(), 1);
}

void TestHeartbeat::probe_whenStopped_saysNothing()
{
    Heartbeat heartbeat(1h, 1h);
    QSignalSpy pings(&heartbeat, &Heartbeat::pingDue);
    heartbeat.probe();
    heartbeat.start();
    heartbeat.stop();
    heartbeat.probe();
    QCOMPARE(pings.size(), 0);
}

QTEST_GUILESS_MAIN(TestHeartbeat)
#include "test_heartbeat.moc"

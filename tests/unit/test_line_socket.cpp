// SPDX-License-Identifier: MIT
#include "support/line_socket_fixture.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using jarchi::test::LineSocketFixture;
using jarchi::test::Patience;

/// What comes in line by line, and how long that may take.
class TestLineSocket : public QObject, private LineSocketFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void lines_inOnePacket_areReportedOneByOne();
    void lines_byteByByte_areReportedWhole();
    void bytes_beforeItWasTakenOver_areNotLost();
    void heard_ofHalfALine_isReported();
    void line_tooLong_isReportedOnceAndTheNextOneIsRead();
    void line_withinARaisedLimit_isRead();

    void flood_whilePaused_isLeftToTheOperatingSystem();
    void paused_thenResumed_reportsWhatWaited();
    void pausedFromWithin_reportsNoMoreUntilResumed();
    void pausedAndResumedFromWithin_doesNotRecurse();

    void deadline_ofADribblingPeer_isAbsolute();
    void deadline_ofEachLine_startsAnew();
    void deadline_whilePaused_doesNotRun();
    void deadline_whileIdle_doesNotRun();
    void deadline_afterALineTooLong_stillRuns();
};

void TestLineSocket::lines_inOnePacket_areReportedOneByOne()
{
    open();
    send("one\ntwo\r\n\nthree");
    QTRY_COMPARE_WITH_TIMEOUT(m_lines, (QList{"one"_ba, "two"_ba, ""_ba}), Patience);
    send("\n");
    QTRY_COMPARE_WITH_TIMEOUT(m_lines.size(), 4, Patience);
    QCOMPARE(m_lines.last(), "three"_ba);
}

void TestLineSocket::lines_byteByByte_areReportedWhole()
{
    open();
    m_peer->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    QSignalSpy heard(m_line.get(), &LineSocket::heard);
    const QByteArray stream = "گوشی\nabc\n"_ba;
    for (qsizetype i = 0; i < stream.size(); ++i) {
        send(stream.sliced(i, 1));
        QTRY_COMPARE_WITH_TIMEOUT(heard.size(), i + 1, Patience);
    }
    QCOMPARE(m_lines, (QList{"گوشی"_ba, "abc"_ba}));
}

void TestLineSocket::bytes_beforeItWasTakenOver_areNotLost()
{
    std::unique_ptr<QTcpSocket> accepted = connected();
    send("early\n");
    QTRY_COMPARE_WITH_TIMEOUT(accepted->bytesAvailable(), 6, Patience);
    m_line = std::make_unique<LineSocket>(std::move(accepted), 4096, 10s);
    QSignalSpy lines(m_line.get(), &LineSocket::lineReceived);
    QTRY_COMPARE_WITH_TIMEOUT(lines.size(), 1, Patience);
}

void TestLineSocket::heard_ofHalfALine_isReported()
{
    open();
    QSignalSpy heard(m_line.get(), &LineSocket::heard);
    send("half");
    QTRY_COMPARE_WITH_TIMEOUT(heard.size(), 1, Patience);
    QVERIFY(m_lines.isEmpty());
}

void TestLineSocket::line_tooLong_isReportedOnceAndTheNextOneIsRead()
{
    open(16);
    QSignalSpy tooLong(m_line.get(), &LineSocket::lineTooLong);
    send(QByteArray(100000, 'x'));
    QTRY_COMPARE_WITH_TIMEOUT(tooLong.size(), 1, Patience);
    send(QByteArray(100000, 'x') + "\nnext\n" + QByteArray(15, 'y') + '\n');
    QTRY_COMPARE_WITH_TIMEOUT(m_lines, (QList{"next"_ba, QByteArray(15, 'y')}), Patience);
    QCOMPARE(tooLong.size(), 1);
}

void TestLineSocket::line_withinARaisedLimit_isRead()
{
    open(16);
    connect(m_line.get(), &LineSocket::lineReceived, this, [this] { m_line->setMaximumLine(65536); });
    send("login\n" + QByteArray(65535, 'x') + '\n');
    QTRY_COMPARE_WITH_TIMEOUT(m_lines.size(), 2, Patience);
    QCOMPARE(m_lines[1], QByteArray(65535, 'x'));
    QCOMPARE(m_line->socket().readBufferSize(), 65536);
}

void TestLineSocket::flood_whilePaused_isLeftToTheOperatingSystem()
{
    open(4096);
    m_line->setPaused(true);
    // More than loopback's own buffers hold, so the peer must come to a stop.
    const qint64 flood = 64LL * 1024 * 1024;
    m_peer->write(QByteArray(flood, '\n'));
    QSignalSpy written(m_peer.get(), &QTcpSocket::bytesWritten);
    while (written.wait(300)) {
    }
    QVERIFY(m_peer->bytesToWrite() > 0);
    QVERIFY(m_line->socket().bytesAvailable() <= 4096);
    QVERIFY(m_lines.isEmpty());
}

void TestLineSocket::paused_thenResumed_reportsWhatWaited()
{
    open();
    m_line->setPaused(true);
    send("one\ntwo\n");
    QTRY_COMPARE_WITH_TIMEOUT(m_line->socket().bytesAvailable(), 8, Patience);
    QVERIFY(m_lines.isEmpty());
    m_line->setPaused(false);
    QVERIFY(m_lines.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_lines, (QList{"one"_ba, "two"_ba}), Patience);
}

void TestLineSocket::pausedFromWithin_reportsNoMoreUntilResumed()
{
    open();
    connect(m_line.get(), &LineSocket::lineReceived, this, [this] { m_line->setPaused(true); });
    send("one\ntwo\nthree\n");
    for (qsizetype count = 1; count <= 3; ++count) {
        QTRY_COMPARE_WITH_TIMEOUT(m_lines.size(), count, Patience);
        QCoreApplication::processEvents();
        QCOMPARE(m_lines.size(), count);
        m_line->setPaused(false);
    }
    QCOMPARE(m_lines, (QList{"one"_ba, "two"_ba, "three"_ba}));
}

void TestLineSocket::pausedAndResumedFromWithin_doesNotRecurse()
{
    open();
    int depth = 0;
    int deepest = 0;
    connect(m_line.get(), &LineSocket::lineReceived, this, [&] {
        deepest = std::max(deepest, ++depth);
        m_line->setPaused(true);
        m_line->setPaused(false);
        QCoreApplication::processEvents();
        --depth;
    });
    send(QByteArray("line\n").repeated(500));
    QTRY_COMPARE_WITH_TIMEOUT(m_lines.size(), 500, Patience);
    QCOMPARE(deepest, 1);
}

void TestLineSocket::deadline_ofADribblingPeer_isAbsolute()
{
    open(4096, 200ms);
    QSignalSpy stalled(m_line.get(), &LineSocket::lineStalled);
    QTimer dribble;
    connect(&dribble, &QTimer::timeout, this, [this] { send("x"); });
    QElapsedTimer time;
    time.start();
    dribble.start(20ms);
    QTRY_COMPARE_WITH_TIMEOUT(stalled.size(), 1, Patience);
    QVERIFY(time.elapsed() >= 190);
    QVERIFY(m_lines.isEmpty());
}

void TestLineSocket::deadline_ofEachLine_startsAnew()
{
    open(4096, 2000ms);
    QSignalSpy stalled(m_line.get(), &LineSocket::lineStalled);
    // Each packet ends one line and begins another: the peer is never between lines, and never late.
    QTimer peer;
    connect(&peer, &QTimer::timeout, this, [this] { send("end\nbegin"); });
    peer.start(100ms);
    QTRY_VERIFY_WITH_TIMEOUT(m_lines.size() >= 26, 20000);
    QCOMPARE(stalled.size(), 0);
}

void TestLineSocket::deadline_whilePaused_doesNotRun()
{
    open(4096, 50ms);
    QSignalSpy stalled(m_line.get(), &LineSocket::lineStalled);
    QSignalSpy heard(m_line.get(), &LineSocket::heard);
    send("half");
    QTRY_COMPARE_WITH_TIMEOUT(heard.size(), 1, Patience);
    m_line->setPaused(true);
    QVERIFY(!stalled.wait(200));
    m_line->setPaused(false);
    QTRY_COMPARE_WITH_TIMEOUT(stalled.size(), 1, Patience);
}

void TestLineSocket::deadline_whileIdle_doesNotRun()
{
    open(4096, 20ms);
    QSignalSpy stalled(m_line.get(), &LineSocket::lineStalled);
    send("whole\n");
    QTRY_COMPARE_WITH_TIMEOUT(m_lines.size(), 1, Patience);
    QVERIFY(!stalled.wait(100));
}

void TestLineSocket::deadline_afterALineTooLong_stillRuns()
{
    open(16, 50ms);
    QSignalSpy stalled(m_line.get(), &LineSocket::lineStalled);
    QSignalSpy tooLong(m_line.get(), &LineSocket::lineTooLong);
    send(QByteArray(100, 'x'));
    QTRY_COMPARE_WITH_TIMEOUT(tooLong.size(), 1, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(stalled.size(), 1, Patience);
}

QTEST_GUILESS_MAIN(TestLineSocket)
#include "test_line_socket.moc"

// SPDX-License-Identifier: MIT
#include "support/patience.h"
#include "transport/line_socket.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using jarchi::test::Patience;
using jarchi::transport::LineSocket;

class TestLineSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

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
    void closedFromWithin_reportsNoMoreLines_data();
    void closedFromWithin_reportsNoMoreLines();
    void deletedLaterFromWithin_isHarmless();
    void linesBeforeThePeerClosed_comeBeforeClosed();
    void closed_whateverHappens_comesOnce();
    void closed_connectionRefused_comesOnce();
    void destructor_ofAConnectedSocket_saysNothing();
    void deadline_ofADribblingPeer_isAbsolute();
    void deadline_ofEachLine_startsAnew();
    void deadline_whilePaused_doesNotRun();
    void deadline_whileIdle_doesNotRun();
    void deadline_afterALineTooLong_stillRuns();
    void write_reachesThePeerAndReportsProgress();
    void write_toAPeerThatNeverReads_waits();
    void write_afterTheEnd_isHarmless();

private:
    void open(qsizetype maximum = 4096, std::chrono::milliseconds deadline = 10s);
    void send(const QByteArray &bytes);

    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<QTcpSocket> m_peer;
    std::unique_ptr<LineSocket> m_line;
    QList<QByteArray> m_lines;
};

void TestLineSocket::init()
{
    m_server = std::make_unique<QTcpServer>();
    QVERIFY(m_server->listen(QHostAddress::LocalHost, 0));
    m_peer = std::make_unique<QTcpSocket>();
}

void TestLineSocket::cleanup()
{
    m_line.reset();
    m_peer.reset();
    m_server.reset();
    m_lines.clear();
}

void TestLineSocket::open(qsizetype maximum, std::chrono::milliseconds deadline)
{
    m_peer->connectToHost(QHostAddress::LocalHost, m_server->serverPort());
    QTRY_VERIFY_WITH_TIMEOUT(m_server->hasPendingConnections(), Patience);
    std::unique_ptr<QTcpSocket> accepted(m_server->nextPendingConnection());
    accepted->setParent(nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(m_peer->state(), QAbstractSocket::ConnectedState, Patience);
    m_line = std::make_unique<LineSocket>(std::move(accepted), maximum, deadline);
    connect(m_line.get(), &LineSocket::lineReceived, this, [this](const QByteArray &line) { m_lines.append(line); });
}

void TestLineSocket::send(const QByteArray &bytes)
{
    m_peer->write(bytes);
    m_peer->flush();
}

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
    m_peer->connectToHost(QHostAddress::LocalHost, m_server->serverPort());
    QTRY_VERIFY_WITH_TIMEOUT(m_server->hasPendingConnections(), Patience);
    std::unique_ptr<QTcpSocket> accepted(m_server->nextPendingConnection());
    accepted->setParent(nullptr);
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

void TestLineSocket::closedFromWithin_reportsNoMoreLines_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("abort") << 0;
    QTest::newRow("close") << 1;
    QTest::newRow("disconnect") << 2;
    QTest::newRow("disconnect with a line to write") << 3;
}

void TestLineSocket::closedFromWithin_reportsNoMoreLines()
{
    QFETCH(int, way);
    open();
    QSignalSpy closed(m_line.get(), &LineSocket::closed);
    connect(m_line.get(), &LineSocket::lineReceived, this, [this, way] {
        if (way == 3)
            m_line->write("bye\n");
        if (way == 0)
            m_line->socket().abort();
        else if (way == 1)
            m_line->socket().close();
        else
            m_line->socket().disconnectFromHost();
    });
    send("one\ntwo\nthree\n");
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_peer->state(), QAbstractSocket::UnconnectedState, Patience);
    QCOMPARE(m_lines, QList{"one"_ba});
    QCOMPARE(closed.size(), 1);
    QCOMPARE(m_peer->readAll(), way == 3 ? "bye\n"_ba : ""_ba);
}

void TestLineSocket::deletedLaterFromWithin_isHarmless()
{
    open();
    connect(
        m_line.get(), &LineSocket::lineReceived, this,
        [this] {
            m_line->socket().abort();
            m_line.release()->deleteLater();
        },
        Qt::SingleShotConnection);
    send("one\ntwo\n");
    QTRY_VERIFY_WITH_TIMEOUT(!m_line, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_peer->state(), QAbstractSocket::UnconnectedState, Patience);
}

void TestLineSocket::linesBeforeThePeerClosed_comeBeforeClosed()
{
    open(4096);
    QList<QByteArray> before;
    connect(m_line.get(), &LineSocket::closed, this, [&] { before = m_lines; });
    QSignalSpy closed(m_line.get(), &LineSocket::closed);
    // Many times what is read at once.
    send(QByteArray("0123456789\n").repeated(5000) + "last\nunfinished");
    m_peer->disconnectFromHost();
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, Patience);
    QCOMPARE(before.size(), 5001);
    QCOMPARE(before.last(), "last"_ba);
    QCOMPARE(m_lines.size(), 5001);
}

void TestLineSocket::closed_whateverHappens_comesOnce()
{
    open();
    QSignalSpy closed(m_line.get(), &LineSocket::closed);
    m_peer->abort();
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, Patience);
    m_line->socket().close();
    m_line->setPaused(true);
    m_line->setPaused(false);
    QCoreApplication::processEvents();
    QCOMPARE(closed.size(), 1);
}

void TestLineSocket::closed_connectionRefused_comesOnce()
{
    const quint16 port = m_server->serverPort();
    m_server->close();
    m_line = std::make_unique<LineSocket>(std::make_unique<QTcpSocket>(), 4096, 10s);
    QSignalSpy closed(m_line.get(), &LineSocket::closed);
    m_line->socket().connectToHost(QHostAddress::LocalHost, port);
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, Patience);
    QVERIFY(!closed.wait(50));
}

void TestLineSocket::destructor_ofAConnectedSocket_saysNothing()
{
    open();
    send("half");
    QSignalSpy heard(m_line.get(), &LineSocket::heard);
    QTRY_COMPARE_WITH_TIMEOUT(heard.size(), 1, Patience);
    QSignalSpy closed(m_line.get(), &LineSocket::closed);
    QSignalSpy stalled(m_line.get(), &LineSocket::lineStalled);
    m_line.reset();
    QCOMPARE(closed.size(), 0);
    QCOMPARE(stalled.size(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_peer->state(), QAbstractSocket::UnconnectedState, Patience);
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

void TestLineSocket::write_reachesThePeerAndReportsProgress()
{
    open();
    QSignalSpy progressed(m_line.get(), &LineSocket::progressed);
    m_line->write("hello\n");
    QCOMPARE(m_line->bytesWaiting(), 6);
    QTRY_COMPARE_WITH_TIMEOUT(m_peer->bytesAvailable(), 6, Patience);
    QCOMPARE(m_peer->readAll(), "hello\n"_ba);
    QTRY_COMPARE_WITH_TIMEOUT(progressed.size(), 1, Patience);
    QCOMPARE(m_line->bytesWaiting(), 0);
}

void TestLineSocket::write_toAPeerThatNeverReads_waits()
{
    open();
    m_peer->setReadBufferSize(1024);
    QSignalSpy progressed(m_line.get(), &LineSocket::progressed);
    m_line->write(QByteArray(64 * 1024 * 1024, 'x'));
    while (progressed.wait(300)) {
    }
    QVERIFY(m_line->bytesWaiting() > 0);
}

void TestLineSocket::write_afterTheEnd_isHarmless()
{
    open();
    QSignalSpy closed(m_line.get(), &LineSocket::closed);
    m_peer->abort();
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, Patience);
    m_line->write("nobody\n");
    QCOMPARE(m_line->bytesWaiting(), 0);
}

QTEST_GUILESS_MAIN(TestLineSocket)
#include "test_line_socket.moc"

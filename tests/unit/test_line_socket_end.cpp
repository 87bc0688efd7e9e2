// SPDX-License-Identifier: MIT
#include "support/line_socket_fixture.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using jarchi::test::LineSocketFixture;
using jarchi::test::Patience;

/// How a connection ends, and what is written until then.
class TestLineSocketEnd : public QObject, private LineSocketFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void closedFromWithin_reportsNoMoreLines_data();
    void closedFromWithin_reportsNoMoreLines();
    void deletedLaterFromWithin_isHarmless();
    void linesBeforeThePeerClosed_comeBeforeClosed();
    void closed_whateverHappens_comesOnce();
    void closed_connectionRefused_comesOnce();
    void destructor_ofAConnectedSocket_saysNothing();

    void write_reachesThePeerAndReportsProgress();
    void write_toAPeerThatNeverReads_waits();
    void write_afterTheEnd_isHarmless();
};

void TestLineSocketEnd::closedFromWithin_reportsNoMoreLines_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("abort") << 0;
    QTest::newRow("close") << 1;
    QTest::newRow("disconnect") << 2;
    QTest::newRow("disconnect with a line to write") << 3;
}

void TestLineSocketEnd::closedFromWithin_reportsNoMoreLines()
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

void TestLineSocketEnd::deletedLaterFromWithin_isHarmless()
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

void TestLineSocketEnd::linesBeforeThePeerClosed_comeBeforeClosed()
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

void TestLineSocketEnd::closed_whateverHappens_comesOnce()
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

void TestLineSocketEnd::closed_connectionRefused_comesOnce()
{
    const quint16 port = m_server->serverPort();
    m_server->close();
    m_line = std::make_unique<LineSocket>(std::make_unique<QTcpSocket>(), 4096, 10s);
    QSignalSpy closed(m_line.get(), &LineSocket::closed);
    m_line->socket().connectToHost(QHostAddress::LocalHost, port);
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, Patience);
    QVERIFY(!closed.wait(50));
}

void TestLineSocketEnd::destructor_ofAConnectedSocket_saysNothing()
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

void TestLineSocketEnd::write_reachesThePeerAndReportsProgress()
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

void TestLineSocketEnd::write_toAPeerThatNeverReads_waits()
{
    open();
    m_peer->setReadBufferSize(1024);
    QSignalSpy progressed(m_line.get(), &LineSocket::progressed);
    m_line->write(QByteArray(64 * 1024 * 1024, 'x'));
    while (progressed.wait(300)) {
    }
    QVERIFY(m_line->bytesWaiting() > 0);
}

void TestLineSocketEnd::write_afterTheEnd_isHarmless()
{
    open();
    QSignalSpy closed(m_line.get(), &LineSocket::closed);
    m_peer->abort();
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, Patience);
    m_line->write("nobody\n");
    QCOMPARE(m_line->bytesWaiting(), 0);
}

QTEST_GUILESS_MAIN(TestLineSocketEnd)
#include "test_line_socket_end.moc"

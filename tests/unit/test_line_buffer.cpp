// SPDX-License-Identifier: MIT
#include "transport/line_buffer.h"

#include <QList>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using jarchi::transport::LineBuffer;

class TestLineBuffer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stream_inPiecesOfAnySize_givesTheSameLines_data();
    void stream_inPiecesOfAnySize_givesTheSameLines();
    void room_always_boundsWhatIsHeld();
    void line_atTheLimit_isTakenAndOneByteMoreIsNot();
    void line_tooLong_isReportedBeforeItEnds();
    void line_tooLong_isThrownAwayUpToItsLineFeed();
    void maximum_raised_letsALongerLineIn();
    void maximum_lowered_judgesWhatIsBuffered();
    void midLine_unfinishedLine_isTrue();
    void discarding_untilTheLineFeed_isTrue();
};

namespace {

/// What comes out of `stream` when it arrives in pieces of `piece` bytes. A line too long stands as "!".
QList<QByteArray> cut(LineBuffer &buffer, const QByteArray &stream, qsizetype piece)
{
    QList<QByteArray> lines;
    qsizetype sent = 0;
    while (true) {
        while (const auto line = buffer.next())
            lines.append(line->tooLong ? "!"_ba : line->bytes);
        if (sent == stream.size())
            return lines;
        const qsizetype count = std::min({piece, buffer.room(), stream.size() - sent});
        if (count < 1)
            return {"no room"_ba};
        buffer.append(QByteArrayView(stream).sliced(sent, count));
        sent += count;
    }
}

} // namespace

void TestLineBuffer::stream_inPiecesOfAnySize_givesTheSameLines_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QList<QByteArray>>("lines");
    QTest::newRow("nothing") << ""_ba << QList<QByteArray>{};
    QTest::newRow("one") << "abc\n"_ba << QList{"abc"_ba};
    QTest::newRow("unfinished") << "abc\nde"_ba << QList{"abc"_ba};
    QTest::newRow("several") << "a\nbc\n\nd\n"_ba << QList{"a"_ba, "bc"_ba, ""_ba, "d"_ba};
    QTest::newRow("carriage returns") << "a\r\n\r\nb\rc\r\r\n"_ba << QList{"a"_ba, ""_ba, "b\rc\r"_ba};
    QTest::newRow("nul") << QByteArray("a\0b\n", 4) << QList{QByteArray("a\0b", 3)};
    QTest::newRow("at the limit") << "1234567\n"_ba << QList{"1234567"_ba};
    QTest::newRow("over the limit") << "12345678\na\n"_ba << QList{"!"_ba, "a"_ba};
    QTest::newRow("far over it") << QByteArray(100, 'x') + "\na\n" << QList{"!"_ba, "a"_ba};
    QTest::newRow("two over it") << "123456789\n123456789\na\n"_ba << QList{"!"_ba, "!"_ba, "a"_ba};
    QTest::newRow("over it, unfinished") << "a\n123456789"_ba << QList{"a"_ba, "!"_ba};
}

void TestLineBuffer::stream_inPiecesOfAnySize_givesTheSameLines()
{
    QFETCH(QByteArray, stream);
    QFETCH(QList<QByteArray>, lines);
    for (qsizetype piece = 1; piece <= stream.size() + 1; ++piece) {
        LineBuffer buffer(8);
        QCOMPARE(cut(buffer, stream, piece), lines);
    }
}

void TestLineBuffer::room_always_boundsWhatIsHeld()
{
    LineBuffer buffer(8);
    QCOMPARE(buffer.room(), 8);
    buffer.append("abc");
    QCOMPARE(buffer.room(), 5);
    buffer.append("\nabcd");
    QCOMPARE(buffer.room(), 0);
    QVERIFY(buffer.next());
    QCOMPARE(buffer.room(), 4);
    QVERIFY(!buffer.next());
    buffer.append("efgh");
    QVERIFY(buffer.next()->tooLong);
    QCOMPARE(buffer.room(), 8);
    QVERIFY(!buffer.next());
    buffer.append("12345678");
    QVERIFY(!buffer.next());
    QCOMPARE(buffer.room(), 8);
}

void TestLineBuffer::line_atTheLimit_isTakenAndOneByteMoreIsNot()
{
    LineBuffer buffer(4096);
    QCOMPARE(cut(buffer, QByteArray(4095, 'a') + '\n', 1000), QList{QByteArray(4095, 'a')});
    QCOMPARE(cut(buffer, QByteArray(4096, 'a') + '\n', 1000), QList{"!"_ba});
    // The carriage return is part of the line on the wire.
    QCOMPARE(cut(buffer, QByteArray(4094, 'a') + "\r\n", 1000), QList{QByteArray(4094, 'a')});
    QCOMPARE(cut(buffer, QByteArray(4095, 'a') + "\r\n", 1000), QList{"!"_ba});
}

void TestLineBuffer::line_tooLong_isReportedBeforeItEnds()
{
    LineBuffer buffer(8);
    buffer.append("1234567");
    QVERIFY(!buffer.next());
    buffer.append("8");
    QVERIFY(buffer.next()->tooLong);
    QVERIFY(!buffer.next());
}

void TestLineBuffer::line_tooLong_isThrownAwayUpToItsLineFeed()
{
    LineBuffer buffer(8);
    QCOMPARE(cut(buffer, "123456789", 8), QList{"!"_ba});
    QCOMPARE(cut(buffer, QByteArray(1000, 'x'), 8), QList<QByteArray>{});
    QCOMPARE(cut(buffer, "x\nok\n", 8), QList{"ok"_ba});
}

void TestLineBuffer::maximum_raised_letsALongerLineIn()
{
    LineBuffer buffer(4);
    QCOMPARE(cut(buffer, "abc", 8), QList<QByteArray>{});
    buffer.setMaximum(8);
    QCOMPARE(cut(buffer, "defg\n", 8), QList{"abcdefg"_ba});
}

void TestLineBuffer::maximum_lowered_judgesWhatIsBuffered()
{
    LineBuffer finished(16);
    finished.append("abcdefgh\nab\n");
    finished.setMaximum(4);
    QCOMPARE(finished.room(), 0);
    QCOMPARE(cut(finished, "abcd\nc\n", 8), (QList{"!"_ba, "ab"_ba, "!"_ba, "c"_ba}));

    LineBuffer unfinished(16);
    unfinished.append("abcdefgh");
    unfinished.setMaximum(4);
    QCOMPARE(cut(unfinished, "ij\nc\n", 8), (QList{"!"_ba, "c"_ba}));
}

void TestLineBuffer::midLine_unfinishedLine_isTrue()
{
    LineBuffer buffer(8);
    QVERIFY(!buffer.isMidLine());
    (void)cut(buffer, "a", 8);
    QVERIFY(buffer.isMidLine());
    (void)cut(buffer, "\n", 8);
    QVERIFY(!buffer.isMidLine());
    (void)cut(buffer, "123456789", 8);
    QVERIFY(buffer.isMidLine());
    (void)cut(buffer, "\n", 8);
    QVERIFY(!buffer.isMidLine());
}

void TestLineBuffer::discarding_untilTheLineFeed_isTrue()
{
    LineBuffer buffer(8);
    (void)cut(buffer, "12345678", 8);
    QVERIFY(buffer.isDiscarding());
    (void)cut(buffer, "9", 8);
    QVERIFY(buffer.isDiscarding());
    (void)cut(buffer, "\nab", 8);
    QVERIFY(!buffer.isDiscarding());
    QVERIFY(buffer.isMidLine());
}

QTEST_GUILESS_MAIN(TestLineBuffer)
#include "test_line_buffer.moc"

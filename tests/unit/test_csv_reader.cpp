// SPDX-License-Identifier: MIT
#include "exchange/csv_reader.h"

#include <QBuffer>
#include <QTest>

#include <algorithm>

using namespace jarchi;
using namespace jarchi::exchange;
using namespace Qt::StringLiterals;

namespace {

/// Hands out `content` a few bytes at a time, like a pipe.
class SlowDevice : public QIODevice
{
public:
    SlowDevice(QByteArray content, qsizetype atOnce)
        : m_content(std::move(content))
        , m_atOnce(atOnce)
    {
        open(QIODevice::ReadOnly);
    }

    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        if (m_position == m_content.size()) {
            return -1;
        }
        const qsizetype count = std::min({static_cast<qsizetype>(most), m_atOnce, m_content.size() - m_position});
        std::copy_n(m_content.constData() + m_position, count, data);
        m_position += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_content;
    const qsizetype m_atOnce;
    qsizetype m_position = 0;
};

/// A quote that is never closed, for ever.
class EndlessDevice : public QIODevice
{
public:
    explicit EndlessDevice(QByteArray start, QByteArray then)
        : m_start(std::move(start))
        , m_then(std::move(then))
    {
        open(QIODevice::ReadOnly);
    }

    [[nodiscard]] bool isSequential() const override { return true; }
    qint64 given = 0;

protected:
    qint64 readData(char *data, qint64 most) override
    {
        for (qint64 i = 0; i < most; ++i, ++given) {
            data[i] = given < m_start.size() ? m_start.at(given) : m_then.at((given - m_start.size()) % m_then.size());
        }
        return most;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_start;
    const QByteArray m_then;
};

struct Table
{
    QList<QStringList> rows; ///< The number of the line first, or "fault" in the place of the fields.
    QString error;
};

Table read(QIODevice &device)
{
    CsvReader reader(device);
    Table table;
    if (const auto header = reader.readHeader({u"a"_s, u"b"_s}, {u"a"_s}); !header) {
        table.error = header.error().message;
        return table;
    }
    while (true) {
        const auto row = reader.next();
        if (!row) {
            table.error = row.error().message;
            return table;
        }
        if (!*row) {
            return table;
        }
        QStringList line{QString::number((*row)->line)};
        line += (*row)->fault.isEmpty() ? (*row)->fields : QStringList{u"fault"_s};
        table.rows.append(line);
    }
}

Table read(const QByteArray &content)
{
    QBuffer buffer;
    buffer.setData(content);
    buffer.open(QIODevice::ReadOnly);
    return read(buffer);
}

} // namespace

class TestCsvReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void table_read_hasRowsAndLineNumbers_data();
    void table_read_hasRowsAndLineNumbers();
    void table_inPieces_readsTheSame_data() { table_read_hasRowsAndLineNumbers_data(); }
    void table_inPieces_readsTheSame();
    void table_cutShortAnywhere_isReadOrRefused();
    void table_broken_isRefusedWithItsLine_data();
    void table_broken_isRefusedWithItsLine();
    void header_columnsInAnyOrderAndCase_areFound();
    void header_faulty_isRefused_data();
    void header_faulty_isRefused();
    void row_endless_isRefusedInTime_data();
    void row_endless_isRefusedInTime();
    void row_nearTheLimit_isRead();
    void position_afterReading_isTheSize();
};

void TestCsvReader::table_read_hasRowsAndLineNumbers_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QList<QStringList>>("rows");
    using Rows = QList<QStringList>;
    const auto row = [](const char *line, const QString &a, const QString &b) {
        return QStringList{QString::fromLatin1(line), a, b};
    };
    const auto fault = [](const char *line) { return QStringList{QString::fromLatin1(line), u"fault"_s}; };

    QTest::newRow("only a header") << "a,b\n"_ba << Rows{};
    QTest::newRow("only a header, no final line feed") << "a,b"_ba << Rows{};
    QTest::newRow("one row") << "a,b\n1,2\n"_ba << Rows{row("2", u"1"_s, u"2"_s)};
    QTest::newRow("no final line feed") << "a,b\n1,2"_ba << Rows{row("2", u"1"_s, u"2"_s)};
    QTest::newRow("CRLF") << "a,b\r\n1,2\r\n3,4\r\n"_ba << Rows{row("2", u"1"_s, u"2"_s), row("3", u"3"_s, u"4"_s)};
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF"
                                        "a,b\n1,2\n"_ba
                                     << Rows{row("2", u"1"_s, u"2"_s)};
    QTest::newRow("byte order mark before a quote")
        << "\xEF\xBB\xBF\"a\",b\n1,2\n"_ba << Rows{row("2", u"1"_s, u"2"_s)};
    QTest::newRow("quoted") << "a,b\n\"1\",\"2\"\n"_ba << Rows{row("2", u"1"_s, u"2"_s)};
    QTest::newRow("quotes inside") << "a,b\n\"say \"\"hi\"\"\",\"\"\"\"\n"_ba
                                   << Rows{row("2", u"say \"hi\""_s, u"\""_s)};
    QTest::newRow("comma inside") << "a,b\n\"1,5\",2\n"_ba << Rows{row("2", u"1,5"_s, u"2"_s)};
    QTest::newRow("line feed inside") << "a,b\n\"x\ny\",2\n3,4\n"_ba
                                      << Rows{row("2", u"x\ny"_s, u"2"_s), row("4", u"3"_s, u"4"_s)};
    QTest::newRow("CRLF inside") << "a,b\r\n1,\"x\r\ny\"\r\n3,4\r\n"_ba
                                 << Rows{row("2", u"1"_s, u"x\r\ny"_s), row("4", u"3"_s, u"4"_s)};
    QTest::newRow("empty lines inside the first field")
        << "a,b\n\"\n\n\nx\",2\n3,4\n"_ba << Rows{row("2", u"\n\n\nx"_s, u"2"_s), row("6", u"3"_s, u"4"_s)};
    QTest::newRow("empty lines between") << "a,b\n\n1,2\n\n\r\n3,4\n\n"_ba
                                         << Rows{row("3", u"1"_s, u"2"_s), row("6", u"3"_s, u"4"_s)};
    QTest::newRow("empty lines before the header") << "\n\na,b\n1,2\n"_ba << Rows{row("4", u"1"_s, u"2"_s)};
    QTest::newRow("empty fields") << "a,b\n,\n\"\",\"\"\n"_ba << Rows{row("2", {}, {}), row("3", {}, {})};
    QTest::newRow("spaces are kept") << "a,b\n 1 ,\" 2 \"\n"_ba << Rows{row("2", u" 1 "_s, u" 2 "_s)};
    QTest::newRow("Persian") << "a,b\nگوشی‌ها,تلفن\n"_ba << Rows{row("2", u"گوشی‌ها"_s, u"تلفن"_s)};
    QTest::newRow("too few fields") << "a,b\n1\n3,4\n"_ba << Rows{fault("2"), row("3", u"3"_s, u"4"_s)};
    QTest::newRow("too many fields") << "a,b\n1,2,3\n3,4\n"_ba << Rows{fault("2"), row("3", u"3"_s, u"4"_s)};
    QTest::newRow("white space is a field") << "a,b\n  \n3,4\n"_ba << Rows{fault("2"), row("3", u"3"_s, u"4"_s)};
    QTest::newRow("not UTF-8") << "a,b\n1,\xff\n3,4\n"_ba << Rows{fault("2"), row("3", u"3"_s, u"4"_s)};
    QTest::newRow("UTF-8 cut short") << "a,b\n1,\xd9\n3,4\n"_ba << Rows{fault("2"), row("3", u"3"_s, u"4"_s)};
    QTest::newRow("NUL inside") << "a,b\n1,x\0y\n"_ba << Rows{row("2", u"1"_s, u"x\0y"_s)};
    QTest::newRow("without the optional column") << "a\n1\n2\n"_ba << Rows{row("2", u"1"_s, {}), row("3", u"2"_s, {})};
}

void TestCsvReader::table_read_hasRowsAndLineNumbers()
{
    QFETCH(QByteArray, content);
    QFETCH(QList<QStringList>, rows);
    const Table table = read(content);
    QCOMPARE(table.error, QString());
    QCOMPARE(table.rows, rows);
}

void TestCsvReader::table_inPieces_readsTheSame()
{
    QFETCH(QByteArray, content);
    QFETCH(QList<QStringList>, rows);
    for (const qsizetype atOnce : {1, 2, 3, 7}) {
        SlowDevice device(content, atOnce);
        const Table table = read(device);
        QCOMPARE(table.error, QString());
        QCOMPARE(table.rows, rows);
    }
}

void TestCsvReader::table_cutShortAnywhere_isReadOrRefused()
{
    const QByteArray content = "a,b\r\n\"x, \"\"y\"\"\r\n\",2\r\n3,\"گوشی\"\r\n"_ba;
    for (qsizetype length = 0; length < content.size(); ++length) {
        const Table table = read(content.left(length));
        QVERIFY(table.rows.size() <= 2);
        if (length == 0) {
            QVERIFY(table.error.startsWith(u"The file is empty."_s));
        } else if (!table.error.isEmpty()) {
            QVERIFY2(table.error.startsWith(u"Line "_s), qPrintable(table.error));
        }
    }
    QCOMPARE(read(content).rows.size(), 2);
}

void TestCsvReader::table_broken_isRefusedWithItsLine_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("rowsBefore");

    QTest::newRow("quote in the middle") << "a,b\n1,2\nx\"y,2\n"_ba << 3 << 1;
    QTest::newRow("text after a quote") << "a,b\n\"1\"x,2\n"_ba << 2 << 0;
    QTest::newRow("unclosed quote") << "a,b\n1,2\n\"x,2\n3,4\n5,6\n"_ba << 3 << 1;
    QTest::newRow("unclosed quote at the end") << "a,b\n1,2\n3,\""_ba << 3 << 1;
    QTest::newRow("unclosed quote in the header") << "a,\"b\n1,2\n"_ba << 1 << 0;
    QTest::newRow("quote in the middle of the header") << "a,b\"\n1,2\n"_ba << 1 << 0;
}

void TestCsvReader::table_broken_isRefusedWithItsLine()
{
    QFETCH(QByteArray, content);
    QFETCH(int, line);
    QFETCH(int, rowsBefore);
    const Table table = read(content);
    QVERIFY2(table.error.startsWith(u"Line %1: "_s.arg(line)), qPrintable(table.error));
    QCOMPARE(table.rows.size(), rowsBefore);
}

void TestCsvReader::header_columnsInAnyOrderAndCase_areFound()
{
    QBuffer buffer;
    buffer.setData("Price, NAME \n5,x\n"_ba);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    CsvReader reader(buffer);
    QVERIFY(reader.readHeader({u"name"_s, u"url"_s, u"price"_s}, {u"name"_s, u"price"_s}));
    const auto row = reader.next();
    QVERIFY(row && *row);
    QCOMPARE((*row)->fields, (QStringList{u"x"_s, QString(), u"5"_s}));
    QCOMPARE((*row)->line, 2);
    const auto end = reader.next();
    QVERIFY(end && !*end);
    const auto still = reader.next();
    QVERIFY(still && !*still);
}

void TestCsvReader::header_faulty_isRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");

    QTest::newRow("empty file") << ""_ba << u"The file is empty."_s;
    QTest::newRow("only a byte order mark") << "\xEF\xBB\xBF"_ba << u"The file is empty."_s;
    QTest::newRow("only empty lines") << "\n\r\n\n"_ba << u"The file is empty."_s;
    QTest::newRow("required column missing") << "b\n1\n"_ba << u"the column \"a\" is missing"_s;
    QTest::newRow("unknown column") << "a,b,c\n"_ba << u"there is no column \"c\""_s;
    QTest::newRow("empty column") << "a,\n"_ba << u"there is no column \"\""_s;
    QTest::newRow("column twice") << "a,b,A\n"_ba << u"the column \"a\" is there twice"_s;
    QTest::newRow("no header") << "Fairphone,599.00\n"_ba << u"there is no column \"fairphone\""_s;
    QTest::newRow("not UTF-8") << "a,\xff\n"_ba << u"not a text in UTF-8"_s;
    QTest::newRow("other separator") << "a;b\n1;2\n"_ba << u"not separated by commas"_s;
    QTest::newRow("tabs") << "a\tb\n1\t2\n"_ba << u"not separated by commas"_s;
    QTest::newRow("UTF-16") << "\xff\xfe"
                               "a\0,\0b\0\n\0"_ba
                            << u"not a text in UTF-8"_s;
    QTest::newRow("no text at all") << "\x7f"
                                       "ELF\0\"\x02\x01,\n"_ba
                                    << u"not a text in UTF-8"_s;
}

void TestCsvReader::header_faulty_isRefused()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    const Table table = read(content);
    QVERIFY2(table.error.contains(says), qPrintable(table.error));
    QVERIFY(table.error.size() < 300);
    QVERIFY(table.rows.isEmpty());
}

void TestCsvReader::row_endless_isRefusedInTime_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("then");

    QTest::newRow("quoted lines") << "a,b\n1,2\n\""_ba
                                  << "lines and lines\n"_ba;
    QTest::newRow("quoted empty lines") << "a,b\n1,2\n\""_ba
                                        << "\n"_ba;
    QTest::newRow("one quoted line") << "a,b\n1,2\n\""_ba
                                     << "x"_ba;
    QTest::newRow("one line without a quote") << "a,b\n1,2\n"_ba
                                              << "x"_ba;
    QTest::newRow("one line of fields") << "a,b\n1,2\n"_ba
                                        << "x,"_ba;
}

void TestCsvReader::row_endless_isRefusedInTime()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, then);
    EndlessDevice device(start, then);
    const Table table = read(device);
    QVERIFY2(table.error.startsWith(u"Line 3: "_s), qPrintable(table.error));
    QCOMPARE(table.rows.size(), 1);
    QVERIFY(device.given < 4 * 1024 * 1024);
}

void TestCsvReader::row_nearTheLimit_isRead()
{
    const QByteArray field(1000 * 1000, 'x');
    const Table table = read("a,b\n1,\""_ba + field + "\"\n3,4\n"_ba);
    QCOMPARE(table.error, QString());
    QCOMPARE(table.rows.size(), 2);
    QCOMPARE(table.rows.at(0).at(2).size(), field.size());
    QCOMPARE(table.rows.at(1), (QStringList{u"3"_s, u"3"_s, u"4"_s}));
}

void TestCsvReader::position_afterReading_isTheSize()
{
    const QByteArray content = "\xEF\xBB\xBF"
                               "a,b\r\n1,\"x\ny\"\r\n\r\n3,4"_ba;
    QBuffer buffer;
    buffer.setData(content);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    CsvReader reader(buffer);
    QCOMPARE(reader.position(), 0);
    QVERIFY(reader.readHeader({u"a"_s, u"b"_s}, {}));
    QCOMPARE(reader.position(), 8);
    while (true) {
        const auto row = reader.next();
        QVERIFY(row);
        if (!*row) {
            break;
        }
    }
    QCOMPARE(reader.position(), content.size());
}

QTEST_APPLESS_MAIN(TestCsvReader)
#include "test_csv_reader.moc"

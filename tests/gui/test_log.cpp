// SPDX-License-Identifier: MIT
#include "gui/log_book.h"
#include "gui/log_model.h"

#include <QAbstractItemModelTester>
#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <memory>
#include <vector>

using namespace jarchi::gui;
using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(shop, "test.shop", QtDebugMsg)

namespace {

/// What the handler before the book's got.
QStringList &passedOn()
{
    static QStringList texts;
    return texts;
}

LogLine line(QtMsgType level, const QString &text, const QString &category = u"store"_s)
{
    return {QDateTime(QDate(2026, 3, 12), QTime(14, 5, 9, 123), Qt::UTC), level, category, text};
}

QStringList textsOf(const QAbstractItemModel &model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row) {
        texts.append(model.index(row, LogModel::Text).data().toString());
    }
    return texts;
}

QList<LogLine> numbered(int from, int count)
{
    QList<LogLine> lines;
    for (int at = from; at < from + count; ++at) {
        lines.append(line(QtInfoMsg, QString::number(at)));
    }
    return lines;
}

} // namespace

class TestLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void book_loggedLine_isHandedOverWithEverything();
    void book_passesOnToHandlerBefore();
    void book_gone_leavesHandlerBefore();
    void book_manyThreads_loseNothing();
    void book_flood_keepsTheNewest();
    void book_longLine_isCut();
    void model_followsBook();
    void model_batches_areOneInsertion();
    void model_full_dropsOldestInOneRemoval();
    void model_batchLargerThanItself_keepsTheEnd();
    void model_text_isAsInALogFile();
    void model_clear_isEmpty();
    void filter_byLevel_data();
    void filter_byLevel();
    void filter_byText_findsFoldedWords();
};

void TestLog::book_loggedLine_isHandedOverWithEverything()
{
    LogBook book;
    const QSignalSpy added(&book, &LogBook::added);
    const QDateTime before = QDateTime::currentDateTimeUtc();
    qCWarning(shop) << "out of paper";
    QTRY_COMPARE(added.size(), 1);
    QCOMPARE(book.lines().size(), 1);
    const LogLine &only = book.lines().constFirst();
    QCOMPARE(only.level, QtWarningMsg);
    QCOMPARE(only.category, u"test.shop"_s);
    QCOMPARE(only.text, u"out of paper"_s);
    QVERIFY(only.time >= before);
}

void TestLog::book_passesOnToHandlerBefore()
{
    passedOn().clear();
    const QtMessageHandler original = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &text) { passedOn().append(text); });
    {
        const LogBook book;
        qCInfo(shop) << "hello";
    }
    qInstallMessageHandler(original);
    QCOMPARE(passedOn(), QStringList{u"hello"_s});
}

void TestLog::book_gone_leavesHandlerBefore()
{
    passedOn().clear();
    const QtMessageHandler original = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &text) { passedOn().append(text); });
    {
        const LogBook book;
    }
    qCInfo(shop) << "after";
    qInstallMessageHandler(original);
    QCOMPARE(passedOn(), QStringList{u"after"_s});
}

void TestLog::book_manyThreads_loseNothing()
{
    constexpr int Threads = 4;
    constexpr int Each = 500;
    const QtMessageHandler original =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    {
        LogBook book;
        std::vector<std::unique_ptr<QThread>> threads;
        for (int thread = 0; thread < Threads; ++thread) {
            threads.emplace_back(QThread::create([] {
                for (int at = 0; at < Each; ++at) {
                    qCInfo(shop) << at;
                }
            }));
            threads.back()->start();
        }
        for (const auto &thread : threads) {
            QVERIFY(thread->wait());
        }
        QTRY_COMPARE(book.lines().size(), Threads * Each);
    }
    qInstallMessageHandler(original);
}

void TestLog::book_flood_keepsTheNewest()
{
    LogBook book;
    QSignalSpy added(&book, &LogBook::added);
    constexpr int Flood = LogBook::MostLines + 5'000;
    for (const LogLine &each : numbered(0, Flood)) {
        book.add(each);
    }
    QTRY_COMPARE(added.size(), 1);
    QVERIFY(book.lines().size() <= LogBook::MostLines);
    QCOMPARE(book.lines().constLast().text, QString::number(Flood - 1));
    QCOMPARE(book.lines().size() + added.constFirst().at(1).toLongLong(), qint64{Flood});

    for (const LogLine &each : numbered(Flood, 1'000)) {
        book.add(each);
    }
    QTRY_COMPARE(book.lines().constLast().text, QString::number(Flood + 999));
    QVERIFY(book.lines().size() <= LogBook::MostLines);
}

void TestLog::book_longLine_isCut()
{
    LogBook book;
    book.add(line(QtInfoMsg, QString(100'000, u'x')));
    QTRY_COMPARE(book.lines().size(), 1);
    QCOMPARE(book.lines().constFirst().text.size(), LogBook::MostCharacters + 1);
}

void TestLog::model_followsBook()
{
    LogBook book;
    book.add(line(QtInfoMsg, u"before"_s));
    QTRY_COMPARE(book.lines().size(), 1);
    const LogModel model(book);
    QCOMPARE(textsOf(model), QStringList{u"before"_s});
    book.add(line(QtInfoMsg, u"after"_s));
    QTRY_COMPARE(textsOf(model), (QStringList{u"before"_s, u"after"_s}));
}

void TestLog::model_batches_areOneInsertion()
{
    LogModel model(100, nullptr);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy inserted(&model, &LogModel::rowsInserted);
    model.append(numbered(0, 60));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(model.rowCount(), 60);
    QCOMPARE(model.columnCount(), int(LogModel::ColumnCount));
    QCOMPARE(model.index(3, LogModel::Category).data().toString(), u"store"_s);
    model.append({});
    QCOMPARE(inserted.size(), 1);
}

void TestLog::model_full_dropsOldestInOneRemoval()
{
    LogModel model(100, nullptr);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(numbered(0, 90));
    const QSignalSpy removed(&model, &LogModel::rowsRemoved);
    model.append(numbered(90, 30));
    QCOMPARE(removed.size(), 1);
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(textsOf(model).constFirst(), u"20"_s);
    QCOMPARE(textsOf(model).constLast(), u"119"_s);
}

void TestLog::model_batchLargerThanItself_keepsTheEnd()
{
    LogModel model(100, nullptr);
    model.append(numbered(0, 10));
    model.append(numbered(10, 500));
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(textsOf(model).constFirst(), u"410"_s);
}

void TestLog::model_text_isAsInALogFile()
{
    LogModel model(100, nullptr);
    model.append({line(QtWarningMsg, u"first"_s), line(QtDebugMsg, u"second"_s, u"net"_s)});
    const QModelIndexList selected{model.index(1, 0), model.index(0, 2), model.index(0, 3)};
    QCOMPARE(model.text(selected), u"2026-03-12T14:05:09.123Z warning store: first\n"
                                   "2026-03-12T14:05:09.123Z debug net: second\n"_s);
    QCOMPARE(model.text({}), QString());
}

void TestLog::model_clear_isEmpty()
{
    LogModel model(100, nullptr);
    model.append(numbered(0, 10));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestLog::filter_byLevel_data()
{
    QTest::addColumn<QtMsgType>("lowest");
    QTest::addColumn<QStringList>("shown");
    QTest::newRow("debug") << QtDebugMsg << QStringList{u"d"_s, u"i"_s, u"w"_s, u"c"_s};
    QTest::newRow("info") << QtInfoMsg << QStringList{u"i"_s, u"w"_s, u"c"_s};
    QTest::newRow("warning") << QtWarningMsg << QStringList{u"w"_s, u"c"_s};
    QTest::newRow("critical") << QtCriticalMsg << QStringList{u"c"_s};
}

void TestLog::filter_byLevel()
{
    QFETCH(const QtMsgType, lowest);
    LogModel model(100, nullptr);
    LogFilter filter;
    filter.setSourceModel(&model);
    filter.setLowestLevel(lowest);
    model.append(
        {line(QtDebugMsg, u"d"_s), line(QtInfoMsg, u"i"_s), line(QtWarningMsg, u"w"_s), line(QtCriticalMsg, u"c"_s)});
    QTEST(textsOf(filter), "shown");
}

void TestLog::filter_byText_findsFoldedWords()
{
    LogModel model(100, nullptr);
    LogFilter filter;
    filter.setSourceModel(&model);
    const QStringList texts{u"Added Café Noir"_s, u"گوشی‌ها ۱۲"_s, u"nothing"_s};
    model.append({line(QtInfoMsg, texts.at(0)), line(QtInfoMsg, texts.at(1), u"net"_s), line(QtInfoMsg, texts.at(2))});

    filter.setText(u"cafe ADDED"_s);
    QCOMPARE(textsOf(filter), QStringList{texts.at(0)});
    filter.setText(u"گوشيها 12"_s);
    QCOMPARE(textsOf(filter), QStringList{texts.at(1)});
    filter.setText(u"net"_s);
    QCOMPARE(textsOf(filter), QStringList{texts.at(1)});
    filter.setText(u"  "_s);
    QCOMPARE(textsOf(filter), texts);
}

QTEST_MAIN(TestLog)
#include "test_log.moc"

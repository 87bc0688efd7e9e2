// SPDX-License-Identifier: MIT
#include "exchange/product_import.h"

#include "store/store_thread.h"
#include "support/patience.h"
#include "support/store_fixture.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using exchange::ImportOutcome;
using exchange::ImportProgress;
using exchange::ProductImport;
using exchange::RefusedRow;

namespace {

constexpr int Batch = static_cast<int>(ProductImport::BatchRows);

QByteArray rows(int count, const QByteArray &category = "Phones")
{
    QByteArray text;
    for (int row = 0; row < count; ++row) {
        text += "Product " + QByteArray::number(row) + ',' + category + '\n';
    }
    return text;
}

} // namespace

class TestProductImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void file_good_isAddedWithProgress();
    void file_empty_isAllDone();
    void rows_bad_areRefusedWithTheirLines();
    void categories_new_areNamedOnce();
    void cancel_underWay_keepsWholeBatches();
    void cancel_beforeTheFirstBatch_addsNothing();
    void cancel_afterTheLastBatch_isNoCancellation();
    void file_unreadable_isRefusedAtOnce();
    void header_wrong_isRefusedAtOnce_data();
    void header_wrong_isRefusedAtOnce();
    void file_breakingInTheMiddle_keepsWhatStoodBefore();
    void database_failing_endsWithItsError();
    void start_twice_isRefused_untilTheFirstEnds();
    void destruction_underWay_leavesWholeBatches();
    void otherWork_comesInBetween();

private:
    [[nodiscard]] QString write(const QByteArray &content) const;
    /// Runs it to its end. False when it does not come.
    [[nodiscard]] bool run(const QByteArray &content);
    [[nodiscard]] ImportOutcome outcome() const;
    [[nodiscard]] qsizetype productsInStore() const;

    std::unique_ptr<StoreFixture> m_fixture;
    std::unique_ptr<store::StoreThread> m_thread;
    std::unique_ptr<ProductImport> m_import;
    std::unique_ptr<QTemporaryDir> m_folder;
    QList<ImportProgress> m_progress;
    QList<RefusedRow> m_refused;
    QList<ImportOutcome> m_outcomes;
};

void TestProductImport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_fixture = std::make_unique<StoreFixture>();
    m_thread = std::make_unique<store::StoreThread>();
    must(m_thread->open({.path = m_fixture->path()}, m_fixture->clock()));
    m_import = std::make_unique<ProductImport>(*m_thread);
    m_progress.clear();
    m_refused.clear();
    m_outcomes.clear();
    connect(m_import.get(), &ProductImport::progressed, this,
            [this](const ImportProgress &progress) { m_progress.append(progress); });
    connect(m_import.get(), &ProductImport::rowsRefused, this,
            [this](const QList<RefusedRow> &refused) { m_refused.append(refused); });
    connect(m_import.get(), &ProductImport::finished, this,
            [this](const ImportOutcome &outcome) { m_outcomes.append(outcome); });
}

void TestProductImport::cleanup()
{
    m_import.reset();
    m_thread.reset();
    m_fixture.reset();
}

QString TestProductImport::write(const QByteArray &content) const
{
    QFile file(m_folder->filePath(u"products.csv"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
        qFatal("%s", qPrintable(file.errorString()));
    }
    return file.fileName();
}

bool TestProductImport::run(const QByteArray &content)
{
    must(m_import->start(write(content)));
    return QTest::qWaitFor([this] { return !m_outcomes.isEmpty(); }, Patience);
}

ImportOutcome TestProductImport::outcome() const
{
    return m_outcomes.value(0);
}

qsizetype TestProductImport::productsInStore() const
{
    return must((*m_fixture)->products().newest(1'000'000)).size();
}

void TestProductImport::file_good_isAddedWithProgress()
{
    const QByteArray content = "name,category\n" + rows(2 * Batch + 7);
    must(m_import->start(write(content)));
    QVERIFY(m_import->isRunning());
    QVERIFY(m_progress.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_outcomes.size(), 1, Patience);
    QVERIFY(!m_import->isRunning());
    QVERIFY(outcome().ended);
    QVERIFY(!outcome().cancelled);
    QCOMPARE(outcome().added, 2 * Batch + 7);
    QCOMPARE(outcome().refused, 0);
    QCOMPARE(productsInStore(), 2 * Batch + 7);
    QCOMPARE(m_progress.size(), 3);
    QCOMPARE(m_progress.at(0).added, Batch);
    QCOMPARE(m_progress.at(1).added, 2 * Batch);
    QVERIFY(m_progress.at(0).bytesDone > 0);
    QVERIFY(m_progress.at(0).bytesDone < m_progress.at(1).bytesDone);
    QCOMPARE(m_progress.last().bytesDone, content.size());
    QCOMPARE(m_progress.last().bytesTotal, content.size());
    QVERIFY(m_refused.isEmpty());
}

void TestProductImport::file_empty_isAllDone()
{
    QVERIFY(run("category,name\n"));
    QVERIFY(outcome().ended);
    QCOMPARE(outcome().added, 0);
    QCOMPARE(m_outcomes.size(), 1);
}

void TestProductImport::rows_bad_areRefusedWithTheirLines()
{
    QVERIFY(run("name,category,price,currency\n"
                "Fairphone,Phones,599.00,EUR\n"
                ",Phones,,\n"
                "\"Two\nlines\",Phones,,\n"
                "Cheap,Phones,1.00,\n"
                "Short,Phones\n"
                "B\xff,Phones,,\n"
                "گوشی,Phones,,\n"));
    QVERIFY(outcome().ended);
    QCOMPARE(outcome().added, 2);
    QCOMPARE(outcome().refused, 5);
    QList<qint64> lines;
    for (const RefusedRow &row : m_refused) {
        lines.append(row.line);
        QVERIFY(!row.reason.isEmpty());
    }
    QCOMPARE(lines, (QList<qint64>{3, 4, 6, 7, 8}));
    QCOMPARE(m_progress.last().refused, 5);
    QCOMPARE(productsInStore(), 2);
}

void TestProductImport::categories_new_areNamedOnce()
{
    must((*m_fixture)->categories().ensure(u"Phones"_s));
    QVERIFY(run("name,category\n" + rows(3) + rows(Batch, "Books") + rows(2, "books") + rows(1, "Tea")));
    QCOMPARE(m_progress.last().newCategories, (QStringList{u"Books"_s, u"Tea"_s}));
}

void TestProductImport::cancel_underWay_keepsWholeBatches()
{
    connect(m_import.get(), &ProductImport::progressed, m_import.get(), &ProductImport::cancel);
    QVERIFY(run("name,category\n" + rows(5 * Batch)));
    QVERIFY(outcome().cancelled);
    QVERIFY(outcome().ended);
    QCOMPARE(outcome().added, Batch);
    QCOMPARE(productsInStore(), Batch);
    QCOMPARE(m_progress.size(), 1);
}

void TestProductImport::cancel_beforeTheFirstBatch_addsNothing()
{
    must(m_import->start(write("name,category\n" + rows(3))));
    m_import->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(m_outcomes.size(), 1, Patience);
    QVERIFY(outcome().cancelled);
    QCOMPARE(outcome().added, 0);
    QCOMPARE(productsInStore(), 0);
}

void TestProductImport::cancel_afterTheLastBatch_isNoCancellation()
{
    m_import->cancel(); // Nothing runs.
    connect(m_import.get(), &ProductImport::progressed, m_import.get(), &ProductImport::cancel);
    QVERIFY(run("name,category\n" + rows(3)));
    QVERIFY(!outcome().cancelled);
    QCOMPARE(outcome().added, 3);
}

void TestProductImport::file_unreadable_isRefusedAtOnce()
{
    const auto missing = m_import->start(m_folder->filePath(u"nowhere.csv"_s));
    QCOMPARE(missing.error().kind, Error::Kind::Refused);
    QVERIFY(missing.error().message.contains(u"nowhere.csv"_s));
    QCOMPARE(m_import->start(m_folder->path()).error().kind, Error::Kind::Refused);
#ifdef Q_OS_LINUX
    const auto broken = m_import->start(u"/proc/self/mem"_s); // Opens, and cannot be read where it begins.
    QCOMPARE(broken.error().kind, Error::Kind::Refused);
    QVERIFY2(broken.error().message.startsWith(u"Cannot read"_s), qPrintable(broken.error().message));
#endif
    QVERIFY(!m_import->isRunning());
    QCoreApplication::processEvents();
    QVERIFY(m_outcomes.isEmpty());
}

void TestProductImport::header_wrong_isRefusedAtOnce_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no category") << QByteArray("name\nFairphone\n");
    QTest::newRow("unknown column") << QByteArray("name,category,colour\n");
    QTest::newRow("no table") << QByteArray(4096, '\0');
}

void TestProductImport::header_wrong_isRefusedAtOnce()
{
    QFETCH(QByteArray, content);
    const auto started = m_import->start(write(content));
    QVERIFY(!started);
    QCOMPARE(started.error().kind, Error::Kind::Refused);
    QVERIFY(started.error().message.contains(u"products.csv"_s));
    QVERIFY(!m_import->isRunning());
    QVERIFY(run("name,category\n" + rows(1))); // It can be tried again.
    QCOMPARE(outcome().added, 1);
}

void TestProductImport::file_breakingInTheMiddle_keepsWhatStoodBefore()
{
    const int before = Batch + 3;
    QVERIFY(run("name,category\n" + rows(before) + "\"never closed,Phones\n" + rows(5)));
    QVERIFY(!outcome().ended);
    QCOMPARE(outcome().ended.error().kind, Error::Kind::Refused);
    QVERIFY(outcome().ended.error().message.contains(QString::number(before + 2)));
    QVERIFY(!outcome().cancelled);
    QCOMPARE(outcome().added, before);
    QCOMPARE(productsInStore(), before);
}

void TestProductImport::database_failing_endsWithItsError()
{
    m_import.reset();
    store::StoreThread closed;
    ProductImport import(closed);
    connect(&import, &ProductImport::finished, this,
            [this](const ImportOutcome &outcome) { m_outcomes.append(outcome); });
    must(import.start(write("name,category\n" + rows(3))));
    QTRY_COMPARE_WITH_TIMEOUT(m_outcomes.size(), 1, Patience);
    QVERIFY(!outcome().ended);
    QCOMPARE(outcome().ended.error().kind, Error::Kind::Unavailable);
    QCOMPARE(outcome().added, 0);
    QCOMPARE(outcome().refused, 0);
    QVERIFY(!import.isRunning());
}

void TestProductImport::start_twice_isRefused_untilTheFirstEnds()
{
    const QString path = write("name,category\n" + rows(3));
    must(m_import->start(path));
    QCOMPARE(m_import->start(path).error().kind, Error::Kind::Conflict);
    QTRY_COMPARE_WITH_TIMEOUT(m_outcomes.size(), 1, Patience);
    must(m_import->start(path));
    QTRY_COMPARE_WITH_TIMEOUT(m_outcomes.size(), 2, Patience);
    QCOMPARE(m_outcomes.last().added, 3); // Counted anew.
    QCOMPARE(productsInStore(), 6);
}

void TestProductImport::destruction_underWay_leavesWholeBatches()
{
    connect(m_import.get(), &ProductImport::progressed, this, [this] { m_import.reset(); });
    must(m_import->start(write("name,category\n,Phones\n" + rows(5 * Batch))));
    QTRY_VERIFY_WITH_TIMEOUT(!m_import, Patience);
    QCoreApplication::processEvents();
    m_thread.reset(); // Does what is queued.
    QCOMPARE(productsInStore(), Batch - 1);
    QVERIFY(m_outcomes.isEmpty());
}

void TestProductImport::otherWork_comesInBetween()
{
    qint64 addedBefore = -1;
    connect(m_import.get(), &ProductImport::progressed, this, [&] {
        if (m_progress.size() == 1) {
            m_thread->read(
                this, [](store::Store &store) { return store.products().newest(1'000'000); },
                [&](const Result<QList<catalog::StoredProduct>> &found) { addedBefore = must(found).size(); });
        }
    });
    QVERIFY(run("name,category\n" + rows(4 * Batch)));
    QVERIFY(addedBefore >= Batch);
    QVERIFY(addedBefore < 4 * Batch);
}

QTEST_GUILESS_MAIN(TestProductImport)
#include "test_product_import.moc"

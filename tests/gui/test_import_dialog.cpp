// SPDX-License-Identifier: MIT
#include "exchange/product_import.h"
#include "gui/main_window.h"
#include "gui/products_page.h"
#include "support/window_fixture.h"
#include "widgets/message_bar.h"
#include "widgets/table.h"

#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QTimer>

using namespace jarchi;
using namespace jarchi::gui;
using namespace jarchi::widgets;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

/// Products from a file: what is refused and why, stopped half way, and what is no table at all.
class TestImportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void import_withBadRows_listsThem();
    void import_ofMoreRefusedRowsThanListed_savesAll();
    void import_stopped_keepsWholeBatches();
    void import_ofWhatIsNoTable_isRefused();

private:
    static QString write(QTemporaryDir &folder, const QByteArray &content)
    {
        QFile file(folder.filePath(u"products.csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
            qFatal("cannot write %s", qPrintable(file.fileName()));
        }
        return file.fileName();
    }
};

void TestImportDialog::import_withBadRows_listsThem()
{
    WindowFixture fixture;
    QTemporaryDir folder;
    QVERIFY(fixture.open(MainWindow::Products));
    fixture.window().findChild<ProductsPage *>()->importFile(
        write(folder, "name,category,price,currency\nGood,Books,1.00,EUR\n,Books,1.00,EUR\nBad,Books,1.005,EUR\n"));
    QDialog *import = fixture.dialog(u"importDialog"_s);
    QVERIFY(import != nullptr);
    auto *counts = import->findChild<QLabel *>(u"importCounts"_s);
    QTRY_COMPARE_WITH_TIMEOUT(counts->text(), u"1 added, 2 refused"_s, Patience);
    auto *refused = import->findChild<QTableWidget *>(u"refusedRows"_s);
    QTRY_COMPARE_WITH_TIMEOUT(refused->rowCount(), 2, Patience);
    QCOMPARE(refused->item(0, 0)->text(), u"3"_s);
    QCOMPARE(refused->item(0, 1)->text(), u"The name is empty."_s);
    QCOMPARE(refused->item(1, 0)->text(), u"4"_s);
    QTest::mouseClick(import->findChild<QPushButton *>(u"importEnd"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.find<Table>(u"products"_s).model()->rowCount(), 1, Patience);
}

void TestImportDialog::import_ofMoreRefusedRowsThanListed_savesAll()
{
    constexpr int listed = 10'000;
    QByteArray content = "name,category\n";
    for (int i = 0; i <= listed; ++i) {
        content += ",Books\n";
    }
    WindowFixture fixture;
    QTemporaryDir folder;
    QVERIFY(fixture.open(MainWindow::Products));
    fixture.window().findChild<ProductsPage *>()->importFile(write(folder, content));
    QDialog *import = fixture.dialog(u"importDialog"_s);
    QVERIFY(import != nullptr);
    auto *counts = import->findChild<QLabel *>(u"importCounts"_s);
    QTRY_COMPARE_WITH_TIMEOUT(counts->text(), u"0 added, 10,001 refused"_s, Patience);
    QCOMPARE(import->findChild<QTableWidget *>(u"refusedRows"_s)->rowCount(), listed);
    const auto *note = import->findChild<QLabel *>(u"importListed"_s);
    QVERIFY(note->isVisible() && note->text().contains(u"first 10,000"_s));

    const QString path = folder.filePath(u"refused.csv"_s);
    QTimer chooses;
    connect(&chooses, &QTimer::timeout, this, [&] {
        if (auto *chooser = qobject_cast<QFileDialog *>(QApplication::activeModalWidget())) {
            auto *name = chooser->findChild<QLineEdit *>(u"fileNameEdit"_s);
            name->setText(path);
            QTest::keyClick(name, Qt::Key_Return);
        }
    });
    chooses.start(50);
    QTest::mouseClick(import->findChild<QPushButton *>(u"saveReport"_s), Qt::LeftButton);
    chooses.stop();
    QFile report(path);
    QVERIFY(report.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = report.readAll().split('\n');
    QCOMPARE(lines.size(), listed + 3); // With the names of the columns, and nothing behind the last line.
    QCOMPARE(lines.at(0), "line,reason\r"_ba);
    QCOMPARE(lines.at(1), "2,\"The name is empty.\"\r"_ba);
    QCOMPARE(import->findChild<MessageBar *>()->text(), u"The report is saved as refused.csv."_s);
}

void TestImportDialog::import_stopped_keepsWholeBatches()
{
    constexpr int count = 10 * exchange::ProductImport::BatchRows;
    QByteArray content = "name,category\n";
    for (int i = 0; i < count; ++i) {
        content += "Product " + QByteArray::number(i) + ",Books\n";
    }
    WindowFixture fixture;
    QTemporaryDir folder;
    QVERIFY(fixture.open(MainWindow::Products));
    fixture.window().findChild<ProductsPage *>()->importFile(write(folder, content));
    QDialog *import = fixture.dialog(u"importDialog"_s);
    QVERIFY(import != nullptr);
    // Stopped as soon as it has told of its first batch.
    connect(import->findChild<QProgressBar *>(), &QProgressBar::valueChanged,
            import->findChild<QPushButton *>(u"importEnd"_s), &QPushButton::click);
    auto *state = import->findChild<QLabel *>(u"importState"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(state->text().startsWith(u"Stopped."_s), qPrintable(state->text()), Patience);
    QCOMPARE(must(fixture.store()->products().count()), exchange::ProductImport::BatchRows);
}

void TestImportDialog::import_ofWhatIsNoTable_isRefused()
{
    WindowFixture fixture;
    QTemporaryDir folder;
    QVERIFY(fixture.open(MainWindow::Products));
    fixture.window().findChild<ProductsPage *>()->importFile(write(folder, "title,price\nGood,1.00\n"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.visible<QWidget>(u"messageBar"_s) != nullptr, Patience);
    QVERIFY(fixture.visible<QWidget>(u"messageBar"_s)->accessibleName().contains(u"name"_s));
}

QTEST_MAIN(TestImportDialog)
#include "test_import_dialog.moc"

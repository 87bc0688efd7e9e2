// SPDX-License-Identifier: MIT
#include "gui/log_model.h"
#include "gui/main_window.h"
#include "support/foreign_program.h"
#include "support/window_fixture.h"
#include "widgets/message_bar.h"
#include "widgets/table.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTcpServer>

using namespace jarchi;
using namespace jarchi::gui;
using namespace jarchi::widgets;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

/// What the window says while another program holds the database, and afterwards.
class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addition_whileLocked_isOfferedAgainAfterwards();
    void announcement_whileLocked_isOfferedAgainAfterwards();
    void deletion_whileLocked_isNotSaidToBeDone();
    void deletionOfMany_lockedHalfWay_goesOnAfterwards();
    void database_lockedForLong_isSaidUntilItIsFree();
    void start_withThePortInUse_isLoggedOnceInEnglish();

private:
    static QString said(WindowFixture &fixture)
    {
        const auto *bar = fixture.visible<MessageBar>(u"messageBar"_s);
        return bar != nullptr ? bar->text() : QString();
    }
    /// How many lines of the log match.
    static int logged(WindowFixture &fixture, const QString &pattern)
    {
        const QAbstractItemModel *lines = fixture.find<Table>(u"log"_s).model();
        int count = 0;
        for (int row = 0; row < lines->rowCount(); ++row) {
            const QString line = lines->index(row, LogModel::Text).data().toString();
            count += line.contains(QRegularExpression(pattern)) ? 1 : 0;
        }
        return count;
    }
    /// The message's button; the note about the first step has one, too.
    static QPushButton *offer(WindowFixture &fixture)
    {
        const auto *bar = fixture.visible<MessageBar>(u"messageBar"_s);
        auto *button = bar != nullptr ? bar->findChild<QPushButton *>(u"messageAction"_s) : nullptr;
        return button != nullptr && button->isVisible() ? button : nullptr;
    }
};

void TestFaults::addition_whileLocked_isOfferedAgainAfterwards()
{
    WindowFixture fixture(u"fa"_s);
    QVERIFY(fixture.open(MainWindow::AddProduct));
    QTest::keyClicks(&fixture.find<QLineEdit>(u"productName"_s), u"Lamp"_s);
    fixture.find<QComboBox>(u"productCategory"_s).setEditText(u"Kitchen"_s);
    ForeignProgram other(fixture.store().path());
    other.execute(u"BEGIN IMMEDIATE"_s);
    QTest::mouseClick(&fixture.find<QPushButton>(u"addProduct"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(said(fixture).contains(u"قفل"_s), Patience);
    QVERIFY(said(fixture).contains(u"Lamp"_s));
    QVERIFY(offer(fixture) == nullptr); // It would not help yet.
    QTRY_COMPARE_WITH_TIMEOUT(logged(fixture, u"^not stored: .*locked by another program"_s), 1, Patience);
    QCOMPARE(logged(fixture, u"[آ-ی]"_s), 0);

    other.execute(u"ROLLBACK"_s);
    QTRY_VERIFY_WITH_TIMEOUT(offer(fixture) != nullptr, Patience);
    QVERIFY2(!said(fixture).contains(u"قفل"_s), qPrintable(said(fixture)));
    QTest::mouseClick(offer(fixture), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(must(fixture.store()->products().count()), 1, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(said(fixture), QString(), Patience);
}

void TestFaults::announcement_whileLocked_isOfferedAgainAfterwards()
{
    WindowFixture fixture;
    QVERIFY(fixture.open(MainWindow::Announce));
    QTest::keyClicks(&fixture.find<QLineEdit>(u"announcementTitle"_s), u"Closed on Friday"_s);
    ForeignProgram other(fixture.store().path());
    other.execute(u"BEGIN IMMEDIATE"_s);
    QTest::mouseClick(&fixture.find<QPushButton>(u"sendAnnouncement"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(said(fixture).contains(u"was not sent"_s), Patience);
    other.execute(u"ROLLBACK"_s);
    QTRY_VERIFY_WITH_TIMEOUT(offer(fixture) != nullptr, Patience);
    QTest::mouseClick(offer(fixture), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(must(fixture.store()->notifications().newestId()), 1, Patience);
}

void TestFaults::deletion_whileLocked_isNotSaidToBeDone()
{
    WindowFixture fixture;
    fixture.store().product(u"Lamp"_s, u"Kitchen"_s);
    QVERIFY(fixture.open(MainWindow::Products));
    auto &table = fixture.find<Table>(u"products"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table.model()->rowCount(), 1, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(table.model()->index(0, 0).data().toString(), u"Lamp"_s, Patience);
    ForeignProgram other(fixture.store().path());
    other.execute(u"BEGIN IMMEDIATE"_s);
    table.setCurrentIndex(table.model()->index(0, 0));
    QTest::keyClick(&table, Qt::Key_Delete);
    QCOMPARE(said(fixture), u"Deleting 1 product…"_s);
    QTRY_VERIFY_WITH_TIMEOUT(said(fixture).contains(u"is locked by another program"_s), Patience);
    other.execute(u"ROLLBACK"_s);
    QTRY_COMPARE_WITH_TIMEOUT(said(fixture), QString(), Patience);
    QCOMPARE(must(fixture.store()->products().count()), 1);
}

void TestFaults::deletionOfMany_lockedHalfWay_goesOnAfterwards()
{
    constexpr int count = 3000;
    WindowFixture fixture;
    must(fixture.store()->write([&]() -> Result<void> {
        for (int i = 0; i < count; ++i) {
            fixture.store().product(u"Lamp %1"_s.arg(i), u"Kitchen"_s);
        }
        return {};
    }));
    QVERIFY(fixture.open(MainWindow::Products));
    auto &table = fixture.find<Table>(u"products"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table.model()->rowCount(), count, Patience);
    ForeignProgram other(fixture.store().path());
    table.selectAll();
    QTest::keyClick(&table, Qt::Key_Delete);
    QTRY_VERIFY_WITH_TIMEOUT(must(fixture.store()->products().count()) < count, Patience);
    other.execute(u"BEGIN IMMEDIATE"_s); // While this thread waits for it, at most one more part is on its way.
    QVERIFY(must(fixture.store()->products().count()) > 0);
    QTRY_VERIFY_WITH_TIMEOUT(said(fixture).contains(u"is locked by another program"_s), Patience);
    other.execute(u"ROLLBACK"_s);
    QTRY_VERIFY_WITH_TIMEOUT(said(fixture).startsWith(u"3,000 products are deleted."_s), Patience);
    QCOMPARE(must(fixture.store()->products().count()), 0);
    QTest::mouseClick(offer(fixture), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(said(fixture), u"3,000 products are back."_s, Patience);
    QCOMPARE(must(fixture.store()->products().count()), count);
}

void TestFaults::database_lockedForLong_isSaidUntilItIsFree()
{
    WindowFixture fixture(u"fa"_s);
    engine::Config config = fixture.shop().config();
    config.pollInterval = std::chrono::seconds(1);
    fixture.show(config);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.server().state(), ServerControl::State::Running, Patience);
    ForeignProgram other(fixture.store().path());
    other.execute(u"BEGIN IMMEDIATE"_s);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.server().trouble().contains(u"قفل"_s), Patience);
    QVERIFY(fixture.find<MessageBar>(u"trouble"_s).isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(logged(fixture, u"cannot be written; .*is locked by another program"_s), 1, Patience);
    QCOMPARE(logged(fixture, u"[آ-ی]"_s), 0);
    other.execute(u"ROLLBACK"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.find<MessageBar>(u"trouble"_s).isVisible(), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(logged(fixture, u"the database can be written again"_s), 1, Patience);
}

void TestFaults::start_withThePortInUse_isLoggedOnceInEnglish()
{
    QTcpServer port;
    QVERIFY(port.listen(QHostAddress::LocalHost));
    WindowFixture fixture(u"fa"_s);
    engine::Config config = fixture.shop().config();
    config.port = port.serverPort();
    fixture.show(config);
    QTRY_COMPARE_WITH_TIMEOUT(logged(fixture, u"the server does not start"_s), 1, Patience);
    QVERIFY(fixture.server().trouble().contains(u"شنود"_s));
    fixture.server().start(); // And again, as it does by itself every two seconds.
    QTRY_COMPARE_WITH_TIMEOUT(fixture.server().state(), ServerControl::State::Stopped, Patience);
    port.close();
    QTRY_COMPARE_WITH_TIMEOUT(logged(fixture, u"listening on 127.0.0.1:"_s), 1, Patience);
    QCOMPARE(logged(fixture, u"the server does not start"_s), 1);
    QCOMPARE(logged(fixture, u"[آ-ی]"_s), 0);
}

QTEST_MAIN(TestFaults)
#include "test_faults.moc"

// SPDX-License-Identifier: MIT
#include "gui/connections_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace jarchi;
using namespace jarchi::gui;
using namespace Qt::StringLiterals;

class TestConnectionsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void update_withSameRows_saysSoOnce();
    void update_withOthers_keepsWhatIsSelected();
    void sort_byAccount_holdsForWhatComes();
    void update_ofTenThousand_isAFewSignals();

private:
    static engine::ConnectionInfo connection(net::ConnectionId id, const QString &account, qsizetype waiting = 0)
    {
        engine::ConnectionInfo info;
        info.id = id;
        info.account = account;
        info.accountId = people::AccountId(id);
        info.waitingLines = waiting;
        return info;
    }
    static QStringList accounts(const ConnectionsModel &model)
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row) {
            all.append(model.connection(row).account);
        }
        return all;
    }
};

void TestConnectionsModel::update_withSameRows_saysSoOnce()
{
    ConnectionsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.update({connection(1, u"sara"_s), connection(2, u"tom"_s)});
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QSignalSpy laidOut(&model, &QAbstractItemModel::layoutChanged);
    model.update({connection(1, u"sara"_s, 3), connection(2, u"tom"_s)});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(laidOut.size(), 0);
    QCOMPARE(model.connection(0).waitingLines, 3);
}

void TestConnectionsModel::update_withOthers_keepsWhatIsSelected()
{
    ConnectionsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.update({connection(1, u"a"_s), connection(2, u"b"_s), connection(3, u"c"_s)});
    const QPersistentModelIndex kept = model.index(2, 0);
    const QPersistentModelIndex gone = model.index(0, 0);
    model.update({connection(2, u"b"_s), connection(3, u"c"_s), connection(4, u"d"_s), connection(5, u"e"_s)});
    QCOMPARE(kept.row(), 1);
    QVERIFY(!gone.isValid());
    QCOMPARE(accounts(model), (QStringList{u"b"_s, u"c"_s, u"d"_s, u"e"_s}));
    model.update({connection(3, u"c"_s)});
    QCOMPARE(kept.row(), 0);
    model.update({});
    QVERIFY(!kept.isValid());
    QCOMPARE(model.rowCount(), 0);
}

void TestConnectionsModel::sort_byAccount_holdsForWhatComes()
{
    ConnectionsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.update({connection(1, u"tom"_s), connection(2, u"Amir"_s), connection(3, u"sara"_s)});
    model.sort(ConnectionsModel::Account, Qt::AscendingOrder);
    QCOMPARE(accounts(model), (QStringList{u"Amir"_s, u"sara"_s, u"tom"_s}));
    model.update(
        {connection(1, u"tom"_s), connection(2, u"Amir"_s), connection(3, u"sara"_s), connection(4, u"lena"_s)});
    QCOMPARE(accounts(model), (QStringList{u"Amir"_s, u"lena"_s, u"sara"_s, u"tom"_s}));
    model.sort(ConnectionsModel::Since, Qt::DescendingOrder);
    QCOMPARE(accounts(model), (QStringList{u"lena"_s, u"sara"_s, u"Amir"_s, u"tom"_s}));
}

void TestConnectionsModel::update_ofTenThousand_isAFewSignals()
{
    constexpr int count = 10'000;
    QList<engine::ConnectionInfo> connections;
    for (int id = 1; id <= count; ++id) {
        connections.append(connection(net::ConnectionId(id), u"user %1"_s.arg(id % 97)));
    }
    ConnectionsModel model;
    model.update(connections);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy laidOut(&model, &QAbstractItemModel::layoutChanged);
    for (int i = 0; i < count; i += 3) { // Every third one goes, and comes back as another.
        connections[i].id += count;
    }
    model.update(connections);
    QCOMPARE(model.rowCount(), count);
    QVERIFY(changed.size() + inserted.size() + removed.size() + laidOut.size() <= 3);
}

QTEST_MAIN(TestConnectionsModel)
#include "test_connections_model.moc"

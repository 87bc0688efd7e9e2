// SPDX-License-Identifier: MIT
#include "support/foreign_program.h"
#include "support/store_fixture.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

/// How SQLite means to find what the statements ask for: what is fast on a small database must stay so on a large one.
class TestQueryPlans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void queries_useIndexesOnly_data();
    void queries_useIndexesOnly();
    void countsOfEverybody_lookThroughOneTable_data();
    void countsOfEverybody_lookThroughOneTable();
    void preview_looksAtTheDaysOfTheCategories();
    void searches_readOneIndexInOrder_data();
    void searches_readOneIndexInOrder();

private:
    static QStringList planOf(const QString &statement);
};

void TestQueryPlans::queries_useIndexesOnly_data()
{
    QTest::addColumn<QString>("statement");
    for (const char *name :
         {"wanted_by_online", "wanted_by_account", "wanted_by_account_newest", "wanted_count", "visited_newest",
          "notification_between", "interest_all", "token_find", "account_find", "product_rows", "product_notification",
          "product_update", "product_update_notification", "product_remove", "product_expire_notification",
          "product_restore_notification", "account_set_display_name"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

QStringList TestQueryPlans::planOf(const QString &statement)
{
    StoreFixture store;
    ForeignProgram program(store.path());
    program.execute(u"CREATE TEMP TABLE online (account_id INTEGER PRIMARY KEY)"_s);
    QFile file(u":/sql/sqlite/server/%1.sql"_s.arg(statement));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("There is no statement %ls.", qUtf16Printable(statement));
    }
    static const QRegularExpression comment(u"--[^\n]*"_s);
    QString sql = QString::fromUtf8(file.readAll()).remove(comment);
    // A preview asks the view's own text.
    const QString view = program.value(u"SELECT sql FROM sqlite_master WHERE name = 'wanted'"_s).toString();
    sql.replace(u"%1"_s, view.section(u"wanted AS"_s, 1).remove(comment));
    // Bounds as numbers: what is planned is the same.
    sql.replace(QRegularExpression(u":[a-z_]+"_s), u"1"_s);
    QStringList plan;
    for (const QVariantList &step : program.rows(u"EXPLAIN QUERY PLAN "_s + sql)) {
        plan.append(step.at(3).toString());
    }
    return plan;
}

void TestQueryPlans::queries_useIndexesOnly()
{
    QFETCH(QString, statement);
    const QStringList plan = planOf(statement);
    QVERIFY(!plan.isEmpty());
    static const QRegularExpression scan(
        u"^SCAN (account|interest|notification|product|visited|category|device_token)\\b"_s);
    bool startsAtTheCursor = false;
    for (const QString &detail : plan) {
        QVERIFY2(!scan.match(detail).hasMatch(), qPrintable(detail));
        startsAtTheCursor = startsAtTheCursor || detail.contains(u"(category_id=? AND id>? AND id<?)"_s);
    }
    if (statement.startsWith(u"wanted_by_account"_s) || statement == "wanted_count"_L1) {
        QVERIFY(startsAtTheCursor);
    }
}

void TestQueryPlans::countsOfEverybody_lookThroughOneTable_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("table");
    QTest::newRow("those who want it, by account") << u"notification_delivery"_s << u"account"_s;
    QTest::newRow("those whom it would reach, by interest") << u"reach"_s << u"interest"_s;
}

void TestQueryPlans::countsOfEverybody_lookThroughOneTable()
{
    QFETCH(QString, statement);
    QFETCH(QString, table);
    const QStringList plan = planOf(statement);
    static const QRegularExpression scan(u"^SCAN (account|interest|notification|product|visited|category)\\b"_s);
    QStringList scans = plan.filter(scan);
    if (plan.contains(u"MATERIALIZE notification"_s)) {
        scans.removeOne(u"SCAN notification"_s); // The one row that stands in the table's place.
    }
    QVERIFY2(scans.size() == 1 && scans.first().startsWith(u"SCAN "_s + table), qPrintable(plan.join(u'\n')));
}

void TestQueryPlans::preview_looksAtTheDaysOfTheCategories()
{
    const QString made = planOf(u"preview_made"_s).join(u'\n');
    const QString days = u"SEARCH notification USING INDEX notification_made (category_id=? AND created_at>? AND "
                         "created_at<?)"_s;
    QVERIFY2(made.contains(days), qPrintable(made));
    const QString plan = planOf(u"preview"_s).join(u'\n');
    QVERIFY2(plan.contains(u"SEARCH main.notification USING INTEGER PRIMARY KEY (rowid=?)"_s), qPrintable(plan));
    // Each interest and each notification is read once, and not once for every one of the others.
    QVERIFY2(plan.contains(u"MATERIALIZE interest"_s), qPrintable(plan));
    QVERIFY2(plan.contains(u"MATERIALIZE notification"_s), qPrintable(plan));
}

void TestQueryPlans::searches_readOneIndexInOrder_data()
{
    QTest::addColumn<QString>("statement");
    for (const char *name : {"product_search", "product_count", "category_use"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void TestQueryPlans::searches_readOneIndexInOrder()
{
    QFETCH(QString, statement);
    const QStringList plan = planOf(statement);
    QVERIFY2(plan.contains(u"SCAN product USING COVERING INDEX product_searched"_s), qPrintable(plan.join(u'\n')));
    QVERIFY2(plan.contains(u"SCAN notification USING INDEX notification_set_aside"_s), qPrintable(plan.join(u'\n')));
    QVERIFY2(statement == "category_use"_L1 || !plan.join(u'\n').contains(u"ORDER BY"_s), qPrintable(plan.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestQueryPlans)
#include "test_query_plans.moc"

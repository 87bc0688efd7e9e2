// SPDX-License-Identifier: MIT
#include "database/connection.h"
#include "support/inbox_fixture.h"
#include "support/must.h"

#include <QFile>
#include <QRegularExpression>
#include <QSqlQuery>

using namespace jarchi;
using namespace Qt::StringLiterals;
using test::InboxFixture;
using test::must;

/// How SQLite means to find what the statements ask for: what is fast in a small inbox must stay so in a large one.
class TestInboxPlans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lists_readOneIndexInOrder_data();
    void lists_readOneIndexInOrder();
    void others_scanNoTable_data();
    void others_scanNoTable();

private:
    static QString planOf(const QString &statement);
};

QString TestInboxPlans::planOf(const QString &statement)
{
    const InboxFixture inbox;
    QFile file(u":/sql/sqlite/inbox/%1.sql"_s.arg(statement));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("There is no statement %ls.", qUtf16Printable(statement));
    const QString sql = QString::fromUtf8(file.readAll()).remove(QRegularExpression(u"--[^\n]*"_s));
    const auto connection =
        must(database::Connection::open({.path = inbox.path(), .create = false, .checkpoint = false}));
    // With parameters, as it is prepared: what SQLite knows to be true or false it would leave out of its plan.
    QSqlQuery query(connection.handle());
    if (!query.prepare(u"EXPLAIN QUERY PLAN "_s + sql))
        return {};
    static const QRegularExpression parameter(u":[a-z_]+"_s);
    for (auto found = parameter.globalMatch(sql); found.hasNext();)
        query.bindValue(found.next().captured(), 1);
    if (!query.exec())
        return {};
    QStringList plan;
    while (query.next())
        plan.append(query.value(3).toString());
    return plan.join(u'\n');
}

void TestInboxPlans::lists_readOneIndexInOrder_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("list") << u"entry_list"_s;
    QTest::newRow("search") << u"entry_search"_s;
}

void TestInboxPlans::lists_readOneIndexInOrder()
{
    QFETCH(const QString, statement);
    const QString plan = planOf(statement);
    QVERIFY2(plan.contains(u"SCAN notification USING COVERING INDEX notification_listed"_s), qPrintable(plan));
    QVERIFY2(!plan.contains(u"ORDER BY"_s), qPrintable(plan));
    // However many categories are chosen: they are read once, and not for each entry.
    QVERIFY2(plan.contains(
                 QRegularExpression(u"^LIST SUBQUERY \\d+\nSCAN json_each"_s, QRegularExpression::MultilineOption)),
             qPrintable(plan));
}

void TestInboxPlans::others_scanNoTable_data()
{
    QTest::addColumn<QString>("statement");
    for (const char *name : {"entry_find", "entry_find_notification", "entry_rows", "entry_categories", "entry_unread",
                             "entry_set_read", "entry_mark_all_read", "entry_set_kept", "entry_remove", "entry_restore",
                             "entry_empty", "search_text_lacking", "forget_notification", "set_namesake_aside",
                             "epoch_known", "untold_list", "untold_remove"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestInboxPlans::others_scanNoTable()
{
    QFETCH(const QString, statement);
    const QString plan = planOf(statement);
    QVERIFY(!plan.isEmpty());
    // A partial index that has only what is wanted may be read as a whole.
    static const QRegularExpression scan(u"SCAN notification(?! USING (COVERING )?INDEX notification_removed)"_s);
    QVERIFY2(!scan.match(plan).hasMatch(), qPrintable(plan));
}

QTEST_GUILESS_MAIN(TestInboxPlans)
#include "test_inbox_plans.moc"

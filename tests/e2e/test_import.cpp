// SPDX-License-Identifier: MIT
#include "support/programs.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using jarchi::support::Outcome;
using jarchi::support::Program;
using jarchi::support::serverProgram;
using jarchi::support::Workplace;

/// The two CSV imports as a person sees them.
class TestImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void products_headerInAnyOrder_areTaken();
    void products_refusedRows_areReportedWithTheirLines();
    void products_newCategories_areTold();
    void products_brokenFile_isRefused_data();
    void products_brokenFile_isRefused();
    void products_tenThousand_areAllTaken();
    void products_interrupted_keepsWholeBatches();
    void progress_onTerminal_isABar();
    void progress_intoAPipe_isSilent();
    void users_withInterests_areTaken();
    void users_refusedRows_leaveNothingBehind();
    void users_withoutPassword_areTakenAndCannotLogIn();
};

namespace {

QByteArray products(int rows)
{
    QByteArray csv = "name,category,price,currency\n";
    for (int row = 1; row <= rows; ++row) {
        csv += "Product " + QByteArray::number(row) + ",Books," + QByteArray::number(row) + ".50,EUR\n";
    }
    return csv;
}

int rowsIn(const Workplace &place, const QString &table)
{
    bool isNumber = false;
    const int rows = place.sql(u"SELECT COUNT(*) FROM %1;"_s.arg(table)).output.trimmed().toInt(&isNumber);
    return isNumber ? rows : -1; // No table yet.
}

} // namespace

void TestImport::products_headerInAnyOrder_areTaken()
{
    const Workplace place;
    const QString file =
        place.write(u"p.csv"_s, "\xEF\xBB\xBF"
                                "description,currency,name,url,price,category\r\n"
                                "\"Two\r\nlines, and a \"\"word\"\"\",EUR,One,https://a.example/,5.00,Books\r\n"_ba);
    const Outcome outcome = place.server({u"product"_s, u"import"_s, file, u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.told().constData());
    QCOMPARE(outcome.json().object(), (QJsonObject{{u"imported"_s, 1}, {u"refused"_s, 0}}));
    QCOMPARE(place.server({u"product"_s, u"import"_s, file}).output, u"imported 1 product, refused 0 rows\n"_s);
    const QJsonObject product = place.server({u"product"_s, u"list"_s, u"--json"_s}).json().array().at(0).toObject();
    QCOMPARE(product.value(u"name"_s).toString(), u"One"_s);
    QCOMPARE(product.value(u"price"_s).toString(), u"5.00"_s);
    QVERIFY(product.value(u"description"_s).toString().contains(u"and a \"word\""_s));
}

void TestImport::products_refusedRows_areReportedWithTheirLines()
{
    const Workplace place;
    const QString file = place.write(u"p.csv"_s, "name,category,price,currency\n"
                                                 "Good,Books,1.00,EUR\n"
                                                 ",Books,1.00,EUR\n"
                                                 "\"Over\ntwo lines\",Books,cheap,EUR\n"
                                                 "Short,Books\n"
                                                 "No currency,Books,1.00,\n"
                                                 "Also good,Games,,\n"_ba);
    const Outcome outcome = place.server({u"product"_s, u"import"_s, file});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.output.contains(u"imported 2 products, refused 4 rows"_s), outcome.told().constData());
    for (const QString &line : {u"line 3: "_s, u"line 4: "_s, u"line 6: "_s, u"line 7: "_s}) {
        QVERIFY2(outcome.errors.contains(line), outcome.told().constData());
    }
    QVERIFY(!outcome.errors.contains(u"line 2: The"_s));
    QCOMPARE(place.count(u"products"_s), 2);
    QCOMPARE(place.count(u"notifications"_s), 2);
}

void TestImport::products_newCategories_areTold()
{
    const Workplace place;
    QCOMPARE(place.server({u"category"_s, u"add"_s, u"Books"_s}).status, 0);
    const QString file = place.write(u"p.csv"_s, "name,category\nA,Books\nB,Games\nC,games\n"_ba);
    const Outcome outcome = place.server({u"product"_s, u"import"_s, file});
    QVERIFY2(outcome.status == 0, outcome.told().constData());
    QCOMPARE(outcome.errors, u"line 3: Games is a new category\n"_s);
    QCOMPARE(place.count(u"categories"_s), 2);
}

void TestImport::products_brokenFile_isRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("reason");
    QTest::newRow("empty") << QByteArray() << u"empty"_s;
    QTest::newRow("no category column") << "name\nA\n"_ba << u"category"_s;
    QTest::newRow("unknown column") << "name,category,colour\nA,B,C\n"_ba << u"colour"_s;
    QTest::newRow("column twice") << "name,category,name\nA,B,C\n"_ba << u"twice"_s;
    QTest::newRow("quote without end") << "name,category\n\"A,B\n"_ba << u"ine 2"_s;
}

void TestImport::products_brokenFile_isRefused()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, reason);
    const Workplace place;
    const Outcome outcome = place.server({u"product"_s, u"import"_s, place.write(u"p.csv"_s, content)});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.errors.contains(reason) && outcome.errors.count(u'\n') == 1, outcome.told().constData());
    QCOMPARE(place.count(u"products"_s), 0);
}

void TestImport::products_tenThousand_areAllTaken()
{
    const Workplace place;
    const Outcome outcome = place.server({u"product"_s, u"import"_s, place.write(u"p.csv"_s, products(10'000))});
    QVERIFY2(outcome.status == 0, outcome.told().constData());
    QCOMPARE(place.count(u"products"_s), 10'000);
    QCOMPARE(place.count(u"notifications"_s), 10'000);
}

void TestImport::products_interrupted_keepsWholeBatches()
{
    constexpr int Rows = 400'000;
    constexpr int Batch = 1'000;
    const Workplace place;
    QCOMPARE(place.count(u"products"_s), 0); // Made now: the import begins at once.
    const QString file = place.write(u"p.csv"_s, products(Rows));
    Program import(place, serverProgram());
    import.start({u"product"_s, u"import"_s, file});
    while (rowsIn(place, u"product"_s) < Batch && import.isRunning()) {
        QVERIFY(!import.waitForErrors("jarchi-server:", 20));
    }
    import.send(SIGINT);
    QVERIFY(import.waitForEnd());
    QCOMPARE(import.status(), 1);
    QVERIFY2(import.errors().contains("Interrupted: imported "), import.errors().constData());
    const int kept = place.count(u"products"_s);
    QVERIFY(kept >= Batch && kept < Rows);
    QCOMPARE(kept % Batch, 0);
    QVERIFY2(import.errors().contains("imported " + QByteArray::number(kept) + " products"),
             import.errors().constData());
}

void TestImport::progress_onTerminal_isABar()
{
    const Workplace place;
    const QString file = place.write(u"p.csv"_s, products(5'000) + "Bad,,,\n");
    const QString command = u"'%1' product import '%2'"_s.arg(serverProgram(), file);
    const Outcome outcome = place.run(u"script"_s, {u"-q"_s, u"-e"_s, u"-c"_s, command, u"/dev/null"_s});
    QVERIFY2(outcome.status == 1, outcome.told().constData());
    QVERIFY2(outcome.output.contains(u"\r[######"_s) && outcome.output.contains(u"%"_s), outcome.told().constData());
    QVERIFY2(outcome.output.contains(u"\r\x1b[K"_s), "The bar must not stay in front of a sentence.");
    QVERIFY2(outcome.output.contains(u"\x1b[Kline 5002: "_s), outcome.told().constData());
    QVERIFY2(outcome.output.contains(u"imported 5000 products, refused 1 row"_s), outcome.told().constData());
}

void TestImport::progress_intoAPipe_isSilent()
{
    const Workplace place;
    QCOMPARE(place.server({u"category"_s, u"add"_s, u"Books"_s}).status, 0);
    const Outcome outcome = place.server({u"product"_s, u"import"_s, place.write(u"p.csv"_s, products(5'000))});
    QVERIFY2(outcome.status == 0, outcome.told().constData());
    QCOMPARE(outcome.errors, QString());
    QCOMPARE(outcome.output, u"imported 5000 products, refused 0 rows\n"_s);
}

void TestImport::users_withInterests_areTaken()
{
    const Workplace place;
    QCOMPARE(place.server({u"category"_s, u"add"_s, u"Books"_s}).status, 0);
    QCOMPARE(place.server({u"category"_s, u"add"_s, u"Games"_s}).status, 0);
    const QString file = place.write(u"u.csv"_s, "interests,name,password\nBooks;Games,sara,secret\n,tom,hidden\n"_ba);
    const Outcome outcome = place.server({u"user"_s, u"import"_s, file});
    QVERIFY2(outcome.status == 0, outcome.told().constData());
    const QJsonArray interests = place.server({u"interest"_s, u"list"_s, u"sara"_s, u"--json"_s}).json().array();
    QCOMPARE(interests.size(), 2);
    QCOMPARE(interests.at(1).toObject().value(u"category"_s).toString(), u"Games"_s);
    QVERIFY(place.sql(u"SELECT group_concat(password_hash) FROM account;"_s).output.count(u"$argon2id$"_s) == 2);
}

void TestImport::users_refusedRows_leaveNothingBehind()
{
    const Workplace place;
    QVERIFY(place.addUser(u"old"_s));
    QCOMPARE(place.server({u"category"_s, u"add"_s, u"Books"_s}).status, 0);
    const QString file =
        place.write(u"u.csv"_s, "name,password,interests\nsara,x,Books;Nowhere\nOLD,y,\ntom,z,Books\n"_ba);
    const Outcome outcome = place.server({u"user"_s, u"import"_s, file});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.errors.contains(u"line 2: "_s) && outcome.errors.contains(u"Nowhere"_s),
             outcome.told().constData());
    QVERIFY2(outcome.errors.contains(u"line 3: "_s), outcome.told().constData());
    QCOMPARE(place.count(u"accounts"_s), 2);
    QCOMPARE(place.server({u"user"_s, u"show"_s, u"sara"_s}).status, 1);
}

void TestImport::users_withoutPassword_areTakenAndCannotLogIn()
{
    const Workplace place;
    const Outcome outcome = place.server({u"user"_s, u"import"_s, place.write(u"u.csv"_s, "name\nsara\n"_ba)});
    QVERIFY2(outcome.status == 0, outcome.told().constData());
    const QJsonObject shown = place.server({u"user"_s, u"show"_s, u"sara"_s, u"--json"_s}).json().object();
    QCOMPARE(shown.value(u"has_password"_s).toBool(true), false);
}

QTEST_GUILESS_MAIN(TestImport)
#include "test_import.moc"

// SPDX-License-Identifier: MIT
#include "support/programs.h"
#include "support/raw_client.h"

#include <QJsonObject>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using jarchi::support::ConsoleClient;
using jarchi::support::RawClient;
using jarchi::support::ServerProcess;
using jarchi::support::Workplace;

/// A product's way from the command line to the right people's screens, and how a console client ends.
class TestPush : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void product_addedByAnotherProcess_reachesWhoCaresOnly();
    void product_insertedWithSqlite_reachesWhoCares();
    void announcement_toCategoryOrEveryone_reachesThem();
    void account_withTwoDevices_hearsOnBoth();
    void client_afterAnAbsence_catchesUpInOrder();
    void client_sessionOver_endsWithZero();
    void client_wrongPassword_endsWithThree();
    void client_wrongUsage_endsWithTwo_data();
    void client_wrongUsage_endsWithTwo();
    void client_noServer_endsWithFour();
    void client_serverStops_endsWithZeroOrStays();
    void client_toldToEnd_endsWithZero();
    void client_text_isForPeople();
    void client_passwordChangedOrAccountRemoved_isSentAway_data();
    void client_passwordChangedOrAccountRemoved_isSentAway();
};

namespace {

/// Longer than any test: what arrives did not wait for the tick.
const QStringList NoTick{u"--poll-interval"_s, u"3600"_s};

QStringList product(const QString &name, const QString &category)
{
    return {u"product"_s, u"add"_s, u"--name"_s, name, u"--category"_s, category};
}

} // namespace

void TestPush::product_addedByAnotherProcess_reachesWhoCaresOnly()
{
    const Workplace place;
    QVERIFY(place.addUser(u"sara"_s, {u"Phones"_s}));
    QVERIFY(place.addUser(u"tom"_s, {u"Books"_s}));
    ServerProcess server(place);
    QVERIFY2(server.listen(NoTick), server.errors().constData());
    ConsoleClient sara(place);
    ConsoleClient tom(place);
    sara.connectTo(server.port(), u"sara"_s);
    tom.connectTo(server.port(), u"tom"_s);
    QVERIFY2(sara.waitForCatchUp() && tom.waitForCatchUp(), (sara.errors() + tom.errors()).constData());

    QCOMPARE(place.server(product(u"Fairphone"_s, u"phones"_s)).status, 0);
    QVERIFY2(sara.waitForOutput("Fairphone"), sara.errors().constData());
    QCOMPARE(place.server(product(u"Novel"_s, u"Books"_s)).status, 0);
    QVERIFY2(tom.waitForOutput("Novel"), tom.errors().constData());
    QCOMPARE(sara.titles(), QStringList{u"Fairphone"_s});
    QCOMPARE(tom.titles(), QStringList{u"Novel"_s});
    const QJsonObject pushed = sara.printed().constFirst();
    QCOMPARE(pushed.value(u"type"_s).toString(), u"notification"_s);
    QCOMPARE(pushed.value(u"interest"_s).toObject().value(u"category"_s).toString(), u"Phones"_s);
    QTRY_COMPARE_WITH_TIMEOUT(place.count(u"unvisited"_s), 0, 30'000);
    QVERIFY(server.stop());
}

void TestPush::product_insertedWithSqlite_reachesWhoCares()
{
    const Workplace place;
    QVERIFY(place.addUser(u"sara"_s, {u"Phones"_s}));
    ServerProcess server(place);
    QVERIFY(server.listen(NoTick));
    ConsoleClient sara(place);
    sara.connectTo(server.port(), u"sara"_s);
    QVERIFY(sara.waitForCatchUp());
    const auto inserted = place.sql(u"INSERT INTO product (name, category_id, price_minor, currency) "
                                    "SELECT 'Raw', id, 59900, 'EUR' FROM category WHERE name = 'Phones';"_s);
    QVERIFY2(inserted.status == 0, inserted.told().constData());
    QVERIFY2(sara.waitForOutput("\"Raw\""), sara.errors().constData());
    QCOMPARE(sara.printed().constFirst().value(u"price"_s).toString(), u"599.00"_s);
    // A row that is none is set aside, and what comes after it arrives.
    QCOMPARE(place
                 .sql(u"INSERT INTO product (name, category_id) SELECT CAST(x'ff00fe' AS TEXT), id FROM category WHERE "
                      u"id > 0; "
                      "INSERT INTO product (name, category_id) SELECT 'After', id FROM category WHERE id > 0;"_s)
                 .status,
             0);
    QVERIFY2(sara.waitForOutput("After"), sara.errors().constData());
    QCOMPARE(sara.titles(), (QStringList{u"Raw"_s, u"After"_s}));
    QVERIFY(place.count(u"set_aside"_s) >= 1);
}

void TestPush::announcement_toCategoryOrEveryone_reachesThem()
{
    const Workplace place;
    QVERIFY(place.addUser(u"sara"_s, {u"Phones"_s}));
    QVERIFY(place.addUser(u"tom"_s));
    ServerProcess server(place);
    QVERIFY(server.listen(NoTick));
    ConsoleClient sara(place);
    ConsoleClient tom(place);
    sara.connectTo(server.port(), u"sara"_s);
    tom.connectTo(server.port(), u"tom"_s);
    QVERIFY(sara.waitForCatchUp() && tom.waitForCatchUp());
    QCOMPARE(place.server({u"announce"_s, u"--title"_s, u"Repairs"_s, u"--category"_s, u"Phones"_s}).status, 0);
    QCOMPARE(place.server({u"announce"_s, u"--title"_s, u"Closed"_s, u"--body"_s, u"On Monday"_s}).status, 0);
    QVERIFY(sara.waitForOutput("Closed") && tom.waitForOutput("Closed"));
    QCOMPARE(sara.titles(), (QStringList{u"Repairs"_s, u"Closed"_s}));
    QCOMPARE(tom.titles(), QStringList{u"Closed"_s});
    QCOMPARE(tom.printed().constFirst().value(u"body"_s).toString(), u"On Monday"_s);
}

void TestPush::account_withTwoDevices_hearsOnBoth()
{
    const Workplace place;
    QVERIFY(place.addUser(u"sara"_s, {u"Phones"_s}));
    ServerProcess server(place);
    QVERIFY(server.listen(NoTick));
    ConsoleClient laptop(place);
    RawClient phone;
    laptop.connectTo(server.port(), u"sara"_s);
    QVERIFY(phone.connectTo(server.port()) && phone.logIn(u"sara"_s, Workplace::password(u"sara"_s)));
    QVERIFY(laptop.waitForCatchUp());
    QCOMPARE(place.server(product(u"Fairphone"_s, u"Phones"_s)).status, 0);
    QVERIFY(laptop.waitForOutput("Fairphone"));
    QCOMPARE(phone.waitFor(u"notification"_s).value(u"title"_s).toString(), u"Fairphone"_s);
}

void TestPush::client_afterAnAbsence_catchesUpInOrder()
{
    constexpr int Missed = 150; // More than two pages of 64.
    const Workplace place;
    QVERIFY(place.addUser(u"sara"_s, {u"Books"_s}));
    QByteArray csv = "name,category\n";
    QStringList expected;
    for (int n = 1; n <= Missed; ++n) {
        csv += "Book " + QByteArray::number(n) + ",Books\n";
        expected.append(u"Book %1"_s.arg(n));
    }
    QCOMPARE(place.server({u"product"_s, u"import"_s, place.write(u"p.csv"_s, csv)}).status, 0);
    ServerProcess server(place);
    QVERIFY(server.listen());
    ConsoleClient sara(place);
    sara.connectTo(server.port(), u"sara"_s);
    QVERIFY2(sara.waitForCatchUp(), sara.errors().constData());
    QVERIFY(sara.waitForOutput("Book 150"));
    QCOMPARE(sara.titles(), expected);
    QVERIFY2(sara.errors().contains("150 waiting"), sara.errors().constData());
}

void TestPush::client_sessionOver_endsWithZero()
{
    const Workplace place;
    QVERIFY(place.addUser(u"sara"_s));
    QCOMPARE(place.server({u"announce"_s, u"--title"_s, u"Hello"_s}).status, 0);
    ServerProcess server(place);
    QVERIFY(server.listen());
    ConsoleClient sara(place);
    sara.connectTo(server.port(), u"sara"_s, {u"--session"_s, u"1"_s});
    QVERIFY2(sara.waitForEnd(), sara.errors().constData());
    QVERIFY2(sara.status() == 0, sara.errors().constData());
    QCOMPARE(sara.titles(), QStringList{u"Hello"_s});
    QCOMPARE(place.count(u"unvisited"_s), 0);
}

void TestPush::client_wrongPassword_endsWithThree()
{
    const Workplace place;
    QVERIFY(place.addUser(u"sara"_s));
    ServerProcess server(place);
    QVERIFY(server.listen());
    ConsoleClient nobody(place);
    nobody.connectTo(server.port(), u"nobody"_s);
    QVERIFY(nobody.waitForEnd());
    QCOMPARE(nobody.status(), 3);
    QCOMPARE(place.server({u"user"_s, u"password"_s, u"sara"_s, u"--password-stdin"_s}, "other").status, 0);
    ConsoleClient sara(place);
    sara.connectTo(server.port(), u"sara"_s);
    QVERIFY(sara.waitForEnd());
    QCOMPARE(sara.status(), 3);
    QCOMPARE(sara.output(), QByteArray());
    QCOMPARE(sara.errors(), nobody.errors()); // Nobody learns which names exist.
}

void TestPush::client_wrongUsage_endsWithTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown option") << QStringList{u"--console"_s, u"--bogus"_s};
    QTest::newRow("no user") << QStringList{u"--console"_s, u"--password-stdin"_s};
    QTest::newRow("json alone") << QStringList{u"--json"_s};
    QTest::newRow("session is no number")
        << QStringList{u"--console"_s, u"--user"_s, u"a"_s, u"--session"_s, u"long"_s};
    QTest::newRow("port is none") << QStringList{u"--console"_s, u"--user"_s, u"a"_s, u"--server"_s, u"localhost:x"_s};
    QTest::newRow("another computer") << QStringList{u"--console"_s, u"--user"_s, u"a"_s, u"--server"_s,
                                                     u"192.0.2.1"_s};
    QTest::newRow("no password") << QStringList{u"--console"_s, u"--user"_s, u"a"_s, u"--password-stdin"_s};
}

void TestPush::client_wrongUsage_endsWithTwo()
{
    QFETCH(const QStringList, arguments);
    const Workplace place;
    const auto outcome = place.run(jarchi::support::trayProgram(), arguments);
    QVERIFY2(outcome.status == 2, outcome.told().constData());
    QCOMPARE(outcome.output, QString());
    QCOMPARE(outcome.errors.count(u'\n'), 1);
}

void TestPush::client_noServer_endsWithFour()
{
    const Workplace place;
    QVERIFY(place.addUser(u"sara"_s));
    ServerProcess server(place);
    QVERIFY(server.listen());
    QVERIFY(server.stop()); // Nobody listens on its port now.
    ConsoleClient sara(place);
    sara.connectTo(server.port(), u"sara"_s, {u"--session"_s, u"5"_s});
    QVERIFY(sara.waitForEnd());
    QVERIFY2(sara.status() == 4, sara.errors().constData());
}

void TestPush::client_serverStops_endsWithZeroOrStays()
{
    const Workplace place;
    QVERIFY(place.addUser(u"sara"_s));
    ServerProcess server(place);
    QVERIFY(server.listen());
    ConsoleClient visitor(place);
    ConsoleClient resident(place);
    visitor.connectTo(server.port(), u"sara"_s, {u"--session"_s, u"60"_s});
    resident.connectTo(server.port(), u"sara"_s);
    QVERIFY(visitor.waitForCatchUp() && resident.waitForCatchUp());
    QVERIFY(server.stop());
    QVERIFY(visitor.waitForEnd());
    QVERIFY2(visitor.status() == 0 || visitor.status() == 4, visitor.errors().constData());
    QVERIFY2(resident.waitForErrors("reconnecting"), resident.errors().constData());

    QVERIFY2(server.listen(), server.errors().constData());
    QCOMPARE(place.server({u"announce"_s, u"--title"_s, u"Back"_s}).status, 0);
    QVERIFY2(resident.waitForOutput("Back", 90'000), resident.errors().constData());
}

void TestPush::client_toldToEnd_endsWithZero()
{
    const Workplace place;
    QVERIFY(place.addUser(u"sara"_s));
    ServerProcess server(place);
    QVERIFY(server.listen());
    ConsoleClient sara(place);
    sara.connectTo(server.port(), u"sara"_s);
    QVERIFY(sara.waitForCatchUp());
    sara.send(SIGTERM);
    QVERIFY(sara.waitForEnd());
    QCOMPARE(sara.status(), 0);
}

void TestPush::client_text_isForPeople()
{
    const Workplace place;
    QVERIFY(place.addUser(u"sara"_s, {u"Phones"_s}));
    QCOMPARE(
        place
            .server(product(u"Fairphone"_s, u"Phones"_s) + QStringList{u"--price"_s, u"599.00"_s, u"--currency"_s,
                                                                       u"EUR"_s, u"--description"_s, u"Repairable"_s})
            .status,
        0);
    ServerProcess server(place);
    QVERIFY(server.listen());
    const auto outcome = place.run(jarchi::support::trayProgram(),
                                   {u"--console"_s, u"--server"_s, u"127.0.0.1:%1"_s.arg(server.port()), u"--user"_s,
                                    u"sara"_s, u"--password-stdin"_s, u"--session"_s, u"1"_s},
                                   Workplace::password(u"sara"_s).toUtf8());
    QVERIFY2(outcome.status == 0, outcome.told().constData());
    QVERIFY2(outcome.output.contains(u"[Phones]  Fairphone  599.00 EUR  because you follow Phones\n    Repairable\n"_s),
             outcome.told().constData());
}

void TestPush::client_passwordChangedOrAccountRemoved_isSentAway_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("another password") << u"password"_s;
    QTest::newRow("no account") << u"remove"_s;
}

void TestPush::client_passwordChangedOrAccountRemoved_isSentAway()
{
    QFETCH(QString, action);
    const Workplace place;
    QVERIFY(place.addUser(u"sara"_s, {u"Phones"_s}));
    QVERIFY(place.addUser(u"tom"_s, {u"Phones"_s}));
    ServerProcess server(place);
    QVERIFY2(server.listen(NoTick), server.errors().constData());
    ConsoleClient sara(place);
    ConsoleClient tom(place);
    sara.connectTo(server.port(), u"sara"_s);
    tom.connectTo(server.port(), u"tom"_s);
    QVERIFY2(sara.waitForCatchUp() && tom.waitForCatchUp(), (sara.errors() + tom.errors()).constData());

    QStringList command{u"user"_s, action, u"sara"_s};
    if (action == "password"_L1) {
        command.append(u"--password-stdin"_s);
    }
    QCOMPARE(place.server(command, "another word\n").status, 0);
    QVERIFY2(sara.waitForEnd(), sara.errors().constData());
    QCOMPARE(sara.status(), 3);
    QVERIFY2(sara.errors().contains("The password was changed, or the account removed."), sara.errors().constData());
    // Nobody else is disturbed, and it is over for good.
    QCOMPARE(place.server(product(u"Fairphone"_s, u"Phones"_s)).status, 0);
    QVERIFY2(tom.waitForOutput("Fairphone"), tom.errors().constData());
    QVERIFY(sara.titles().isEmpty());
    ConsoleClient again(place);
    again.connectTo(server.port(), u"sara"_s);
    QVERIFY(again.waitForEnd());
    QCOMPARE(again.status(), 3);
    QVERIFY(server.stop());
}

QTEST_GUILESS_MAIN(TestPush)
#include "test_push.moc"

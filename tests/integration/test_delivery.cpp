// SPDX-License-Identifier: MIT
#include "support/engine_fixture.h"
#include "support/foreign_program.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using protocol::NotificationId;

/// Who gets which notification, from where it was added to the client's line.
class TestDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server = std::make_unique<EngineFixture>(); }
    void cleanup() { m_server.reset(); }

    void product_added_reachesExactlyThoseWhoWantIt();
    void product_addedTwice_reachesBothSessionsOfAnAccount();
    void session_eleventh_replacesTheOldest();
    void absence_ofManyNotifications_isCaughtUpInOrderPageByPage();
    void acknowledged_doesNotComeAgain_unacknowledgedDoes();
    void acknowledged_inOneSession_isSentToTheOtherNoMoreAtItsNextLogin();
    void product_addedByAnotherProcess_arrivesWithoutATick();
    void product_addedByAnotherProcess_isPendingAtALoginRightAfter();
    void product_insertedBySqlite3_arrives();
    void foreignRows_thatBreakTheRules_areSetAside_data();
    void foreignRows_thatBreakTheRules_areSetAside();
    void announcement_toEveryone_hasNoInterest();

private:
    std::unique_ptr<EngineFixture> m_server;
};

void TestDelivery::product_added_reachesExactlyThoseWhoWantIt()
{
    auto &server = *m_server;
    auto &store = server.store();
    const Money limit{70'000, u"EUR"_s};
    server.follower(u"phones"_s, u"Phones"_s);
    store.interest(server.account(u"repairable"_s), u"Phones"_s, u"repairable"_s);
    store.interest(server.account(u"cheap"_s), u"Phones"_s, {}, limit);
    server.follower(u"books"_s, u"Books"_s);
    server.account(u"nobody"_s);
    server.start();
    const QStringList names{u"phones"_s, u"repairable"_s, u"cheap"_s, u"books"_s, u"nobody"_s};
    std::vector<LineClient> clients(static_cast<std::size_t>(names.size()));
    for (qsizetype i = 0; i < names.size(); ++i) {
        QVERIFY(server.arrive(clients[static_cast<std::size_t>(i)], names.at(i)));
    }
    const struct
    {
        QString name;
        QString category;
        std::optional<Money> price;
        QStringList wantedBy;
    } products[] = {
        {u"Fairphone 6, REPAIRABLE"_s,
         u"Phones"_s,
         Money{59'900, u"EUR"_s},
         {u"phones"_s, u"repairable"_s, u"cheap"_s}},
        {u"Repairable, and dear"_s, u"phones"_s, Money{70'001, u"EUR"_s}, {u"phones"_s, u"repairable"_s}},
        {u"At the limit"_s, u"Phones"_s, limit, {u"phones"_s, u"cheap"_s}},
        {u"Another currency"_s, u"Phones"_s, Money{100, u"USD"_s}, {u"phones"_s}},
        {u"Without a price"_s, u"Phones"_s, {}, {u"phones"_s}},
        {u"Repairable, a book"_s, u"Books"_s, {}, {u"books"_s}},
        {u"A new category"_s, u"Garden"_s, {}, {}},
    };
    for (const auto &product : products) {
        QVERIFY(server.addProduct(product.name, product.category, product.price));
        for (qsizetype i = 0; i < names.size(); ++i) {
            if (product.wantedBy.contains(names.at(i))) {
                const auto pushed = clients[static_cast<std::size_t>(i)].expect<protocol::Notification>();
                QVERIFY2(pushed, qPrintable(names.at(i) + u" and "_s + product.name));
                QCOMPARE(pushed->title, product.name);
                QVERIFY(pushed->interest.has_value());
                QCOMPARE(pushed->interest->keyword, names.at(i) == "repairable"_L1 ? u"repairable"_s : QString());
                QCOMPARE(pushed->interest->maxPrice, names.at(i) == "cheap"_L1 ? u"700.00"_s : QString());
            }
        }
    }
    // What comes next for everybody is the announcement: nobody was sent more than that.
    server.announce(1);
    for (auto &client : clients) {
        const auto pushed = client.expect<protocol::Notification>();
        QVERIFY(pushed);
        QCOMPARE(pushed->title, u"Announcement 0"_s);
    }
}

void TestDelivery::product_addedTwice_reachesBothSessionsOfAnAccount()
{
    auto &server = *m_server;
    server.follower(u"sara"_s, u"Phones"_s);
    server.start();
    LineClient laptop;
    LineClient desktop;
    QVERIFY(server.arrive(laptop, u"sara"_s));
    QVERIFY(server.arrive(desktop, u"SARA"_s));
    for (int i = 0; i < 2; ++i) {
        QVERIFY(server.addProduct(u"Fairphone %1"_s.arg(i), u"Phones"_s));
        const auto id = laptop.expectId();
        QVERIFY(id > 0);
        QCOMPARE(desktop.expectId(), id);
        laptop.send(protocol::Ack{{id}}, u"a"_s);
        QVERIFY(laptop.expect<protocol::Ok>());
    }
}

void TestDelivery::session_eleventh_replacesTheOldest()
{
    auto &server = *m_server;
    server.follower(u"sara"_s, u"Phones"_s);
    server.start();
    std::vector<LineClient> clients(12);
    for (std::size_t i = 0; i < 10; ++i) {
        QVERIFY(server.arrive(clients[i], u"sara"_s));
    }
    for (std::size_t i = 10; i < 12; ++i) {
        QVERIFY(server.arrive(clients[i], u"sara"_s));
        QCOMPARE(clients[i - 10].expectBye(), protocol::ByeReason::Replaced);
        QVERIFY(clients[i - 10].expectEnd());
    }
    QVERIFY(server.addProduct(u"Fairphone"_s, u"Phones"_s));
    for (std::size_t i = 2; i < 12; ++i) {
        QVERIFY(clients[i].expectId() > 0);
    }
}

void TestDelivery::absence_ofManyNotifications_isCaughtUpInOrderPageByPage()
{
    auto &server = *m_server;
    server.account(u"sara"_s);
    server.announce(150);
    server.start();
    LineClient client(server.endpoint());
    const auto welcome = client.logIn(u"sara"_s, server.password());
    QVERIFY(welcome);
    NotificationId last = 0;
    int received = 0;
    QList<NotificationId> unacknowledged;
    while (true) {
        const auto message = client.next();
        QVERIFY(message);
        if (const auto *caughtUp = std::get_if<protocol::CaughtUp>(&message->message)) {
            QCOMPARE(caughtUp->lastId, last);
            break;
        }
        const auto *notification = std::get_if<protocol::Notification>(&message->message);
        QVERIFY(notification != nullptr);
        QVERIFY(notification->id > last);
        QCOMPARE(notification->title, u"Announcement %1"_s.arg(received));
        last = notification->id;
        ++received;
        unacknowledged.append(last);
        QVERIFY(unacknowledged.size() <= 64);
        if (unacknowledged.size() == 64) {
            // A full window: nothing comes before an acknowledgement, which the answer to a ping shows.
            QVERIFY(client.isAlive());
            client.send(protocol::Ack{unacknowledged.mid(0, 40)});
            unacknowledged.remove(0, 40);
        }
    }
    QCOMPARE(received, 150);
    server.announce(1);
    QVERIFY(client.expectId() > last);
}

void TestDelivery::acknowledged_doesNotComeAgain_unacknowledgedDoes()
{
    auto &server = *m_server;
    server.account(u"sara"_s);
    server.announce(5);
    server.start();
    QList<NotificationId> ids;
    {
        LineClient client(server.endpoint());
        QVERIFY(client.logIn(u"sara"_s, server.password()));
        for (int i = 0; i < 5; ++i) {
            ids.append(client.expectId());
        }
        QVERIFY(client.expect<protocol::CaughtUp>());
        client.send(protocol::Ack{{ids.at(0), ids.at(2), ids.at(3)}}, u"a"_s);
        QVERIFY(client.expect<protocol::Ok>());
        QCOMPARE(client.lastRef(), u"a"_s);
    }
    LineClient client(server.endpoint());
    const auto welcome = client.logIn(u"sara"_s, server.password());
    QVERIFY(welcome);
    QCOMPARE(welcome->pending, 2);
    QCOMPARE(client.expectId(), ids.at(1));
    QCOMPARE(client.expectId(), ids.at(4));
    QVERIFY(client.expect<protocol::CaughtUp>());
}

void TestDelivery::acknowledged_inOneSession_isSentToTheOtherNoMoreAtItsNextLogin()
{
    auto &server = *m_server;
    server.account(u"sara"_s);
    server.start();
    LineClient laptop;
    QVERIFY(server.arrive(laptop, u"sara"_s));
    server.announce(1);
    const auto id = laptop.expectId();
    laptop.send(protocol::Ack{{id}}, u"a"_s);
    QVERIFY(laptop.expect<protocol::Ok>());
    LineClient desktop(server.endpoint());
    const auto welcome = desktop.logIn(u"sara"_s, server.password());
    QVERIFY(welcome);
    QCOMPARE(welcome->pending, 0);
    QCOMPARE(desktop.expect<protocol::CaughtUp>(), protocol::CaughtUp{id});
}

void TestDelivery::product_addedByAnotherProcess_arrivesWithoutATick()
{
    auto &server = *m_server;
    server.follower(u"sara"_s, u"Phones"_s);
    server.start();
    LineClient client;
    QVERIFY(server.arrive(client, u"sara"_s));
    QElapsedTimer timer;
    timer.start();
    server.store().product(u"Fairphone"_s, u"Phones"_s);
    const auto pushed = client.expect<protocol::Notification>();
    QVERIFY(pushed);
    QCOMPARE(pushed->title, u"Fairphone"_s);
    qInfo("it took %lld ms", timer.elapsed());
}

void TestDelivery::product_addedByAnotherProcess_isPendingAtALoginRightAfter()
{
    auto &server = *m_server;
    server.follower(u"sara"_s, u"Phones"_s);
    server.start();
    LineClient client(server.endpoint());
    server.store().product(u"Fairphone"_s, u"Phones"_s);
    const auto welcome = client.logIn(u"sara"_s, EngineFixture::password());
    QVERIFY(welcome);
    QCOMPARE(welcome->pending, 1);
    QVERIFY(client.expect<protocol::Notification>());
    QVERIFY(client.expect<protocol::CaughtUp>());
}

void TestDelivery::product_insertedBySqlite3_arrives()
{
    const QString program = QStandardPaths::findExecutable(u"sqlite3"_s);
    auto &server = *m_server;
    server.follower(u"sara"_s, u"Phones"_s);
    server.start();
    LineClient client;
    QVERIFY(server.arrive(client, u"sara"_s));
    const QString sql = u"INSERT INTO product (name, category_id, price_minor, currency, description) "
                        "SELECT 'Fairphone 6', id, 59900, 'EUR', 'Repairable' FROM category WHERE name = 'Phones';"_s;
    if (program.isEmpty()) {
        ForeignProgram(server.store().path()).execute(sql);
    } else {
        QCOMPARE(QProcess::execute(program, {u"-cmd"_s, u".timeout 5000"_s, server.store().path(), sql}), 0);
    }
    const auto pushed = client.expect<protocol::Notification>();
    QVERIFY(pushed);
    QCOMPARE(pushed->title, u"Fairphone 6"_s);
    QCOMPARE(pushed->body, u"Repairable"_s);
    QCOMPARE(pushed->category, u"Phones"_s);
    QCOMPARE(pushed->price, u"599.00"_s);
    QCOMPARE(pushed->currency, u"EUR"_s);
}

void TestDelivery::foreignRows_thatBreakTheRules_areSetAside_data()
{
    QTest::addColumn<QString>("sql");
    const auto product = [](const QString &name, const QString &description) {
        return u"INSERT INTO product (name, category_id, description) SELECT %1, id, %2 FROM category "
               "WHERE name = 'Phones'"_s.arg(name, description);
    };
    QTest::newRow("name too long") << product(u"printf('%.*c', 300, 'x')"_s, u"''"_s);
    QTest::newRow("description too long") << product(u"'A'"_s, u"printf('%.*c', 5000, 'x')"_s);
    QTest::newRow("description much too long") << product(u"'A'"_s, u"printf('%.*c', 5000000, 'x')"_s);
    QTest::newRow("empty name") << product(u"''"_s, u"''"_s);
    QTest::newRow("name not UTF-8") << product(u"CAST(x'41FF42' AS TEXT)"_s, u"''"_s);
    QTest::newRow("description not UTF-8") << product(u"'A'"_s, u"CAST(x'C328' AS TEXT)"_s);
    QTest::newRow("NUL in the name") << product(u"'A' || char(0) || 'B'"_s, u"''"_s);
    QTest::newRow("line feed in the name") << product(u"'A' || char(10) || 'B'"_s, u"''"_s);
    QTest::newRow("override in the name") << product(u"'A' || char(8238) || 'B'"_s, u"''"_s);
    QTest::newRow("unknown category")
        << u"INSERT INTO product (name, category_id) VALUES ('A', 4711)"_s; // Foreign keys are off in sqlite3.
    QTest::newRow("category with a bad name") << u"INSERT INTO notification (category_id, title) VALUES (4711, 'A')"_s;
    QTest::newRow("bad link") << u"INSERT INTO notification (title, url) VALUES ('A', 'javascript:alert(1)')"_s;
    QTest::newRow("bad currency")
        << u"INSERT INTO notification (title, price_minor, currency) VALUES ('A', 5, 'euro')"_s;
    QTest::newRow("negative price")
        << u"INSERT INTO notification (title, price_minor, currency) VALUES ('A', -5, 'EUR')"_s;
    QTest::newRow("bad time") << u"INSERT INTO notification (title, created_at) VALUES ('A', 'yesterday')"_s;
}

void TestDelivery::foreignRows_thatBreakTheRules_areSetAside()
{
    QFETCH(QString, sql);
    auto &server = *m_server;
    server.follower(u"sara"_s, u"Phones"_s);
    server.start();
    LineClient client;
    QVERIFY(server.arrive(client, u"sara"_s));
    ForeignProgram other(server.store().path());
    other.execute(u"PRAGMA foreign_keys = OFF"_s);
    other.execute(sql);
    other.execute(u"INSERT INTO product (name, category_id) SELECT 'The next one', id FROM category "
                  "WHERE name = 'Phones'"_s);
    const auto pushed = client.expect<protocol::Notification>();
    QVERIFY(pushed);
    QCOMPARE(pushed->title, u"The next one"_s);
    QTRY_COMPARE_WITH_TIMEOUT(other.value(u"SELECT count(*) FROM notification WHERE set_aside IS NOT NULL"_s).toInt(),
                              1, Patience);
    QVERIFY(!other.value(u"SELECT set_aside FROM notification WHERE set_aside IS NOT NULL"_s).toString().isEmpty());
    // Nor does it come later.
    client.send(protocol::Ack{{pushed->id}});
    client.send(protocol::Pending{});
    QVERIFY(client.expect<protocol::CaughtUp>());
}

void TestDelivery::announcement_toEveryone_hasNoInterest()
{
    auto &server = *m_server;
    server.follower(u"sara"_s, u"Phones"_s);
    server.start();
    LineClient client;
    QVERIFY(server.arrive(client, u"sara"_s));
    server.announce(1);
    const auto pushed = client.expect<protocol::Notification>();
    QVERIFY(pushed);
    QVERIFY(!pushed->interest.has_value());
    QVERIFY(pushed->category.isEmpty());
}

QTEST_GUILESS_MAIN(TestDelivery)
#include "test_delivery.moc"

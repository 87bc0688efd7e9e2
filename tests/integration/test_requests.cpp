// SPDX-License-Identifier: MIT
#include "support/engine_fixture.h"

#include <QTest>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using protocol::ErrorCode;
using protocol::NotificationId;

/// What a client may ask for once it is logged in.
class TestRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server = std::make_unique<EngineFixture>(); }
    void cleanup() { m_server.reset(); }

    void pending_sendsEverythingAgain();
    void history_isPagedNewestFirst();
    void history_ofLongBodies_keepsTheLine();

    void interests_setAndGot_areTheSame();
    void interests_set_areAppliedAtOnce();
    void interests_unknownCategory_changesNothing();

    void ack_ofAnUnknownId_changesNothing();
    void ping_isAnswered();
    void bye_isAnsweredAndCloses();
    void requests_sentTogether_areAnsweredInOrder();

private:
    std::unique_ptr<EngineFixture> m_server;
};

void TestRequests::pending_sendsEverythingAgain()
{
    m_server->account(u"sara"_s);
    m_server->start();
    LineClient client;
    QVERIFY(m_server->arrive(client, u"sara"_s));
    m_server->announce(3);
    QList<NotificationId> ids;
    for (int i = 0; i < 3; ++i) {
        ids.append(client.expectId());
    }
    client.send(protocol::Ack{{ids.at(1)}}, u"a"_s);
    QVERIFY(client.expect<protocol::Ok>());
    for (const QString &ref : {u"p1"_s, u"p2"_s}) {
        client.send(protocol::Pending{}, ref);
        QCOMPARE(client.expectId(), ids.at(0));
        QCOMPARE(client.expectId(), ids.at(2));
        QCOMPARE(client.expect<protocol::CaughtUp>(), protocol::CaughtUp{ids.at(2)});
        QCOMPARE(client.lastRef(), ref);
    }
}

void TestRequests::history_isPagedNewestFirst()
{
    m_server->account(u"sara"_s);
    m_server->announce(7);
    m_server->start();
    LineClient client(m_server->endpoint());
    QVERIFY(client.logIn(u"sara"_s, m_server->password()));
    QList<NotificationId> ids;
    for (int i = 0; i < 7; ++i) {
        ids.prepend(client.expectId());
    }
    QVERIFY(client.expect<protocol::CaughtUp>());
    client.send(protocol::Ack{{ids.at(0), ids.at(6)}});

    QList<NotificationId> got;
    std::optional<NotificationId> before;
    for (int page = 0; page < 3; ++page) {
        client.send(protocol::HistoryRequest{before, 3}, u"h%1"_s.arg(page));
        const auto history = client.expect<protocol::HistoryPage>();
        QVERIFY(history);
        QCOMPARE(client.lastRef(), u"h%1"_s.arg(page));
        QCOMPARE(history->more, page < 2);
        for (const auto &item : history->items) {
            got.append(item.id);
            QCOMPARE(item.visitedAt.isValid(), item.id == ids.at(0) || item.id == ids.at(6));
        }
        before = got.last();
    }
    QCOMPARE(got, ids);
    client.send(protocol::HistoryRequest{ids.last(), 200});
    const auto nothing = client.expect<protocol::HistoryPage>();
    QVERIFY(nothing && nothing->items.isEmpty() && !nothing->more);
}

void TestRequests::history_ofLongBodies_keepsTheLine()
{
    m_server->account(u"sara"_s);
    auto &store = m_server->store();
    must(store->write([&]() -> Result<void> {
        for (int i = 0; i < 60; ++i) {
            must(store->notifications().announce({u"T%1"_s.arg(i), QString(4096, u'x'), {}, {}, {}}));
        }
        return {};
    }));
    m_server->start();
    LineClient client(m_server->endpoint());
    QVERIFY(client.logIn(u"sara"_s, m_server->password()));
    QVERIFY(client.expectId() > 0);
    QList<NotificationId> all;
    std::optional<NotificationId> before;
    bool more = true;
    while (more) {
        client.send(protocol::HistoryRequest{before, 200}, u"h"_s);
        std::optional<protocol::FromServer> answer;
        do { // Catching up goes on beside it.
            answer = client.next();
            QVERIFY(answer);
        } while (answer->ref != u"h"_s);
        const auto *page = std::get_if<protocol::HistoryPage>(&answer->message);
        QVERIFY(page != nullptr && !page->items.isEmpty());
        QVERIFY(protocol::encode(*page, u"h"_s).size() <= protocol::LineBytes);
        for (const auto &item : page->items) {
            QVERIFY(all.isEmpty() || item.id < all.last());
            all.append(item.id);
        }
        before = all.last();
        more = page->more;
    }
    QCOMPARE(all.size(), 60);
}

void TestRequests::interests_setAndGot_areTheSame()
{
    m_server->follower(u"sara"_s, u"Phones"_s);
    must(m_server->store()->categories().ensure(u"Books"_s));
    m_server->start();
    LineClient client;
    QVERIFY(m_server->arrive(client, u"sara"_s));
    client.send(protocol::GetInterests{}, u"g"_s);
    auto list = client.expect<protocol::InterestList>();
    QVERIFY(list);
    QCOMPARE(client.lastRef(), u"g"_s);
    QCOMPARE(list->interests, (QList<protocol::Interest>{{u"Phones"_s, {}, {}, {}}}));
    QCOMPARE(list->categories, (QStringList{u"Books"_s, u"Phones"_s}));

    const QList<protocol::Interest> wanted{{u"Books"_s, u"Persian"_s, {}, {}},
                                           {u"Phones"_s, {}, u"700.00"_s, u"EUR"_s}};
    client.send(protocol::SetInterests{wanted}, u"s"_s);
    list = client.expect<protocol::InterestList>();
    QVERIFY(list);
    QCOMPARE(client.lastRef(), u"s"_s);
    QCOMPARE(QSet(list->interests.cbegin(), list->interests.cend()), QSet(wanted.cbegin(), wanted.cend()));
    client.send(protocol::SetInterests{});
    list = client.expect<protocol::InterestList>();
    QVERIFY(list && list->interests.isEmpty());
}

void TestRequests::interests_set_areAppliedAtOnce()
{
    m_server->follower(u"sara"_s, u"Phones"_s);
    must(m_server->store()->categories().ensure(u"Books"_s));
    m_server->start();
    LineClient client;
    QVERIFY(m_server->arrive(client, u"sara"_s));
    QVERIFY(m_server->addProduct(u"A phone"_s, u"Phones"_s));
    QVERIFY(client.expectId() > 0);
    client.send(protocol::SetInterests{{{u"books"_s, {}, {}, {}}}});
    QVERIFY(client.expect<protocol::InterestList>());
    QVERIFY(m_server->addProduct(u"Another phone"_s, u"Phones"_s));
    QVERIFY(m_server->addProduct(u"A book"_s, u"Books"_s));
    const auto pushed = client.expect<protocol::Notification>();
    QVERIFY(pushed);
    QCOMPARE(pushed->title, u"A book"_s);
}

void TestRequests::interests_unknownCategory_changesNothing()
{
    m_server->follower(u"sara"_s, u"Phones"_s);
    m_server->start();
    LineClient client;
    QVERIFY(m_server->arrive(client, u"sara"_s));
    client.send(protocol::SetInterests{{{u"Phones"_s, u"x"_s, {}, {}}, {u"Nonsense"_s, {}, {}, {}}}}, u"s"_s);
    QCOMPARE(client.expectError(), ErrorCode::UnknownCategory);
    QCOMPARE(client.lastRef(), u"s"_s);
    client.send(protocol::GetInterests{});
    const auto list = client.expect<protocol::InterestList>();
    QVERIFY(list);
    QCOMPARE(list->interests, (QList<protocol::Interest>{{u"Phones"_s, {}, {}, {}}}));
}

void TestRequests::ack_ofAnUnknownId_changesNothing()
{
    m_server->account(u"sara"_s);
    const auto reza = m_server->follower(u"reza"_s, u"Phones"_s);
    m_server->start();
    LineClient client;
    QVERIFY(m_server->arrive(client, u"sara"_s));
    const auto others = m_server->store().product(u"For Reza"_s, u"Phones"_s);
    m_server->announce(1);
    const auto id = client.expectId();
    for (const QList<NotificationId> &ids : {QList<NotificationId>{id, 999}, {others}, {id, others}}) {
        client.send(protocol::Ack{ids}, u"a"_s);
        QCOMPARE(client.expectError(), ErrorCode::UnknownId);
        QCOMPARE(client.lastRef(), u"a"_s);
    }
    client.send(protocol::Pending{});
    QCOMPARE(client.expectId(), id);
    QVERIFY(client.expect<protocol::CaughtUp>());
    QCOMPARE(m_server->store().lacking(reza).size(), 2u);
}

void TestRequests::ping_isAnswered()
{
    m_server->account(u"sara"_s);
    m_server->start();
    LineClient client(m_server->endpoint());
    QVERIFY(client.expect<protocol::Hello>());
    client.send(protocol::Ping{5}, u"p"_s); // Before the login too.
    QCOMPARE(client.expect<protocol::Pong>(), protocol::Pong{5});
    QCOMPARE(client.lastRef(), u"p"_s);
    client.send(protocol::Pong{5}); // Asked for or not.
    QVERIFY(client.isAlive());
}

void TestRequests::bye_isAnsweredAndCloses()
{
    m_server->account(u"sara"_s);
    m_server->start();
    LineClient early(m_server->endpoint());
    QVERIFY(early.expect<protocol::Hello>());
    LineClient late;
    QVERIFY(m_server->arrive(late, u"sara"_s));
    for (LineClient *client : {&early, &late}) {
        client->send(protocol::ClientBye{});
        QCOMPARE(client->expectBye(), protocol::ByeReason::Idle);
        QVERIFY(client->expectEnd());
    }
}

void TestRequests::requests_sentTogether_areAnsweredInOrder()
{
    m_server->follower(u"sara"_s, u"Phones"_s);
    m_server->start();
    LineClient client;
    QVERIFY(m_server->arrive(client, u"sara"_s));
    QByteArray lines;
    for (int i = 0; i < 100; ++i) {
        lines += protocol::encode(protocol::GetInterests{}, QString::number(2 * i));
        lines += protocol::encode(protocol::ClientMessage(protocol::Ping{i}), QString::number(2 * i + 1));
    }
    client.sendBytes(lines);
    for (int i = 0; i < 200; ++i) {
        const auto message = client.next();
        QVERIFY(message);
        QCOMPARE(message->ref, QString::number(i));
        QCOMPARE(std::holds_alternative<protocol::Pong>(message->message), i % 2 == 1);
    }
}

QTEST_GUILESS_MAIN(TestRequests)
#include "test_requests.moc"

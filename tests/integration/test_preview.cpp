// SPDX-License-Identifier: MIT
#include "support/engine_fixture.h"
#include "support/foreign_program.h"

#include <QSemaphore>
#include <QTest>

#include <array>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using protocol::ErrorCode;
using protocol::Preview;
using protocol::PreviewInterests;

/// What interests would have brought, asked of a server by a client.
class TestPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_server.reset(); }

    void greeting_namesTheFeature();
    void preview_ofInterests_isAnswered();
    void preview_always_changesNothing();
    void preview_ofLongBodies_keepsTheLine();
    void preview_faulty_isRefused_data();
    void preview_faulty_isRefused();
    void preview_beforeTheLogin_isRefused();
    void preview_whileSomebodyWrites_isAnswered();
    void previews_sentTogether_areAnsweredInOrder();
    void previews_ofManyClients_leaveTheReaderToOthers();
    void preview_waitingWhenItsClientLeaves_isLeftOut();

private:
    /// Keeps the reader busy from now until `go` is released.
    void holdReader(QObject &context, QSemaphore &go)
    {
        QSemaphore held;
        m_server->engine().reader().read(
            &context,
            [&held, &go](store::Store &) {
                held.release();
                return go.tryAcquire(1, Patience);
            },
            [](bool) {});
        held.acquire();
    }

    std::unique_ptr<EngineFixture> m_server;
};

void TestPreview::init()
{
    m_server = std::make_unique<EngineFixture>();
    m_server->follower(u"sara"_s, u"Books"_s);
    must(m_server->store()->categories().ensure(u"Phones"_s));
}

void TestPreview::greeting_namesTheFeature()
{
    m_server->start();
    LineClient client(m_server->endpoint());
    const auto hello = client.expect<protocol::Hello>();
    QVERIFY(hello && hello->features.contains(protocol::PreviewFeature));
}

void TestPreview::preview_ofInterests_isAnswered()
{
    m_server->start();
    LineClient client;
    QVERIFY(m_server->arrive(client, u"sara"_s));
    QVERIFY(m_server->addProduct(u"Cheap phone"_s, u"Phones"_s, Money{9900, u"EUR"_s}));
    QVERIFY(m_server->addProduct(u"Dear phone"_s, u"Phones"_s, Money{99900, u"EUR"_s}));
    QVERIFY(m_server->addProduct(u"Cheaper phone"_s, u"Phones"_s, Money{4900, u"EUR"_s}));
    const QDateTime before = QDateTime::currentDateTimeUtc();
    client.send(PreviewInterests{{{u"phones"_s, u"CHEAP"_s, u"100"_s, u"EUR"_s}}, 7, 1}, u"v"_s);
    const auto preview = client.expect<Preview>();
    QVERIFY(preview);
    QCOMPARE(client.lastRef(), u"v"_s);
    QCOMPARE(preview->total, 2);
    QVERIFY(preview->since >= before.addDays(-7).addSecs(-1));
    QVERIFY(preview->since <= QDateTime::currentDateTimeUtc().addDays(-7));
    QCOMPARE(preview->items.size(), 1);
    const auto &item = preview->items.first();
    QCOMPARE(item.title, u"Cheaper phone"_s);
    QCOMPARE(item.price, u"49.00"_s);
    QCOMPARE(item.interest, (protocol::Interest{u"Phones"_s, u"CHEAP"_s, u"100.00"_s, u"EUR"_s}));
    client.send(PreviewInterests{}, u"none"_s);
    const auto nothing = client.expect<Preview>();
    QVERIFY(nothing && nothing->total == 0 && nothing->items.isEmpty());
}

void TestPreview::preview_always_changesNothing()
{
    m_server->start();
    LineClient client;
    QVERIFY(m_server->arrive(client, u"sara"_s));
    QVERIFY(m_server->addProduct(u"A phone"_s, u"Phones"_s));
    client.send(PreviewInterests{{{u"Phones"_s, {}, {}, {}}}});
    QVERIFY(client.expect<Preview>());
    client.send(protocol::GetInterests{});
    const auto list = client.expect<protocol::InterestList>();
    QVERIFY(list);
    QCOMPARE(list->interests, (QList<protocol::Interest>{{u"Books"_s, {}, {}, {}}}));
    QVERIFY(m_server->addProduct(u"Another phone"_s, u"Phones"_s));
    QVERIFY(m_server->addProduct(u"A book"_s, u"Books"_s));
    const auto pushed = client.expect<protocol::Notification>();
    QVERIFY(pushed);
    QCOMPARE(pushed->title, u"A book"_s);
    // What was shown in a preview was not sent: it cannot be acknowledged.
    client.send(protocol::Ack{{pushed->id - 1}});
    QCOMPARE(client.expectError(), ErrorCode::UnknownId);
}

void TestPreview::preview_ofLongBodies_keepsTheLine()
{
    auto &store = m_server->store();
    must(store->write([&]() -> Result<void> {
        for (int i = 0; i < 60; ++i) {
            must(store->notifications().announce({u"T%1"_s.arg(i), QString(4096, u'x'), u"Phones"_s, {}, {}}));
        }
        return {};
    }));
    ForeignProgram(store.path())
        .execute(u"UPDATE notification SET created_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now')"_s);
    m_server->start();
    LineClient client;
    QVERIFY(m_server->arrive(client, u"sara"_s));
    client.send(PreviewInterests{{{u"Phones"_s, {}, {}, {}}}, 1, protocol::PreviewItemsMost}, u"v"_s);
    const auto preview = client.expect<Preview>();
    QVERIFY(preview);
    QCOMPARE(preview->total, 60);
    QVERIFY(preview->items.size() > 5);
    QCOMPARE(preview->items.first().title, u"T59"_s);
    QVERIFY(protocol::encode(*preview, u"v"_s).size() <= protocol::LineBytes);
    QVERIFY(client.isAlive());
}

void TestPreview::preview_faulty_isRefused_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("category") << R"("interests":[{"category":"Nonsense"}])"_ba << ErrorCode::UnknownCategory;
    QTest::newRow("second category") << R"("interests":[{"category":"Phones"},{"category":"Cars"}])"_ba
                                     << ErrorCode::UnknownCategory;
    QTest::newRow("keyword without a letter")
        << R"("interests":[{"category":"Phones","keyword":"\u064b"}])"_ba << ErrorCode::BadField;
    QTest::newRow("currency") << R"("interests":[{"category":"Phones","max_price":"1","currency":"eur"}])"_ba
                              << ErrorCode::BadField;
    QTest::newRow("days") << R"("interests":[],"days":91)"_ba << ErrorCode::BadField;
    QTest::newRow("limit") << R"("interests":[],"limit":0)"_ba << ErrorCode::BadField;
    QTest::newRow("text") << R"("interests":[{"category":"\u202e"}])"_ba << ErrorCode::BadText;
}

void TestPreview::preview_faulty_isRefused()
{
    QFETCH(QByteArray, fields);
    QFETCH(ErrorCode, code);
    m_server->start();
    LineClient client;
    QVERIFY(m_server->arrive(client, u"sara"_s));
    client.sendLine(R"({"type":"preview_interests","ref":"v",)" + fields + '}');
    QCOMPARE(client.expectError(), code);
    QCOMPARE(client.lastRef(), u"v"_s);
    QVERIFY(client.isAlive());
}

void TestPreview::preview_beforeTheLogin_isRefused()
{
    m_server->start();
    LineClient client(m_server->endpoint());
    QVERIFY(client.expect<protocol::Hello>());
    client.send(PreviewInterests{}, u"v"_s);
    QCOMPARE(client.expectError(), ErrorCode::NotLoggedIn);
}

void TestPreview::preview_whileSomebodyWrites_isAnswered()
{
    m_server->start();
    LineClient client;
    QVERIFY(m_server->arrive(client, u"sara"_s));
    ForeignProgram program(m_server->store().path());
    program.execute(u"BEGIN IMMEDIATE"_s);
    client.send(PreviewInterests{{{u"Phones"_s, {}, {}, {}}}});
    QVERIFY(client.expect<Preview>());
    program.execute(u"COMMIT"_s);
}

void TestPreview::previews_sentTogether_areAnsweredInOrder()
{
    m_server->start();
    LineClient client;
    QVERIFY(m_server->arrive(client, u"sara"_s));
    QByteArray lines;
    for (int i = 0; i < 20; ++i) {
        const QString category = i % 2 == 0 ? u"Phones"_s : u"Books"_s;
        lines += protocol::encode(PreviewInterests{{{category, {}, {}, {}}}}, QString::number(2 * i));
        lines += protocol::encode(protocol::GetInterests{}, QString::number(2 * i + 1));
    }
    client.sendBytes(lines);
    for (int i = 0; i < 40; ++i) {
        const auto message = client.next();
        QVERIFY(message);
        QCOMPARE(message->ref, QString::number(i));
        QCOMPARE(std::holds_alternative<Preview>(message->message), i % 2 == 0);
    }
}

void TestPreview::previews_ofManyClients_leaveTheReaderToOthers()
{
    m_server->start();
    std::array<LineClient, 4> clients;
    for (LineClient &client : clients) {
        QVERIFY(m_server->arrive(client, u"sara"_s));
    }
    QObject context;
    QSemaphore go;
    holdReader(context, go);
    for (LineClient &client : clients) {
        client.send(PreviewInterests{{{u"Phones"_s, {}, {}, {}}}});
    }
    LineClient witness; // Everybody before it has been heard when it is.
    QVERIFY(m_server->arrive(witness, u"sara"_s));
    // Behind all of them comes a window. When its turn is there, one of them has been answered, and no more.
    QSemaphore windowIsServed;
    QSemaphore windowGoes;
    m_server->engine().reader().read(
        &context,
        [&](store::Store &) {
            windowIsServed.release();
            return windowGoes.tryAcquire(1, Patience);
        },
        [](bool) {});
    go.release();
    QVERIFY(windowIsServed.tryAcquire(1, Patience));
    QList<LineClient *> unanswered;
    for (LineClient &client : clients) {
        if (!client.next(100)) {
            unanswered.append(&client);
        }
    }
    windowGoes.release();
    QVERIFY(unanswered.size() >= 3);
    for (LineClient *client : unanswered) {
        QVERIFY(client->expect<Preview>());
    }
}

void TestPreview::preview_waitingWhenItsClientLeaves_isLeftOut()
{
    m_server->start();
    LineClient staying;
    QVERIFY(m_server->arrive(staying, u"sara"_s));
    QObject context;
    QSemaphore go;
    holdReader(context, go);
    {
        std::array<LineClient, 3> leaving;
        for (LineClient &client : leaving) {
            QVERIFY(m_server->arrive(client, u"sara"_s));
            client.send(PreviewInterests{{{u"Phones"_s, {}, {}, {}}}});
        }
    }
    staying.send(PreviewInterests{{{u"Phones"_s, {}, {}, {}}}}, u"v"_s);
    go.release();
    QVERIFY(staying.expect<Preview>());
    QCOMPARE(staying.lastRef(), u"v"_s);
    QVERIFY(staying.isAlive());
}

QTEST_GUILESS_MAIN(TestPreview)
#include "test_preview.moc"

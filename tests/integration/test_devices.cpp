// SPDX-License-Identifier: MIT
#include "support/engine_fixture.h"

#include <QTest>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using protocol::ErrorCode;
using protocol::NotificationId;

/// Devices of one account that log in by their tokens, as the tray does from its second start on.
class TestDevices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<EngineFixture>();
        m_sara = m_server->account(u"sara"_s);
        m_server->start();
    }
    void cleanup() { m_server.reset(); }

    void push_reachesBothDevices();
    void acknowledgement_ofOneDevice_countsForTheOther();
    void logout_ofOneDevice_leavesTheOtherItsToken();
    void passwordChanged_refusesTheTokens();
    void passwordChangedByAnotherProgram_refusesTheTokens();
    void accountRemoved_refusesTheTokens();
    void history_isPagedByWhoeverLogsInByToken();
    void pending_byToken_bringsWhatTheOtherDeviceLeft();

private:
    /// A token for one more device.
    QString remember()
    {
        LineClient client(m_server->endpoint());
        const auto welcome = client.logIn(u"sara"_s, m_server->password(), true);
        return welcome ? welcome->token : QString();
    }
    /// Sends the login; the answer is the next message.
    void arriveByToken(LineClient &client, const QString &token)
    {
        client.connectTo(m_server->endpoint());
        if (client.expect<protocol::Hello>()) {
            protocol::Login login;
            login.token = token;
            client.send(login);
        }
    }
    /// Whether the login by this token is refused, as one with a wrong password is.
    bool isRefused(const QString &token)
    {
        LineClient client;
        arriveByToken(client, token);
        return client.expectError() == ErrorCode::BadCredentials;
    }
    bool isWelcome(const QString &token)
    {
        LineClient client;
        arriveByToken(client, token);
        return client.expect<protocol::Welcome>().has_value();
    }

    std::unique_ptr<EngineFixture> m_server;
    people::AccountId m_sara = 0;
};

void TestDevices::push_reachesBothDevices()
{
    LineClient first;
    LineClient second;
    for (LineClient *client : {&first, &second}) {
        arriveByToken(*client, remember());
        QVERIFY(client->expect<protocol::Welcome>());
        QVERIFY(client->expect<protocol::CaughtUp>());
    }
    m_server->announce(2);
    for (LineClient *client : {&first, &second}) {
        QVERIFY(client->expectId() > 0);
        QVERIFY(client->expectId() > 0);
    }
}

void TestDevices::acknowledgement_ofOneDevice_countsForTheOther()
{
    m_server->announce(2);
    const QString token = remember();
    LineClient first;
    arriveByToken(first, remember());
    QVERIFY(first.expect<protocol::Welcome>());
    const NotificationId id = first.expectId();
    QVERIFY(first.expectId() > id);
    QVERIFY(first.expect<protocol::CaughtUp>());
    first.send(protocol::Ack{{id}}, u"a"_s);
    QVERIFY(first.expect<protocol::Ok>());
    LineClient second;
    arriveByToken(second, token);
    const auto welcome = second.expect<protocol::Welcome>();
    QVERIFY(welcome);
    QCOMPARE(welcome->pending, 1);
    QVERIFY(second.expectId() > id);
    QVERIFY(second.expect<protocol::CaughtUp>());
}

void TestDevices::logout_ofOneDevice_leavesTheOtherItsToken()
{
    const QString leaving = remember();
    const QString staying = remember();
    QVERIFY(leaving != staying);
    LineClient client;
    arriveByToken(client, leaving);
    QVERIFY(client.expect<protocol::Welcome>());
    QVERIFY(client.expect<protocol::CaughtUp>());
    client.send(protocol::Logout{}, u"o"_s);
    QCOMPARE(client.expectBye(), protocol::ByeReason::Idle);
    QCOMPARE(client.lastRef(), u"o"_s);
    QVERIFY(client.expectEnd());
    QVERIFY(isRefused(leaving));
    QVERIFY(isWelcome(staying));
}

void TestDevices::passwordChanged_refusesTheTokens()
{
    const QStringList tokens{remember(), remember()};
    const QByteArray hash = must(people::hashPassword(u"another one"_s));
    QObject context;
    bool isChanged = false;
    m_server->engine().store().write(
        &context, [this, hash](store::Store &store) { return store.accounts().setPasswordHash(m_sara, hash); },
        [&isChanged](const Result<void> &changed) { isChanged = changed.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(isChanged, Patience);
    for (const QString &token : tokens) {
        QVERIFY(isRefused(token));
    }
}

void TestDevices::passwordChangedByAnotherProgram_refusesTheTokens()
{
    const QString token = remember();
    QVERIFY(isWelcome(token));
    const QByteArray hash = must(people::hashPassword(u"another one"_s));
    auto &store = m_server->store();
    must(store->write([&] { return store->accounts().setPasswordHash(m_sara, hash); }));
    QVERIFY(isRefused(token));
    LineClient client(m_server->endpoint());
    QVERIFY(client.logIn(u"sara"_s, u"another one"_s));
}

void TestDevices::accountRemoved_refusesTheTokens()
{
    const QString token = remember();
    auto &store = m_server->store();
    must(store->write([&] { return store->accounts().remove(m_sara); }));
    QVERIFY(isRefused(token));
}

void TestDevices::history_isPagedByWhoeverLogsInByToken()
{
    m_server->announce(5);
    LineClient client;
    arriveByToken(client, remember());
    QVERIFY(client.expect<protocol::Welcome>());
    QList<NotificationId> ids;
    for (int i = 0; i < 5; ++i) {
        ids.prepend(client.expectId());
    }
    QVERIFY(client.expect<protocol::CaughtUp>());
    client.send(protocol::Ack{ids.first(2)}); // Visited or not, it is the account's.
    QList<NotificationId> got;
    std::optional<NotificationId> before;
    for (const int size : {2, 2, 1}) {
        client.send(protocol::HistoryRequest{before, 2});
        const auto page = client.expect<protocol::HistoryPage>();
        QVERIFY(page);
        QCOMPARE(page->items.size(), size);
        QCOMPARE(page->more, size == 2);
        for (const auto &item : page->items) {
            got.append(item.id);
        }
        before = got.last();
    }
    QCOMPARE(got, ids);
}

void TestDevices::pending_byToken_bringsWhatTheOtherDeviceLeft()
{
    LineClient first;
    LineClient second;
    for (LineClient *client : {&first, &second}) {
        arriveByToken(*client, remember());
        QVERIFY(client->expect<protocol::Welcome>());
        QVERIFY(client->expect<protocol::CaughtUp>());
    }
    m_server->announce(2);
    const NotificationId id = first.expectId();
    const NotificationId next = first.expectId();
    QCOMPARE(second.expectId(), id);
    QCOMPARE(second.expectId(), next);
    first.send(protocol::Ack{{id}}, u"a"_s);
    QVERIFY(first.expect<protocol::Ok>());
    second.send(protocol::Pending{}, u"p"_s);
    QCOMPARE(second.expectId(), next);
    QCOMPARE(second.expect<protocol::CaughtUp>(), protocol::CaughtUp{next});
    QCOMPARE(second.lastRef(), u"p"_s);
}

QTEST_GUILESS_MAIN(TestDevices)
#include "test_devices.moc"

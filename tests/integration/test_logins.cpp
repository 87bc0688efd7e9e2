// SPDX-License-Identifier: MIT
#include "support/engine_fixture.h"

#include <QElapsedTimer>
#include <QTest>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using protocol::ErrorCode;

/// Who is let in, and what ends a session that was.
class TestLogins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server = std::make_unique<EngineFixture>(); }
    void cleanup() { m_server.reset(); }

    void greeting_namesTheProtocolAndTheDatabase();
    void login_withPassword_isWelcomed();
    void login_faulty_saysTheSameForEveryReason();
    void login_again_isRefused();
    void login_afterAFailure_isPossible();

    void remember_givesAToken_thatLogsIn();
    void logout_forgetsTheTokenAndSaysBye();

    void password_changedInThisProcess_endsTheSessions();
    void account_removedInThisProcess_endsTheSessions();
    void accounts_ofAnotherServer_areNotMistaken();

private:
    std::unique_ptr<EngineFixture> m_server;
};

namespace {

protocol::Login tokenLogin(const QString &token)
{
    protocol::Login login;
    login.token = token;
    return login;
}

protocol::Login passwordLogin(const QString &user, const QString &password)
{
    protocol::Login login;
    login.user = user;
    login.password = password;
    return login;
}

} // namespace

void TestLogins::greeting_namesTheProtocolAndTheDatabase()
{
    m_server->start();
    LineClient client(m_server->endpoint());
    const auto hello = client.expect<protocol::Hello>();
    QVERIFY(hello);
    QCOMPARE(hello->protocol, 1);
    QVERIFY(hello->server.startsWith(u"jarchi/"_s));
    QCOMPARE(hello->epoch, m_server->store()->epoch());
    QVERIFY(hello->features.contains(u"history"_s));
}

void TestLogins::login_withPassword_isWelcomed()
{
    m_server->account(u"sara"_s);
    m_server->announce(3);
    m_server->start();
    LineClient client(m_server->endpoint());
    const auto welcome = client.logIn(u" SARA "_s, m_server->password());
    QVERIFY(welcome);
    QCOMPARE(welcome->user, u"sara"_s);
    QCOMPARE(welcome->displayName, u"sara"_s);
    QVERIFY(welcome->token.isEmpty());
    QCOMPARE(welcome->pending, 3);
    QCOMPARE(welcome->heartbeat, protocol::HeartbeatSilence);
    QVERIFY(must(m_server->store()->accounts().find(u"sara"_s)).lastSeenAt.isValid());
}

void TestLogins::login_faulty_saysTheSameForEveryReason()
{
    m_server->account(u"sara"_s);
    m_server->store().account(u"nopassword"_s);
    m_server->start();
    const std::pair<const char *, protocol::Login> attempts[] = {
        {"a wrong password", passwordLogin(u"sara"_s, u"wrong"_s)},
        {"an unknown user", passwordLogin(u"nobody"_s, u"wrong"_s)},
        {"a user without a password", passwordLogin(u"nopassword"_s, u"wrong"_s)},
        {"a wrong token", tokenLogin(u"mMmMmMmMmMmMmMmMmMmMmMmMmMmMmMmMmMmMmMmMmMm"_s)},
    };
    std::optional<protocol::ErrorMessage> said;
    for (const auto &[what, login] : attempts) {
        LineClient client(m_server->endpoint());
        QVERIFY(client.expect<protocol::Hello>());
        QElapsedTimer timer;
        timer.start();
        client.send(login, u"l"_s);
        const auto error = client.expect<protocol::ErrorMessage>();
        QVERIFY(error);
        qInfo("%s: %lld ms", what, timer.elapsed());
        QCOMPARE(client.lastRef(), u"l"_s);
        QCOMPARE(error->code, ErrorCode::BadCredentials);
        QCOMPARE(*error, said.value_or(*error));
        said = error;
        QVERIFY(client.isAlive());
    }
}

void TestLogins::login_again_isRefused()
{
    m_server->account(u"sara"_s);
    m_server->start();
    LineClient client;
    QVERIFY(m_server->arrive(client, u"sara"_s));
    client.send(passwordLogin(u"sara"_s, m_server->password()), u"again"_s);
    QCOMPARE(client.expectError(), ErrorCode::AlreadyLoggedIn);
    QVERIFY(client.isAlive());
    m_server->announce(1);
    QVERIFY(client.expectId() > 0);
}

void TestLogins::login_afterAFailure_isPossible()
{
    m_server->account(u"sara"_s);
    m_server->start();
    LineClient client(m_server->endpoint());
    QVERIFY(client.expect<protocol::Hello>());
    client.send(passwordLogin(u"sara"_s, u"wrong"_s));
    QCOMPARE(client.expectError(), ErrorCode::BadCredentials);
    client.send(passwordLogin(u"sara"_s, m_server->password()));
    QVERIFY(client.expect<protocol::Welcome>());
}

void TestLogins::remember_givesAToken_thatLogsIn()
{
    m_server->account(u"sara"_s);
    m_server->start();
    QString token;
    {
        LineClient client(m_server->endpoint());
        const auto welcome = client.logIn(u"sara"_s, m_server->password(), true);
        QVERIFY(welcome);
        token = welcome->token;
        QVERIFY(!token.isEmpty());
    }
    for (int i = 0; i < 2; ++i) {
        LineClient client(m_server->endpoint());
        QVERIFY(client.expect<protocol::Hello>());
        client.send(tokenLogin(token));
        const auto welcome = client.expect<protocol::Welcome>();
        QVERIFY(welcome);
        QCOMPARE(welcome->user, u"sara"_s);
        QVERIFY(welcome->token.isEmpty());
    }
}

void TestLogins::logout_forgetsTheTokenAndSaysBye()
{
    m_server->account(u"sara"_s);
    m_server->start();
    LineClient client(m_server->endpoint());
    const auto welcome = client.logIn(u"sara"_s, m_server->password(), true);
    QVERIFY(welcome);
    QVERIFY(client.expect<protocol::CaughtUp>());
    client.send(protocol::Logout{});
    QCOMPARE(client.expectBye(), protocol::ByeReason::Idle);
    QVERIFY(client.expectEnd());

    LineClient again(m_server->endpoint());
    QVERIFY(again.expect<protocol::Hello>());
    again.send(tokenLogin(welcome->token));
    QCOMPARE(again.expectError(), ErrorCode::BadCredentials);
}

void TestLogins::password_changedInThisProcess_endsTheSessions()
{
    const auto sara = m_server->account(u"sara"_s);
    m_server->account(u"ali"_s);
    m_server->start();
    LineClient byPassword;
    byPassword.connectTo(m_server->endpoint());
    const auto welcome = byPassword.logIn(u"sara"_s, m_server->password(), true);
    QVERIFY(welcome);
    QVERIFY(byPassword.expect<protocol::CaughtUp>());
    LineClient byToken(m_server->endpoint());
    QVERIFY(byToken.expect<protocol::Hello>());
    byToken.send(tokenLogin(welcome->token));
    QVERIFY(byToken.expect<protocol::Welcome>());
    QVERIFY(byToken.expect<protocol::CaughtUp>());
    LineClient other;
    QVERIFY(m_server->arrive(other, u"ali"_s));

    const QByteArray hash = must(people::hashPassword(u"another one"_s));
    QObject context;
    m_server->engine().store().write(
        &context, [sara, hash](store::Store &store) { return store.accounts().setPasswordHash(sara, hash); },
        [](const Result<void> &changed) { must(changed); });
    for (LineClient *client : {&byPassword, &byToken}) {
        QCOMPARE(client->expectError(), ErrorCode::BadCredentials);
        QCOMPARE(client->expectBye(), protocol::ByeReason::Idle);
        QVERIFY(client->expectEnd());
    }
    QVERIFY(other.isAlive());
    LineClient again(m_server->endpoint());
    QVERIFY(again.logIn(u"sara"_s, u"another one"_s));
    QVERIFY(again.expect<protocol::CaughtUp>());
    // What another program changes that is no password disturbs nobody.
    must(m_server->store()->write([&] { return m_server->store()->accounts().touch(sara); }));
    m_server->announce(1);
    QVERIFY(again.expectId() > 0);
    QVERIFY(again.isAlive());
}

void TestLogins::account_removedInThisProcess_endsTheSessions()
{
    const auto sara = m_server->account(u"sara"_s);
    m_server->start();
    LineClient client;
    QVERIFY(m_server->arrive(client, u"sara"_s));
    QObject context;
    m_server->engine().store().write(
        &context, [sara](store::Store &store) { return store.accounts().remove(sara); },
        [](const Result<void> &removed) { must(removed); });
    QCOMPARE(client.expectError(), ErrorCode::BadCredentials);
    QCOMPARE(client.expectBye(), protocol::ByeReason::Idle);
    QVERIFY(client.expectEnd());
}

void TestLogins::accounts_ofAnotherServer_areNotMistaken()
{
    // The connections of a server that starts again have the numbers of those before.
    const auto sara = m_server->account(u"sara"_s);
    m_server->account(u"ali"_s);
    m_server->start();
    LineClient client;
    QVERIFY(m_server->arrive(client, u"sara"_s));
    QVERIFY(m_server->stop());
    m_server->start();
    LineClient second;
    QVERIFY(m_server->arrive(second, u"ali"_s));
    must(m_server->store()->write([&] { return m_server->store()->accounts().remove(sara); }));
    m_server->announce(1);
    QVERIFY(second.expectId() > 0);
    QVERIFY(second.isAlive());
}

QTEST_GUILESS_MAIN(TestLogins)
#include "test_logins.moc"

// SPDX-License-Identifier: MIT
#include "support/scripted_client_fixture.h"

using namespace jarchi;
using namespace jarchi::client;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Field = SignInFault::Field;
namespace setting = preferences::setting;

/// Signing in and out.
class TestClientAccount : public QObject, private ScriptedClientFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }

    void firstStart_wantsASignIn();
    void signIn_keepsTheTokenAndNotThePassword();
    void signIn_notToBeRemembered_keepsNothing();
    void signIn_stayingConnected_isPreferred();

    void wrongDetails_areToldBesideTheirField_data();
    void wrongDetails_areToldBesideTheirField();
    void serverThatSaysNo_isToldBesideItsField_data();
    void serverThatSaysNo_isToldBesideItsField();
    void serverThatIsNotThere_isToldBesideItsField_data();
    void serverThatIsNotThere_isToldBesideItsField();
    void failedSignIn_leavesTheAccountBeforeAsItWas();
    void cancelledSignIn_saysNothingMore();

    void changedPassword_wantsASignIn();
    void otherAccount_hasAnotherInbox();
    void signOut_forgetsTheTokenHereAndThere();
    void signOut_whileOffline_tellsTheServer();
    void signOut_withoutServer_forgetsItHere();
};

void TestClientAccount::firstStart_wantsASignIn()
{
    m_fixture->client().start();
    QCOMPARE(m_fixture->count("signInWanted"), 1);
    QCOMPARE(m_fixture->lastText("signInWanted"), QString());
    QCOMPARE(m_fixture->client().status(), Status::SignedOut);
    QVERIFY(m_fixture->client().reader() == nullptr);
    m_fixture->client().connectNow(); // There is nobody to connect as.
    QCOMPARE(m_fixture->count("signInWanted"), 2);
    QCOMPARE(m_server->connections, 0);
}

void TestClientAccount::signIn_keepsTheTokenAndNotThePassword()
{
    QVERIFY(m_fixture->signIn(details()));
    QVERIFY(m_fixture->waitFor(Status::Connected));
    QTRY_COMPARE_WITH_TIMEOUT(keptToken(), u"token of sara"_s, Patience);
    QCOMPARE(lastLogin().user, u"sara"_s);
    QCOMPARE(lastLogin().password, u"correct horse"_s);
    QVERIFY(lastLogin().client.startsWith(u"jarchi-tray/"_s));
    QCOMPARE(m_fixture->client().displayName(), u"Sara"_s);
    QCOMPARE(m_fixture->client().serverName(), address());
    QVERIFY(m_fixture->client().reader() != nullptr);
    QCOMPARE(m_fixture->count("tokenHomeWanted"), 0);

    // The next visit needs no password, and nothing on the disk has it.
    QVERIFY(m_fixture->leave());
    m_fixture->client().connectNow();
    QVERIFY(m_fixture->waitFor(Status::Connected));
    QCOMPARE(lastLogin().token, u"token of sara"_s);
    QCOMPARE(lastLogin().password, QString());
    m_fixture->preferences().settings().sync();
    for (const QFileInfo &info : QDir(m_fixture->folder()).entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains("correct horse") && !bytes.contains("token of sara"), qUtf8Printable(info.fileName()));
    }
}

void TestClientAccount::signIn_notToBeRemembered_keepsNothing()
{
    SignIn typed = details();
    typed.remember = false;
    QVERIFY(m_fixture->signIn(typed));
    QVERIFY(m_fixture->waitFor(Status::Connected));
    QVERIFY(m_fixture->keychain.tokens.isEmpty());
    QCOMPARE(m_fixture->preferences().get(setting::Remember), false);
    // While the program runs it comes back without the password.
    QVERIFY(m_fixture->leave());
    m_fixture->client().connectNow();
    QVERIFY(m_fixture->waitFor(Status::Connected));
    QCOMPARE(lastLogin().token, u"token of sara"_s);

    m_fixture->switchOn();
    m_fixture->client().start();
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("signInWanted"), 1, Patience);
}

void TestClientAccount::signIn_stayingConnected_isPreferred()
{
    SignIn typed = details();
    typed.stayConnected = true;
    QVERIFY(m_fixture->signIn(typed));
    QVERIFY(m_fixture->waitFor(Status::Connected));
    QCOMPARE(m_fixture->preferences().get(setting::StayConnected), true);
    QCOMPARE(m_fixture->client().timeLeft(), std::nullopt);
}

void TestClientAccount::wrongDetails_areToldBesideTheirField_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<Field>("field");
    const QString here = u"localhost"_s;
    QTest::newRow("no server") << u" "_s << u"sara"_s << u"secret"_s << Field::Server;
    QTest::newRow("no address") << u"a shop"_s << u"sara"_s << u"secret"_s << Field::Server;
    QTest::newRow("no port") << u"localhost:none"_s << u"sara"_s << u"secret"_s << Field::Server;
    QTest::newRow("over a network") << u"192.0.2.1"_s << u"sara"_s << u"secret"_s << Field::Server;
    QTest::newRow("over a network, IPv6") << u"[2001:db8::1]:2019"_s << u"sara"_s << u"secret"_s << Field::Server;
    QTest::newRow("no user") << here << QString() << u"secret"_s << Field::User;
    QTest::newRow("long user") << here << QString(65, u'a') << u"secret"_s << Field::User;
    QTest::newRow("user on two lines") << here << u"sa\nra"_s << u"secret"_s << Field::User;
    QTest::newRow("no password") << here << u"sara"_s << QString() << Field::Password;
    QTest::newRow("long password") << here << u"sara"_s << QString(129, u'a') << Field::Password;
}

void TestClientAccount::wrongDetails_areToldBesideTheirField()
{
    QFETCH(const QString, server);
    QFETCH(const QString, user);
    QFETCH(const QString, password);
    QFETCH(const Field, field);
    m_fixture->client().signIn({.server = server, .user = user, .password = password});
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("signInFailed"), 1, Patience);
    QCOMPARE(m_fixture->lastFault().field, field);
    QVERIFY(!m_fixture->lastFault().sentence.isEmpty());
    QCOMPARE(m_fixture->client().status(), Status::SignedOut);
}

void TestClientAccount::serverThatSaysNo_isToldBesideItsField_data()
{
    using protocol::ErrorCode;
    QTest::addColumn<QByteArray>("greeting");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<Field>("field");
    QTest::addColumn<QString>("mentions");
    const auto hello = protocol::encode(protocol::ServerMessage(ScriptedServer::hello()));
    const auto error = [](ErrorCode code, std::optional<std::chrono::seconds> retryAfter = {}) {
        return protocol::encode(protocol::ServerMessage(protocol::ErrorMessage{code, u"no"_s, retryAfter}));
    };
    QTest::newRow("wrong password") << hello << error(ErrorCode::BadCredentials) << Field::Password << u"wrong"_s;
    QTest::newRow("throttled") << hello << error(ErrorCode::Throttled, 30s) << Field::Password << u"30"_s;
    QTest::newRow("busy") << hello << error(ErrorCode::ServerBusy) << Field::Server << u"later"_s;
    QTest::newRow("full") << hello << error(ErrorCode::TooManyConnections) << Field::Server << u"later"_s;
    QTest::newRow("other protocol") << "HTTP/1.1 400 Bad Request\r\n"_ba << QByteArray() << Field::Server
                                    << u"no Jarchi server"_s;
    QTest::newRow("newer protocol")
        << R"({"type":"hello","protocol":2,"server":"jarchi/9","features":[],"epoch":"e"})"_ba + '\n'
        << QByteArray() << Field::Server << u"protocol 2"_s;
    QTest::newRow("shutting down") << protocol::encode(protocol::ServerMessage(protocol::ServerBye{})) << QByteArray()
                                   << Field::Server << u"shutting down"_s;
}

void TestClientAccount::serverThatSaysNo_isToldBesideItsField()
{
    QFETCH(const QByteArray, greeting);
    QFETCH(const QByteArray, answer);
    QFETCH(const Field, field);
    QFETCH(const QString, mentions);
    m_server->onConnected = [&] { m_server->sayRaw(greeting); };
    m_server->onHeard = [&](const protocol::ClientMessage &) { m_server->sayRaw(answer); };
    SignIn typed = details();
    typed.stayConnected = true; // It is told at once all the same, and not tried again.
    m_fixture->client().signIn(typed);
    QCOMPARE(m_fixture->client().status(), Status::Connecting);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("signInFailed"), 1, Patience);
    const SignInFault fault = m_fixture->lastFault();
    QCOMPARE(fault.field, field);
    QVERIFY2(fault.sentence.contains(mentions), qUtf8Printable(fault.sentence));
    QCOMPARE(m_fixture->client().status(), Status::SignedOut);
    QCOMPARE(m_fixture->preferences().get(setting::Server), QString());
    QVERIFY(m_fixture->client().reader() == nullptr);
    QCOMPARE(m_server->connections, 1);
}

void TestClientAccount::serverThatIsNotThere_isToldBesideItsField_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("mentions");
    QTest::newRow("unknown host") << u"no-such-host.invalid"_s << u"no-such-host.invalid"_s;
    QTest::newRow("refused") << QString() << u"refused the connection"_s;
}

void TestClientAccount::serverThatIsNotThere_isToldBesideItsField()
{
    QFETCH(const QString, server);
    QFETCH(const QString, mentions);
    const QString here = address();
    m_server->stopListening();
    m_fixture->client().signIn(ClientFixture::details(server.isEmpty() ? here : server));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("signInFailed"), 1, Patience);
    const SignInFault fault = m_fixture->lastFault();
    QCOMPARE(fault.field, Field::Server);
    QVERIFY2(fault.sentence.contains(mentions), qUtf8Printable(fault.sentence));
}

void TestClientAccount::failedSignIn_leavesTheAccountBeforeAsItWas()
{
    arrive();
    leave();
    ScriptedServer other;
    other.onHeard = [&](const protocol::ClientMessage &) {
        other.say(protocol::ErrorMessage{protocol::ErrorCode::BadCredentials, u"no"_s, {}});
    };
    m_fixture->client().signIn(ClientFixture::details(session::toText(other.address()), u"omid"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("signInFailed"), 1, Patience);
    QCOMPARE(m_fixture->client().status(), Status::Offline);
    QCOMPARE(m_fixture->client().serverName(), address());
    m_fixture->client().connectNow();
    QVERIFY(m_fixture->waitFor(Status::Connected));
    QCOMPARE(lastLogin().token, u"token of sara"_s);
}

void TestClientAccount::cancelledSignIn_saysNothingMore()
{
    m_server->onConnected = [] {}; // It keeps silent.
    m_fixture->client().signIn(details());
    QTRY_COMPARE_WITH_TIMEOUT(m_server->connections, 1, Patience);
    m_fixture->client().cancelSignIn();
    QCOMPARE(m_fixture->client().status(), Status::SignedOut);
    QTRY_VERIFY_WITH_TIMEOUT(!m_server->isConnected(), Patience);
    QCOMPARE(m_fixture->count("signInFailed"), 0);
    QCOMPARE(m_fixture->count("signedIn"), 0);
}

void TestClientAccount::changedPassword_wantsASignIn()
{
    QVERIFY(m_fixture->signIn(details()));
    QVERIFY(m_fixture->waitFor(Status::Connected));
    m_server->say(protocol::ErrorMessage{protocol::ErrorCode::BadCredentials, u"changed"_s, {}});
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("signInWanted"), 1, Patience);
    QVERIFY2(m_fixture->lastText("signInWanted").contains(u"password"_s),
             qUtf8Printable(m_fixture->lastText("signInWanted")));
}

void TestClientAccount::otherAccount_hasAnotherInbox()
{
    beGenerous(*m_server, {41, 42});
    QVERIFY(m_fixture->signIn(details()));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->client().unread(), 2, Patience);
    QCOMPARE(m_fixture->count("inboxReplaced"), 1);

    beGenerous(*m_server, {43});
    QVERIFY(m_fixture->signIn(details(u"omid"_s)));
    QCOMPARE(m_fixture->count("inboxReplaced"), 2);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->client().unread(), 1, Patience);

    beGenerous(*m_server);
    QVERIFY(m_fixture->signIn(details()));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->client().unread(), 2, Patience);
}

void TestClientAccount::signOut_forgetsTheTokenHereAndThere()
{
    QVERIFY(m_fixture->signIn(details()));
    QVERIFY(m_fixture->waitFor(Status::Connected));
    QTRY_COMPARE_WITH_TIMEOUT(keptToken(), u"token of sara"_s, Patience);
    m_fixture->client().signOut();
    QCOMPARE(m_fixture->client().status(), Status::SignedOut);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->all<protocol::Logout>().size(), 1, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(keptToken(), QString(), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_server->isConnected(), Patience);
    m_fixture->client().connectNow();
    QCOMPARE(m_fixture->client().status(), Status::SignedOut);
    QVERIFY(m_fixture->client().reader() != nullptr); // The inbox stays.
}

void TestClientAccount::signOut_whileOffline_tellsTheServer()
{
    arrive();
    leave();
    m_fixture->client().signOut();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->all<protocol::Logout>().size(), 1, Patience);
    QCOMPARE(lastLogin().token, u"token of sara"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_server->isConnected(), Patience);
    QCOMPARE(m_fixture->client().status(), Status::SignedOut);
    QCOMPARE(m_fixture->count("signInWanted"), 0);
}

void TestClientAccount::signOut_withoutServer_forgetsItHere()
{
    arrive();
    leave();
    m_fixture->prefer(setting::StayConnected, true);
    QVERIFY(m_fixture->waitFor(Status::Connected));
    m_server->stopListening();
    m_server->closeConnection();
    QVERIFY(m_fixture->waitFor(Status::Waiting));
    m_fixture->client().signOut();
    QCOMPARE(m_fixture->client().status(), Status::SignedOut);
    QTRY_COMPARE_WITH_TIMEOUT(keptToken(), QString(), Patience);
}

QTEST_GUILESS_MAIN(TestClientAccount)
#include "test_client_account.moc"

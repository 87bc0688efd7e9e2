// SPDX-License-Identifier: MIT
#include "support/scripted_client_fixture.h"

using namespace jarchi;
using namespace jarchi::client;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace setting = preferences::setting;

/// Where the device token lies, and when it is forgotten.
class TestClientToken : public QObject, private ScriptedClientFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }

    void nextStart_takesTheTokenFromTheKeychain();
    void nextStart_withoutItsToken_wantsASignIn();
    void nextStart_signedOut_hasNothingToExplain();
    void nextStart_lockedKeychain_wantsASignInAndSaysWhy();
    void nextStart_keychainThatIsUnlockedLater_needsNoPassword();

    void refusedToken_isForgottenAndASignInWanted();
    void throttledToken_isKept();
    void stop_forgetsATokenThatIsNotKept();
    void stop_whileOffline_forgetsATokenThatIsNotKept();
    void stop_withATokenThatIsNotKept_isShort_data();
    void stop_withATokenThatIsNotKept_isShort();

    void otherAccount_leavesNoToken_data();
    void otherAccount_leavesNoToken();
    void otherAccount_serverThatIsGone_leavesNoTokenHere();
    void sameAccount_newToken_replacesTheOld();

    void noKeychain_file_ifTheUserAllows();
    void noKeychain_noFile_nothingIsKept();
    void noKeychain_secondSignIn_doesNotAskAgain();
    void keychainThatComesBack_takesTheTokenFromTheFile();
    void fileThatFails_isTold();
};

void TestClientToken::nextStart_takesTheTokenFromTheKeychain()
{
    arrive();
    leave();
    m_fixture->switchOn();
    m_fixture->client().start();
    QVERIFY(m_fixture->waitFor(Status::Connected));
    QCOMPARE(lastLogin().token, u"token of sara"_s);
    QCOMPARE(lastLogin().user, QString());
    QCOMPARE(m_fixture->count("signInWanted"), 0);
    QCOMPARE(m_fixture->count("signedIn"), 0);
}

void TestClientToken::nextStart_withoutItsToken_wantsASignIn()
{
    arrive();
    leave();
    m_fixture->switchOn();
    const auto locked = std::exchange(m_fixture->keychain.tokens, {}); // So a locked one looks to its library.
    m_fixture->client().start();
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("signInWanted"), 1, Patience);
    const QString why = m_fixture->lastText("signInWanted");
    QVERIFY2(why.contains(u"sara"_s) && why.contains(u"locked"_s), qUtf8Printable(why));
    QVERIFY(m_fixture->client().isTokenUnread());
    QCOMPARE(m_fixture->client().status(), Status::SignedOut);
    QVERIFY(m_fixture->client().reader() != nullptr); // What was received can be read all the same.

    m_fixture->keychain.tokens = locked;
    m_fixture->client().connectNow();
    QVERIFY(m_fixture->waitFor(Status::Connected));
    QVERIFY(!m_fixture->client().isTokenUnread());
    QCOMPARE(m_fixture->count("signInWanted"), 1);
}

void TestClientToken::nextStart_signedOut_hasNothingToExplain()
{
    arrive();
    m_fixture->client().signOut();
    QTRY_COMPARE_WITH_TIMEOUT(keptToken(), QString(), Patience);
    m_fixture->switchOn();
    m_fixture->client().start();
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("signInWanted"), 1, Patience);
    QCOMPARE(m_fixture->lastText("signInWanted"), QString());
    QVERIFY(!m_fixture->client().isTokenUnread());
}

void TestClientToken::nextStart_lockedKeychain_wantsASignInAndSaysWhy()
{
    arrive();
    leave();
    m_fixture->switchOn();
    m_fixture->keychain.trouble = Error{Error::Kind::Unavailable, u"It is locked."_s};
    m_fixture->client().start();
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("signInWanted"), 1, Patience);
    QVERIFY(m_fixture->lastText("signInWanted").startsWith(u"It is locked. "_s)); // And what to do about it.
}

void TestClientToken::nextStart_keychainThatIsUnlockedLater_needsNoPassword()
{
    arrive();
    leave();
    m_fixture->switchOn();
    m_fixture->keychain.trouble = Error{Error::Kind::Unavailable, u"It is locked."_s};
    m_fixture->client().start();
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("signInWanted"), 1, Patience);
    m_fixture->client().connectNow();
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("signInWanted"), 2, Patience);
    QVERIFY(m_fixture->lastText("signInWanted").startsWith(u"It is locked. "_s)); // And what to do about it.

    m_fixture->keychain.trouble.reset();
    m_fixture->client().connectNow();
    QVERIFY(m_fixture->waitFor(Status::Connected));
    QCOMPARE(m_fixture->count("signInWanted"), 2);
}

void TestClientToken::refusedToken_isForgottenAndASignInWanted()
{
    arrive();
    leave();
    m_server->onHeard = [&](const protocol::ClientMessage &) {
        m_server->say(protocol::ErrorMessage{protocol::ErrorCode::BadCredentials, u"no"_s, {}});
    };
    m_fixture->switchOn();
    m_fixture->client().start();
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("signInWanted"), 1, Patience);
    QVERIFY(!m_fixture->lastText("signInWanted").isEmpty());
    QCOMPARE(m_fixture->client().status(), Status::SignedOut);
    QTRY_COMPARE_WITH_TIMEOUT(keptToken(), QString(), Patience);
}

void TestClientToken::throttledToken_isKept()
{
    arrive();
    leave();
    m_server->onHeard = [&](const protocol::ClientMessage &) {
        m_server->say(protocol::ErrorMessage{protocol::ErrorCode::Throttled, u"slowly"_s, 30s});
    };
    m_fixture->client().connectNow();
    QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->client().trouble().isEmpty(), Patience);
    QCOMPARE(m_fixture->client().status(), Status::Offline);
    QCOMPARE(m_fixture->count("signInWanted"), 0);
    QCOMPARE(keptToken(), u"token of sara"_s);
}

void TestClientToken::stop_forgetsATokenThatIsNotKept()
{
    SignIn typed = details();
    typed.remember = false;
    QVERIFY(m_fixture->signIn(typed));
    QVERIFY(m_fixture->waitFor(Status::Connected));
    m_fixture->client().stop();
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("stopped"), 1, Patience);
    QCOMPARE(m_server->all<protocol::Logout>().size(), 1);
}

void TestClientToken::stop_whileOffline_forgetsATokenThatIsNotKept()
{
    SignIn typed = details();
    typed.remember = false;
    QVERIFY(m_fixture->signIn(typed));
    QVERIFY(m_fixture->waitFor(Status::Connected));
    leave(); // As after a minute.
    m_fixture->client().stop();
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("stopped"), 1, Patience);
    QCOMPARE(m_server->all<protocol::Logout>().size(), 1);
    QCOMPARE(lastLogin().token, u"token of sara"_s);
}

void TestClientToken::stop_withATokenThatIsNotKept_isShort_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::newRow("a server that keeps silent") << true;
    QTest::newRow("a server that is gone") << false;
}

void TestClientToken::stop_withATokenThatIsNotKept_isShort()
{
    QFETCH(const bool, isThere);
    SignIn typed = details();
    typed.remember = false;
    QVERIFY(m_fixture->signIn(typed));
    QVERIFY(m_fixture->waitFor(Status::Connected));
    leave();
    m_server->onConnected = [] {};
    if (!isThere)
        m_server->stopListening();
    m_fixture->client().stop();
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("stopped"), 1, Patience);
    QCOMPARE(m_server->all<protocol::Logout>().size(), 0);
}

void TestClientToken::otherAccount_leavesNoToken_data()
{
    QTest::addColumn<bool>("isInFile");
    QTest::addColumn<bool>("isStarted");
    QTest::addColumn<bool>("isRemembered");
    QTest::newRow("who is signed in") << false << true << true;
    QTest::newRow("whose token lies in a file") << true << true << true;
    QTest::newRow("who signed in another day") << false << false << true;
    QTest::newRow("by somebody who leaves none either") << false << false << false;
}

void TestClientToken::otherAccount_leavesNoToken()
{
    QFETCH(const bool, isInFile);
    QFETCH(const bool, isStarted);
    QFETCH(const bool, isRemembered);
    if (isInFile)
        m_fixture->keychain.trouble = Error{Error::Kind::Unavailable, u"There is none."_s};
    QVERIFY(m_fixture->signIn(details()));
    if (isInFile) {
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("tokenHomeWanted"), 1, Patience);
        m_fixture->client().keepTokenInFile(true);
    }
    const MemoryTokenStore &home = isInFile ? m_fixture->tokenFile : m_fixture->keychain;
    QTRY_COMPARE_WITH_TIMEOUT(home.tokens.values(), QStringList{u"token of sara"_s}, Patience);
    if (!isStarted) {
        QVERIFY(m_fixture->waitFor(Status::Connected));
        leave();
        m_fixture->switchOn(); // And omid's name and password are on the command line.
    }
    SignIn typed = details(u"omid"_s);
    typed.remember = isRemembered;
    QVERIFY(m_fixture->signIn(typed));
    QTRY_COMPARE_WITH_TIMEOUT(home.tokens.values(), isRemembered ? QStringList{u"token of omid"_s} : QStringList(),
                              Patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->all<protocol::Logout>().size(), 1, Patience);
    QCOMPARE(lastLogin().token, u"token of sara"_s); // Whoever logs out has shown which token is meant.
    QVERIFY(m_fixture->waitFor(Status::Connected));
    QCOMPARE(m_fixture->preferences().get(setting::User), u"omid"_s);
}

void TestClientToken::otherAccount_serverThatIsGone_leavesNoTokenHere()
{
    arrive();
    leave();
    m_fixture->switchOn();
    m_server->stopListening();
    ScriptedServer other;
    beGenerous(other);
    QVERIFY(m_fixture->signIn(ClientFixture::details(session::toText(other.address()), u"omid"_s)));
    QVERIFY(m_fixture->waitFor(Status::Connected));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->keychain.tokens.values(), QStringList{u"token of omid"_s}, Patience);
    QCOMPARE(m_fixture->count("noticed"), 0);
}

void TestClientToken::sameAccount_newToken_replacesTheOld()
{
    arrive();
    const auto generous = m_server->onHeard;
    m_server->onHeard = [this, generous](const protocol::ClientMessage &message) {
        const auto *login = std::get_if<protocol::Login>(&message);
        if (login == nullptr || !login->remember)
            return generous(message);
        protocol::Welcome welcome = ScriptedServer::welcome();
        welcome.token = u"another token"_s;
        m_server->say(welcome);
        m_server->say(protocol::CaughtUp{});
    };
    QVERIFY(m_fixture->signIn(details()));
    QTRY_COMPARE_WITH_TIMEOUT(keptToken(), u"another token"_s, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->all<protocol::Logout>().size(), 1, Patience);
    QCOMPARE(lastLogin().token, u"token of sara"_s);
    QCOMPARE(keptToken(), u"another token"_s);
}

void TestClientToken::noKeychain_file_ifTheUserAllows()
{
    m_fixture->keychain.trouble = Error{Error::Kind::Unavailable, u"There is none."_s};
    QVERIFY(m_fixture->signIn(details()));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("tokenHomeWanted"), 1, Patience);
    QCOMPARE(m_fixture->lastText("tokenHomeWanted"), u"There is none."_s);
    QVERIFY(m_fixture->tokenFile.tokens.isEmpty()); // Nothing is written before the user says so.
    m_fixture->client().keepTokenInFile(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->preferences().get(setting::TokenInFile), true, Patience);
    QCOMPARE(m_fixture->tokenFile.tokens.size(), 1);

    m_fixture->switchOn();
    m_fixture->client().start();
    QVERIFY(m_fixture->waitFor(Status::Connected));
    QCOMPARE(lastLogin().token, u"token of sara"_s);
}

void TestClientToken::noKeychain_noFile_nothingIsKept()
{
    m_fixture->keychain.trouble = Error{Error::Kind::Unavailable, u"There is none."_s};
    QVERIFY(m_fixture->signIn(details()));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("tokenHomeWanted"), 1, Patience);
    m_fixture->client().keepTokenInFile(false);
    QVERIFY(m_fixture->waitFor(Status::Connected));
    QVERIFY(m_fixture->tokenFile.tokens.isEmpty());
    QCOMPARE(m_fixture->preferences().get(setting::Remember), false);

    m_fixture->switchOn();
    m_fixture->client().start();
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("signInWanted"), 1, Patience);
}

void TestClientToken::noKeychain_secondSignIn_doesNotAskAgain()
{
    noKeychain_file_ifTheUserAllows();
    QVERIFY(m_fixture->signIn(details(u"omid"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->tokenFile.tokens.values(), QStringList{u"token of omid"_s}, Patience);
    QCOMPARE(m_fixture->count("tokenHomeWanted"), 0);
}

void TestClientToken::keychainThatComesBack_takesTheTokenFromTheFile()
{
    noKeychain_file_ifTheUserAllows();
    m_fixture->keychain.trouble.reset();
    QVERIFY(m_fixture->signIn(details()));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->preferences().get(setting::TokenInFile), false, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->tokenFile.tokens.isEmpty(), Patience);
    QCOMPARE(keptToken(), u"token of sara"_s);
}

void TestClientToken::fileThatFails_isTold()
{
    m_fixture->keychain.trouble = Error{Error::Kind::Unavailable, u"There is none."_s};
    m_fixture->tokenFile.trouble = Error{Error::Kind::Broken, u"The disk is full."_s};
    QVERIFY(m_fixture->signIn(details()));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("tokenHomeWanted"), 1, Patience);
    m_fixture->client().keepTokenInFile(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->lastNotice(), u"The disk is full."_s, Patience);
    QCOMPARE(m_fixture->preferences().get(setting::TokenInFile), false);
}

QTEST_GUILESS_MAIN(TestClientToken)
#include "test_client_token.moc"

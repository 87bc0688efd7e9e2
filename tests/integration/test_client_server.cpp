// SPDX-License-Identifier: MIT
#include "support/client_fixture.h"
#include "support/damage.h"
#include "support/engine_fixture.h"
#include "support/foreign_program.h"

#include "inbox/inbox.h"
#include "inbox/inbox_file.h"
#include "inbox/inbox_reader.h"
#include "notify/balloon_key.h"

using namespace jarchi;
using namespace jarchi::client;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using jarchi::test::ClientFixture;
using jarchi::test::EngineFixture;
using jarchi::test::must;
using jarchi::test::Patience;
using Status = Client::Status;

/// The client and the server as they ship, in one process.
class TestClientServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void product_isABalloonAndVisited();
    void token_letsInAgainUntilItIsForgotten();
    void wrongPassword_isToldBesideIt();
    void notInterested_takesTheInterestAway_andUndoPutsItBack();
    void undoInTheBalloon_putsItBack();
    void notInterested_twice_isTheSame();
    void notInterested_inTwoThingsAtOnce_takesBothAway();
    void notInterested_inOneOfTwo_saysThatTheOtherStays();
    void notInterested_withoutServer_saysSo();
    void interests_arePreviewedAndSaved();
    void damagedInbox_isRefilledFromTheHistory();
    void damagedInbox_whileOpen_isRefilledAtOnce();
    void history_thatIsInterrupted_goesOn();
    void newComputer_getsTheHistoryWithoutBalloons();
    void serverRestart_whenStaying_comesBack();
    void restoredDatabase_isAnotherEpoch();

private:
    void arrive(bool stays = false);
    [[nodiscard]] QString address() const { return u"127.0.0.1:%1"_s.arg(m_engine->endpoint().port); }
    [[nodiscard]] QString inboxPath() const
    {
        return inbox::inboxPath(m_fixture->folder(), u"localhost:%1"_s.arg(m_engine->endpoint().port), u"sara"_s);
    }
    [[nodiscard]] QStringList interests();
    /// How many entries the inbox has.
    [[nodiscard]] qsizetype entries();
    /// The last balloon's key, once `count` have been shown.
    [[nodiscard]] QString lastKey() const { return m_fixture->balloons.shown.constLast().key; }

    std::unique_ptr<EngineFixture> m_engine;
    std::unique_ptr<ClientFixture> m_fixture;
    people::AccountId m_sara = 0;
};

void TestClientServer::init()
{
    m_fixture.reset();
    m_engine = std::make_unique<EngineFixture>();
    m_sara = m_engine->follower(u"sara"_s, u"Phones"_s);
    m_engine->start();
    m_fixture = std::make_unique<ClientFixture>(true);
}

void TestClientServer::arrive(bool stays)
{
    SignIn typed = ClientFixture::details(address());
    typed.stayConnected = stays;
    QVERIFY(m_fixture->signIn(typed));
    QVERIFY(m_fixture->waitFor(Status::Connected));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->keychain.tokens.size(), 1, Patience);
}

QStringList TestClientServer::interests()
{
    std::optional<QStringList> found;
    m_fixture->client().getInterests(this, [&](const Result<protocol::InterestList> &list) {
        found = QStringList();
        for (const protocol::Interest &interest : must(list).interests)
            found->append(interest.category);
    });
    return QTest::qWaitFor([&] { return found.has_value(); }, Patience) ? *found : QStringList{u"no answer"_s};
}

qsizetype TestClientServer::entries()
{
    std::optional<qsizetype> found;
    m_fixture->client().reader()->list({}, this,
                                       [&](const Result<inbox::EntryList> &list) { found = must(list).lines.size(); });
    return QTest::qWaitFor([&] { return found.has_value(); }, Patience) ? *found : -1;
}

void TestClientServer::product_isABalloonAndVisited()
{
    arrive();
    QVERIFY(m_engine->addProduct(u"Fairphone 6"_s, u"Phones"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->balloons.titles(), QStringList{u"Fairphone 6"_s}, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->store().lacking(m_sara).empty(), Patience);
    QVERIFY2(m_fixture->balloons.shown.constFirst().notInterestedLabel.contains(u"Phones"_s),
             qUtf8Printable(m_fixture->balloons.shown.constFirst().notInterestedLabel));
}

void TestClientServer::token_letsInAgainUntilItIsForgotten()
{
    arrive();
    m_fixture->switchOn();
    m_fixture->client().start();
    QVERIFY(m_fixture->waitFor(Status::Connected));
    const auto kept = m_fixture->keychain.tokens;
    m_fixture->client().signOut();
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->keychain.tokens.isEmpty(), Patience);
    test::ForeignProgram other(m_engine->store().path());
    QTRY_COMPARE_WITH_TIMEOUT(other.value(u"SELECT count(*) FROM device_token"_s).toInt(), 0, Patience);

    m_fixture->keychain.tokens = kept; // Somebody has a copy.
    m_fixture->switchOn();
    m_fixture->client().start();
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("signInWanted"), 1, Patience);
    QVERIFY(!m_fixture->lastText("signInWanted").isEmpty());
}

void TestClientServer::wrongPassword_isToldBesideIt()
{
    SignIn typed = ClientFixture::details(address());
    typed.password = u"wrong"_s;
    m_fixture->client().signIn(typed);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("signInFailed"), 1, Patience);
    QCOMPARE(m_fixture->lastFault().field, SignInFault::Field::Password);
}

void TestClientServer::notInterested_takesTheInterestAway_andUndoPutsItBack()
{
    arrive();
    QVERIFY(m_engine->addProduct(u"Fairphone 6"_s, u"Phones"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->balloons.shown.size(), 1, Patience);
    Q_EMIT m_fixture->balloons.notInterestedRequested(lastKey());
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("interestRemoved"), 1, Patience);
    QCOMPARE(interests(), QStringList());
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->balloons.shown.size(), 2, Patience);
    QVERIFY2(m_fixture->balloons.titles().constLast().contains(u"Phones"_s),
             qUtf8Printable(m_fixture->balloons.titles().constLast()));
    QVERIFY(!m_fixture->balloons.shown.constLast().notInterestedLabel.isEmpty());
    QVERIFY(m_engine->addProduct(u"Another phone"_s, u"Phones"_s)); // Nobody hears of it.

    m_fixture->client().undoNotInterested();
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->balloons.withdrawn.size(), 1, Patience);
    QCOMPARE(interests(), QStringList{u"Phones"_s});
    QVERIFY(m_engine->addProduct(u"The third phone"_s, u"Phones"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->balloons.titles().constLast(), u"The third phone"_s, Patience);
    QVERIFY(!m_fixture->balloons.titles().contains(u"Another phone"_s));
    QCOMPARE(m_fixture->count("noticed"), 0);
}

void TestClientServer::undoInTheBalloon_putsItBack()
{
    arrive();
    QVERIFY(m_engine->addProduct(u"Fairphone 6"_s, u"Phones"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->balloons.shown.size(), 1, Patience);
    // The minute is over; the click makes a connection.
    QVERIFY(m_fixture->leave());
    Q_EMIT m_fixture->balloons.notInterestedRequested(lastKey());
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->balloons.shown.size(), 2, Patience);
    Q_EMIT m_fixture->balloons.notInterestedRequested(lastKey()); // Undo.
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->balloons.withdrawn.size(), 1, Patience);
    QCOMPARE(interests(), QStringList{u"Phones"_s});
    m_fixture->client().undoNotInterested(); // There is nothing to undo any more.
    QCOMPARE(interests(), QStringList{u"Phones"_s});
}

void TestClientServer::notInterested_twice_isTheSame()
{
    arrive();
    QVERIFY(m_engine->addProduct(u"Fairphone 6"_s, u"Phones"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->balloons.shown.size(), 1, Patience);
    m_fixture->client().notInterested(1);
    m_fixture->client().notInterested(1);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("interestRemoved"), 2, Patience);
    QCOMPARE(interests(), QStringList());
    m_fixture->client().undoNotInterested();
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->balloons.withdrawn.size(), 1, Patience);
    QCOMPARE(interests(), QStringList{u"Phones"_s});
}

void TestClientServer::notInterested_inTwoThingsAtOnce_takesBothAway()
{
    must(m_engine->store()->categories().ensure(u"Books"_s));
    arrive();
    std::optional<protocol::InterestList> saved;
    m_fixture->client().setInterests({{u"Phones"_s, {}, {}, {}}, {u"Books"_s, {}, {}, {}}}, this,
                                     [&](const Result<protocol::InterestList> &list) { saved = must(list); });
    QTRY_VERIFY_WITH_TIMEOUT(saved.has_value(), Patience);
    QVERIFY(m_engine->addProduct(u"Fairphone 6"_s, u"Phones"_s));
    QVERIFY(m_engine->addProduct(u"A book"_s, u"Books"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->balloons.shown.size(), 2, Patience);
    // The minute is over: both clicks wait for the same connection.
    QVERIFY(m_fixture->leave());
    m_fixture->client().notInterested(1);
    m_fixture->client().notInterested(2);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("interestRemoved"), 2, Patience);
    QCOMPARE(interests(), QStringList());
}

void TestClientServer::notInterested_inOneOfTwo_saysThatTheOtherStays()
{
    arrive();
    std::optional<protocol::InterestList> saved;
    m_fixture->client().setInterests({{u"Phones"_s, u"fair"_s, {}, {}}, {u"Phones"_s, u"nokia"_s, {}, {}}}, this,
                                     [&](const Result<protocol::InterestList> &list) { saved = must(list); });
    QTRY_VERIFY_WITH_TIMEOUT(saved.has_value(), Patience);
    QVERIFY(m_engine->addProduct(u"Fairphone 6"_s, u"Phones"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->balloons.shown.size(), 1, Patience);
    m_fixture->client().notInterested(1);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->balloons.shown.size(), 2, Patience);
    QVERIFY2(m_fixture->balloons.shown.constLast().body.contains(u"another interest in Phones"_s),
             qUtf8Printable(m_fixture->balloons.shown.constLast().body));
}

void TestClientServer::notInterested_withoutServer_saysSo()
{
    arrive();
    QVERIFY(m_engine->addProduct(u"Fairphone 6"_s, u"Phones"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->balloons.shown.size(), 1, Patience);
    QVERIFY(m_engine->stop());
    QVERIFY(m_fixture->waitFor(Status::Offline));
    m_fixture->client().notInterested(1);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("noticed"), 1, Patience);
    QVERIFY2(m_fixture->lastNotice().contains(u"as they were"_s), qUtf8Printable(m_fixture->lastNotice()));
    QCOMPARE(m_fixture->count("interestRemoved"), 0);
}

void TestClientServer::interests_arePreviewedAndSaved()
{
    must(m_engine->store()->categories().ensure(u"Books"_s));
    QVERIFY(m_engine->addProduct(u"A book"_s, u"Books"_s));
    arrive();
    const QList<protocol::Interest> wanted{{u"Books"_s, {}, {}, {}}};
    std::optional<protocol::Preview> preview;
    m_fixture->client().previewInterests(wanted, this,
                                         [&](const Result<protocol::Preview> &answer) { preview = must(answer); });
    QTRY_VERIFY_WITH_TIMEOUT(preview.has_value(), Patience);
    QCOMPARE(preview->total, 1);
    QCOMPARE(preview->items.constFirst().title, u"A book"_s);

    std::optional<protocol::InterestList> saved;
    m_fixture->client().setInterests(wanted, this,
                                     [&](const Result<protocol::InterestList> &answer) { saved = must(answer); });
    QTRY_VERIFY_WITH_TIMEOUT(saved.has_value(), Patience);
    QCOMPARE(saved->interests, wanted);
    QVERIFY(m_engine->addProduct(u"Another book"_s, u"Books"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->balloons.titles(), QStringList{u"Another book"_s}, Patience);
}

void TestClientServer::damagedInbox_isRefilledFromTheHistory()
{
    m_engine->announce(450); // More than two pages.
    arrive();
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->store().lacking(m_sara).empty(), Patience);
    QCOMPARE(entries(), 450);
    m_fixture->switchOff();
    QFile file(inboxPath());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(QByteArray(100'000, 'x'));
    file.close();
    m_fixture->balloons.shown.clear();

    m_fixture->switchOn();
    m_fixture->client().start();
    QTRY_COMPARE_WITH_TIMEOUT(entries(), 450, Patience);
    QCOMPARE(m_fixture->client().unread(), 0);
    QVERIFY(m_fixture->balloons.shown.isEmpty()); // What was shown once is not shown again.
    // The last page has said that it is the last one.
    const SystemClock clock;
    const auto again = must(inbox::Inbox::open({.path = inboxPath()}, clock));
    QTRY_VERIFY_WITH_TIMEOUT(!again->wantsHistory(), Patience);
}

void TestClientServer::damagedInbox_whileOpen_isRefilledAtOnce()
{
    m_engine->announce(250); // More than a page.
    arrive();
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->store().lacking(m_sara).empty(), Patience);
    const qsizetype balloons = m_fixture->balloons.shown.size();
    test::damage(inboxPath(), 4096);
    m_engine->announce(1);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("inboxReplaced"), 2, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(entries(), 251, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->store().lacking(m_sara).empty(), Patience);
    QCOMPARE(m_fixture->client().unread(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->balloons.shown.size(), balloons + 1, Patience);
    QCOMPARE(m_fixture->count("noticed"), 1);
}

void TestClientServer::history_thatIsInterrupted_goesOn()
{
    m_engine->announce(450);
    arrive();
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->store().lacking(m_sara).empty(), Patience);
    m_fixture->switchOff();
    QVERIFY(QFile::remove(inboxPath()));
    m_fixture->switchOn();
    m_fixture->client().start();
    QTRY_VERIFY_WITH_TIMEOUT(entries() > 0, Patience);
    QVERIFY(m_fixture->leave());
    m_fixture->client().connectNow();
    QTRY_COMPARE_WITH_TIMEOUT(entries(), 450, Patience);
}

void TestClientServer::newComputer_getsTheHistoryWithoutBalloons()
{
    m_engine->announce(5);
    arrive();
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->store().lacking(m_sara).empty(), Patience);
    m_fixture = std::make_unique<ClientFixture>(true);
    m_engine->announce(1);
    arrive();
    QTRY_COMPARE_WITH_TIMEOUT(entries(), 6, Patience);
    QCOMPARE(m_fixture->client().unread(), 1);
    QCOMPARE(m_fixture->balloons.shown.size(), 1);
}

void TestClientServer::serverRestart_whenStaying_comesBack()
{
    arrive(true);
    engine::Config config = m_engine->config();
    config.port = m_engine->endpoint().port;
    QVERIFY(m_engine->stop());
    QVERIFY(m_fixture->waitFor(Status::Waiting));
    QVERIFY(!m_fixture->client().trouble().isEmpty());
    must(m_engine->engine().start(config));
    QVERIFY(m_engine->addProduct(u"Fairphone 6"_s, u"Phones"_s));
    m_fixture->client().nudge(); // The server named a window, which is longer than a test waits.
    QVERIFY(m_fixture->waitFor(Status::Connected));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->balloons.titles(), QStringList{u"Fairphone 6"_s}, Patience);
    QCOMPARE(m_fixture->client().trouble(), QString());
}

void TestClientServer::restoredDatabase_isAnotherEpoch()
{
    arrive(true);
    QVERIFY(m_engine->addProduct(u"Fairphone 6"_s, u"Phones"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->balloons.shown.size(), 1, Patience);
    QVERIFY(m_engine->stop());
    QVERIFY(m_fixture->waitFor(Status::Waiting));

    // Another database, whose ids begin at one as well.
    const quint16 port = m_engine->endpoint().port;
    m_engine = std::make_unique<EngineFixture>();
    m_sara = m_engine->follower(u"sara"_s, u"Phones"_s);
    engine::Config config = m_engine->config();
    config.port = port;
    must(m_engine->engine().start(config));
    QVERIFY(m_engine->addProduct(u"Another phone"_s, u"Phones"_s));
    m_fixture->client().nudge();
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("signInWanted"), 1, Patience); // It does not know the token.
    QVERIFY(m_fixture->signIn(ClientFixture::details(u"127.0.0.1:%1"_s.arg(port))));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->balloons.titles(), (QStringList{u"Fairphone 6"_s, u"Another phone"_s}),
                              Patience);
    QCOMPARE(m_fixture->client().unread(), 2);
    QVERIFY(m_engine->stop());
}

QTEST_GUILESS_MAIN(TestClientServer)
#include "test_client_server.moc"

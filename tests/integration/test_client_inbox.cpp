// SPDX-License-Identifier: MIT
#include "support/foreign_program.h"
#include "support/scripted_client_fixture.h"

using namespace jarchi;
using namespace jarchi::client;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
namespace setting = preferences::setting;

/// What becomes of the inbox: one that fails, what the history brings, and how long entries stay.
class TestClientInbox : public QObject, private ScriptedClientFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }

    void inbox_thatCannotBeOpened_isTroubleUntilItCan();
    void damagedInbox_isMovedAsideAndTold();
    void inbox_lockedByAnother_doesNotHoldUpTheWindows();
    void inbox_thatCannotStore_isTroubleAndNothingIsLost();

    void history_thatTurnsInCircles_comesToAnEnd();
    void serverAtAnotherAddress_keepsTheInbox_data();
    void serverAtAnotherAddress_keepsTheInbox();
    void otherDatabaseAtAnotherAddress_hasAnInboxOfItsOwn();
    void retention_alsoAfterASleep();
    void retention_shortened_waitsForSecondThoughts();
    void retention_ofMuch_goesInParts();
};

void TestClientInbox::inbox_thatCannotBeOpened_isTroubleUntilItCan()
{
    arrive();
    leave();
    const QString path = inboxPath();
    m_fixture->switchOff();
    QVERIFY(QFile::remove(path));
    QVERIFY(QDir().mkpath(path)); // A folder is in the way.
    m_fixture->switchOn();
    m_fixture->client().start();
    QCOMPARE(m_fixture->count("noticed"), 1);
    QCOMPARE(m_fixture->client().trouble(), m_fixture->lastNotice());
    QVERIFY(!m_fixture->client().trouble().isEmpty());
    QCOMPARE(m_server->connections, 1); // What comes could not be kept.

    QVERIFY(QDir().rmdir(path));
    m_fixture->client().connectNow();
    QVERIFY(m_fixture->waitFor(Status::Connected));
    QCOMPARE(m_fixture->client().trouble(), QString());
}

void TestClientInbox::damagedInbox_isMovedAsideAndTold()
{
    arrive({41});
    leave();
    const QString path = inboxPath();
    m_fixture->switchOff();
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(QByteArray(100'000, 'x'));
    file.close();
    m_fixture->switchOn();
    m_fixture->client().start();
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("noticed"), 1, Patience);
    QVERIFY2(m_fixture->lastNotice().contains(u"damaged"_s), qUtf8Printable(m_fixture->lastNotice()));
    QVERIFY(m_fixture->waitFor(Status::Connected));
}

void TestClientInbox::inbox_lockedByAnother_doesNotHoldUpTheWindows()
{
    arrive({41});
    ForeignProgram other(inboxPath());
    other.execute(u"BEGIN IMMEDIATE"_s);
    QElapsedTimer timer;
    timer.start();
    m_fixture->client().setRead({1}, true);
    QVERIFY2(timer.elapsed() < 2'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(m_fixture->count("noticed"), 1);
    QCOMPARE(m_fixture->client().unread(), 1);
    other.execute(u"ROLLBACK"_s);
    m_fixture->client().setRead({1}, true);
    QCOMPARE(m_fixture->client().unread(), 0);
}

void TestClientInbox::inbox_thatCannotStore_isTroubleAndNothingIsLost()
{
    arrive({41});
    {
        ForeignProgram other(inboxPath());
        other.execute(u"ALTER TABLE notification RENAME TO elsewhere"_s);
    }
    m_server->say(ScriptedServer::notification(42));
    QVERIFY(m_fixture->waitFor(Status::Offline));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("noticed"), 1, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->client().trouble().isEmpty(), Patience);
    QCOMPARE(m_server->acknowledged(), (Ids{41}));
    QCOMPARE(m_fixture->balloons.titles(), QStringList{u"Product 41"_s});

    {
        ForeignProgram other(inboxPath());
        other.execute(u"ALTER TABLE elsewhere RENAME TO notification"_s);
    }
    QTRY_VERIFY_WITH_TIMEOUT(!m_server->isConnected(), Patience);
    beGenerous(*m_server, {42});
    m_fixture->client().connectNow();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->acknowledged(), (Ids{41, 42}), Patience);
    QCOMPARE(m_fixture->balloons.titles(), (QStringList{u"Product 41"_s, u"Product 42"_s}));
    QCOMPARE(m_fixture->client().trouble(), QString());
}

void TestClientInbox::history_thatTurnsInCircles_comesToAnEnd()
{
    beGenerous(*m_server);
    const auto generous = m_server->onHeard;
    m_server->onHeard = [this, generous](const protocol::ClientMessage &message) {
        generous(message);
        if (!std::holds_alternative<protocol::HistoryRequest>(message))
            return;
        protocol::HistoryPage page;
        page.items = {ScriptedServer::notification(7)};
        page.items.first().visitedAt = page.items.constFirst().createdAt;
        page.more = true;
        m_server->say(page, m_server->refs.constLast());
    };
    QVERIFY(m_fixture->signIn(details()));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->all<protocol::HistoryRequest>().size(), 2, Patience);
    // What is asked now is answered after a third page would have been asked for.
    bool isAnswered = false;
    m_fixture->client().getInterests(this, [&](const Result<protocol::InterestList> &) { isAnswered = true; });
    QTRY_COMPARE_WITH_TIMEOUT(m_server->all<protocol::GetInterests>().size(), 1, Patience);
    m_server->say(protocol::InterestList{}, m_server->refs.constLast());
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered, Patience);
    QCOMPARE(m_server->all<protocol::HistoryRequest>().size(), 2);
}

void TestClientInbox::serverAtAnotherAddress_keepsTheInbox_data()
{
    QTest::addColumn<bool>("isRestarted");
    QTest::newRow("while it runs") << false;
    QTest::newRow("by the command line, before the old one was opened") << true;
}

void TestClientInbox::serverAtAnotherAddress_keepsTheInbox()
{
    QFETCH(const bool, isRestarted);
    arrive({41, 42, 43});
    m_fixture->client().setRead({1}, true);
    m_fixture->client().setKept({1}, true);
    m_fixture->client().remove({2});
    if (isRestarted)
        m_fixture->switchOn();
    ScriptedServer moved;
    beGenerous(moved, {42, 43, 44}); // Its acknowledgements did not arrive in time.
    QVERIFY(m_fixture->signIn(ClientFixture::details(session::toText(moved.address()))));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->client().unread(), 2, Patience); // 43 and 44.
    QCOMPARE(m_fixture->count("inboxReplaced"), isRestarted ? 1 : 2);
    const auto first = m_fixture->client().entry(1);
    QVERIFY(first && first->isRead && first->isKept);
    QVERIFY(!m_fixture->client().entry(2).has_value());
    QCOMPARE(m_fixture->count("noticed"), 0);
}

void TestClientInbox::otherDatabaseAtAnotherAddress_hasAnInboxOfItsOwn()
{
    arrive({41, 42});
    ScriptedServer other;
    beGenerous(other, {41});
    other.onConnected = [&other] { other.say(ScriptedServer::hello(u"two"_s)); };
    QVERIFY(m_fixture->signIn(ClientFixture::details(session::toText(other.address()))));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->client().unread(), 1, Patience);
}

void TestClientInbox::retention_alsoAfterASleep()
{
    arrive({41, 42});
    m_fixture->prefer(setting::RetentionDays, 1);
    m_fixture->client().setRead({1}, true);
    QVERIFY(m_fixture->client().entry(1).has_value());
    m_fixture->manualClock.advance(std::chrono::hours(49));
    m_fixture->client().nudge();
    QVERIFY(!m_fixture->client().entry(1).has_value());
    QVERIFY(m_fixture->client().entry(2).has_value()); // Nobody has read it yet.
}

void TestClientInbox::retention_shortened_waitsForSecondThoughts()
{
    arrive({41, 42});
    m_fixture->client().markAllRead();
    m_fixture->manualClock.advance(std::chrono::hours(49));
    m_fixture->prefer(setting::RetentionDays, 1); // The wheel of the mouse was it.
    m_fixture->manualClock.advance(std::chrono::minutes(59));
    m_fixture->client().nudge();
    QVERIFY(m_fixture->client().entry(1).has_value());
    m_fixture->prefer(setting::RetentionDays, 365);
    m_fixture->manualClock.advance(std::chrono::minutes(61));
    m_fixture->client().nudge();
    QVERIFY(m_fixture->client().entry(1).has_value());
    m_fixture->prefer(setting::RetentionDays, 1);
    m_fixture->manualClock.advance(std::chrono::minutes(60));
    m_fixture->client().nudge();
    QVERIFY(!m_fixture->client().entry(1).has_value());
}

void TestClientInbox::retention_ofMuch_goesInParts()
{
    Ids ids;
    for (int id = 1; id <= 2'500; ++id)
        ids += id;
    arrive(ids);
    m_fixture->client().markAllRead();
    m_fixture->manualClock.advance(std::chrono::hours(49));
    m_fixture->prefer(setting::RetentionDays, 1);
    m_fixture->manualClock.advance(std::chrono::hours(1));
    m_fixture->client().nudge();
    QVERIFY(m_fixture->client().entry(2'500).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->client().entry(2'500).has_value(), Patience);
}

QTEST_GUILESS_MAIN(TestClientInbox)
#include "test_client_inbox.moc"

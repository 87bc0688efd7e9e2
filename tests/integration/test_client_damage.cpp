// SPDX-License-Identifier: MIT
#include "support/damage.h"
#include "support/scripted_client_fixture.h"

#include "inbox/inbox_reader.h"

using namespace jarchi;
using namespace jarchi::client;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
namespace setting = preferences::setting;

/// An inbox that turns out to be damaged while it is open: begun anew at once, and nothing is lost or shown twice.
class TestClientDamage : public QObject, private ScriptedClientFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }

    void damage_foundByTheClient_isBegunAnew_data();
    void damage_foundByTheClient_isBegunAnew();
    void damage_foundByAReader_isBegunAnew();
    void damage_thatCannotBeMoved_isTroubleUntilItCan();

private:
    /// How many inboxes; the log of one does not count.
    [[nodiscard]] qsizetype movedAside() const
    {
        return QDir(m_fixture->folder()).entryList({u"*.sqlite.corrupt-*Z"_s}, QDir::Files).size();
    }
};

void TestClientDamage::damage_foundByTheClient_isBegunAnew_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<bool>("isFoundByWhatComes");
    QTest::newRow("no database any more, something comes") << qint64(0) << true;
    QTest::newRow("pages are rubbish, something comes") << qint64(4096) << true;
    QTest::newRow("no database any more, something is marked") << qint64(0) << false;
    QTest::newRow("pages are rubbish, something is marked") << qint64(4096) << false;
}

void TestClientDamage::damage_foundByTheClient_isBegunAnew()
{
    QFETCH(const qint64, offset);
    QFETCH(const bool, isFoundByWhatComes);
    arrive({41, 42});
    damage(inboxPath(), offset);
    beGenerous(*m_server, {41, 42, 43}); // None of them has reached the server's disk.
    if (isFoundByWhatComes)
        m_server->say(ScriptedServer::notification(43));
    else
        m_fixture->client().markAllRead();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->connections, 2, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->acknowledged().size(), 5, Patience);
    QVERIFY(m_fixture->waitFor(Status::Connected));
    QCOMPARE(m_fixture->count("noticed"), 1);
    QVERIFY2(m_fixture->lastNotice().contains(u"damaged"_s), qUtf8Printable(m_fixture->lastNotice()));
    QCOMPARE(movedAside(), 1);
    QCOMPARE(m_fixture->count("inboxReplaced"), 2);
    QCOMPARE(m_fixture->client().unread(), 3);
    QCOMPARE(m_fixture->client().trouble(), QString());
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->balloons.titles(),
                              (QStringList{u"Product 41"_s, u"Product 42"_s, u"Product 43"_s}), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->all<protocol::HistoryRequest>().size(), 2, Patience);
}

void TestClientDamage::damage_foundByAReader_isBegunAnew()
{
    arrive({41});
    leave();
    damage(inboxPath(), 4096);
    std::optional<Error> fault;
    m_fixture->client().reader()->list({}, this, [&fault](const Result<inbox::EntryList> &list) {
        if (!list)
            fault = list.error();
    });
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->count("inboxReplaced"), 2, Patience);
    QVERIFY(fault.has_value());
    QCOMPARE(movedAside(), 1);
    QCOMPARE(m_fixture->count("noticed"), 1);
    QVERIFY(m_fixture->waitFor(Status::Connected)); // For the history.
    QTRY_COMPARE_WITH_TIMEOUT(m_server->all<protocol::HistoryRequest>().size(), 2, Patience);
    QCOMPARE(m_fixture->balloons.titles(), QStringList{u"Product 41"_s});
    std::optional<inbox::EntryList> found;
    m_fixture->client().reader()->list({}, this, [&found](const Result<inbox::EntryList> &list) { found = *list; });
    QTRY_VERIFY_WITH_TIMEOUT(found.has_value(), Patience);
    QCOMPARE(found->lines.size(), 1);
}

void TestClientDamage::damage_thatCannotBeMoved_isTroubleUntilItCan()
{
    arrive({41});
    m_fixture->prefer(setting::StayConnected, true);
    const QString stamp = m_fixture->manualClock.now().toUTC().toString(u"yyyyMMddTHHmmsszzz'Z'"_s);
    const QString inTheWay = inboxPath() + u".corrupt-"_s + stamp;
    QVERIFY(QDir().mkpath(inTheWay));
    damage(inboxPath(), 4096);
    m_server->say(ScriptedServer::notification(42));
    QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->client().trouble().isEmpty(), Patience);
    QCOMPARE(m_fixture->client().status(), Status::Offline);
    QCOMPARE(m_fixture->client().unread(), 0);
    QVERIFY(m_fixture->client().reader() == nullptr);
    QCOMPARE(m_fixture->count("noticed"), 1);
    m_fixture->client().nudge(); // Nothing may be received now.
    QCOMPARE(m_fixture->client().status(), Status::Offline);

    QVERIFY(QDir().rmdir(inTheWay));
    m_fixture->client().connectNow();
    QVERIFY(m_fixture->waitFor(Status::Connected));
    QCOMPARE(m_fixture->client().trouble(), QString());
    QCOMPARE(movedAside(), 1);
    QVERIFY(m_fixture->client().reader() != nullptr);
}

QTEST_GUILESS_MAIN(TestClientDamage)
#include "test_client_damage.moc"

// SPDX-License-Identifier: MIT
#include "support/desktop_balloons_fixture.h"

#include <QRegularExpression>
#include <QTimer>

using namespace jarchi;
using namespace jarchi::balloons;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The life of the daemon: slow, starting, dying, replaced by another, or not there at all.
class TestDesktopBalloonsDaemon : public QObject, private DesktopBalloonsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void daemon_slowToSay_balloonsWaitForIt();
    void daemon_cannotSay_getsPlainText();
    void daemon_starting_keepsTheLastEight();
    void daemon_diesAndComesBack_isAskedAnew();
    void daemon_diesWhileAsked_balloonsGoToTheNext();
    void daemon_replacedByAnother_isAskedAnew();
    void daemon_staysAway_whatWaitsIsLost();

    void daemon_canBeStarted_isStartedWithTheFirst();
    void daemon_cannotBeStarted_isAbsent();
    void noDaemon_isNotAvailable();
    void noBus_isNotAvailable();
    void bus_dies_isNotAvailable();
};

void TestDesktopBalloonsDaemon::daemon_slowToSay_balloonsWaitForIt()
{
    m_daemon->slowMethods = QStringList{u"GetCapabilities"_s};
    m_daemon->capabilities = QStringList{u"body"_s};
    QVERIFY(startBoth());
    m_balloons->show(balloon(u"e/1"_s, u"old"_s));
    QTRY_COMPARE(m_daemon->capabilitiesAsked, 1);
    m_balloons->show(balloon(u"e/2"_s));
    m_balloons->show(balloon(u"e/1"_s, u"new"_s));
    QVERIFY(m_daemon->shown.isEmpty());
    m_daemon->answerAll();
    QTRY_COMPARE(m_daemon->shown.size(), 2);
    QCOMPARE(m_daemon->shown[1].arguments[3].toString(), u"new"_s);
}

void TestDesktopBalloonsDaemon::daemon_cannotSay_getsPlainText()
{
    m_daemon->knowsCapabilities = false;
    QVERIFY(startBoth());
    m_balloons->show(balloon(u"e/1"_s));
    QTRY_COMPARE(m_daemon->shown.size(), 1);
    QCOMPARE(m_daemon->shown[0].arguments[4].toString(), u"‹b>a‹/b> & b"_s);
    QVERIFY(m_daemon->shown[0].arguments[5].toStringList().isEmpty());
}

void TestDesktopBalloonsDaemon::daemon_starting_keepsTheLastEight()
{
    m_daemon->slowMethods = QStringList{u"GetCapabilities"_s};
    QVERIFY(startBoth());
    for (int i = 0; i < 20; ++i)
        m_balloons->show(balloon(u"e/%1"_s.arg(i), QString::number(i)));
    QTRY_COMPARE(m_daemon->capabilitiesAsked, 1);
    m_daemon->answerAll();
    QTRY_COMPARE(m_daemon->shown.size(), DesktopBalloons::MostWaiting);
    QCOMPARE(m_daemon->shown.constFirst().arguments[3].toString(), u"12"_s);
    QCOMPARE(m_daemon->shown.constLast().arguments[3].toString(), u"19"_s);
}

void TestDesktopBalloonsDaemon::daemon_diesAndComesBack_isAskedAnew()
{
    QVERIFY(startBoth());
    QSignalSpy available(m_balloons.get(), &notify::Balloons::availabilityChanged);
    QVERIFY(isKnown(*m_daemon));
    QCOMPARE(available.size(), 1);
    m_daemon.reset();
    QTRY_COMPARE(available.size(), 2);
    QVERIFY(!m_balloons->isAvailable());
    m_balloons->show(balloon(u"known"_s, u"again"_s));
    m_balloons->withdraw(u"e/1"_s);

    m_daemon = daemon();
    m_daemon->capabilities = QStringList{u"body"_s};
    QVERIFY(m_daemon->appear());
    QTRY_COMPARE(m_daemon->shown.size(), 1);
    QVERIFY(m_balloons->isAvailable());
    // What it says holds for this one, and the other's ids are forgotten.
    QCOMPARE(m_daemon->shown[0].arguments[1].toUInt(), 0U);
    QVERIFY(m_daemon->shown[0].arguments[5].toStringList().isEmpty());
    QVERIFY(m_daemon->closed.isEmpty());
    QSignalSpy activated(m_balloons.get(), &notify::Balloons::activated);
    m_daemon->invoke(17, u"default"_s);
    QTRY_COMPARE(activated.size(), 1);
}

void TestDesktopBalloonsDaemon::daemon_diesWhileAsked_balloonsGoToTheNext()
{
    m_daemon->slowMethods = QStringList{u"GetCapabilities"_s};
    QVERIFY(startBoth());
    m_balloons->show(balloon(u"e/1"_s));
    QTRY_COMPARE(m_daemon->capabilitiesAsked, 1);
    m_daemon = daemon();
    QVERIFY(m_daemon->appear());
    QTRY_COMPARE(m_daemon->shown.size(), 1);
}

void TestDesktopBalloonsDaemon::daemon_replacedByAnother_isAskedAnew()
{
    m_daemon->slowMethods = QStringList{u"Notify"_s};
    QVERIFY(startBoth());
    m_balloons->show(balloon(u"summary"_s, u"1"_s));
    QTRY_VERIFY(m_daemon->hasUnanswered());
    m_balloons->show(balloon(u"summary"_s, u"2"_s)); // Waits for the first one's id.
    const std::unique_ptr<NotificationDaemon> next = daemon();
    QVERIFY(m_daemon->makeWay());
    QVERIFY(next->appear());
    QTRY_COMPARE(next->shown.size(), 1);
    QCOMPARE(next->shown[0].arguments[1].toUInt(), 0U);
    QCOMPARE(next->shown[0].arguments[3].toString(), u"2"_s);
    // The one that is no longer it may say what it likes.
    QSignalSpy activated(m_balloons.get(), &notify::Balloons::activated);
    m_daemon->answerAll();
    m_daemon->invoke(17, u"default"_s);
    m_daemon->settle();
    const QSignalSpy opened(m_balloons.get(), &notify::Balloons::openRequested);
    next->invoke(17, u"open"_s);
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(activated.isEmpty());
}

void TestDesktopBalloonsDaemon::daemon_staysAway_whatWaitsIsLost()
{
    QVERIFY(m_daemon->appear());
    m_balloons = std::make_unique<DesktopBalloons>(bus(), nullptr, 1ms);
    QVERIFY(isKnown(*m_daemon));
    m_daemon.reset();
    QTRY_VERIFY(!m_balloons->isAvailable());
    m_balloons->show(balloon(u"e/1"_s));
    QTimer later;
    QSignalSpy passed(&later, &QTimer::timeout);
    later.start(50ms);
    QVERIFY(passed.wait());
    m_balloons->show(balloon(u"e/2"_s));
    m_daemon = daemon();
    QVERIFY(m_daemon->appear());
    QTRY_VERIFY(m_balloons->isAvailable());
    QVERIFY(isKnown(*m_daemon));
    QCOMPARE(m_daemon->shown.size(), 1);
}

void TestDesktopBalloonsDaemon::daemon_canBeStarted_isStartedWithTheFirst()
{
    // Whoever takes the name counts as started.
    m_bus.offer(NotificationDaemon::service(), u"/bin/true"_s);
    m_balloons = std::make_unique<DesktopBalloons>(bus());
    QTRY_VERIFY(m_balloons->isAvailable());
    m_balloons->show(balloon(u"e/1"_s));
    m_balloons->show(balloon(u"e/2"_s));
    QVERIFY(m_daemon->appear());
    QTRY_COMPARE(m_daemon->shown.size(), 2);
    m_bus.withdraw(NotificationDaemon::service());
}

void TestDesktopBalloonsDaemon::daemon_cannotBeStarted_isAbsent()
{
    m_bus.offer(NotificationDaemon::service(), u"/bin/false"_s);
    m_balloons = std::make_unique<DesktopBalloons>(bus());
    QTRY_VERIFY(m_balloons->isAvailable());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot be started"_s));
    m_balloons->show(balloon(u"e/1"_s));
    QTRY_VERIFY(!m_balloons->isAvailable());
    m_bus.withdraw(NotificationDaemon::service());
}

void TestDesktopBalloonsDaemon::noDaemon_isNotAvailable()
{
    m_balloons = std::make_unique<DesktopBalloons>(bus());
    const QSignalSpy available(m_balloons.get(), &notify::Balloons::availabilityChanged);
    m_balloons->show(balloon(u"e/1"_s));
    m_balloons->withdraw(u"e/1"_s);
    m_balloons->show(balloon(u"e/2"_s));
    QVERIFY(!m_balloons->isAvailable());
    roundTrip(bus());
    QVERIFY(available.isEmpty());
    // One that comes soon after shows it: at the start of a session it may be the later of the two.
    QVERIFY(m_daemon->appear());
    QTRY_COMPARE(m_daemon->shown.size(), 1);
    QCOMPARE(available.size(), 1);
}

void TestDesktopBalloonsDaemon::noBus_isNotAvailable()
{
    m_balloons = std::make_unique<DesktopBalloons>(QDBusConnection(u"never connected"_s));
    m_balloons->show(balloon(u"e/1"_s));
    m_balloons->withdraw(u"e/1"_s);
    QVERIFY(!m_balloons->isAvailable());
    QVERIFY(!m_balloons->isInhibited());
}

void TestDesktopBalloonsDaemon::bus_dies_isNotAvailable()
{
    const QString name = u"client of a short life"_s;
    {
        const PrivateBus shortLived;
        NotificationDaemon shown(shortLived, u"daemon of a short life"_s);
        QVERIFY(shown.appear());
        m_balloons = std::make_unique<DesktopBalloons>(shortLived.connectAs(name));
        QVERIFY(isKnown(shown));
    }
    QTRY_VERIFY(!m_balloons->isAvailable());
    m_balloons->show(balloon(u"e/1"_s));
    m_balloons->withdraw(u"known"_s);
    m_balloons.reset();
    QDBusConnection::disconnectFromBus(name);
}

QTEST_GUILESS_MAIN(TestDesktopBalloonsDaemon)
#include "test_desktop_balloons_daemon.moc"

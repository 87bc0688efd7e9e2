// SPDX-License-Identifier: MIT
#include "base/activation_token.h"
#include "support/desktop_balloons_fixture.h"

using namespace jarchi;
using namespace jarchi::balloons;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using notify::Balloon;

/// What the daemon says of a click, and whom of it is believed.
class TestDesktopBalloonsActions : public QObject, private DesktopBalloonsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void action_offered_isTold();
    void action_notOffered_isIgnored();
    void action_ofAForeignId_isIgnored();
    void action_byAnotherPeer_isIgnored();
    void action_afterItWasClosed_isIgnored();
    void closed_byHand_isDismissed();
    void activationToken_isThereForItsAction();
    void activationToken_ofAForeignId_isIgnored();
};

void TestDesktopBalloonsActions::action_offered_isTold()
{
    QVERIFY(startBoth());
    QSignalSpy activated(m_balloons.get(), &notify::Balloons::activated);
    QSignalSpy opened(m_balloons.get(), &notify::Balloons::openRequested);
    QSignalSpy refused(m_balloons.get(), &notify::Balloons::notInterestedRequested);
    QVERIFY(isKnown(*m_daemon));
    activated.clear();
    const uint id = m_daemon->shown.constFirst().id;
    m_daemon->invoke(id, u"default"_s);
    m_daemon->invoke(id, u"open"_s);
    m_daemon->invoke(id, u"not-interested"_s);
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(refused[0][0].toString(), u"known"_s);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.constLast()[0].toString(), u"known"_s);
}

void TestDesktopBalloonsActions::action_notOffered_isIgnored()
{
    QVERIFY(startBoth());
    QSignalSpy opened(m_balloons.get(), &notify::Balloons::openRequested);
    QSignalSpy refused(m_balloons.get(), &notify::Balloons::notInterestedRequested);
    QSignalSpy activated(m_balloons.get(), &notify::Balloons::activated);
    Balloon bare = balloon(u"bare"_s);
    bare.openLabel.clear();
    bare.notInterestedLabel.clear();
    m_balloons->show(bare);
    QVERIFY(isKnown(*m_daemon));
    activated.clear();
    const uint id = m_daemon->shown.constFirst().id;
    for (const QString &action : {u"open"_s, u"not-interested"_s, u"format-disk"_s, u""_s, u"default"_s})
        m_daemon->invoke(id, action);
    QTRY_COMPARE(activated.size(), 1);
    QVERIFY(opened.isEmpty());
    QVERIFY(refused.isEmpty());
}

void TestDesktopBalloonsActions::action_ofAForeignId_isIgnored()
{
    QVERIFY(startBoth());
    QVERIFY(isKnown(*m_daemon));
    QSignalSpy opened(m_balloons.get(), &notify::Balloons::openRequested);
    QSignalSpy dismissed(m_balloons.get(), &notify::Balloons::dismissed);
    const uint own = m_daemon->shown.constFirst().id;
    for (const uint foreign : {0U, 1U, own + 1, 4294967295U}) {
        m_daemon->invoke(foreign, u"open"_s);
        m_daemon->sayClosed(foreign, 2);
    }
    m_daemon->invoke(own, u"open"_s);
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(dismissed.isEmpty());
}

void TestDesktopBalloonsActions::action_byAnotherPeer_isIgnored()
{
    QVERIFY(startBoth());
    QVERIFY(isKnown(*m_daemon));
    QSignalSpy opened(m_balloons.get(), &notify::Balloons::openRequested);
    QSignalSpy dismissed(m_balloons.get(), &notify::Balloons::dismissed);
    const uint own = m_daemon->shown.constFirst().id;
    {
        const QDBusConnection spoofer = m_bus.connectAs(u"spoofer"_s);
        const QString service = NotificationDaemon::service();
        QDBusMessage toAll = QDBusMessage::createSignal(NotificationDaemon::path(), service, u"ActionInvoked"_s);
        QDBusMessage toUs = QDBusMessage::createTargetedSignal(bus().baseService(), NotificationDaemon::path(), service,
                                                               u"ActionInvoked"_s);
        QDBusMessage closed = QDBusMessage::createTargetedSignal(bus().baseService(), NotificationDaemon::path(),
                                                                 service, u"NotificationClosed"_s);
        spoofer.send(toAll << own << u"open"_s);
        spoofer.send(toUs << own << u"open"_s);
        spoofer.send(closed << own << 2U);
        roundTrip(spoofer);
    }
    QDBusConnection::disconnectFromBus(u"spoofer"_s);
    m_daemon->invoke(own, u"open"_s);
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(dismissed.isEmpty());
}

void TestDesktopBalloonsActions::action_afterItWasClosed_isIgnored()
{
    QVERIFY(startBoth());
    QVERIFY(isKnown(*m_daemon));
    QSignalSpy opened(m_balloons.get(), &notify::Balloons::openRequested);
    m_balloons->show(balloon(u"e/2"_s));
    const uint first = m_daemon->shown.constFirst().id;
    m_daemon->sayClosed(first, 1);
    m_daemon->invoke(first, u"open"_s);
    QTRY_COMPARE(m_daemon->shown.size(), 2);
    m_daemon->invoke(first + 1, u"open"_s);
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].toString(), u"e/2"_s);
}

void TestDesktopBalloonsActions::closed_byHand_isDismissed()
{
    QVERIFY(startBoth());
    m_balloons->show(balloon(u"e/1"_s));
    m_balloons->show(balloon(u"e/2"_s));
    m_balloons->show(balloon(u"e/3"_s));
    QVERIFY(isKnown(*m_daemon));
    QSignalSpy dismissed(m_balloons.get(), &notify::Balloons::dismissed);
    m_daemon->sayClosed(17, 1); // It ran out.
    m_daemon->sayClosed(18, 3); // It was withdrawn.
    m_daemon->sayClosed(19, 2);
    QTRY_COMPARE(dismissed.size(), 1);
    QCOMPARE(dismissed[0][0].toString(), u"e/3"_s);
}

void TestDesktopBalloonsActions::activationToken_isThereForItsAction()
{
    QVERIFY(startBoth());
    QVERIFY(isKnown(*m_daemon));
    QByteArrayList tokens;
    connect(m_balloons.get(), &notify::Balloons::openRequested, this,
            [&tokens] { tokens.append(ActivationToken::ofThisStart()); });
    const uint id = m_daemon->shown.constFirst().id;
    m_daemon->emitSignal(u"ActivationToken"_s, {id, u"token"_s});
    m_daemon->invoke(id, u"open"_s);
    m_daemon->invoke(id, u"open"_s);
    QTRY_COMPARE(tokens, (QByteArrayList{"token", {}}));
    QCOMPARE(ActivationToken::ofThisStart(), QByteArray());
}

void TestDesktopBalloonsActions::activationToken_ofAForeignId_isIgnored()
{
    QVERIFY(startBoth());
    QVERIFY(isKnown(*m_daemon));
    QByteArrayList tokens;
    connect(m_balloons.get(), &notify::Balloons::activated, this,
            [&tokens] { tokens.append(ActivationToken::ofThisStart()); });
    const uint id = m_daemon->shown.constFirst().id;
    m_daemon->emitSignal(u"ActivationToken"_s, {id + 1, u"token"_s});
    m_daemon->emitSignal(u"ActivationToken"_s, {id, u"two words"_s});
    m_daemon->emitSignal(u"ActivationToken"_s, {u"no number"_s, id});
    m_daemon->emitSignal(u"ActionInvoked"_s, {u"no number"_s, 3U});
    m_daemon->invoke(id, u"default"_s);
    QTRY_COMPARE(tokens, QByteArrayList{{}});
}

QTEST_GUILESS_MAIN(TestDesktopBalloonsActions)
#include "test_desktop_balloons_actions.moc"

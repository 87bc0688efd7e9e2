// SPDX-License-Identifier: MIT
#include "balloons/desktop_balloons.h"
#include "balloons/notify_arguments.h"
#include "support/notification_daemon.h"
#include "support/private_bus.h"

#include <QDBusArgument>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace jarchi;
using namespace jarchi::balloons;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using notify::Balloon;

class TestDesktopBalloons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void arguments_sayHowItIsShown();
    void withoutTags_data();
    void withoutTags();

    void show_isSentByCapabilities_data();
    void show_isSentByCapabilities();
    void show_sameKey_replaces();
    void show_sameKeyBeforeAnAnswer_replacesWhenItCame();
    void show_refused_isLoggedOnceAndGoesOn();
    void show_manyAtOnce_forgetsTheOldest();
    void withdraw_closesIt();
    void withdraw_beforeAnAnswer_closesItWhenItCame();
    void withdraw_unknown_doesNothing();

    void action_offered_isTold();
    void action_notOffered_isIgnored();
    void action_ofAForeignId_isIgnored();
    void action_byAnotherPeer_isIgnored();
    void action_afterItWasClosed_isIgnored();
    void closed_byHand_isDismissed();
    void activationToken_isIgnored();

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

    void inhibited_isReadAndFollowed();
    void inhibited_byAnotherPeer_isIgnored();
    void inhibited_daemonDies_isOver();

private:
    QDBusConnection bus() const { return m_bus.connectAs(m_name); }
    std::unique_ptr<NotificationDaemon> daemon();
    bool isKnown(const NotificationDaemon &daemon) const;
    void roundTrip(const QDBusConnection &connection) const;
    static Balloon balloon(const QString &key, const QString &title = u"Title"_s);

    const PrivateBus m_bus;
    QString m_name;
    int m_count = 0;
    std::unique_ptr<NotificationDaemon> m_daemon;
    std::unique_ptr<DesktopBalloons> m_balloons;
};

void TestDesktopBalloons::init()
{
    m_name = u"client %1"_s.arg(++m_count);
    m_daemon = daemon();
}

void TestDesktopBalloons::cleanup()
{
    m_balloons.reset();
    m_daemon.reset();
    QDBusConnection::disconnectFromBus(m_name);
}

std::unique_ptr<NotificationDaemon> TestDesktopBalloons::daemon()
{
    return std::make_unique<NotificationDaemon>(m_bus, u"daemon %1"_s.arg(++m_count));
}

/// After it, the bus has seen all that `connection` sent before.
void TestDesktopBalloons::roundTrip(const QDBusConnection &connection) const
{
    connection.call(
        QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/"_s, u"org.freedesktop.DBus"_s, u"GetId"_s));
}

Balloon TestDesktopBalloons::balloon(const QString &key, const QString &title)
{
    Balloon made;
    made.key = key;
    made.title = title;
    made.body = u"<b>a</b> & b"_s;
    made.openLabel = u"Open shop.example"_s;
    made.notInterestedLabel = u"Not interested in Phones"_s;
    return made;
}

void TestDesktopBalloons::arguments_sayHowItIsShown()
{
    Balloon shown = balloon(u"e/1"_s, u"<b>Title</b> & more"_s);
    shown.priority = protocol::Priority::Low;
    QVariantList arguments = notifyArguments(shown, {}, 5);
    QCOMPARE(arguments[1].toUInt(), 5U);
    QCOMPARE(arguments[3].toString(), u"‹b>Title‹/b> & more"_s); // Titles have no markup, whatever a daemon can do.
    QVariantMap hints = arguments[6].toMap();
    QCOMPARE(hints.value(u"urgency"_s), QVariant::fromValue(uchar(0)));
    QCOMPARE(hints.value(u"suppress-sound"_s), QVariant(true));
    QVERIFY(!hints.contains(u"sound-name"_s));
    QCOMPARE(arguments[7].toInt(), -1);

    shown.priority = protocol::Priority::High;
    shown.hasSound = true;
    shown.duration = 5s;
    arguments = notifyArguments(shown, {}, 0);
    hints = arguments[6].toMap();
    QCOMPARE(hints.value(u"urgency"_s), QVariant::fromValue(uchar(2)));
    QVERIFY(hints.contains(u"sound-name"_s) && !hints.contains(u"suppress-sound"_s));
    QCOMPARE(arguments[7].toInt(), 5000);
    shown.duration = std::chrono::milliseconds(qint64(1) << 40);
    QVERIFY(notifyArguments(shown, {}, 0)[7].toInt() > 0);
}

void TestDesktopBalloons::withoutTags_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("safe");
    QTest::newRow("plain") << u"a & b > c"_s << u"a & b > c"_s;
    QTest::newRow("less than") << u"a < 5, b <5, <"_s << u"a < 5, b <5, <"_s;
    QTest::newRow("tag") << u"<B>x</B>"_s << u"‹B>x‹/B>"_s;
    QTest::newRow("image") << u"<<img src='file:///x'/>"_s << u"<‹img src='file:///x'/>"_s;
    QTest::newRow("comment") << u"<!-- x --><?xml?>"_s << u"‹!-- x -->‹?xml?>"_s;
    QTest::newRow("other letters") << u"<ب><😀>"_s << u"‹ب>‹😀>"_s;
    // It becomes no tag, whoever unfolds it.
    QTest::newRow("entities") << u"&lt;b&gt;"_s << u"&lt;b&gt;"_s;
}

void TestDesktopBalloons::withoutTags()
{
    QFETCH(const QString, text);
    QFETCH(const QString, safe);
    QCOMPARE(balloons::withoutTags(text), safe);
}

void TestDesktopBalloons::show_isSentByCapabilities_data()
{
    QTest::addColumn<QStringList>("capabilities");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QStringList>("actions");
    const QStringList actions{u"default"_s,           u"Show"_s,           u"open"_s,
                              u"Open shop.example"_s, u"not-interested"_s, u"Not interested in Phones"_s};
    QTest::newRow("all") << QStringList{u"body"_s, u"body-markup"_s, u"actions"_s, u"x-more"_s}
                         << u"&lt;b&gt;a&lt;/b&gt; &amp; b"_s << actions;
    QTest::newRow("no markup") << QStringList{u"body"_s, u"actions"_s} << u"‹b>a‹/b> & b"_s << actions;
    QTest::newRow("no actions") << QStringList{u"body"_s} << u"‹b>a‹/b> & b"_s << QStringList();
    QTest::newRow("no body") << QStringList{u"actions"_s} << QString() << actions;
    QTest::newRow("nothing") << QStringList() << QString() << QStringList();
}

void TestDesktopBalloons::show_isSentByCapabilities()
{
    QFETCH(const QStringList, capabilities);
    QFETCH(const QString, body);
    QFETCH(const QStringList, actions);
    m_daemon->capabilities = capabilities;
    QVERIFY(m_daemon->appear());
    m_balloons = std::make_unique<DesktopBalloons>(bus());
    m_balloons->show(balloon(u"e/1"_s));
    // Nothing was waited for.
    QCOMPARE(m_daemon->capabilitiesAsked, 0);
    QTRY_COMPARE(m_daemon->shown.size(), 1);
    QVERIFY(m_balloons->isAvailable());
    const QVariantList arguments = m_daemon->shown.constFirst().arguments;
    QCOMPARE(arguments.size(), 8);
    QCOMPARE(arguments[0].toString(), u"Jarchi"_s);
    QCOMPARE(arguments[1].toUInt(), 0U);
    QCOMPARE(arguments[3].toString(), u"Title"_s);
    QCOMPARE(arguments[4].toString(), body);
    QCOMPARE(arguments[5].toStringList(), actions);
    const auto hints = qdbus_cast<QVariantMap>(arguments[6]);
    QCOMPARE(hints.value(u"urgency"_s).userType(), int(QMetaType::UChar));
    QCOMPARE(hints.value(u"desktop-entry"_s).toString(), u"jarchi-tray"_s);
    QCOMPARE(arguments[7].toInt(), -1);
}

void TestDesktopBalloons::show_sameKey_replaces()
{
    QVERIFY(m_daemon->appear());
    m_balloons = std::make_unique<DesktopBalloons>(bus());
    m_balloons->show(balloon(u"e/1"_s));
    QTRY_COMPARE(m_daemon->shown.size(), 1);
    // When this one has an id, so has the other.
    m_balloons->show(balloon(u"e/2"_s));
    QTRY_COMPARE(m_daemon->shown.size(), 2);
    m_balloons->show(balloon(u"e/1"_s, u"Changed"_s));
    QTRY_COMPARE(m_daemon->shown.size(), 3);
    QCOMPARE(m_daemon->shown[1].arguments[1].toUInt(), 0U);
    QCOMPARE(m_daemon->shown[2].arguments[1].toUInt(), 17U);
    QCOMPARE(m_daemon->shown[2].arguments[3].toString(), u"Changed"_s);
}

void TestDesktopBalloons::show_sameKeyBeforeAnAnswer_replacesWhenItCame()
{
    m_daemon->slowMethods = QStringList{u"Notify"_s};
    QVERIFY(m_daemon->appear());
    m_balloons = std::make_unique<DesktopBalloons>(bus());
    m_balloons->show(balloon(u"summary"_s, u"1"_s));
    QTRY_COMPARE(m_daemon->capabilitiesAsked, 1);
    QTRY_VERIFY(m_daemon->hasUnanswered());
    m_balloons->show(balloon(u"summary"_s, u"2"_s));
    m_balloons->show(balloon(u"summary"_s, u"3"_s));
    m_daemon->answerAll();
    QTRY_COMPARE(m_daemon->shown.size(), 2);
    QCOMPARE(m_daemon->shown[1].arguments[1].toUInt(), 17U);
    QCOMPARE(m_daemon->shown[1].arguments[3].toString(), u"3"_s);
}

void TestDesktopBalloons::show_refused_isLoggedOnceAndGoesOn()
{
    m_daemon->refuses = true;
    QVERIFY(m_daemon->appear());
    m_balloons = std::make_unique<DesktopBalloons>(bus());
    const QRegularExpression words(u"a balloon cannot be shown: .*not today"_s);
    QTest::ignoreMessage(QtWarningMsg, words);
    QTest::failOnWarning(words); // A second one.
    m_balloons->show(balloon(u"e/1"_s));
    m_balloons->show(balloon(u"e/2"_s));
    QTRY_COMPARE(m_daemon->refused, 2);
    m_daemon->refuses = false;
    m_balloons->show(balloon(u"e/3"_s));
    QTRY_COMPARE(m_daemon->shown.size(), 1);
}

void TestDesktopBalloons::show_manyAtOnce_forgetsTheOldest()
{
    QVERIFY(m_daemon->appear());
    m_balloons = std::make_unique<DesktopBalloons>(bus());
    QVERIFY(isKnown(*m_daemon));
    const qsizetype first = m_daemon->shown.size();
    for (int i = 0; i <= DesktopBalloons::MostStanding; ++i)
        m_balloons->show(balloon(u"many/%1"_s.arg(i)));
    QTRY_COMPARE(m_daemon->shown.size(), first + DesktopBalloons::MostStanding + 1);
    QSignalSpy activated(m_balloons.get(), &notify::Balloons::activated);
    m_daemon->invoke(m_daemon->shown[first].id, u"default"_s);
    m_daemon->invoke(m_daemon->shown[first + 1].id, u"default"_s);
    QTRY_COMPARE(activated.size(), 1);
    QCOMPARE(activated[0][0].toString(), u"many/1"_s);
}

void TestDesktopBalloons::withdraw_closesIt()
{
    QVERIFY(m_daemon->appear());
    m_balloons = std::make_unique<DesktopBalloons>(bus());
    QVERIFY(isKnown(*m_daemon));
    const uint id = m_daemon->shown.constFirst().id;
    m_balloons->withdraw(u"known"_s);
    QTRY_COMPARE(m_daemon->closed, QList<uint>{id});
    m_balloons->withdraw(u"known"_s);
    m_balloons->show(balloon(u"known"_s));
    QTRY_COMPARE(m_daemon->shown.size(), 2);
    QCOMPARE(m_daemon->shown[1].arguments[1].toUInt(), 0U);
    QCOMPARE(m_daemon->closed.size(), 1);
}

void TestDesktopBalloons::withdraw_beforeAnAnswer_closesItWhenItCame()
{
    m_daemon->slowMethods = QStringList{u"Notify"_s};
    QVERIFY(m_daemon->appear());
    m_balloons = std::make_unique<DesktopBalloons>(bus());
    m_balloons->show(balloon(u"e/1"_s));
    QTRY_VERIFY(m_daemon->hasUnanswered());
    m_balloons->show(balloon(u"e/1"_s, u"Changed"_s));
    m_balloons->withdraw(u"e/1"_s);
    m_daemon->answerAll();
    QTRY_COMPARE(m_daemon->closed, QList<uint>{17U});
    QCOMPARE(m_daemon->shown.size(), 1);
}

void TestDesktopBalloons::withdraw_unknown_doesNothing()
{
    QVERIFY(m_daemon->appear());
    m_balloons = std::make_unique<DesktopBalloons>(bus());
    m_balloons->show(balloon(u"e/1"_s));
    m_balloons->withdraw(u"e/1"_s); // It still waits.
    m_balloons->withdraw(u"e/7"_s);
    QVERIFY(isKnown(*m_daemon));
    QCOMPARE(m_daemon->shown.size(), 1);
    QVERIFY(m_daemon->closed.isEmpty());
}

void TestDesktopBalloons::action_offered_isTold()
{
    QVERIFY(m_daemon->appear());
    m_balloons = std::make_unique<DesktopBalloons>(bus());
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

void TestDesktopBalloons::action_notOffered_isIgnored()
{
    QVERIFY(m_daemon->appear());
    m_balloons = std::make_unique<DesktopBalloons>(bus());
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

void TestDesktopBalloons::action_ofAForeignId_isIgnored()
{
    QVERIFY(m_daemon->appear());
    m_balloons = std::make_unique<DesktopBalloons>(bus());
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

void TestDesktopBalloons::action_byAnotherPeer_isIgnored()
{
    QVERIFY(m_daemon->appear());
    m_balloons = std::make_unique<DesktopBalloons>(bus());
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

void TestDesktopBalloons::action_afterItWasClosed_isIgnored()
{
    QVERIFY(m_daemon->appear());
    m_balloons = std::make_unique<DesktopBalloons>(bus());
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

void TestDesktopBalloons::closed_byHand_isDismissed()
{
    QVERIFY(m_daemon->appear());
    m_balloons = std::make_unique<DesktopBalloons>(bus());
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

void TestDesktopBalloons::activationToken_isIgnored()
{
    QVERIFY(m_daemon->appear());
    m_balloons = std::make_unique<DesktopBalloons>(bus());
    QVERIFY(isKnown(*m_daemon));
    QSignalSpy activated(m_balloons.get(), &notify::Balloons::activated);
    m_daemon->emitSignal(u"ActivationToken"_s, {17U, u"token"_s});
    m_daemon->emitSignal(u"ActionInvoked"_s, {u"no number"_s, 3U});
    m_daemon->invoke(17, u"default"_s);
    QTRY_COMPARE(activated.size(), 1);
}

void TestDesktopBalloons::daemon_slowToSay_balloonsWaitForIt()
{
    m_daemon->slowMethods = QStringList{u"GetCapabilities"_s};
    m_daemon->capabilities = QStringList{u"body"_s};
    QVERIFY(m_daemon->appear());
    m_balloons = std::make_unique<DesktopBalloons>(bus());
    m_balloons->show(balloon(u"e/1"_s, u"old"_s));
    QTRY_COMPARE(m_daemon->capabilitiesAsked, 1);
    m_balloons->show(balloon(u"e/2"_s));
    m_balloons->show(balloon(u"e/1"_s, u"new"_s));
    QVERIFY(m_daemon->shown.isEmpty());
    m_daemon->answerAll();
    QTRY_COMPARE(m_daemon->shown.size(), 2);
    QCOMPARE(m_daemon->shown[1].arguments[3].toString(), u"new"_s);
}

void TestDesktopBalloons::daemon_cannotSay_getsPlainText()
{
    m_daemon->knowsCapabilities = false;
    QVERIFY(m_daemon->appear());
    m_balloons = std::make_unique<DesktopBalloons>(bus());
    m_balloons->show(balloon(u"e/1"_s));
    QTRY_COMPARE(m_daemon->shown.size(), 1);
    QCOMPARE(m_daemon->shown[0].arguments[4].toString(), u"‹b>a‹/b> & b"_s);
    QVERIFY(m_daemon->shown[0].arguments[5].toStringList().isEmpty());
}

void TestDesktopBalloons::daemon_starting_keepsTheLastEight()
{
    m_daemon->slowMethods = QStringList{u"GetCapabilities"_s};
    QVERIFY(m_daemon->appear());
    m_balloons = std::make_unique<DesktopBalloons>(bus());
    for (int i = 0; i < 20; ++i)
        m_balloons->show(balloon(u"e/%1"_s.arg(i), QString::number(i)));
    QTRY_COMPARE(m_daemon->capabilitiesAsked, 1);
    m_daemon->answerAll();
    QTRY_COMPARE(m_daemon->shown.size(), DesktopBalloons::MostWaiting);
    QCOMPARE(m_daemon->shown.constFirst().arguments[3].toString(), u"12"_s);
    QCOMPARE(m_daemon->shown.constLast().arguments[3].toString(), u"19"_s);
}

void TestDesktopBalloons::daemon_diesAndComesBack_isAskedAnew()
{
    QVERIFY(m_daemon->appear());
    m_balloons = std::make_unique<DesktopBalloons>(bus());
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

void TestDesktopBalloons::daemon_diesWhileAsked_balloonsGoToTheNext()
{
    m_daemon->slowMethods = QStringList{u"GetCapabilities"_s};
    QVERIFY(m_daemon->appear());
    m_balloons = std::make_unique<DesktopBalloons>(bus());
    m_balloons->show(balloon(u"e/1"_s));
    QTRY_COMPARE(m_daemon->capabilitiesAsked, 1);
    m_daemon = daemon();
    QVERIFY(m_daemon->appear());
    QTRY_COMPARE(m_daemon->shown.size(), 1);
}

void TestDesktopBalloons::daemon_replacedByAnother_isAskedAnew()
{
    m_daemon->slowMethods = QStringList{u"Notify"_s};
    QVERIFY(m_daemon->appear());
    m_balloons = std::make_unique<DesktopBalloons>(bus());
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

void TestDesktopBalloons::daemon_staysAway_whatWaitsIsLost()
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

void TestDesktopBalloons::daemon_canBeStarted_isStartedWithTheFirst()
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

void TestDesktopBalloons::daemon_cannotBeStarted_isAbsent()
{
    m_bus.offer(NotificationDaemon::service(), u"/bin/false"_s);
    m_balloons = std::make_unique<DesktopBalloons>(bus());
    QTRY_VERIFY(m_balloons->isAvailable());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot be started"_s));
    m_balloons->show(balloon(u"e/1"_s));
    QTRY_VERIFY(!m_balloons->isAvailable());
    m_bus.withdraw(NotificationDaemon::service());
}

void TestDesktopBalloons::noDaemon_isNotAvailable()
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

void TestDesktopBalloons::noBus_isNotAvailable()
{
    m_balloons = std::make_unique<DesktopBalloons>(QDBusConnection(u"never connected"_s));
    m_balloons->show(balloon(u"e/1"_s));
    m_balloons->withdraw(u"e/1"_s);
    QVERIFY(!m_balloons->isAvailable());
    QVERIFY(!m_balloons->isInhibited());
}

void TestDesktopBalloons::bus_dies_isNotAvailable()
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

void TestDesktopBalloons::inhibited_isReadAndFollowed()
{
    m_daemon->knowsInhibited = true;
    m_daemon->inhibited = true;
    QVERIFY(m_daemon->appear());
    m_balloons = std::make_unique<DesktopBalloons>(bus());
    QSignalSpy changed(m_balloons.get(), &notify::Balloons::inhibitedChanged);
    QTRY_VERIFY(m_balloons->isInhibited());
    m_daemon->inhibit(false);
    QTRY_VERIFY(!m_balloons->isInhibited());
    m_daemon->inhibit(true);
    QTRY_COMPARE(changed.size(), 3);
}

void TestDesktopBalloons::inhibited_byAnotherPeer_isIgnored()
{
    QVERIFY(m_daemon->appear());
    m_balloons = std::make_unique<DesktopBalloons>(bus());
    QVERIFY(isKnown(*m_daemon));
    QSignalSpy changed(m_balloons.get(), &notify::Balloons::inhibitedChanged);
    {
        NotificationDaemon other(m_bus, u"other"_s);
        other.inhibit(true);
        other.settle();
    }
    m_daemon->inhibit(true);
    QTRY_COMPARE(changed.size(), 1);
}

void TestDesktopBalloons::inhibited_daemonDies_isOver()
{
    m_daemon->knowsInhibited = true;
    m_daemon->inhibited = true;
    QVERIFY(m_daemon->appear());
    m_balloons = std::make_unique<DesktopBalloons>(bus());
    QTRY_VERIFY(m_balloons->isInhibited());
    m_daemon.reset();
    QTRY_VERIFY(!m_balloons->isInhibited());
}

/// Shows one with the key "known" and has it activated: all that was sent before has been answered then.
bool TestDesktopBalloons::isKnown(const NotificationDaemon &daemon) const
{
    QSignalSpy activated(m_balloons.get(), &notify::Balloons::activated);
    m_balloons->show(balloon(u"known"_s, u"known"_s));
    const auto isThere = [&daemon] {
        return !daemon.shown.isEmpty() && daemon.shown.constLast().arguments.value(3).toString() == u"known"_s;
    };
    if (!QTest::qWaitFor(isThere))
        return false;
    daemon.invoke(daemon.shown.constLast().id, u"default"_s);
    return QTest::qWaitFor([&activated] { return !activated.isEmpty(); });
}

QTEST_GUILESS_MAIN(TestDesktopBalloons)
#include "test_desktop_balloons.moc"

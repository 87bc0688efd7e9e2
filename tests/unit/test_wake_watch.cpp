// SPDX-License-Identifier: MIT
#include "desktop/wake_watch.h"

#include "support/patience.h"

#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace jarchi::desktop;
using namespace Qt::StringLiterals;
using jarchi::test::Patience;
using Reachability = QNetworkInformation::Reachability;

namespace {

/// logind, as far as it tells of sleep.
class LoginManager : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

Q_SIGNALS:
    void PrepareForSleep(bool);    ///< Whether it begins.
    void PrepareForShutdown(bool); ///< Likewise.
};

} // namespace

/// With a bus of its own: the computer that runs the test must not be put to sleep for it.
class TestWakeWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void sleep_thatEnds_isHeardOnce();
    void foreignSignals_areNoWaking();
    void network_thatComesBack_isHeardOnce();
    void withoutBus_nothingFails();

private:
    [[nodiscard]] QDBusConnection client() const { return QDBusConnection::connectToBus(m_address, u"client"_s); }

    QProcess m_daemon;
    QString m_address;
    LoginManager m_logind;
};

void TestWakeWatch::initTestCase()
{
    m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QVERIFY2(m_daemon.waitForStarted(), "this test needs dbus-daemon (the Debian package dbus-daemon)");
    while (!m_daemon.canReadLine())
        QVERIFY(m_daemon.waitForReadyRead());
    m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    QDBusConnection bus = QDBusConnection::connectToBus(m_address, u"logind"_s);
    QVERIFY(bus.registerObject(u"/org/freedesktop/login1"_s, &m_logind, QDBusConnection::ExportAllSignals));
    QVERIFY(bus.registerService(u"org.freedesktop.login1"_s));
}

void TestWakeWatch::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(u"logind"_s);
    QDBusConnection::disconnectFromBus(u"client"_s);
    m_daemon.kill();
    m_daemon.waitForFinished();
}

void TestWakeWatch::sleep_thatEnds_isHeardOnce()
{
    const WakeWatch watch(client());
    QSignalSpy woke(&watch, &WakeWatch::woke);
    Q_EMIT m_logind.PrepareForSleep(true);
    Q_EMIT m_logind.PrepareForSleep(false);
    QTRY_COMPARE_WITH_TIMEOUT(woke.size(), 1, Patience);
    Q_EMIT m_logind.PrepareForSleep(true);
    Q_EMIT m_logind.PrepareForSleep(false);
    QTRY_COMPARE_WITH_TIMEOUT(woke.size(), 2, Patience);
}

void TestWakeWatch::foreignSignals_areNoWaking()
{
    const WakeWatch watch(client());
    QSignalSpy woke(&watch, &WakeWatch::woke);
    Q_EMIT m_logind.PrepareForShutdown(false);
    // Somebody else who says the same, without being logind.
    QDBusConnection stranger = QDBusConnection::connectToBus(m_address, u"stranger"_s);
    QDBusMessage lie = QDBusMessage::createSignal(u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s,
                                                  u"PrepareForSleep"_s);
    lie << false;
    QVERIFY(stranger.send(lie));
    QDBusConnection::disconnectFromBus(u"stranger"_s);
    Q_EMIT m_logind.PrepareForSleep(false); // The bus keeps the order, so this is the last to come.
    QTRY_COMPARE_WITH_TIMEOUT(woke.size(), 1, Patience);
}

void TestWakeWatch::network_thatComesBack_isHeardOnce()
{
    WakeWatch watch(QDBusConnection(u"never connected"_s));
    watch.followNetwork(Reachability::Disconnected);
    QSignalSpy woke(&watch, &WakeWatch::woke);
    watch.followNetwork(Reachability::Local);
    watch.followNetwork(Reachability::Site);
    QCOMPARE(woke.size(), 0);
    watch.followNetwork(Reachability::Online);
    QCOMPARE(woke.size(), 1);
    watch.followNetwork(Reachability::Online);
    QCOMPARE(woke.size(), 1);
    watch.followNetwork(Reachability::Unknown);
    watch.followNetwork(Reachability::Online);
    QCOMPARE(woke.size(), 2);
}

void TestWakeWatch::withoutBus_nothingFails()
{
    const WakeWatch watch(QDBusConnection(u"never connected"_s));
    QSignalSpy woke(&watch, &WakeWatch::woke);
    QVERIFY(woke.isValid());
}

QTEST_GUILESS_MAIN(TestWakeWatch)
#include "test_wake_watch.moc"

// SPDX-License-Identifier: MIT
#include "support/desktop_balloons_fixture.h"

using namespace jarchi;
using namespace jarchi::balloons;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

/// The wish of the desktop not to be disturbed.
class TestDesktopBalloonsInhibited : public QObject, private DesktopBalloonsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void inhibited_isReadAndFollowed();
    void inhibited_byAnotherPeer_isIgnored();
    void inhibited_daemonDies_isOver();
};

void TestDesktopBalloonsInhibited::inhibited_isReadAndFollowed()
{
    m_daemon->knowsInhibited = true;
    m_daemon->inhibited = true;
    QVERIFY(startBoth());
    QSignalSpy changed(m_balloons.get(), &notify::Balloons::inhibitedChanged);
    QTRY_VERIFY(m_balloons->isInhibited());
    m_daemon->inhibit(false);
    QTRY_VERIFY(!m_balloons->isInhibited());
    m_daemon->inhibit(true);
    QTRY_COMPARE(changed.size(), 3);
}

void TestDesktopBalloonsInhibited::inhibited_byAnotherPeer_isIgnored()
{
    QVERIFY(startBoth());
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

void TestDesktopBalloonsInhibited::inhibited_daemonDies_isOver()
{
    m_daemon->knowsInhibited = true;
    m_daemon->inhibited = true;
    QVERIFY(startBoth());
    QTRY_VERIFY(m_balloons->isInhibited());
    m_daemon.reset();
    QTRY_VERIFY(!m_balloons->isInhibited());
}

QTEST_GUILESS_MAIN(TestDesktopBalloonsInhibited)
#include "test_desktop_balloons_inhibited.moc"

// SPDX-License-Identifier: MIT
#include "balloons/desktop_balloons.h"
#include "support/notification_daemon.h"
#include "support/patience.h"
#include "support/private_bus.h"
#include "support/recorded_balloons.h"
#include "ui/tray_balloons.h"
#include "widgets/system_tray.h"

#include <QSignalSpy>
#include <QTest>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using notify::Balloon;
using notify::Balloons;
using ui::PreferredBalloons;
using ui::TrayBalloons;

/// Which of two ways a balloon takes, and what Qt's own way can and cannot do.
class TestTrayBalloons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void click_isOnTheLastOne();
    void click_onAWithdrawnOne_doesNothing();

    void first_isTakenWhereItIs();
    void second_isTakenWhereTheFirstIsNot();
    void atTheStart_waitsForTheFirst_andIsShownOnce();
    void atTheStart_withoutTheFirst_isShownByTheSecond();
    void atTheStart_replacedAndWithdrawn_isNotShown();
    void neither_isTheFirstOnesToKeep();
    void firstThatComesAndGoes_isFollowed();
    void inhibition_isTheFirstOnesWhileItIsThere();
    void whatTheReaderDoes_isHeardFromBoth();
    void realDaemon_atTheStart_showsItOnce();

private:
    static constexpr std::chrono::milliseconds Long = 1h;

    [[nodiscard]] static Balloon balloon(const QString &key)
    {
        return {.key = key, .title = u"Title of "_s + key, .body = u"Body"_s};
    }
    static void come(RecordedBalloons &balloons, bool isThere)
    {
        balloons.available = isThere;
        Q_EMIT balloons.availabilityChanged(isThere);
    }
};

void TestTrayBalloons::click_isOnTheLastOne()
{
    widgets::SystemTray icon;
    TrayBalloons balloons(icon);
    const QSignalSpy activated(&balloons, &Balloons::activated);
    Q_EMIT icon.messageClicked();
    QVERIFY(activated.isEmpty());
    balloons.show(balloon(u"one"_s));
    balloons.show(balloon(u"two"_s));
    balloons.withdraw(u"one"_s); // It is covered anyway.
    Q_EMIT icon.messageClicked();
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.constFirst().constFirst().toString(), u"two"_s);
}

void TestTrayBalloons::click_onAWithdrawnOne_doesNothing()
{
    widgets::SystemTray icon;
    TrayBalloons balloons(icon);
    const QSignalSpy activated(&balloons, &Balloons::activated);
    balloons.show(balloon(u"one"_s));
    balloons.withdraw(u"one"_s);
    Q_EMIT icon.messageClicked();
    QVERIFY(activated.isEmpty());
}

void TestTrayBalloons::first_isTakenWhereItIs()
{
    RecordedBalloons first;
    RecordedBalloons second;
    PreferredBalloons balloons(first, second, nullptr, Long);
    balloons.show(balloon(u"one"_s));
    QCOMPARE(first.keys(), QStringList{u"one"_s});
    QVERIFY(second.shown.isEmpty());
    balloons.withdraw(u"one"_s); // Whoever showed it.
    QCOMPARE(first.withdrawn + second.withdrawn, (QStringList{u"one"_s, u"one"_s}));
}

void TestTrayBalloons::second_isTakenWhereTheFirstIsNot()
{
    RecordedBalloons first;
    RecordedBalloons second;
    PreferredBalloons balloons(first, second, nullptr, Long);
    come(first, false);
    balloons.show(balloon(u"one"_s));
    QVERIFY(first.shown.isEmpty());
    QCOMPARE(second.keys(), QStringList{u"one"_s});
    QVERIFY(balloons.isAvailable());
}

void TestTrayBalloons::atTheStart_waitsForTheFirst_andIsShownOnce()
{
    RecordedBalloons first;
    RecordedBalloons second;
    first.available = false;
    PreferredBalloons balloons(first, second, nullptr, Long);
    balloons.show(balloon(u"one"_s));
    QVERIFY(first.shown.isEmpty() && second.shown.isEmpty());
    come(first, true);
    QCOMPARE(first.keys(), QStringList{u"one"_s});
    come(first, false);
    QVERIFY(second.shown.isEmpty());
}

void TestTrayBalloons::atTheStart_withoutTheFirst_isShownByTheSecond()
{
    RecordedBalloons first;
    RecordedBalloons second;
    first.available = false;
    PreferredBalloons balloons(first, second, nullptr, 0ms);
    balloons.show(balloon(u"one"_s));
    QTRY_COMPARE_WITH_TIMEOUT(second.keys(), QStringList{u"one"_s}, Patience);
    come(first, true);
    QVERIFY(first.shown.isEmpty());
    balloons.show(balloon(u"two"_s));
    QCOMPARE(first.keys(), QStringList{u"two"_s});
}

void TestTrayBalloons::atTheStart_replacedAndWithdrawn_isNotShown()
{
    RecordedBalloons first;
    RecordedBalloons second;
    first.available = false;
    PreferredBalloons balloons(first, second, nullptr, Long);
    for (const QString &key : {u"one"_s, u"two"_s, u"one"_s})
        balloons.show(balloon(key));
    balloons.withdraw(u"two"_s);
    come(first, true);
    QCOMPARE(first.keys(), QStringList{u"one"_s});
}

void TestTrayBalloons::neither_isTheFirstOnesToKeep()
{
    RecordedBalloons first;
    RecordedBalloons second;
    second.available = false;
    PreferredBalloons balloons(first, second, nullptr, Long);
    come(first, false);
    QVERIFY(!balloons.isAvailable());
    balloons.show(balloon(u"one"_s)); // A daemon that is being started anew shows it.
    QCOMPARE(first.keys(), QStringList{u"one"_s});
}

void TestTrayBalloons::firstThatComesAndGoes_isFollowed()
{
    RecordedBalloons first;
    RecordedBalloons second;
    PreferredBalloons balloons(first, second, nullptr, Long);
    balloons.show(balloon(u"one"_s));
    come(first, false);
    balloons.show(balloon(u"two"_s));
    come(first, true);
    balloons.show(balloon(u"three"_s));
    QCOMPARE(first.keys(), (QStringList{u"one"_s, u"three"_s}));
    QCOMPARE(second.keys(), QStringList{u"two"_s});
}

void TestTrayBalloons::inhibition_isTheFirstOnesWhileItIsThere()
{
    RecordedBalloons first;
    RecordedBalloons second;
    PreferredBalloons balloons(first, second, nullptr, Long);
    const QSignalSpy changed(&balloons, &Balloons::inhibitedChanged);
    first.setInhibited(true);
    QVERIFY(balloons.isInhibited());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.constFirst().constFirst().toBool(), true);
    come(first, false);
    QVERIFY(!balloons.isInhibited());
    come(first, true);
    first.setInhibited(false);
    QCOMPARE(changed.constLast().constFirst().toBool(), false);
}

void TestTrayBalloons::whatTheReaderDoes_isHeardFromBoth()
{
    RecordedBalloons first;
    RecordedBalloons second;
    PreferredBalloons balloons(first, second, nullptr, Long);
    QStringList heard;
    const auto hear = [&heard](const QString &what) {
        return [&heard, what](const QString &key) { heard += what + key; };
    };
    connect(&balloons, &Balloons::activated, this, hear(u"activated "_s));
    connect(&balloons, &Balloons::openRequested, this, hear(u"open "_s));
    connect(&balloons, &Balloons::notInterestedRequested, this, hear(u"not interested "_s));
    connect(&balloons, &Balloons::dismissed, this, hear(u"dismissed "_s));
    Q_EMIT first.activated(u"1"_s);
    Q_EMIT first.openRequested(u"2"_s);
    Q_EMIT first.notInterestedRequested(u"3"_s);
    Q_EMIT first.dismissed(u"4"_s);
    Q_EMIT second.activated(u"5"_s);
    QCOMPARE(heard,
             (QStringList{u"activated 1"_s, u"open 2"_s, u"not interested 3"_s, u"dismissed 4"_s, u"activated 5"_s}));
}

void TestTrayBalloons::realDaemon_atTheStart_showsItOnce()
{
    const PrivateBus bus;
    NotificationDaemon daemon(bus, u"daemon"_s);
    QVERIFY(daemon.appear());
    const QString name = u"client"_s;
    {
        balloons::DesktopBalloons desktop(bus.connectAs(name));
        RecordedBalloons tray;
        PreferredBalloons balloons(desktop, tray, nullptr, Long);
        balloons.show(balloon(u"one"_s)); // The bus has not answered yet.
        QVERIFY(daemon.shown.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(daemon.shown.size(), 1, Patience);
        balloons.show(balloon(u"two"_s));
        QTRY_COMPARE_WITH_TIMEOUT(daemon.shown.size(), 2, Patience);
        QVERIFY(tray.shown.isEmpty());
    }
    QDBusConnection::disconnectFromBus(name);
}

QTEST_MAIN(TestTrayBalloons)
#include "test_tray_balloons.moc"

// SPDX-License-Identifier: MIT
#include "support/mnemonics.h"
#include "support/tray_window_fixture.h"
#include "ui/tray_icon.h"
#include "widgets/format.h"
#include "widgets/system_tray.h"

#include <QImage>
#include <QSet>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using client::Client;
using ui::TrayIcon;
using ui::TrayPicture;
using Status = Client::Status;
namespace setting = preferences::setting;

/// What the icon shows and says in every state, and what a click and the menu do.
class TestTrayIcon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void signedOut_isPaleAndASignInAway();
    void signingIn_namesTheServer();
    void visit_runsDownInARing();
    void stay_hasNoRing();
    void visitThatIsOver_isPale_andAClickConnects();
    void serverThatIsGone_isTrouble();
    void waiting_isTrouble_andAClickShowsTheInbox();
    void quiet_isShownUnlessThereIsTrouble();
    void unread_isCountedInToolTipAndMenu();
    void nameWithMarkup_isPlain();
    void longTrouble_isCutInTheMenu();
    void doubleClick_showsTheInbox();
    void menu_asksForWindows();
    void menu_isQuietAndEndsIt();
    void menu_stayIsThePreference();
    void menu_hasNoClash_data();
    void menu_hasNoClash();
    void pictures_allDiffer();
    void ring_hasSteps();
    void badge_isOnlyThereForUnread();

private:
    /// The entry of the menu with this text, whatever its mnemonic; its menu's title counts as well.
    [[nodiscard]] QAction *entry(const QString &text) const
    {
        QList<QAction *> all = m_tray->menu().actions();
        for (const auto *menu : m_tray->menu().findChildren<QMenu *>())
            all += menu->actions();
        for (QAction *action : all) {
            if (action->isVisible() && QString(action->text()).remove(u'&') == text)
                return action;
        }
        return nullptr;
    }
    [[nodiscard]] QString firstLine() const { return m_tray->menu().actions().constFirst()->text(); }
    void click(QSystemTrayIcon::ActivationReason how = QSystemTrayIcon::Trigger) { Q_EMIT m_icon->activated(how); }
    [[nodiscard]] static QImage drawn(const TrayPicture &picture)
    {
        return ui::draw(picture).pixmap(QSize(48, 48), 1.0).toImage();
    }
    [[nodiscard]] Client &client() { return m_fixture->client(); }

    std::unique_ptr<TrayWindowFixture> m_fixture;
    std::unique_ptr<widgets::SystemTray> m_icon;
    std::unique_ptr<TrayIcon> m_tray;
};

void TestTrayIcon::init()
{
    m_fixture = std::make_unique<TrayWindowFixture>();
    m_icon = std::make_unique<widgets::SystemTray>();
    m_tray = std::make_unique<TrayIcon>(client(), m_fixture->computer.preferences(), *m_icon);
}

void TestTrayIcon::cleanup()
{
    m_tray.reset();
    m_icon.reset();
    m_fixture.reset();
}

void TestTrayIcon::signedOut_isPaleAndASignInAway()
{
    const QSignalSpy wanted(m_tray.get(), &TrayIcon::signInRequested);
    QCOMPARE(m_tray->picture().icon, u"tray-offline"_s);
    QCOMPARE(m_icon->toolTip(), u"Jarchi: Nobody is signed in\nClick to sign in."_s);
    QCOMPARE(firstLine(), u"Nobody is signed in"_s);
    QVERIFY(!m_icon->icon().isNull());
    QVERIFY(entry(u"Connect now"_s) == nullptr && entry(u"Stay connected"_s) == nullptr);
    QVERIFY(!entry(u"Interests…"_s)->isEnabled());
    click();
    entry(u"Sign in…"_s)->trigger();
    QCOMPARE(wanted.size(), 2);
}

void TestTrayIcon::signingIn_namesTheServer()
{
    m_fixture->server.onConnected = [] {};
    client().signIn(ClientFixture::details(m_fixture->address()));
    QCOMPARE(m_tray->picture().icon, u"tray-connecting"_s);
    QCOMPARE(m_tray->stateText(), u"Connecting to "_s + m_fixture->address());
    QVERIFY(!entry(u"Sign out…"_s)->isEnabled()); // Nobody is signed in yet.
    entry(u"Disconnect"_s)->trigger();
    QCOMPARE(client().status(), Status::SignedOut);
    QVERIFY(entry(u"Sign in…"_s)->isEnabled());
}

void TestTrayIcon::visit_runsDownInARing()
{
    QVERIFY(m_fixture->signIn());
    QCOMPARE(m_tray->picture().icon, u"tray-serving"_s);
    QVERIFY(!m_tray->picture().isPale);
    QCOMPARE(m_tray->picture().left, 1.0);
    QVERIFY2(m_icon->toolTip().contains(u"Sara, for 1 minute"_s), qUtf8Printable(m_icon->toolTip()));
    m_fixture->computer.manualClock.advance(30s);
    QCOMPARE(m_tray->picture().left, 0.5);
    // It follows by itself.
    QTRY_VERIFY_WITH_TIMEOUT(firstLine().contains(u"30 seconds"_s) && m_icon->toolTip().contains(u"30 seconds"_s),
                             Patience);
}

void TestTrayIcon::stay_hasNoRing()
{
    QVERIFY(m_fixture->signIn(true));
    QCOMPARE(m_tray->picture().icon, u"tray-serving"_s);
    QCOMPARE(m_tray->picture().left, std::nullopt);
    QCOMPARE(m_tray->stateText(), u"Connected as Sara"_s);
}

void TestTrayIcon::visitThatIsOver_isPale_andAClickConnects()
{
    QVERIFY(m_fixture->signIn());
    entry(u"Disconnect"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->server.isConnected(), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(client().status(), Status::Offline, Patience);
    QCOMPARE(m_tray->picture().icon, u"tray-idle"_s);
    QVERIFY(m_tray->picture().isPale);
    QCOMPARE(m_tray->stateText(), u"Not connected"_s);
    QCOMPARE(m_icon->toolTip(), u"Jarchi: Not connected\nClick to connect."_s);
    QVERIFY(entry(u"Connect now"_s) != nullptr);
    const QSignalSpy inbox(m_tray.get(), &TrayIcon::inboxRequested);
    click();
    QVERIFY(m_fixture->computer.waitFor(Status::Connected));
    QVERIFY(inbox.isEmpty());
    click();
    QCOMPARE(inbox.size(), 1);
}

void TestTrayIcon::serverThatIsGone_isTrouble()
{
    QVERIFY(m_fixture->signIn());
    QVERIFY(m_fixture->computer.leave());
    m_fixture->server.stopListening();
    click();
    QTRY_COMPARE_WITH_TIMEOUT(m_tray->picture().icon, u"tray-trouble"_s, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(client().status(), Status::Offline, Patience);
    QVERIFY(!m_tray->picture().isPale);
    QCOMPARE(m_tray->stateText(), client().trouble());
    QVERIFY(m_tray->stateText().contains(u"refused"_s));
}

void TestTrayIcon::waiting_isTrouble_andAClickShowsTheInbox()
{
    QVERIFY(m_fixture->signIn(true));
    m_fixture->server.stopListening();
    m_fixture->server.closeConnection();
    QVERIFY(m_fixture->computer.waitFor(Status::Waiting));
    QCOMPARE(m_tray->picture().icon, u"tray-trouble"_s);
    QVERIFY(!m_tray->stateText().isEmpty());
    const QSignalSpy inbox(m_tray.get(), &TrayIcon::inboxRequested);
    click();
    QCOMPARE(inbox.size(), 1);
    QVERIFY(entry(u"Connect now"_s) != nullptr);
}

void TestTrayIcon::quiet_isShownUnlessThereIsTrouble()
{
    client().beQuietFor(1h);
    QCOMPARE(m_tray->picture().icon, u"tray-offline"_s); // There is nothing to be quiet about.
    QVERIFY(m_fixture->signIn());
    QCOMPARE(m_tray->picture().icon, u"tray-quiet"_s);
    QVERIFY(m_tray->picture().left.has_value());
    const QString until = widgets::clockText(m_fixture->computer.manualClock.now().addSecs(3600));
    QVERIFY2(m_tray->stateText().startsWith(u"Quiet until %1. Connected as Sara"_s.arg(until)),
             qUtf8Printable(m_tray->stateText()));
    client().beQuietUntilTomorrow(); // Already quiet, and now for longer.
    const QString morning = widgets::clockText(QDate::currentDate().startOfDay().addSecs(8 * 3600));
    QVERIFY2(m_icon->toolTip().contains(morning), qUtf8Printable(m_icon->toolTip()));
    QVERIFY(m_fixture->computer.leave());
    QCOMPARE(m_tray->picture().icon, u"tray-quiet"_s);
    QVERIFY(m_tray->picture().isPale);
    m_fixture->server.stopListening();
    client().connectNow();
    QTRY_COMPARE_WITH_TIMEOUT(m_tray->picture().icon, u"tray-trouble"_s, Patience);
}

void TestTrayIcon::unread_isCountedInToolTipAndMenu()
{
    beGenerous(m_fixture->server, {41, 42});
    QVERIFY(m_fixture->signIn());
    QTRY_COMPARE_WITH_TIMEOUT(client().unread(), 2, Patience);
    QCOMPARE(m_tray->picture().unread, 2);
    QVERIFY2(m_icon->toolTip().endsWith(u"\n2 unread"_s), qUtf8Printable(m_icon->toolTip()));
    QVERIFY(entry(u"Inbox, 2 unread"_s) != nullptr);
    client().markAllRead();
    QCOMPARE(m_tray->picture().unread, 0);
    QVERIFY(!m_icon->toolTip().contains(u'\n'));
    QVERIFY(entry(u"Inbox"_s) != nullptr);
}

void TestTrayIcon::nameWithMarkup_isPlain()
{
    m_fixture->server.onHeard = [this, before = m_fixture->server.onHeard](const protocol::ClientMessage &message) {
        if (!std::holds_alternative<protocol::Login>(message))
            return before(message);
        protocol::Welcome welcome = ScriptedServer::welcome();
        welcome.displayName = u"<b>R&D</b>"_s;
        m_fixture->server.say(welcome);
        m_fixture->server.say(protocol::CaughtUp{});
    };
    QVERIFY(m_fixture->signIn(true));
    QVERIFY(!Qt::mightBeRichText(m_icon->toolTip()));
    QVERIFY2(firstLine().contains(u"R&&D"_s), qUtf8Printable(firstLine()));
}

void TestTrayIcon::longTrouble_isCutInTheMenu()
{
    QVERIFY(m_fixture->signIn());
    QVERIFY(m_fixture->computer.leave());
    m_fixture->server.onConnected = [this] { m_fixture->server.sayRaw("HTTP/1.1 400 Bad Request\r\n"); };
    click();
    QTRY_VERIFY_WITH_TIMEOUT(!client().trouble().isEmpty(), Patience);
    QVERIFY(m_icon->toolTip().contains(client().trouble()));
    QVERIFY(m_tray->menu().sizeHint().width() < 700);
}

void TestTrayIcon::doubleClick_showsTheInbox()
{
    const QSignalSpy inbox(m_tray.get(), &TrayIcon::inboxRequested);
    click(QSystemTrayIcon::DoubleClick);
    QCOMPARE(inbox.size(), 1);
    click(QSystemTrayIcon::Context);
    click(QSystemTrayIcon::MiddleClick);
    QCOMPARE(inbox.size(), 1);
}

void TestTrayIcon::menu_asksForWindows()
{
    QVERIFY(m_fixture->signIn());
    const QSignalSpy inbox(m_tray.get(), &TrayIcon::inboxRequested);
    const QSignalSpy interests(m_tray.get(), &TrayIcon::interestsRequested);
    const QSignalSpy settings(m_tray.get(), &TrayIcon::settingsRequested);
    const QSignalSpy about(m_tray.get(), &TrayIcon::aboutRequested);
    const QSignalSpy quit(m_tray.get(), &TrayIcon::quitRequested);
    for (const QString &text : {u"Inbox"_s, u"Interests…"_s, u"Settings…"_s, u"About Jarchi"_s, u"Quit"_s})
        entry(text)->trigger();
    QCOMPARE(inbox.size() + interests.size() + settings.size() + about.size() + quit.size(), 5);
    const QSignalSpy signOut(m_tray.get(), &TrayIcon::signOutRequested);
    entry(u"Sign out…"_s)->trigger();
    QCOMPARE(signOut.size(), 1);
    client().signOut();
    QCOMPARE(client().status(), Status::SignedOut);
    QCOMPARE(m_tray->picture().icon, u"tray-offline"_s);
}

void TestTrayIcon::menu_isQuietAndEndsIt()
{
    QVERIFY(!entry(u"End quiet"_s)->isEnabled());
    entry(u"For an hour"_s)->trigger();
    QVERIFY(client().isQuiet());
    QVERIFY(entry(u"End quiet"_s)->isEnabled());
    entry(u"End quiet"_s)->trigger();
    QVERIFY(!client().isQuiet());
    entry(u"Until tomorrow"_s)->trigger();
    QVERIFY(client().isQuiet());
    m_fixture->computer.manualClock.advance(2h);
    client().nudge();
    QVERIFY(client().isQuiet());
}

void TestTrayIcon::menu_stayIsThePreference()
{
    QVERIFY(m_fixture->signIn());
    QAction *stay = entry(u"Stay connected"_s);
    QVERIFY(!stay->isChecked());
    stay->trigger();
    QVERIFY(m_fixture->computer.preferences().get(setting::StayConnected));
    QCOMPARE(m_tray->picture().left, std::nullopt);
    m_fixture->computer.prefer(setting::StayConnected, false); // In the settings.
    QVERIFY(!stay->isChecked());
}

void TestTrayIcon::menu_hasNoClash_data()
{
    QTest::addColumn<QString>("language");
    for (const widgets::Language::Offer &offer : widgets::Language::available())
        QTest::addRow("%s", qPrintable(offer.code)) << offer.code;
}

void TestTrayIcon::menu_hasNoClash()
{
    QFETCH(const QString, language);
    m_fixture->language.use(language);
    QTRY_COMPARE_WITH_TIMEOUT(m_tray->menu().layoutDirection(), QLocale().textDirection(), Patience);
    const auto clashes = [this] { return mnemonicClashesInMenu(m_tray->menu()).join(u'\n'); };
    QCOMPARE(clashes(), QString());
    beGenerous(m_fixture->server, {41, 42});
    QVERIFY(m_fixture->signIn());
    QCOMPARE(clashes(), QString());
    QVERIFY(m_fixture->computer.leave());
    QCOMPARE(clashes(), QString());
    for (const QAction *action : m_tray->menu().actions())
        QVERIFY(action->isSeparator() || action == m_tray->menu().actions().constFirst() || !action->isVisible() ||
                !QKeySequence::mnemonic(action->text()).isEmpty());
}

void TestTrayIcon::pictures_allDiffer()
{
    QList<QImage> seen;
    for (const char *name :
         {"tray-offline", "tray-idle", "tray-connecting", "tray-serving", "tray-quiet", "tray-trouble"}) {
        const QImage image = drawn({.icon = QString::fromLatin1(name)});
        QVERIFY2(!seen.contains(image), name);
        seen.append(image);
    }
    const QList<QSize> sizes = ui::draw({.icon = u"tray-idle"_s}).availableSizes();
    for (const int size : {16, 22, 24, 32, 48, 64})
        QVERIFY(sizes.contains(QSize(size, size)));
}

void TestTrayIcon::ring_hasSteps()
{
    QCOMPARE(ui::inRingSteps(1.0), 1.0);
    QCOMPARE(ui::inRingSteps(2.0), 1.0);
    QCOMPARE(ui::inRingSteps(0.0), 0.0);
    QCOMPARE(ui::inRingSteps(-1.0), 0.0);
    QSet<double> steps;
    for (int second = 1; second <= 60; ++second)
        steps.insert(ui::inRingSteps(second / 60.0));
    QCOMPARE(steps.size(), 30);
    QVERIFY(drawn({.icon = u"tray-serving"_s, .left = 1.0}) != drawn({.icon = u"tray-serving"_s, .left = 0.5}));
}

void TestTrayIcon::badge_isOnlyThereForUnread()
{
    const QImage none = drawn({.icon = u"tray-idle"_s});
    const QImage one = drawn({.icon = u"tray-idle"_s, .unread = 1});
    const QImage nine = drawn({.icon = u"tray-idle"_s, .unread = 9});
    const QImage many = drawn({.icon = u"tray-idle"_s, .unread = 10});
    QVERIFY(none != one && one != nine && nine != many);
    QCOMPARE(many, drawn({.icon = u"tray-idle"_s, .unread = 100'000}));
}

QTEST_MAIN(TestTrayIcon)
#include "test_tray_icon.moc"

// SPDX-License-Identifier: MIT
#include "desktop/autostart.h"
#include "support/tray_window_fixture.h"
#include "ui/inbox_window.h"
#include "ui/interests_dialog.h"
#include "ui/settings_dialog.h"
#include "ui/shell.h"
#include "ui/sign_in_dialog.h"
#include "widgets/appearance.h"
#include "widgets/message_bar.h"
#include "widgets/system_tray.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using client::Client;
using ui::Shell;
namespace setting = preferences::setting;

/// Which window comes when, and how the program ends.
class TestShell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void windows_areThereOnceEach();
    void firstStart_asksForASignIn();
    void signIn_thatWorks_showsNothing();
    void signIn_thatFails_showsTheDialogWithWhatWasTyped();
    void signIn_withSomethingMissing_showsTheDialog();
    void noKeychain_asks_data();
    void noKeychain_asks();
    void signOut_inTheTray_asksFirst_data();
    void signOut_inTheTray_asksFirst();
    void noTray_inboxSaysSo_untilThereIsOne();
    void noTray_questionsStayInFront();
    void trayThatHasGone_isMissedByTheInbox();
    void notice_isABalloonUnlessItIsReadOrQuiet();
    void settingsThatCannotBeKept_areTold_once();
    void quit_endsSoon_data();
    void quit_endsSoon();

private:
    void start(bool hasTray = true);
    template <typename Window>
    [[nodiscard]] static QList<Window *> visible()
    {
        QList<Window *> all;
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *window = qobject_cast<Window *>(widget); window != nullptr && window->isVisible())
                all.append(window);
        }
        return all;
    }
    [[nodiscard]] static QMessageBox *tokenQuestion()
    {
        for (QMessageBox *box : visible<QMessageBox>()) {
            if (box->objectName() == "tokenHome"_L1)
                return box;
        }
        return nullptr;
    }
    [[nodiscard]] Client &client() { return m_fixture->client(); }
    [[nodiscard]] client::SignIn details() const { return ClientFixture::details(m_fixture->address()); }

    std::unique_ptr<TrayWindowFixture> m_fixture;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<widgets::SystemTray> m_icon;
    std::unique_ptr<widgets::Appearance> m_appearance;
    std::unique_ptr<desktop::Autostart> m_autostart;
    std::unique_ptr<Shell> m_shell;
    bool m_hasTray = true;
};

void TestShell::init()
{
    QApplication::setQuitOnLastWindowClosed(false);
    m_fixture = std::make_unique<TrayWindowFixture>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_icon = std::make_unique<widgets::SystemTray>();
    m_appearance = std::make_unique<widgets::Appearance>(m_fixture->settings(), QDBusConnection(u"never connected"_s));
    m_autostart = std::make_unique<desktop::Autostart>(desktop::Autostart::Place{
        .folder = m_folder->filePath(u"autostart"_s), .program = u"/usr/bin/jarchi-tray"_s, .desktops = {}});
}

void TestShell::cleanup()
{
    m_shell.reset();
    QVERIFY(visible<QWidget>().isEmpty()); // It took its windows with it.
    m_appearance.reset();
    m_icon.reset();
    m_fixture.reset();
}

void TestShell::start(bool hasTray)
{
    m_hasTray = hasTray;
    m_shell =
        std::make_unique<Shell>(Shell::Parts{client(), m_fixture->computer.preferences(), m_fixture->computer.balloons,
                                             *m_icon, m_fixture->language, *m_appearance, *m_autostart},
                                Shell::Desktop{.hasTray = [this] { return m_hasTray; }, .patience = 0ms});
}

void TestShell::windows_areThereOnceEach()
{
    start();
    QVERIFY(visible<QWidget>().isEmpty()); // It lives in the tray.
    for (int i = 0; i < 2; ++i) {
        m_shell->showInbox();
        m_shell->showInterests();
        m_shell->showSettings();
        m_shell->showSignIn();
        m_shell->showAbout();
    }
    QCOMPARE(visible<ui::InboxWindow>().size(), 1);
    QCOMPARE(visible<ui::InterestsDialog>().size(), 1);
    QCOMPARE(visible<ui::SettingsDialog>().size(), 1);
    QCOMPARE(visible<ui::SignInDialog>().size(), 1);
    QCOMPARE(visible<QMessageBox>().size(), 1);
    visible<ui::SettingsDialog>().constFirst()->close();
    visible<QMessageBox>().constFirst()->close();
    m_shell->showSettings(); // At once, and again.
    m_shell->showAbout();
    QCOMPARE(visible<ui::SettingsDialog>().size(), 1);
    QCOMPARE(visible<QMessageBox>().size(), 1);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(visible<ui::SettingsDialog>().size(), 1);
}

void TestShell::firstStart_asksForASignIn()
{
    start();
    client().start();
    QCOMPARE(visible<ui::SignInDialog>().size(), 1);
    QVERIFY(visible<ui::InboxWindow>().isEmpty());
}

void TestShell::signIn_thatWorks_showsNothing()
{
    start();
    m_shell->signIn(details());
    QVERIFY(m_fixture->computer.waitFor(Client::Status::Connected));
    QVERIFY(visible<QWidget>().isEmpty());
}

void TestShell::signIn_thatFails_showsTheDialogWithWhatWasTyped()
{
    m_fixture->server.onHeard = [this](const protocol::ClientMessage &) {
        m_fixture->server.say(protocol::ErrorMessage{protocol::ErrorCode::BadCredentials, u"no"_s, {}});
    };
    start();
    m_shell->signIn(details());
    QVERIFY(visible<QWidget>().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(visible<ui::SignInDialog>().size(), 1, Patience);
    ui::SignInDialog *dialog = visible<ui::SignInDialog>().constFirst();
    QCOMPARE(dialog->findChild<QLineEdit *>(u"signInUser"_s)->text(), u"sara"_s);
    QCOMPARE(dialog->findChild<QLineEdit *>(u"signInServer"_s)->text(), m_fixture->address());
    QStringList notes;
    for (const auto *note : dialog->findChildren<QLabel *>(u"fieldNote"_s))
        notes += note->text();
    QVERIFY2(notes.join(u' ').contains(u"wrong"_s), qUtf8Printable(notes.join(u' ')));
}

void TestShell::signIn_withSomethingMissing_showsTheDialog()
{
    start();
    m_shell->signIn({.server = m_fixture->address(), .user = {}, .password = u"correct horse"_s});
    QCOMPARE(visible<ui::SignInDialog>().size(), 1);
}

void TestShell::noKeychain_asks_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("keeps");
    QTest::newRow("in a file") << u"&Keep it in a file"_s << true;
    QTest::newRow("not at all") << u"&Do not keep it"_s << false;
}

void TestShell::noKeychain_asks()
{
    QFETCH(const QString, answer);
    QFETCH(const bool, keeps);
    m_fixture->computer.keychain.trouble = Error{Error::Kind::Unavailable, u"There is no keychain."_s};
    start();
    m_shell->showSignIn();
    m_shell->signIn(details());
    QTRY_VERIFY_WITH_TIMEOUT(tokenQuestion() != nullptr, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(visible<ui::SignInDialog>().isEmpty(), Patience);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(tokenQuestion() != nullptr); // It does not go with the dialog that led to it.
    QVERIFY(tokenQuestion()->informativeText().contains(u"There is no keychain."_s));
    for (QAbstractButton *button : tokenQuestion()->buttons()) {
        if (button->text() == answer)
            button->click();
    }
    QVERIFY(tokenQuestion() == nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->computer.preferences().get(setting::TokenInFile), keeps, Patience);
    QCOMPARE(!m_fixture->computer.tokenFile.tokens.isEmpty(), keeps);
    QCOMPARE(m_fixture->computer.preferences().get(setting::Remember), keeps);
}

void TestShell::signOut_inTheTray_asksFirst_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("isSignedOut");
    QTest::newRow("yes") << u"Sign &out"_s << true;
    QTest::newRow("no") << u"Cancel"_s << false;
}

void TestShell::signOut_inTheTray_asksFirst()
{
    QFETCH(const QString, answer);
    QFETCH(const bool, isSignedOut);
    QVERIFY(m_fixture->signIn());
    start();
    const QWidgetList all = QApplication::topLevelWidgets();
    const auto menu = std::find_if(all.cbegin(), all.cend(),
                                   [](const QWidget *widget) { return widget->objectName() == "trayMenu"_L1; });
    QVERIFY(menu != all.cend());
    for (QAction *action : (*menu)->actions()) {
        if (action->text() == u"Sign &out…"_s)
            action->trigger();
    }
    QCOMPARE(visible<QMessageBox>().size(), 1);
    QVERIFY(client().status() != Client::Status::SignedOut);
    QMessageBox *box = visible<QMessageBox>().constFirst();
    QVERIFY2(box->text().contains(u"Sara"_s), qUtf8Printable(box->text()));
    for (QAbstractButton *button : box->buttons()) {
        if (button->text() == answer)
            button->click();
    }
    QCOMPARE(client().status() == Client::Status::SignedOut, isSignedOut);
}

void TestShell::noTray_inboxSaysSo_untilThereIsOne()
{
    start(false);
    m_shell->showSignIn();
    QVERIFY(visible<ui::InboxWindow>().isEmpty()); // The tray may still come.
    QTRY_COMPARE_WITH_TIMEOUT(visible<ui::InboxWindow>().size(), 1, Patience);
    const auto *message = visible<ui::InboxWindow>().constFirst()->findChild<widgets::MessageBar *>(u"noTray"_s);
    QVERIFY(message->isVisible());
    QCOMPARE(visible<ui::SignInDialog>().size(), 1);
    m_hasTray = true;
    QTRY_VERIFY_WITH_TIMEOUT(!message->isVisible(), Patience);
    QCOMPARE(visible<ui::InboxWindow>().size(), 1); // Somebody may be reading in it.
}

void TestShell::noTray_questionsStayInFront()
{
    start(false);
    m_shell->askToSignIn(details());
    QVERIFY(QTest::qWaitForWindowActive(visible<ui::SignInDialog>().constFirst()));
    QTRY_COMPARE_WITH_TIMEOUT(visible<ui::InboxWindow>().size(), 1, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::activeWindow(), visible<ui::SignInDialog>().value(0), Patience);
    QCOMPARE(visible<ui::SignInDialog>().constFirst()->findChild<QLineEdit *>(u"signInUser"_s)->text(), details().user);
}

void TestShell::trayThatHasGone_isMissedByTheInbox()
{
    start();
    m_hasTray = false;
    m_shell->showInbox();
    const auto *message = visible<ui::InboxWindow>().constFirst()->findChild<widgets::MessageBar *>(u"noTray"_s);
    QVERIFY(message->isVisible());
    m_hasTray = true;
    QTRY_VERIFY_WITH_TIMEOUT(!message->isVisible(), Patience);
}

void TestShell::notice_isABalloonUnlessItIsReadOrQuiet()
{
    start();
    RecordedBalloons &balloons = m_fixture->computer.balloons;
    Q_EMIT client().noticed(u"The disk is full."_s);
    QCOMPARE(balloons.shown.size(), 1);
    QCOMPARE(balloons.shown.constLast().body, u"The disk is full."_s);
    client().beQuietFor(1h);
    Q_EMIT client().noticed(u"The disk is full."_s);
    QCOMPARE(balloons.shown.size(), 1);
    client().endQuiet();
    Q_EMIT balloons.activated(balloons.shown.constLast().key);
    QCOMPARE(visible<ui::InboxWindow>().size(), 1);
    Q_EMIT client().noticed(u"The disk is full."_s);
    QCOMPARE(balloons.shown.size(), 1);
}

void TestShell::settingsThatCannotBeKept_areTold_once()
{
    start();
    preferences::Preferences &preferences = m_fixture->computer.preferences();
    const RecordedBalloons &balloons = m_fixture->computer.balloons;
    const QString path = preferences.file().path();
    QVERIFY(QDir().mkpath(path));
    preferences.set(setting::StayConnected, true); // In the tray's menu.
    QTRY_COMPARE_WITH_TIMEOUT(balloons.shown.size(), 1, Patience);
    QVERIFY2(balloons.shown.constLast().body.contains(path), qUtf8Printable(balloons.shown.constLast().body));
    preferences.set(setting::StayConnected, false);
    preferences.file().look();
    QCOMPARE(balloons.shown.size(), 1);
    Q_EMIT m_fixture->computer.balloons.activated(balloons.shown.constLast().key);
    const auto *message =
        visible<ui::InboxWindow>().constFirst()->findChild<widgets::MessageBar *>(u"settingsUnkept"_s);
    QVERIFY(message->isVisible());
    QVERIFY(QDir().rmdir(path));
    preferences.file().look();
    QVERIFY(!message->isVisible());
    QCOMPARE(balloons.withdrawn, QStringList{balloons.shown.constLast().key});
    QVERIFY(QFile::remove(path) && QDir().mkpath(path)); // Once more, and it is read already.
    preferences.set(setting::Sound, true);
    QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), Patience);
    QCOMPARE(balloons.shown.size(), 1);
}

void TestShell::quit_endsSoon_data()
{
    QTest::addColumn<bool>("isSignedIn");
    QTest::addColumn<bool>("answers");
    QTest::newRow("signed out") << false << true;
    QTest::newRow("connected") << true << true;
    QTest::newRow("a server that keeps silent") << true << false;
    QTest::newRow("in the middle of a sign-in") << false << false;
}

void TestShell::quit_endsSoon()
{
    QFETCH(const bool, isSignedIn);
    QFETCH(const bool, answers);
    start();
    if (isSignedIn)
        QVERIFY(m_fixture->signIn(true));
    if (!answers) {
        m_fixture->server.onConnected = [] {};
        m_fixture->server.onHeard = [](const protocol::ClientMessage &) {};
    }
    m_shell->showInbox();
    if (!isSignedIn && !answers)
        m_shell->signIn(details());
    m_shell->showSignIn(); // A busy one does not stay in the way.
    QElapsedTimer passed;
    QTimer::singleShot(0, m_shell.get(), [&] {
        passed.start();
        m_shell->quit();
        m_shell->quit();
        QVERIFY(visible<QWidget>().isEmpty());
    });
    QCOMPARE(QCoreApplication::exec(), 0);
    QVERIFY2(!answers || passed.elapsed() < 10'000, qPrintable(QString::number(passed.elapsed())));
    QCOMPARE(m_fixture->server.isConnected() && answers, false);
}

QTEST_MAIN(TestShell)
#include "test_shell.moc"

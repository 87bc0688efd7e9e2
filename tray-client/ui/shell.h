// SPDX-License-Identifier: MIT
#pragma once

#include "client/client.h"
#include "preferences/preferences.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

class QMessageBox;

namespace jarchi::desktop {
class Autostart;
}
namespace jarchi::widgets {
class Appearance;
class Language;
class SystemTray;
} // namespace jarchi::widgets

namespace jarchi::ui {

class InboxWindow;
class InterestsDialog;
class SettingsDialog;
class SignInDialog;
class TrayIcon;

/// The program's windows and its tray icon, and which of them comes when. Main thread; owned by run().
class Shell : public QObject
{
    Q_OBJECT

public:
    /// How long a desktop that is just starting may take until its tray is there.
    static constexpr std::chrono::seconds TrayPatience{5};
    /// From the wish to quit until the program goes, whatever a server does.
    static constexpr std::chrono::milliseconds QuitPatience{900};

    struct Parts
    {
        client::Client &client;
        preferences::Preferences &preferences;
        notify::Balloons &balloons;
        widgets::SystemTray &systemTray;
        widgets::Language &language;
        widgets::Appearance &appearance;
        desktop::Autostart &autostart;
    };

    /// How it knows whether there is a tray, and how long it waits for one. For tests to choose.
    struct Desktop
    {
        std::function<bool()> hasTray;
        std::chrono::milliseconds patience = TrayPatience;
    };

    /// All parts outlive this.
    explicit Shell(const Parts &parts);
    Shell(const Parts &parts, Desktop desktop);
    ~Shell() override;

    void showInbox(inbox::EntryId entry = 0);
    void showInterests();
    void showSettings();
    void showSignIn(const QString &why = {});
    /// Signs in with what somebody typed elsewhere. The dialog is only seen when that fails.
    void signIn(const client::SignIn &details);
    /// The dialog, with what somebody typed elsewhere.
    void askToSignIn(const client::SignIn &details);
    void showAbout();
    /// Says goodbye, and ends the event loop soon.
    void quit();

private:
    void connectClient();
    void askForTokenHome(const QString &why);
    void tell(const QString &sentence);
    void tellOfSettings();
    void lookForTray();
    void doWithoutTray();
    void hideWindows();

    const Parts m_parts;
    const Desktop m_desktop;
    std::unique_ptr<TrayIcon> m_tray;
    std::unique_ptr<InboxWindow> m_inbox;
    // These delete themselves when they are closed.
    QPointer<InterestsDialog> m_interests;
    QPointer<SettingsDialog> m_settings;
    QPointer<SignInDialog> m_signIn;
    QPointer<QMessageBox> m_about;
    QPointer<QMessageBox> m_signOut;
    QPointer<QMessageBox> m_tokenHome;
    QTimer m_trayWatch; ///< Runs while there is no tray.
    QTimer m_trayPatience;
    bool m_isQuitting = false;
};

} // namespace jarchi::ui

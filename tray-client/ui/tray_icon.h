// SPDX-License-Identifier: MIT
#pragma once

#include "client/client.h"
#include "preferences/preferences.h"
#include "ui/tray_picture.h"
#include "widgets/system_tray.h"

#include <QMenu>
#include <QTimer>

namespace jarchi::ui {

/// The client in the system's tray: how it is, in the icon and in words, and everything it can do in its menu. A
/// click connects when nobody is connected, and shows the inbox otherwise; a double click always shows it. Main thread.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive this. Shows `icon`.
    TrayIcon(client::Client &client, preferences::Preferences &preferences, widgets::SystemTray &icon);
    ~TrayIcon() override;

    /// The state in one sentence, as the tool tip and the menu's first line have it.
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] TrayPicture picture() const;
    [[nodiscard]] const QMenu &menu() const { return m_menu; }

Q_SIGNALS:
    void inboxRequested();
    void interestsRequested();
    void settingsRequested();
    void signInRequested();
    void signOutRequested();
    void aboutRequested();
    void quitRequested();

private:
    void makeMenu();
    void retranslate();
    void showState();
    void showRing();
    void showPicture();
    [[nodiscard]] QString quietText() const;
    [[nodiscard]] QString clickText() const;
    void onActivated(QSystemTrayIcon::ActivationReason reason);

    client::Client &m_client;
    preferences::Preferences &m_preferences;
    widgets::SystemTray &m_icon;
    QMenu m_menu;  ///< A tray icon does not own its menu.
    QTimer m_ring; ///< Runs only while a visit runs down.
    TrayPicture m_shown;

    QAction *m_state = nullptr;
    QAction *m_connect = nullptr;
    QAction *m_stay = nullptr;
    QAction *m_inbox = nullptr;
    QAction *m_interests = nullptr;
    QMenu *m_quietMenu = nullptr;
    QAction *m_quietHour = nullptr;
    QAction *m_quietTomorrow = nullptr;
    QAction *m_endQuiet = nullptr;
    QAction *m_settings = nullptr;
    QAction *m_signInOut = nullptr;
    QAction *m_about = nullptr;
    QAction *m_quit = nullptr;
};

} // namespace jarchi::ui

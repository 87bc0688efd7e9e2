// SPDX-License-Identifier: MIT
#pragma once

#include <QMenu>
#include <QSystemTrayIcon>

namespace jarchi::gui {

class ServerControl;

/// The server in the system's tray: whether it serves, in the icon and in words, and its window a click away. Only made
/// where there is a tray.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    /// `server` outlives this.
    explicit TrayIcon(ServerControl &server);

    void retranslate();
    /// Says, once, that the server goes on without its window.
    void sayItGoesOn();

Q_SIGNALS:
    void windowRequested();
    void quitRequested();

private:
    void showState();

    ServerControl &m_server;
    QMenu m_menu; ///< A tray icon does not own its menu.
    QSystemTrayIcon m_icon;
    QAction *m_open;
    QAction *m_startStop;
    QAction *m_quit = nullptr;
};

} // namespace jarchi::gui

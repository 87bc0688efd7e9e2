// SPDX-License-Identifier: MIT
#include "gui/tray_icon.h"

#include "gui/server_control.h"
#include "widgets/icons.h"

namespace jarchi::gui {

using namespace Qt::StringLiterals;
using namespace widgets;

TrayIcon::TrayIcon(ServerControl &server)
    : m_server(server)
    , m_open(m_menu.addAction(QString()))
    , m_startStop(m_menu.addAction(QString()))
{
    m_menu.addSeparator();
    m_quit = m_menu.addAction(QString());
    m_icon.setContextMenu(&m_menu);
    connect(m_open, &QAction::triggered, this, &TrayIcon::windowRequested);
    connect(m_quit, &QAction::triggered, this, &TrayIcon::quitRequested);
    connect(m_startStop, &QAction::triggered, this,
            [this] { m_server.state() == ServerControl::State::Running ? m_server.stop() : m_server.start(); });
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger) {
            Q_EMIT windowRequested();
        }
    });
    connect(&m_server, &ServerControl::stateChanged, this, &TrayIcon::showState);
    connect(&m_server, &ServerControl::troubleChanged, this, &TrayIcon::showState);
    retranslate();
    m_icon.show();
}

void TrayIcon::retranslate()
{
    m_open->setText(tr("&Open the window"));
    m_quit->setText(tr("&Quit"));
    showState();
}

void TrayIcon::sayItGoesOn()
{
    m_icon.showMessage(tr("Jarchi goes on serving"), tr("Its window is a click on this icon away."), icon(u"jarchi"_s));
}

void TrayIcon::showState()
{
    const bool isRunning = m_server.state() == ServerControl::State::Running;
    const bool hasTrouble = !m_server.trouble().isEmpty();
    m_startStop->setText(isRunning ? tr("&Stop serving") : tr("&Start serving"));
    m_icon.setIcon(icon(hasTrouble ? u"tray-trouble"_s : isRunning ? u"tray-serving"_s : u"tray-offline"_s));
    m_icon.setToolTip(hasTrouble  ? tr("Jarchi: %1").arg(m_server.trouble())
                      : isRunning ? tr("Jarchi is serving")
                                  : tr("Jarchi is not serving"));
}

} // namespace jarchi::gui

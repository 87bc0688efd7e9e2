// SPDX-License-Identifier: MIT
#include "widgets/system_tray.h"

#include "widgets/session_bus.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGuiApplication>

namespace jarchi::widgets {

using namespace Qt::StringLiterals;

namespace {

// https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/
constexpr auto Service = "org.kde.StatusNotifierWatcher"_L1;
constexpr auto Path = "/StatusNotifierWatcher"_L1;

SystemTray::Begin beginHere()
{
    return QGuiApplication::platformName().startsWith("wayland"_L1) ? SystemTray::Begin::WhenTheBusHasATray
                                                                    : SystemTray::Begin::AtOnce;
}

} // namespace

SystemTray::SystemTray(QObject *parent)
    : SystemTray(sessionBus(), beginHere(), parent)
{
}

SystemTray::SystemTray(const QDBusConnection &bus, Begin begin, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    if (begin == Begin::AtOnce) {
        make();
    } else if (m_bus.isConnected()) {
        waitForBus();
    }
}

SystemTray::~SystemTray() = default;

void SystemTray::waitForBus()
{
    m_watcher.setConnection(m_bus);
    m_watcher.setWatchMode(QDBusServiceWatcher::WatchForRegistration);
    m_watcher.addWatchedService(Service);
    connect(&m_watcher, &QDBusServiceWatcher::serviceRegistered, this, &SystemTray::look);
    // Who knows the items may be there before somebody who shows them.
    m_bus.connect(QString(), Path, Service, u"StatusNotifierHostRegistered"_s, this, QT_STRINGIFY(QSLOT_CODE) "look()");
    look();
}

void SystemTray::look()
{
    if (m_icon) {
        return;
    }
    QDBusMessage question =
        QDBusMessage::createMethodCall(Service, Path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question.setAutoStartService(false);
    question.setArguments({QString(Service), u"IsStatusNotifierHostRegistered"_s});
    auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply(*answer);
        if (!m_icon && reply.isValid() && reply.value().variant().toBool()) {
            make();
            Q_EMIT appeared();
        }
    });
}

void SystemTray::make()
{
    m_icon = std::make_unique<QSystemTrayIcon>();
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, &SystemTray::activated);
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &SystemTray::messageClicked);
    m_icon->setIcon(m_picture);
    m_icon->setToolTip(m_toolTip);
    m_icon->setContextMenu(m_menu);
    m_icon->setVisible(m_isShown);
}

bool SystemTray::isAvailable() const
{
    return m_icon && QSystemTrayIcon::isSystemTrayAvailable();
}

bool SystemTray::supportsMessages() const
{
    return m_icon && QSystemTrayIcon::supportsMessages();
}

void SystemTray::setIcon(const QIcon &icon)
{
    m_picture = icon;
    if (m_icon) {
        m_icon->setIcon(icon);
    }
}

void SystemTray::setToolTip(const QString &toolTip)
{
    m_toolTip = toolTip;
    if (m_icon) {
        m_icon->setToolTip(toolTip);
    }
}

void SystemTray::setContextMenu(QMenu *menu)
{
    m_menu = menu;
    if (m_icon) {
        m_icon->setContextMenu(menu);
    }
}

void SystemTray::show()
{
    m_isShown = true;
    if (m_icon) {
        m_icon->show();
    }
}

void SystemTray::hide()
{
    m_isShown = false;
    if (m_icon) {
        m_icon->hide();
    }
}

void SystemTray::showMessage(const QString &title, const QString &body, const QIcon &icon, int milliseconds)
{
    if (m_icon) {
        m_icon->showMessage(title, body, icon, milliseconds);
    }
}

} // namespace jarchi::widgets

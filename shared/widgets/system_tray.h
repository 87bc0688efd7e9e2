// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QIcon>
#include <QSystemTrayIcon>

#include <memory>

class QMenu;

namespace jarchi::widgets {

/// The program's icon in the desktop's tray, which may come later than the program. Main thread; owned by whoever runs
/// the program.
///
/// Qt looks once in a process, for its first QSystemTrayIcon, whether the session's bus has a tray
/// (StatusNotifierItem). X11 has another kind (XEmbed) to fall back on, but Wayland has not: there, a program that was
/// started before its panel would be without an icon as long as it runs. So on Wayland Qt is not asked before the bus
/// has a tray.
class SystemTray : public QObject
{
    Q_OBJECT

public:
    enum class Begin {
        AtOnce,
        WhenTheBusHasATray,
    };

    /// As this desktop needs it.
    explicit SystemTray(QObject *parent = nullptr);
    SystemTray(const QDBusConnection &bus, Begin begin, QObject *parent = nullptr);
    ~SystemTray() override;

    /// Whether there is a tray at this moment. Asks the bus and waits for its answer.
    [[nodiscard]] bool isAvailable() const;
    [[nodiscard]] bool supportsMessages() const;
    [[nodiscard]] QIcon icon() const { return m_picture; }
    [[nodiscard]] QString toolTip() const { return m_toolTip; }

    void setIcon(const QIcon &icon);
    void setToolTip(const QString &toolTip);
    /// It outlives this, or is set to null before it goes.
    void setContextMenu(QMenu *menu);
    void show();
    void hide();
    void showMessage(const QString &title, const QString &body, const QIcon &icon, int milliseconds);

Q_SIGNALS:
    /// The bus has a tray now, which was waited for.
    void appeared();
    void activated(QSystemTrayIcon::ActivationReason reason);
    void messageClicked();

private Q_SLOTS:
    void look();

private:
    void waitForBus();
    void make();

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    QIcon m_picture;
    QString m_toolTip;
    QMenu *m_menu = nullptr;
    bool m_isShown = false;
    std::unique_ptr<QSystemTrayIcon> m_icon; ///< Null until there may be one.
};

} // namespace jarchi::widgets

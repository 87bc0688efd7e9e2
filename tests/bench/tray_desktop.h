// SPDX-License-Identifier: MIT
#pragma once

#include "program.h"
#include "support/notification_daemon.h"

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace jarchi::bench {

/// A desktop of a benchmark's own: a display (Xvfb), a tray (trayer), a session bus, and a notification daemon that
/// only writes down what it is told. Used by the main thread, whose event loop is the daemon's.
class TrayDesktop
{
public:
    /// What programs keep goes to folders in `folder`.
    explicit TrayDesktop(const QString &folder);

    /// Starts a program as somebody whose home is the folder `home`; it ends with what is returned.
    [[nodiscard]] std::unique_ptr<Program> start(const QString &path, const QStringList &arguments,
                                                 const QString &home) const;
    /// jarchi-tray, to log in with Password and to stay.
    [[nodiscard]] std::unique_ptr<Program> startTray(quint16 port, const QString &user) const;

    [[nodiscard]] const test::PrivateBus &bus() const { return m_bus; }
    [[nodiscard]] const test::NotificationDaemon &daemon() const { return m_daemon; }

private:
    QString m_folder;
    QTemporaryDir m_sockets; ///< Beside the build their paths may be too long.
    test::PrivateBus m_bus;
    test::NotificationDaemon m_daemon;
    Program m_display;
    QString m_displayName;
    std::unique_ptr<Program> m_tray;
};

} // namespace jarchi::bench

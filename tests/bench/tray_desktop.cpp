// SPDX-License-Identifier: MIT
#include "tray_desktop.h"

#include "benchmark.h"
#include "shop.h"

#include <QDir>

namespace jarchi::bench {

using namespace Qt::StringLiterals;

TrayDesktop::TrayDesktop(const QString &folder)
    : m_folder(folder)
    , m_daemon(m_bus, u"notification daemon"_s)
    , m_display(
          u"Xvfb"_s,
          {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1280x800x24"_s, u"-nolisten"_s, u"tcp"_s, u"-noreset"_s},
          QProcessEnvironment::systemEnvironment())
    , m_displayName(u':' + QString::fromLatin1(m_display.nextLine()))
{
    if (!m_daemon.appear()) {
        throw Failed{u"The bus does not let anybody be its notification daemon."_s};
    }
    m_tray = start(u"trayer"_s, {u"--edge"_s, u"bottom"_s, u"--widthtype"_s, u"request"_s}, u"panel"_s);
}

std::unique_ptr<Program> TrayDesktop::start(const QString &path, const QStringList &arguments,
                                            const QString &home) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const auto put = [&environment](const QString &name, const QString &folder) {
        if (!QDir().mkpath(folder)) {
            throw Failed{u"No folder %1 can be made."_s.arg(folder)};
        }
        environment.insert(name, folder);
    };
    const QString place = m_folder + u'/' + home;
    put(u"HOME"_s, place);
    put(u"XDG_CONFIG_HOME"_s, place + u"/config"_s);
    put(u"XDG_DATA_HOME"_s, place + u"/data"_s);
    put(u"XDG_CACHE_HOME"_s, place + u"/cache"_s);
    put(u"XDG_RUNTIME_DIR"_s, m_sockets.filePath(home));
    QFile::setPermissions(m_sockets.filePath(home), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    environment.insert(u"DISPLAY"_s, m_displayName);
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_bus.address());
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    for (const QString &other : {u"QT_QPA_PLATFORM"_s, u"WAYLAND_DISPLAY"_s, u"SESSION_MANAGER"_s}) {
        environment.remove(other);
    }
    return std::make_unique<Program>(path, arguments, environment);
}

std::unique_ptr<Program> TrayDesktop::startTray(quint16 port, const QString &user) const
{
    auto program = start(
        QStringLiteral(JARCHI_TRAY_PROGRAM),
        {u"--server"_s, u"127.0.0.1:%1"_s.arg(port), u"--user"_s, user, u"--password-stdin"_s, u"--session"_s, u"0"_s},
        user);
    program->write(QByteArray(Password) + '\n');
    return program;
}

} // namespace jarchi::bench

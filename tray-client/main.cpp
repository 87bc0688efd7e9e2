// SPDX-License-Identifier: MIT
#include "console/run.h"

#ifdef JARCHI_GUI
#include "session/server_address.h"
#include "ui/application.h"
#endif

#include <QCoreApplication>

#include <memory>

int main(int argc, char **argv)
{
    QStringList typed;
    for (int i = 0; i < argc; ++i)
        typed.append(QString::fromLocal8Bit(argv[i]));
    jarchi::console::Tray tray;
    std::unique_ptr<QCoreApplication> application;
    // GLib's event loop costs memory and brings nothing to a terminal, but the keychain answers through it. Only before
    // the application object does Qt look.
    qputenv("QT_NO_GLIB", "1");
#ifdef JARCHI_GUI
    tray = [](const jarchi::console::CommandLine &line, const QString &password) {
        return jarchi::ui::runTray({.server = line.server ? jarchi::session::toText(*line.server) : QString(),
                                    .user = line.user,
                                    .password = password,
                                    .session = line.session});
    };
    if (jarchi::console::wantsTray(typed)) {
        qunsetenv("QT_NO_GLIB");
        application = jarchi::ui::makeApplication(argc, argv);
    }
#endif
    if (!application)
        application = std::make_unique<QCoreApplication>(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("jarchi-tray"));
    QCoreApplication::setApplicationVersion(QStringLiteral(JARCHI_VERSION));
    return jarchi::console::run(QCoreApplication::arguments(), tray);
}

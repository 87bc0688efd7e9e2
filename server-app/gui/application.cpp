// SPDX-License-Identifier: MIT
#include "gui/application.h"

#include "base/signal_watcher.h"
#include "gui/log_book.h"
#include "gui/main_window.h"
#include "gui/server_control.h"
#include "widgets/appearance.h"
#include "widgets/display.h"
#include "widgets/frozen_bus.h"
#include "widgets/language.h"

#include <QApplication>
#include <QSettings>
#include <QTextStream>

#include <cstdio>

namespace jarchi::gui {

using namespace Qt::StringLiterals;
using namespace widgets;

std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    leaveFrozenBus(); // First: where Qt looks for a display it may look for the bus, too.
    if (!canShowWindows(argc, argv)) {
        return std::make_unique<QCoreApplication>(argc, argv);
    }
    auto application = std::make_unique<QApplication>(argc, argv);
    QApplication::setDesktopFileName(u"jarchi-server"_s);
    QApplication::setQuitOnLastWindowClosed(false); // It may go on in the tray; quitting stops the server first.
    return application;
}

Result<void> runWindow(const engine::Config &config, const Clock &clock)
{
    if (qobject_cast<QApplication *>(QCoreApplication::instance()) == nullptr) {
        return refused(
            u"There is no display that answers, so no window can be shown. Serve without one: jarchi-server --no-gui"_s);
    }
    QSettings settings(QSettings::IniFormat, QSettings::UserScope, u"jarchi"_s, u"jarchi-server"_s);
    LogBook log;
    Language language(settings);
    Appearance appearance(settings);
    ServerControl server(config, clock);
    MainWindow window(server, log, language, appearance, settings);

    const auto quit = [&] {
        window.hide();
        server.stop();
        if (server.state() == ServerControl::State::Stopped) {
            QCoreApplication::quit();
        }
    };
    bool isQuitting = false;
    QObject::connect(&window, &MainWindow::quitRequested, &server, [&] {
        isQuitting = true;
        quit();
    });
    QObject::connect(
        &server, &ServerControl::stateChanged, &window,
        [&] {
            if (isQuitting && server.state() == ServerControl::State::Stopped) {
                QCoreApplication::quit();
            }
        },
        Qt::QueuedConnection);
#ifdef Q_OS_UNIX
    SignalWatcher watcher;
    QObject::connect(&watcher, &SignalWatcher::requested, &window, &MainWindow::quitRequested);
#endif
    // As without a window: whoever started it on a free port can read which one it is.
    QObject::connect(&server, &ServerControl::stateChanged, &window, [&] {
        QTextStream out(stdout);
        for (const net::Endpoint &endpoint : server.endpoints()) {
            out << "listening on " << endpoint.toString() << '\n';
        }
    });
    window.show();
    server.start();
    QCoreApplication::exec();
    return {};
}

} // namespace jarchi::gui

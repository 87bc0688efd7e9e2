// SPDX-License-Identifier: MIT
#include "cli/run.h"

#ifdef JARCHI_GUI
#include "gui/application.h"
#endif

#include <QCoreApplication>

#include <memory>

int main(int argc, char *argv[])
{
    // GLib's event loop costs every idle thread twice the memory of Qt's own (measured with 10,000 of them).
    qputenv("QT_NO_GLIB", "1");
    QStringList typed;
    for (int i = 0; i < argc; ++i) {
        typed.append(QString::fromLocal8Bit(argv[i]));
    }
    jarchi::cli::Window window;
    std::unique_ptr<QCoreApplication> app;
#ifdef JARCHI_GUI
    window = jarchi::gui::runWindow;
    if (jarchi::cli::wantsWindow(typed)) {
        app = jarchi::gui::makeApplication(argc, argv);
    }
#endif
    if (!app) {
        app = std::make_unique<QCoreApplication>(argc, argv);
    }
    QCoreApplication::setApplicationName(QStringLiteral("jarchi"));
    QCoreApplication::setApplicationVersion(QStringLiteral(JARCHI_VERSION));
    return jarchi::cli::run(QCoreApplication::arguments(), window);
}

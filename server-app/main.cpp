// SPDX-License-Identifier: MIT
#include "cli/run.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    // GLib's event loop costs every idle thread twice the memory of Qt's own (measured with 10,000 of them).
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("jarchi"));
    QCoreApplication::setApplicationVersion(QStringLiteral(JARCHI_VERSION));
    return jarchi::cli::run(QCoreApplication::arguments());
}

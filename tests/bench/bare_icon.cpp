// SPDX-License-Identifier: MIT
// The least that can have an icon in a tray with Qt: the peer of bench_idle_tray.
#include <QApplication>
#include <QMenu>
#include <QSystemTrayIcon>

int main(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1"); // Like jarchi-tray.
    const QApplication application(argc, argv);
    QPixmap picture(22, 22);
    picture.fill(Qt::darkGreen);
    QMenu menu;
    menu.addAction(QStringLiteral("Quit"), &application, &QApplication::quit);
    QSystemTrayIcon icon{QIcon(picture)};
    icon.setContextMenu(&menu);
    icon.show();
    return QApplication::exec();
}

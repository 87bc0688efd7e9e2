// SPDX-License-Identifier: MIT
#include "ui/start_fault.h"

#include "base/signal_watcher.h"
#include "widgets/message_box.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace jarchi::ui {

using namespace Qt::StringLiterals;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Tray)
};

} // namespace

void showStartFault(const QString &why)
{
    QMessageBox box;
    box.setObjectName(u"startFault"_s);
    box.setWindowTitle(Text::tr("Jarchi"));
    box.setIcon(QMessageBox::Critical);
    box.setTextFormat(Qt::PlainText);
    box.setText(Text::tr("Jarchi cannot start."));
    box.setInformativeText(why);
    box.setTextInteractionFlags(Qt::TextSelectableByMouse);
    widgets::widen(box);
    box.addButton(QMessageBox::Close)->setText(Text::tr("&Close"));
#ifdef Q_OS_UNIX
    const SignalWatcher signalWatcher;
    QObject::connect(&signalWatcher, &SignalWatcher::requested, &box, &QDialog::reject);
#endif
    box.exec();
}

} // namespace jarchi::ui

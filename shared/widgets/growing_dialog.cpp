// SPDX-License-Identifier: MIT
#include "widgets/growing_dialog.h"

#include <QEvent>
#include <QLayout>

namespace jarchi::widgets {

bool GrowingDialog::event(QEvent *event)
{
    const bool isHandled = QDialog::event(event);
    const bool mayNeedRoom = event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show;
    if (mayNeedRoom && layout() != nullptr && layout()->hasHeightForWidth()) {
        const int wanted = layout()->totalHeightForWidth(width());
        if (wanted > height())
            resize(width(), wanted);
    }
    return isHandled;
}

} // namespace jarchi::widgets

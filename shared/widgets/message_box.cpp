// SPDX-License-Identifier: MIT
#include "widgets/message_box.h"

#include <QGuiApplication>
#include <QLabel>
#include <QMessageBox>

namespace jarchi::widgets {

using namespace Qt::StringLiterals;

void widen(QMessageBox &box)
{
    if (QGuiApplication::isRightToLeft()) {
        constexpr QChar rightToLeft(0x200F); // Its direction is that of its first letter, which may be a name's.
        box.setText(rightToLeft + box.text());
    }
    constexpr int characters = 56;
    // The name is Qt's own, since 4.0; style sheets rely on it.
    if (auto *text = box.findChild<QLabel *>(u"qt_msgbox_informativelabel"_s)) {
        text->setMinimumWidth(characters * text->fontMetrics().averageCharWidth());
    }
}

} // namespace jarchi::widgets

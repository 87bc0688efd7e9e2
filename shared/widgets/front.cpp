// SPDX-License-Identifier: MIT
#include "widgets/front.h"

#include "base/activation_token.h"

#include <QGuiApplication>
#include <QWidget>

namespace jarchi::widgets {

using namespace Qt::StringLiterals;

void bringToFront(QWidget &window)
{
    // Without a token of the desktop, Wayland puts in front only what is shown anew.
    const bool canBeRaised = !QGuiApplication::platformName().startsWith("wayland"_L1) || window.isActiveWindow() ||
                             !ActivationToken::ofThisStart().isEmpty();
    if (window.isVisible() && !canBeRaised) {
        window.hide();
    }
    window.show();
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.raise();
    window.activateWindow();
}

} // namespace jarchi::widgets

// SPDX-License-Identifier: MIT
#pragma once

class QWidget;

namespace jarchi::widgets {

/// The window is shown, in front and with the keyboard, wherever it was. Main thread.
void bringToFront(QWidget &window);

} // namespace jarchi::widgets

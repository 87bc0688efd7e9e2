// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace jarchi::ui {

/// What a notification daemon finds the program's icon by: its name where the desktop has it, as an installed
/// program's; otherwise the address of a picture in `folder`, which is written there. Main thread.
[[nodiscard]] QString balloonIcon(const QString &folder);

} // namespace jarchi::ui

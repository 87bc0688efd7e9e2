// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace jarchi::ui {

/// A window for whoever clicked an icon and would never see the standard error: why the program does not start. Returns
/// when it was closed, or a signal ends the program. Main thread, outside of the event loop.
void showStartFault(const QString &why);

} // namespace jarchi::ui

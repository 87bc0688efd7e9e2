// SPDX-License-Identifier: MIT
#pragma once

#include "preferences/settings_file.h"

#include <QString>

namespace jarchi::widgets {
class MessageBar;
}

/// What the user is told about settings that do not reach their file. Main thread.
namespace jarchi::ui {

[[nodiscard]] QString unkeptSentence(const preferences::SettingsFile &file);

/// `bar` says so while it lasts, and only then. `file` outlives it.
void sayWhileUnkept(widgets::MessageBar &bar, preferences::SettingsFile &file);

} // namespace jarchi::ui

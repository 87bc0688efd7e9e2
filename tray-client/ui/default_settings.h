// SPDX-License-Identifier: MIT
#pragma once

#include "preferences/preferences.h"

#include <functional>

namespace jarchi::ui {

/// Visits, balloons and inbox as they are before somebody sets anything. Who is signed in, language and appearance
/// stay: they are no settings that one loses one's way in. Returns what takes it back; `preferences` outlives that.
[[nodiscard]] std::function<void()> restoreDefaults(preferences::Preferences &preferences);

} // namespace jarchi::ui

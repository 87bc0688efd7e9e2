// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace jarchi::widgets {

/// Takes a session bus that does not answer out of sight of this process, and says so in the log; false then. Qt and
/// libsecret would wait for it for good, in the first window and in the icon of the tray: a program that does without
/// is better than none. It stays out of sight for this run, whatever becomes of it. A bus that is not there is no
/// matter: they see that themselves. Before the application object, and before any thread.
bool leaveFrozenBus(std::chrono::milliseconds patience = std::chrono::seconds(5));

} // namespace jarchi::widgets

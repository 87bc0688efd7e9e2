// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace jarchi::widgets {

/// Whether there is a display that answers. Qt ends the process when there is none, so a program that wants to say
/// something else asks before it makes its QApplication, with what main() was given; before any thread, too. Costs as
/// much as Qt's own look at the display, which is the only one that knows which it takes and why it would not do.
[[nodiscard]] bool canShowWindows(int argc, char **argv, std::chrono::seconds patience = std::chrono::seconds(10));

} // namespace jarchi::widgets

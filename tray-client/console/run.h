// SPDX-License-Identifier: MIT
#pragma once

namespace jarchi::console {

/// jarchi-tray, whole: reads the command line, makes what it asks for, runs it, and returns the exit status.
[[nodiscard]] int run(int argc, char **argv);

} // namespace jarchi::console

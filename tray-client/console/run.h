// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "console/command_line.h"

#include <QStringList>

#include <functional>

namespace jarchi::console {

/// Shows the tray icon as `line` says, and returns when its user quits. `password` is empty unless one came on the
/// standard input.
using Tray = std::function<Result<void>(const CommandLine &line, const QString &password)>;

/// Whether these arguments, the program's name first, want a tray icon rather than something printed.
[[nodiscard]] bool wantsTray(const QStringList &arguments);

/// jarchi-tray, whole: reads the command line, does what it asks for, and returns the exit status. Needs an
/// application object. Without a `tray`, the program was built without anything that needs a display.
[[nodiscard]] int run(const QStringList &arguments, const Tray &tray);

} // namespace jarchi::console

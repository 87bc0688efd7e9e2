// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "engine/config.h"

#include <QStringList>

#include <functional>

namespace jarchi::cli {

/// Serves with a window until somebody quits; what the gui room has, if it was built.
using Window = std::function<Result<void>(const engine::Config &, const Clock &)>;

/// Whether these arguments ask for the window, so that the application object can be one that shows windows: no
/// command, and nothing that only prints. Needs no application object.
[[nodiscard]] bool wantsWindow(const QStringList &arguments);

/// The whole program: reads the command line, runs a command or the server, and returns the exit status. Without a
/// `window` there is none to show. Needs a QCoreApplication; main thread.
[[nodiscard]] int run(const QStringList &arguments, const Window &window = {});

} // namespace jarchi::cli

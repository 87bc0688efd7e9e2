// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace jarchi::cli {

/// The whole program: reads the command line, runs a command or the server, and returns the exit status. Needs a
/// QCoreApplication; main thread.
[[nodiscard]] int run(const QStringList &arguments);

} // namespace jarchi::cli

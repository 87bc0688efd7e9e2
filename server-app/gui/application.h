// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "engine/config.h"

#include <QCoreApplication>

#include <memory>

/// The server with its window: what `jarchi-server` does without a command and without --no-gui.
namespace jarchi::gui {

/// An application object that can show windows; or, where there is no display, one that cannot, and of which
/// runWindow() says so. `argc` and `argv` outlive it, as Qt demands.
[[nodiscard]] std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv);

/// Shows the window, serves, and returns when its user quits and the server has stopped. An error when there is no
/// display. Needs the application of makeApplication(); main thread.
[[nodiscard]] Result<void> runWindow(const engine::Config &config, const Clock &clock);

} // namespace jarchi::gui

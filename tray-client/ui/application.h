// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"

#include <QCoreApplication>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>

/// The client with its tray icon: what `jarchi-tray` does without --console.
namespace jarchi::ui {

/// What the command line says, for this run only; what is absent is as preferred.
struct StartOptions
{
    QString server;
    QString user;
    QString password;                            ///< Signs in at once, with what is above.
    std::optional<std::chrono::seconds> session; ///< Zero stays connected.
};

/// An application object that can show windows; or, where there is no display, one that cannot, and of which runTray()
/// says so. `argc` and `argv` outlive it, as Qt demands.
[[nodiscard]] std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv);

/// Shows the tray icon and returns when its user quits. When the same user runs it already, that one shows its inbox,
/// and this returns at once. An error when there is no display, or, after a window has said so, when it cannot start.
/// Needs the application of makeApplication(); main thread.
[[nodiscard]] Result<void> runTray(const StartOptions &options);

} // namespace jarchi::ui

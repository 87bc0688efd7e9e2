// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "session/server_address.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace jarchi::console {

/// What the command line asks for. A value.
struct CommandLine
{
    enum class Action { Run, ShowHelp, ShowVersion };

    Action action = Action::Run;
    QString text; ///< The help or the version, ready to print.
    std::optional<session::ServerAddress> server;
    QString user;
    bool passwordFromStdin = false;
    std::optional<std::chrono::seconds> session; ///< Zero stays connected.
    bool console = false;
    bool json = false;

    friend bool operator==(const CommandLine &, const CommandLine &) = default;
};

/// Reads the arguments, the program's name first. An error is a sentence for the person who typed them.
[[nodiscard]] Result<CommandLine> parseCommandLine(const QStringList &arguments);

} // namespace jarchi::console

// SPDX-License-Identifier: MIT
#pragma once

namespace jarchi::console {

/// What jarchi-tray ends with. Scripts depend on the numbers.
enum ExitStatus {
    Done = 0,         ///< The session is over, or was ended by a signal.
    Failed = 1,       ///< The inbox, or something else of this computer, is at fault.
    WrongUsage = 2,   ///< The command line makes no sense.
    LoginRefused = 3, ///< The server does not know this user with this password.
    Unreachable = 4,  ///< No server, not one of this protocol, or the connection was lost.
};

} // namespace jarchi::console

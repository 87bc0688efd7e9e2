// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "protocol/limits.h"

#include <QString>

namespace jarchi::session {

/// Where a server is. A value; any thread.
struct ServerAddress
{
    QString host; ///< A name or an IP address, the latter without brackets.
    quint16 port = protocol::DefaultPort;

    friend bool operator==(const ServerAddress &, const ServerAddress &) = default;
};

/// Reads "HOST", "HOST:PORT", "[::1]:PORT" or a bare IPv6 address.
[[nodiscard]] Result<ServerAddress> parseServerAddress(const QString &text);

/// As a person writes it: "localhost:2019", "[::1]:2019".
[[nodiscard]] QString toText(const ServerAddress &address);

/// One spelling for all the ways to write the same server, so that they share one inbox: lower case, and every loopback
/// address is "localhost".
[[nodiscard]] QString canonicalName(const ServerAddress &address);

/// The computer itself, as far as the text can tell; ServerLink looks again at where it was really connected to.
[[nodiscard]] bool isLoopback(const ServerAddress &address);

} // namespace jarchi::session

// SPDX-License-Identifier: MIT
#pragma once

#include <QHostAddress>
#include <QString>

namespace jarchi::net {

/// An address and a port. A value.
struct Endpoint
{
    QHostAddress address;
    quint16 port = 0;

    /// "127.0.0.1:2019", "[::1]:2019"
    [[nodiscard]] QString toString() const;

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

} // namespace jarchi::net

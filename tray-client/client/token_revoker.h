// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "client/account.h"

#include <QObject>

namespace jarchi::client {

/// Has a server forget a token that nobody needs here any more, by a short visit of its own: whoever is signed in now
/// may be somebody else, at another server. One that cannot be reached is not told. Main thread; owned by the client.
class TokenRevoker : public QObject
{
    Q_OBJECT

public:
    /// `clock` outlives this.
    explicit TokenRevoker(const Clock &clock, QObject *parent = nullptr);

    /// The ticket has a token. What the server pushes meanwhile is not acknowledged, and so stays unvisited.
    void revoke(const Ticket &ticket);
    [[nodiscard]] bool isBusy() const { return m_visits > 0; }

Q_SIGNALS:
    /// Every server was told, or could not be.
    void done();

private:
    const Clock &m_clock;
    int m_visits = 0;
};

} // namespace jarchi::client

// SPDX-License-Identifier: MIT
#pragma once

#include "net/server.h"
#include "people/account.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace jarchi::engine {

/// One connection, as an administrator sees it.
struct ConnectionInfo
{
    net::ConnectionId id = 0;
    QString peer;                    ///< "127.0.0.1:51234"
    QDateTime since;                 ///< UTC.
    people::AccountId accountId = 0; ///< 0: not logged in yet.
    QString account;                 ///< Its name; empty: not logged in yet.
    QString device;
    bool live = false;            ///< Otherwise it is catching up, or not logged in.
    qsizetype unacknowledged = 0; ///< Notifications sent and not acknowledged.
    qsizetype waitingLines = 0;   ///< In the outbox.
    qsizetype waitingBytes = 0;

    friend bool operator==(const ConnectionInfo &, const ConnectionInfo &) = default;
};

/// What a running server is doing at one moment. A value.
struct Snapshot
{
    QList<ConnectionInfo> connections; ///< By rising id, which is the order in which they came.
    int connectionThreads = 0;
    qint64 delivered = 0; ///< Acknowledgements recorded since the start.
    QDateTime lastPoll;   ///< UTC; invalid: not yet.
};

} // namespace jarchi::engine

// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "database/connection.h"
#include "database/statement.h"
#include "inbox/inbox.h"

#include <QLockFile>

#include <limits>
#include <memory>
#include <utility>

namespace jarchi::inbox {

/// What an Inbox has. For the sources of Inbox only.
struct Inbox::Private
{
    Private(std::unique_ptr<QLockFile> heldLock, database::Connection opened, const Clock &theClock)
        : lock(std::move(heldLock))
        , connection(std::move(opened))
        , statements(connection, QStringLiteral(":/sql/sqlite/inbox"))
        , clock(theClock)
    {
    }

    /// Empties what was removed, and what is read, not kept and was received before this timestamp, in batches. How
    /// many, at most `most`.
    [[nodiscard]] Result<qint64> empty(const QString &before, qint64 most = std::numeric_limits<qint64>::max());

    std::unique_ptr<QLockFile> lock; ///< Held by the one process that may checkpoint, or repair.
    database::Connection connection;
    database::Statements statements;
    const Clock &clock;
    QString notice;
    QList<EntryId> untold; ///< Stored or taken by this object, whose reader has not been told yet.
    bool wantsHistory = false;
};

} // namespace jarchi::inbox

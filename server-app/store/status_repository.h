// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/error.h"

#include <QDateTime>

namespace jarchi::database {
class Statements;
}

namespace jarchi::store {

struct Status
{
    qint64 accounts = 0;
    qint64 categories = 0;
    qint64 products = 0;
    qint64 notifications = 0; ///< Those set aside not counted.
    qint64 setAside = 0;
    qint64 unvisited = 0; ///< Pairs of an account and a notification that it wants and has not visited.
    QDateTime lastPoll;   ///< Invalid: no server has polled this database yet.
};

/// Whether there is any at all of what a shop begins with.
struct Present
{
    bool accounts = false;
    bool categories = false;

    friend bool operator==(const Present &, const Present &) = default;
};

/// Counts over the whole database, and the time of the last poll (table `meta`). Store's thread.
class StatusRepository
{
public:
    StatusRepository(database::Statements &statements, const Clock &clock);

    [[nodiscard]] Result<Status> read();
    /// Looks at one row of each table, however many there are.
    [[nodiscard]] Result<Present> present();
    /// A server has polled just now.
    [[nodiscard]] Result<void> notePoll();

private:
    database::Statements &m_statements;
    const Clock &m_clock;
};

} // namespace jarchi::store

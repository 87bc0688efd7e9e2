// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "people/account.h"
#include "protocol/messages.h"

#include <QList>

namespace jarchi::database {
class Statements;
}

namespace jarchi::store {

/// The table `visited`. Store's thread.
class VisitedRepository
{
public:
    VisitedRepository(database::Statements &statements, const Clock &clock);

    /// Recording one twice is no error and keeps the first time. Ids that no longer exist are passed over.
    [[nodiscard]] Result<void> record(people::AccountId account, const QList<protocol::NotificationId> &notifications);

private:
    database::Statements &m_statements;
    const Clock &m_clock;
};

} // namespace jarchi::store

// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "protocol/messages.h"

#include <QString>

#include <optional>

namespace jarchi::database {
class Statements;
}

namespace jarchi::store {

/// A row of the table `notification`, read and checked.
struct NotificationRow
{
    protocol::Notification notification; ///< Complete only when there is no fault.
    std::optional<qint64> product;
    QString fault; ///< The sentence that says why the row cannot be sent; empty if it can.
};

/// NotFound when there is no such row. What its own reader changed since is the caller's business.
[[nodiscard]] Result<NotificationRow> readNotification(database::Statements &statements, protocol::NotificationId id);

} // namespace jarchi::store

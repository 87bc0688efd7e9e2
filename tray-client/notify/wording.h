// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/messages.h"

#include <QString>

/// A notification's facts in the user's words. The texts in it are as they came: whoever shows them makes them
/// harmless. Pure functions; any thread.
namespace jarchi::notify {

/// "599.00 EUR", or empty.
[[nodiscard]] QString priceText(const protocol::Notification &notification);

/// Why the user gets this: "because you follow Phones up to 700.00 EUR". Empty for what goes to everyone.
[[nodiscard]] QString reasonText(const protocol::Notification &notification);
/// The same with the limit's price in words of the caller's.
[[nodiscard]] QString reasonText(const protocol::Notification &notification, const QString &limit);

} // namespace jarchi::notify

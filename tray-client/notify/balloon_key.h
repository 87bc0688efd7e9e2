// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/messages.h"

#include <QString>

#include <optional>

/// The keys of balloons: which notification, or which summary, one is about. Pure functions; any thread.
namespace jarchi::notify {

/// A notification, named for good: ids mean something together with their database's epoch only.
struct BalloonSubject
{
    QString epoch;
    protocol::NotificationId id = 0;

    friend bool operator==(const BalloonSubject &, const BalloonSubject &) = default;
};

/// "epoch/id".
[[nodiscard]] QString balloonKey(const QString &epoch, protocol::NotificationId id);
/// The reverse; nothing for a key that balloonKey() did not make, such as that of a summary.
[[nodiscard]] std::optional<BalloonSubject> parseBalloonKey(const QString &key);

/// "and 37 more".
[[nodiscard]] QString moreKey();
/// "12 new while it was quiet".
[[nodiscard]] QString quietKey();
/// Whether a click on the balloon is for the whole inbox.
[[nodiscard]] bool isSummaryKey(const QString &key);

} // namespace jarchi::notify

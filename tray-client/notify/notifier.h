// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "protocol/messages.h"

#include <QList>

namespace jarchi::notify {

/// Brings notifications before the user's eyes: on the console, as balloons, or, in a test, into a list. Lives in
/// the main thread, owned by whoever made it.
class Notifier
{
public:
    virtual ~Notifier() = default;

    /// Shows what arrived together, oldest first; each notification comes here once in its life. All text in it
    /// is somebody else's and must be shown as plain text, whatever markup or control characters it has.
    /// An error means that this and everything later will not be seen. Unavailable: whoever watched has gone, which is
    /// nobody's fault; anything else is one that somebody should hear of.
    [[nodiscard]] virtual Result<void> show(const QList<protocol::Notification> &fresh) = 0;
};

} // namespace jarchi::notify

// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>

namespace jarchi::widgets {

/// The session's bus, or one that is not connected. Without an address libdbus would start a bus and wait for it.
[[nodiscard]] QDBusConnection sessionBus();

} // namespace jarchi::widgets

// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/messages.h"

#include <QString>

/// What this program says about itself when it logs in. Pure functions; any thread.
namespace jarchi::client {

/// It asks for a device token: whether that is kept is another question.
[[nodiscard]] protocol::Login loginWithPassword(const QString &user, const QString &password);
[[nodiscard]] protocol::Login loginWithToken(const QString &token);

} // namespace jarchi::client

// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"

#include <QDateTime>
#include <QString>

/// Where an inbox's file is, and what happens to one that is damaged. Functions without state.
namespace jarchi::inbox {

/// `<folder>/inbox-<server>-<user>.sqlite`, with the two encoded so that any text is a safe file name, and no two
/// pairs share one.
[[nodiscard]] QString inboxPath(const QString &folder, const QString &server, const QString &user);

/// Renames the file, and what SQLite keeps beside it, to "….corrupt-20261122T090000000Z", for whoever wants to rescue
/// something. Returns the new name.
[[nodiscard]] Result<QString> moveAside(const QString &path, const QDateTime &now);

} // namespace jarchi::inbox

// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "database/connection.h"

namespace jarchi::database {

/// Brings the database to the newest schema: runs the files `NNNN_name.sql` of `folder` (a Qt resource) that it has not
/// had, in order, each in one transaction, and keeps each one's number and SHA-256 in the table `migration`.
///
/// Refused, with nothing changed: a database that has a migration this program does not know (made by a newer one), or
/// whose checksum differs from the file's, or that has tables but was not made by Jarchi. Two programs that
/// migrate at the same time wait for each other.
[[nodiscard]] Result<void> migrate(const Connection &connection, const QString &folder);

} // namespace jarchi::database

// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace jarchi::database {

/// True when the file is certainly no readable SQLite database: it begins as something else, or SQLite's quick_check
/// finds fault with it. For whoever could not open it and can do without it. False when it is sound, locked, or cannot
/// be read. Changes nothing; any thread. Not for a file that this process has open: see Connection.
[[nodiscard]] bool isDamaged(const QString &path);

} // namespace jarchi::database

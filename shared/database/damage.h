// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace jarchi::database {

class Connection;

/// True when the file is certainly no readable SQLite database: it begins as something else, or SQLite's quick_check
/// finds fault with it. For whoever could not open it and can do without it. False when it is sound, locked, or cannot
/// be read. Changes nothing; any thread. Not for a file that this process has open: see Connection.
[[nodiscard]] bool isDamaged(const QString &path);

/// The same of the file that `connection` has open, as it is on the disk now. In the connection's thread; reads the
/// whole file, so it is for after a fault.
[[nodiscard]] bool isDamaged(const Connection &connection);

} // namespace jarchi::database

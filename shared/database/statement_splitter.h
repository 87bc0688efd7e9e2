// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"

#include <QStringList>

namespace jarchi::database {

/// Cuts a file of SQL into its statements, since QSQLITE runs one at a time. Knows SQLite's strings, quoted names,
/// comments, and the bodies of triggers (BEGIN … END, with CASE … END inside). Comments go; statements come back
/// without their semicolon. An unfinished string, comment or trigger is an error that names its line.
[[nodiscard]] Result<QStringList> splitStatements(QStringView sql);

} // namespace jarchi::database

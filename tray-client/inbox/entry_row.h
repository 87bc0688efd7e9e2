// SPDX-License-Identifier: MIT
#pragma once

#include "inbox/entry.h"

#include <QSqlQuery>
#include <QString>

/// Between the inbox's rows and its values. Pure functions.
namespace jarchi::inbox {

/// From a row with the columns of entry_find.sql.
[[nodiscard]] Entry readEntry(const QSqlQuery &row);

/// The array that the statements' :ids want.
[[nodiscard]] QString toJson(const QList<EntryId> &ids);
[[nodiscard]] QString toJson(const QStringList &texts);

} // namespace jarchi::inbox

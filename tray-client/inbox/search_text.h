// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "inbox/entry.h"

namespace jarchi::database {
class Connection;
class Statements;
} // namespace jarchi::database

/// The table search_text: what words are looked for in. The inbox's thread.
namespace jarchi::inbox {

/// Of a new entry.
[[nodiscard]] Result<void> insertSearchText(database::Statements &statements, EntryId entry,
                                            const protocol::Notification &notification);
/// Gives one to each entry that an older program stored, in batches with a transaction each. What it did before an
/// error or a kill stays done.
[[nodiscard]] Result<void> fillSearchTexts(const database::Connection &connection, database::Statements &statements);

} // namespace jarchi::inbox

// SPDX-License-Identifier: MIT
#pragma once

#include "inbox/entry.h"

#include <QList>
#include <QSet>

/// The rows of the inbox's list, as values. Pure functions; any thread.
namespace jarchi::ui {

using Lines = QList<inbox::EntryLine>;

/// With a line that has no id above the entries of each day.
[[nodiscard]] Lines withHeadings(const Lines &entries);
/// `entries`, and those of `shown` that are `held` and not among them, each above the entry that it stood above.
[[nodiscard]] Lines withHeld(const Lines &entries, const Lines &shown, const QSet<inbox::EntryId> &held);
/// The nearest entry that is none of `ids`: below them, or else above. 0 when there is none.
[[nodiscard]] inbox::EntryId neighbourOf(const Lines &lines, const QList<inbox::EntryId> &ids);

} // namespace jarchi::ui

// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace jarchi::widgets {

/// `text` with a place to break a line (a space of no width) in every word of more than 32 characters: a label would
/// cut a name of 64 letters, or a path. Pure function; any thread.
[[nodiscard]] QString breakable(const QString &text);

} // namespace jarchi::widgets

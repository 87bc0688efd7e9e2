// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace jarchi::cli {

/// How many columns of a terminal the text takes: none for a combining mark or a half-space, two for a Chinese
/// character, one for most. Without it one Persian name puts a table's columns out of line.
[[nodiscard]] qsizetype textWidth(QStringView text);

/// The text, filled up with spaces to `width` columns.
[[nodiscard]] QString padded(const QString &text, qsizetype width);

} // namespace jarchi::cli

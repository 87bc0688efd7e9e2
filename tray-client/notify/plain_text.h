// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

/// Makes untrusted text safe to print where escape sequences, line breaks or directional overrides would be obeyed.
/// Pure functions; any thread.
namespace jarchi::notify {

/// `text` on one line. Control characters become visible signs (ESC is ␛), line breaks become spaces,
/// bidirectional controls (UAX #9) go, half of a surrogate pair becomes U+FFFD. Letters, emoji and the joiners that
/// Persian and emoji are written with stay.
[[nodiscard]] QString harmlessLine(QStringView text);

/// The same for each line of a text that has several. Tabs become spaces; empty lines at the end go.
[[nodiscard]] QStringList harmlessLines(QStringView text);

/// A line of JSON that means the same and has no character in it that a terminal obeys: they become \u escapes.
[[nodiscard]] QByteArray harmlessJson(const QByteArray &json);

} // namespace jarchi::notify

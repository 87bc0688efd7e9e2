// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"

#include <QIODevice>
#include <QString>

/// Where the programs get a password from. Blocking; before the event loop runs.
namespace jarchi {

/// The first line of `input`, without its line break. What comes after it is left alone as far as the device
/// allows. Refused: no line, longer than a password may be, or not UTF-8.
[[nodiscard]] Result<QString> readPassword(QIODevice &input);

/// Asks on the terminal with `question`, without an echo. Refused, with a sentence that says what to do instead, if
/// the standard input is no terminal. Ctrl-C while it asks is an error too, with the terminal as it was.
[[nodiscard]] Result<QString> askPassword(const QString &question);

} // namespace jarchi

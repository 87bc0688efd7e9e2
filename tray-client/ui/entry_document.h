// SPDX-License-Identifier: MIT
#pragma once

#include "inbox/entry.h"

class QPalette;
class QTextDocument;

namespace jarchi::ui {

/// Writes an entry into `document` as one reads it: title, price, category and time, text, and why it came. Nothing of
/// it is taken for markup. Main thread.
void writeEntry(QTextDocument &document, const inbox::Entry &entry, const QPalette &palette);

} // namespace jarchi::ui

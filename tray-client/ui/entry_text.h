// SPDX-License-Identifier: MIT
#pragma once

#include "inbox/entry.h"

#include <QString>

/// What a window says about an entry, in its user's words: harmless, and each text in its own direction. Pure
/// functions; main thread.
namespace jarchi::ui {

/// On one line.
[[nodiscard]] QString titleText(const inbox::Entry &entry);
/// Several lines; empty when there is nothing but a title.
[[nodiscard]] QString bodyText(const inbox::Entry &entry);
/// "€599.00", or empty.
[[nodiscard]] QString priceText(const inbox::Entry &entry);
/// "Phones", or what it is called that concerns everyone.
[[nodiscard]] QString categoryText(const inbox::Entry &entry);
/// "You get this because you follow Phones up to €700.00."
[[nodiscard]] QString reasonSentence(const inbox::Entry &entry);
/// For a screen reader: "Unread. Fairphone 6. €599.00. Phones. Today 14:05."
[[nodiscard]] QString spokenText(const inbox::Entry &entry);
/// For the clipboard: title, price, category, text and link.
[[nodiscard]] QString copiedText(const inbox::Entry &entry);

} // namespace jarchi::ui

// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace jarchi {

/// `text` in the form in which keywords and categories are compared. Two texts that a reader would call the same word
/// fold to the same string, whatever keyboard they were typed on.
///
/// Compatibility decomposition (NFKD) and case folding come from Unicode; then marks (accents, Arabic vowel signs,
/// hamza above) and format characters (zero-width joiners, tatweel) go, every decimal digit becomes its ASCII
/// digit, the Arabic letters yeh and kaf, which Unicode keeps apart from the Persian ones, become the Persian ones, and
/// runs of white space become one space. The half-space separates nothing: "گوشی‌ها" and "گوشیها" fold
/// alike.
[[nodiscard]] QString folded(QStringView text);

} // namespace jarchi

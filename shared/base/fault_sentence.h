// SPDX-License-Identifier: MIT
#pragma once

#include "base/text_rules.h"

namespace jarchi {

/// What is wrong with a field of a form, as a whole sentence in the reader's language: "The name is too long: at most
/// 256 characters." `word` names the field, in that language too. What protocols and logs want is describe().
[[nodiscard]] QString lineSentence(const QString &word, TextFault fault, qsizetype maximumCharacters);
/// The same for a text that is measured in bytes of UTF-8.
[[nodiscard]] QString bodySentence(const QString &word, TextFault fault, qsizetype maximumBytes);
[[nodiscard]] QString emptySentence(const QString &word);

} // namespace jarchi

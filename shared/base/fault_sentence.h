// SPDX-License-Identifier: MIT
#pragma once

#include "base/sentence.h"
#include "base/text_rules.h"

namespace jarchi {

/// What is wrong with a field of a form, as a whole sentence: "The name is too long: at most
/// 256 characters." `word` names the field. What protocols and logs want is describe().
[[nodiscard]] Sentence lineSentence(const Sentence &word, TextFault fault, qsizetype maximumCharacters);
/// The same for a text that is measured in bytes of UTF-8.
[[nodiscard]] Sentence bodySentence(const Sentence &word, TextFault fault, qsizetype maximumBytes);
[[nodiscard]] Sentence emptySentence(const Sentence &word);

} // namespace jarchi

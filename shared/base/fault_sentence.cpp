// SPDX-License-Identifier: MIT
#include "base/fault_sentence.h"

namespace jarchi {

namespace {

class Words
{
    JARCHI_DECLARE_SENTENCES(TextRules)
};

/// Whatever it is but too long.
Sentence sentence(const Sentence &word, TextFault fault)
{
    switch (fault) {
    case TextFault::None:
    case TextFault::TooLong:
        break;
    case TextFault::NullCharacter:
        return Words::tr("The %1 has a NUL character in it.").arg(word);
    case TextFault::LoneSurrogate:
        return Words::tr("The %1 has half of a surrogate pair in it.").arg(word);
    case TextFault::ControlCharacter:
        return Words::tr("The %1 has a control character in it.").arg(word);
    case TextFault::BidiControl:
        return Words::tr("The %1 has a character in it that reorders the text around it.").arg(word);
    case TextFault::NotUtf8:
        return Words::tr("The %1 is not valid UTF-8.").arg(word);
    }
    return {};
}

} // namespace

Sentence lineSentence(const Sentence &word, TextFault fault, qsizetype maximumCharacters)
{
    return fault == TextFault::TooLong
               ? Words::tr("The %1 is too long: at most %L2 characters.").arg(word).arg(maximumCharacters)
               : sentence(word, fault);
}

Sentence bodySentence(const Sentence &word, TextFault fault, qsizetype maximumBytes)
{
    return fault == TextFault::TooLong ? Words::tr("The %1 is too long: at most %L2 bytes.").arg(word).arg(maximumBytes)
                                       : sentence(word, fault);
}

Sentence emptySentence(const Sentence &word)
{
    return Words::tr("The %1 is empty.").arg(word);
}

} // namespace jarchi

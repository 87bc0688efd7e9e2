// SPDX-License-Identifier: MIT
#include "base/folding.h"

#include <QList>

namespace jarchi {

namespace {

constexpr char32_t Tatweel = 0x0640;

bool isIgnored(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
        return true;
    default:
        return character == Tatweel;
    }
}

/// Unicode has no mapping between these, because in some language they are different letters. In Persian and Arabic
/// they are one letter on two keyboards.
char32_t unified(char32_t character)
{
    switch (character) {
    case 0x0649: // Alef maksura, which Arabic keyboards give for the Persian yeh at the end of a word.
    case 0x064A: // Arabic yeh.
        return 0x06CC;
    case 0x0643: // Arabic kaf.
        return 0x06A9;
    case 0x06D5: // What U+06C0, the Persian heh with hamza, decomposes to.
        return 0x0647;
    default:
        return character;
    }
}

QString decomposed(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KD);
}

/// Qt folds letter by letter, so "ß" would stay apart from "SS"; its upper case is the full one of Unicode.
QString caseFolded(const QString &text)
{
    return text.toCaseFolded().toUpper().toCaseFolded();
}

} // namespace

QString folded(QStringView text)
{
    // A folded letter can be one that decomposes, so that is done again.
    const QString plain = decomposed(caseFolded(decomposed(text.toString())));
    QString result;
    result.reserve(plain.size());
    for (const char32_t character : plain.toUcs4()) {
        if (isIgnored(character))
            continue;
        if (QChar::category(character) == QChar::Number_DecimalDigit)
            result += QChar(u'0' + QChar::digitValue(character));
        else
            result += QChar::fromUcs4(unified(character));
    }
    return result.simplified();
}

} // namespace jarchi

// SPDX-License-Identifier: MIT
#include "cli/text_width.h"

#include <QList>

#include <algorithm>
#include <array>

namespace jarchi::cli {

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

/// The blocks whose characters are Wide or Fullwidth in Unicode's EastAsianWidth.txt. Blocks, not single characters:
/// Qt does not tell the property, and a table may well be a column off for a sign between them.
constexpr std::array WideBlocks{
    Range{0x1100, 0x115F},   // Hangul Jamo
    Range{0x2E80, 0x303E},   // CJK radicals and punctuation
    Range{0x3041, 0xA4CF},   // Kana, CJK ideographs, Yi
    Range{0xAC00, 0xD7A3},   // Hangul syllables
    Range{0xF900, 0xFAFF},   // CJK compatibility
    Range{0xFE30, 0xFE6F},   // CJK compatibility forms
    Range{0xFF00, 0xFF60},   // Fullwidth forms
    Range{0xFFE0, 0xFFE6},   // Fullwidth signs
    Range{0x1F300, 0x1F64F}, // Pictures and faces
    Range{0x1F900, 0x1F9FF}, // More pictures
    Range{0x20000, 0x3FFFD}, // More ideographs
};

int widthOf(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
        return 0;
    default:
        break;
    }
    const bool isWide = std::any_of(WideBlocks.cbegin(), WideBlocks.cend(), [&](const Range &block) {
        return character >= block.first && character <= block.last;
    });
    return isWide ? 2 : 1;
}

} // namespace

qsizetype textWidth(QStringView text)
{
    qsizetype width = 0;
    for (const uint character : text.toUcs4()) {
        width += widthOf(character);
    }
    return width;
}

QString padded(const QString &text, qsizetype width)
{
    return text + QString(std::max<qsizetype>(width - textWidth(text), 0), u' ');
}

} // namespace jarchi::cli

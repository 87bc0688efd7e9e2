// SPDX-License-Identifier: MIT
#include "widgets/breakable.h"

namespace jarchi::widgets {

QString breakable(const QString &text)
{
    constexpr int longest = 32;
    constexpr QChar zeroWidthSpace(0x200B);
    QString broken;
    broken.reserve(text.size());
    int length = 0;
    for (const QChar character : text) {
        const bool endsWord = character.isSpace() || character == zeroWidthSpace;
        length = endsWord ? 0 : length + 1;
        // Not between a letter and its mark, nor inside a surrogate pair.
        if (length > longest && (character.isLetterOrNumber() || character == u'/')) {
            broken += zeroWidthSpace;
            length = 1;
        }
        broken += character;
    }
    return broken;
}

} // namespace jarchi::widgets

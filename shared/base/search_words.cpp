// SPDX-License-Identifier: MIT
#include "base/search_words.h"

#include "base/folding.h"

namespace jarchi {

QStringList searchWords(const QString &text)
{
    QStringList words = folded(text).split(u' ', Qt::SkipEmptyParts);
    words.removeDuplicates();
    return words;
}

} // namespace jarchi

// SPDX-License-Identifier: MIT
#include "store/search_words.h"

#include "base/folding.h"

namespace jarchi::store {

QStringList searchWords(const QString &text)
{
    QStringList words = folded(text).split(u' ', Qt::SkipEmptyParts);
    words.removeDuplicates();
    return words;
}

} // namespace jarchi::store

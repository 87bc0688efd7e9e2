// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace jarchi {

/// What somebody typed to search, as the words that all have to be found: folded (base/folding.h), each once.
[[nodiscard]] QStringList searchWords(const QString &text);

} // namespace jarchi

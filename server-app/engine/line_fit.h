// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/limits.h"

#include <algorithm>

namespace jarchi::engine {

/// Takes from the end of `items` what makes the line too long. Returns whether anything was taken.
template <typename Items, typename Encode>
bool shortenToLine(Items &items, const Encode &encode)
{
    const auto before = items.size();
    while (!items.isEmpty() && encode().size() > protocol::LineBytes) {
        items.resize(items.size() - std::max<qsizetype>(1, items.size() / 4));
    }
    return items.size() < before;
}

} // namespace jarchi::engine

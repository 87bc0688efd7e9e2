// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

namespace jarchi::protocol {

/// How deep the objects and arrays in `json` nest, looked at byte by byte without parsing: brackets inside strings do
/// not count. Stops counting at `enough`, so a hostile line costs no more than a look at its first brackets.
[[nodiscard]] int nestingDepth(QByteArrayView json, int enough);

} // namespace jarchi::protocol

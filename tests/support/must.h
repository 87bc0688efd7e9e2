// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"

namespace jarchi::test {

/// The value, where a test cannot go on without it: ends the test program with the error's message otherwise.
template <typename T>
T must(Result<T> result)
{
    if (!result) {
        qFatal("%s", qPrintable(result.error().message));
    }
    if constexpr (!std::is_void_v<T>) {
        return *std::move(result);
    }
}

} // namespace jarchi::test

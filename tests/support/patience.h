// SPDX-License-Identifier: MIT
#pragma once

namespace jarchi::test {

/// How long a test waits for what has to come, in milliseconds. A busy machine with sanitizers is slow, and Qt's own
/// five seconds have failed on one; who waits for nothing in vain never waits so long.
inline constexpr int Patience = 30'000;

} // namespace jarchi::test

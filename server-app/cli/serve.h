// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "engine/config.h"

namespace jarchi::cli {

/// Serves without a window until SIGTERM or SIGINT, with `listening on …` on standard output for each address once it
/// accepts connections. Main thread.
[[nodiscard]] Result<void> serve(const engine::Config &config, const Clock &clock);

} // namespace jarchi::cli

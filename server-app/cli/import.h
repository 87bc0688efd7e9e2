// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.h"

/// Adding many rows from a CSV file: a transaction to each batch, a progress bar on a terminal, every refused row
/// reported with its line. An interruption leaves whole batches. Main thread.
namespace jarchi::cli {

[[nodiscard]] Result<void> importProducts(Invocation &invocation);
[[nodiscard]] Result<void> importUsers(Invocation &invocation);

} // namespace jarchi::cli

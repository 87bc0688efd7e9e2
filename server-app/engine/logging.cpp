// SPDX-License-Identifier: MIT
#include "engine/logging.h"

namespace jarchi::engine {

Q_LOGGING_CATEGORY(engineLog, "jarchi.engine", QtInfoMsg)

} // namespace jarchi::engine

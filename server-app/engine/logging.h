// SPDX-License-Identifier: MIT
#pragma once

#include <QLoggingCategory>

namespace jarchi::engine {

Q_DECLARE_LOGGING_CATEGORY(engineLog)

} // namespace jarchi::engine

// SPDX-License-Identifier: MIT
#pragma once

#include <QLoggingCategory>

namespace jarchi::net {

Q_DECLARE_LOGGING_CATEGORY(netLog)

} // namespace jarchi::net

// SPDX-License-Identifier: MIT
#include "net/logging.h"

namespace jarchi::net {

Q_LOGGING_CATEGORY(netLog, "jarchi.net", QtInfoMsg)

} // namespace jarchi::net

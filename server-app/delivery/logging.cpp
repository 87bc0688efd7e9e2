// SPDX-License-Identifier: MIT
#include "delivery/logging.h"

namespace jarchi::delivery {

Q_LOGGING_CATEGORY(deliveryLog, "jarchi.delivery", QtInfoMsg)

} // namespace jarchi::delivery

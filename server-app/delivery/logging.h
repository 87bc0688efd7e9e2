// SPDX-License-Identifier: MIT
#pragma once

#include <QLoggingCategory>

namespace jarchi::delivery {

Q_DECLARE_LOGGING_CATEGORY(deliveryLog)

} // namespace jarchi::delivery

// SPDX-License-Identifier: MIT
#pragma once

#include <QLoggingCategory>

namespace jarchi::gui {

Q_DECLARE_LOGGING_CATEGORY(guiLog)

} // namespace jarchi::gui

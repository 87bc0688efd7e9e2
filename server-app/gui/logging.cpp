// SPDX-License-Identifier: MIT
#include "gui/logging.h"

namespace jarchi::gui {

Q_LOGGING_CATEGORY(guiLog, "jarchi.gui", QtInfoMsg)

} // namespace jarchi::gui

// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"

#include <QLoggingCategory>

namespace jarchi::gui {

Q_DECLARE_LOGGING_CATEGORY(guiLog)

/// Why something was not done, in English and in one line: the window says it in its user's language, and a log is to
/// be searched.
[[nodiscard]] const char *logWords(const Error &error);

} // namespace jarchi::gui

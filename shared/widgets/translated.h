// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include <functional>

namespace jarchi::widgets {

/// Runs `apply`, which sets texts, now and whenever the language changes as long as `widget` lives: so a text is
/// written down once, and changing the language takes effect at once. Main thread.
void translated(QWidget *widget, std::function<void()> apply);

} // namespace jarchi::widgets

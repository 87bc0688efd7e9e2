// SPDX-License-Identifier: MIT
#pragma once

#include "preferences/preferences.h"

#include <QCheckBox>
#include <QComboBox>
#include <QTimeEdit>

#include <functional>

/// Widgets that show a preference, change it at once when they are used, and follow when it changes elsewhere, such
/// as in the tray's menu. Owned by `parent`; main thread.
namespace jarchi::ui {

[[nodiscard]] QCheckBox *checkBoxFor(const preferences::Setting<bool> &setting, preferences::Preferences &preferences,
                                     QWidget *parent);

/// One of `values`, as far as the setting's range has them; `wording` says each of them in the user's language, again
/// whenever that changes. A value that is none of them, from a file that somebody edited, is offered as well.
[[nodiscard]] QComboBox *choiceFor(const preferences::Setting<int> &setting, const QList<int> &values,
                                   const std::function<QString(int)> &wording, preferences::Preferences &preferences,
                                   QWidget *parent);

[[nodiscard]] QTimeEdit *timeEditFor(const preferences::Setting<QTime> &setting, preferences::Preferences &preferences,
                                     QWidget *parent);

} // namespace jarchi::ui

// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>
#include <QString>

/// The project's icons, resources/icons/NAME.svg, drawn by Qt Svg at whatever size and scale the screen asks for.
/// Main thread.
namespace jarchi::widgets {

/// In the palette's text colour of the moment it is painted: it follows a change between light and dark at once, is
/// paler when disabled and in the highlighted text's colour when selected. What points somewhere is mirrored in a
/// layout from right to left. "jarchi", "tray-…" and names that end in "-color" have colours of their own. A name that
/// does not exist is a programmer's error.
[[nodiscard]] QIcon icon(const QString &name);

} // namespace jarchi::widgets

// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QPalette>

/// The two palettes of the window and the few colours that mean something. Text on each background has a contrast of at
/// least 4.5:1 (WCAG 2.1, level AA). Pure functions; main thread.
namespace jarchi::widgets {

[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();
[[nodiscard]] bool isDark(const QPalette &palette);

enum class Tone {
    Accent,  ///< The project's own colour: what counts most, the plot's line.
    Error,   ///< Something was not done.
    Warning, ///< It was done, but somebody should look.
    Success,
    Quiet, ///< Text that may be overlooked: hints, times.
    Line,  ///< Thin lines that separate; not for text.
};

/// For text and lines on `palette`'s window and base.
[[nodiscard]] QColor colour(Tone tone, const QPalette &palette);

/// WCAG's contrast ratio of two opaque colours, from 1 to 21.
[[nodiscard]] double contrast(const QColor &first, const QColor &second);

} // namespace jarchi::widgets

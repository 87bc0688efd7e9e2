// SPDX-License-Identifier: MIT
#pragma once

#include <QProxyStyle>

namespace jarchi::gui {

/// Fusion, which looks the same everywhere and obeys the palette, with room at both sides of a cell's text, and without
/// the pictures on dialogs' buttons, which are not of this project's set.
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override;
};

} // namespace jarchi::gui

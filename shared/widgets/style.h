// SPDX-License-Identifier: MIT
#pragma once

#include <QProxyStyle>
#include <QStyleOptionButton>

namespace jarchi::widgets {

/// Fusion, which looks the same everywhere and obeys the palette, with room at both sides of a cell's text, and without
/// the pictures on dialogs' buttons, which are not of this project's set.
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override;

private:
    /// Qt 6.4 puts the icon in the middle and the text at the far end.
    void drawLabelFromRight(const QStyleOptionButton &button, QPainter &painter) const;
};

} // namespace jarchi::widgets

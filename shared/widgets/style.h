// SPDX-License-Identifier: MIT
#pragma once

#include <QProxyStyle>
#include <QStyleOptionButton>

namespace jarchi::widgets {

/// Fusion, which looks the same everywhere and obeys the palette, with room around texts and on a grid of its own, and
/// without the pictures on dialogs' buttons, which are not of this project's set. The lines below the letters of
/// shortcuts show while Alt is held: they would hide the dots of Persian letters. The application owns it. Main thread.
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    void polish(QApplication *application) override;
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// Qt 6.4 puts the icon in the middle and the text at the far end.
    void drawLabelFromRight(const QStyleOptionButton &button, QPainter &painter) const;
    void showMnemonics(bool show);

    bool m_showsMnemonics = false;
};

} // namespace jarchi::widgets

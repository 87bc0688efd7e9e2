// SPDX-License-Identifier: MIT
#include "widgets/style.h"

#include <QPainter>

namespace jarchi::widgets {

using namespace Qt::StringLiterals;

Style::Style()
    : QProxyStyle(u"Fusion"_s)
{
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    // The first is what item views put beside a text.
    if (metric == PM_FocusFrameHMargin || metric == PM_HeaderMargin) {
        return 8;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (element == CE_PushButtonLabel && button != nullptr && !button->icon.isNull() &&
        button->direction == Qt::RightToLeft) {
        drawLabelFromRight(*button, *painter);
    } else {
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawLabelFromRight(const QStyleOptionButton &button, QPainter &painter) const
{
    constexpr int gap = 6;
    const bool isEnabled = button.state.testFlag(State_Enabled);
    const int flags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextDontClip;
    QRect text = itemTextRect(button.fontMetrics, button.rect, flags, isEnabled, button.text);
    const int width = text.width() + gap + button.iconSize.width();
    text.moveLeft(button.rect.center().x() - width / 2);
    QRect icon(QPoint(), button.iconSize);
    icon.moveCenter(button.rect.center());
    icon.moveLeft(text.right() + gap);
    button.icon.paint(&painter, icon, Qt::AlignCenter, isEnabled ? QIcon::Normal : QIcon::Disabled);
    drawItemText(&painter, text, flags, button.palette, isEnabled, button.text, QPalette::ButtonText);
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returned) const
{
    return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 0 : QProxyStyle::styleHint(hint, option, widget, returned);
}

} // namespace jarchi::widgets

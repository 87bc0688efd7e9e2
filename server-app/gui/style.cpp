// SPDX-License-Identifier: MIT
#include "gui/style.h"

namespace jarchi::gui {

using namespace Qt::StringLiterals;

Style::Style()
    : QProxyStyle(u"Fusion"_s)
{
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin:
        return 8; // What item views put beside a text.
    case PM_HeaderMargin:
        return 8;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returned) const
{
    return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 0 : QProxyStyle::styleHint(hint, option, widget, returned);
}

} // namespace jarchi::gui

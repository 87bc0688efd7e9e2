// SPDX-License-Identifier: MIT
#include "widgets/style.h"

#include "widgets/colours.h"
#include "widgets/field_direction.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyleOptionComboBox>

#include <algorithm>

namespace jarchi::widgets {

using namespace Qt::StringLiterals;

namespace {

constexpr int AroundText = 6; ///< Above and below the text of a field or a button.
constexpr int BesideText = 4; ///< Inside the frame of a field, beside what Fusion leaves.

} // namespace

Style::Style()
    : QProxyStyle(u"Fusion"_s)
{
}

void Style::polish(QApplication *application)
{
    QProxyStyle::polish(application);
    application->installEventFilter(this);
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *field = qobject_cast<QLineEdit *>(widget)) {
        FieldDirection::follow(*field);
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    // The first is what item views put beside a text.
    if (metric == PM_FocusFrameHMargin || metric == PM_HeaderMargin) {
        return 8;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                              const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_PushButton || type == CT_LineEdit || type == CT_ComboBox) {
        size.setHeight(std::max(size.height(), option->fontMetrics.height() + 2 * AroundText));
    }
    if (type == CT_PushButton) {
        size.rwidth() += 3 * BesideText;
    }
    return size;
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    return element == SE_LineEditContents ? rect.adjusted(BesideText, 0, -BesideText, 0) : rect;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    // One that can be typed into has a field in this place, with room of its own.
    const bool isText = part == SC_ComboBoxEditField && box != nullptr && !box->editable;
    return isText ? rect.adjusted(BesideText, 0, -BesideText, 0) : rect;
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    // Fusion darkens the window's colour for the frame of a menu, and of a box to tick; nobody sees that in the dark.
    const bool isMenu = element == PE_PanelMenu;
    if ((element != PE_IndicatorCheckBox && !isMenu) || !isDark(option->palette)) {
        return;
    }
    const bool isEnabled = option->state.testFlag(State_Enabled);
    painter->save();
    painter->setPen(isMenu      ? colour(Tone::Line, option->palette)
                    : isEnabled ? colour(Tone::Quiet, option->palette)
                                : option->palette.color(QPalette::Disabled, QPalette::WindowText));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    painter->restore();
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
    const int flags = Qt::AlignCenter | Qt::TextDontClip | Qt::TextShowMnemonic |
                      (m_showsMnemonics ? Qt::TextFlag() : Qt::TextHideMnemonic);
    QRect room = button.rect;
    if (button.features.testFlag(QStyleOptionButton::HasMenu))
        room.setLeft(room.left() + proxy()->pixelMetric(PM_MenuButtonIndicator, &button));
    QRect text = itemTextRect(button.fontMetrics, room, flags, isEnabled, button.text);
    const int width = text.width() + gap + button.iconSize.width();
    text.moveLeft(room.center().x() - width / 2);
    QRect icon(QPoint(), button.iconSize);
    icon.moveCenter(room.center());
    icon.moveLeft(text.right() + gap);
    button.icon.paint(&painter, icon, Qt::AlignCenter, isEnabled ? QIcon::Normal : QIcon::Disabled);
    drawItemText(&painter, text, flags, button.palette, isEnabled, button.text, QPalette::ButtonText);
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_Menu_Scrollable: // Or else a long one stands in columns, all over the screen.
        return 1;
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText: // It makes what is disabled look embossed in a dark menu.
        return 0;
    case SH_UnderlineShortcut:
        return m_showsMnemonics ? 1 : 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

bool Style::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease) {
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt) {
            showMnemonics(event->type() == QEvent::KeyPress);
        }
    } else if (event->type() == QEvent::WindowDeactivate) {
        showMnemonics(false); // The key may be let go elsewhere.
    }
    return QProxyStyle::eventFilter(watched, event);
}

void Style::showMnemonics(bool show)
{
    if (show == m_showsMnemonics) {
        return;
    }
    m_showsMnemonics = show;
    for (QWidget *widget : QApplication::allWidgets()) {
        widget->update();
    }
}

} // namespace jarchi::widgets

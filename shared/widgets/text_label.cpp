// SPDX-License-Identifier: MIT
#include "widgets/text_label.h"

#include <QEvent>
#include <QStyle>

namespace jarchi::widgets {

TextLabel::TextLabel(QWidget *parent, Qt::Alignment vertical)
    : QLabel(parent)
    , m_vertical(vertical)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    align();
}

void TextLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange) {
        align();
    }
    QLabel::changeEvent(event);
}

void TextLabel::align()
{
    setAlignment(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading) | Qt::AlignAbsolute | m_vertical);
}

} // namespace jarchi::widgets

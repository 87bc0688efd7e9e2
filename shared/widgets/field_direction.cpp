// SPDX-License-Identifier: MIT
#include "widgets/field_direction.h"

#include <QEvent>
#include <QLineEdit>

namespace jarchi::widgets {

void FieldDirection::follow(QLineEdit &field)
{
    if (field.findChild<FieldDirection *>(QString(), Qt::FindDirectChildrenOnly) == nullptr) {
        new FieldDirection(field); // The field owns it.
    }
}

FieldDirection::FieldDirection(QLineEdit &field)
    : QObject(&field)
    , m_field(field)
{
    field.installEventFilter(this);
    connect(&field, &QLineEdit::textChanged, this, &FieldDirection::align);
    align();
}

bool FieldDirection::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange) {
        align();
    }
    return QObject::eventFilter(watched, event);
}

void FieldDirection::align()
{
    const bool wanted = m_field.text().isEmpty() && m_field.layoutDirection() == Qt::RightToLeft;
    if (wanted == m_aligned || (wanted && m_field.alignment().testFlag(Qt::AlignAbsolute))) {
        return;
    }
    m_aligned = wanted;
    const Qt::Alignment start = wanted ? Qt::AlignRight | Qt::AlignAbsolute : Qt::Alignment(Qt::AlignLeading);
    m_field.setAlignment(start | Qt::AlignVCenter);
}

} // namespace jarchi::widgets

// SPDX-License-Identifier: MIT
#include "widgets/form_field.h"

#include "widgets/colours.h"
#include "widgets/text_label.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace jarchi::widgets {

using namespace Qt::StringLiterals;

namespace {

/// A sentence in Persian that begins with an address would run the other way, because of its first letter.
bool beginsForeign(const QString &sentence)
{
    return !sentence.isRightToLeft() && std::any_of(sentence.cbegin(), sentence.cend(), [](QChar character) {
        return character.direction() == QChar::DirAL || character.direction() == QChar::DirR;
    });
}

} // namespace

FormField::FormField(QWidget *editor, QWidget *parent, QWidget *focus)
    : QWidget(parent)
    , m_focus(focus != nullptr ? focus : editor)
    , m_label(new QLabel(this))
    , m_note(new TextLabel(this))
{
    m_label->setBuddy(m_focus);
    m_note->setObjectName(u"fieldNote"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_label);
    column->addWidget(editor, 1);
    column->addWidget(m_note);
    showNote();
}

void FormField::setLabel(const QString &label)
{
    m_label->setText(label);
    m_focus->setAccessibleName(QString(label).remove(u'&'));
}

void FormField::setHint(const QString &hint)
{
    m_hint = hint;
    showNote();
}

void FormField::setFault(const QString &fault)
{
    m_fault = fault;
    showNote();
}

void FormField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange) {
        showNote();
    }
    QWidget::changeEvent(event);
}

void FormField::showNote()
{
    const QString note = m_fault.isEmpty() ? m_hint : m_fault;
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText,
                    m_fault.isEmpty() ? colour(Tone::Quiet, colors) : colour(Tone::Error, colors));
    m_note->setPalette(colors);
    constexpr QChar rightToLeftMark(0x200F);
    const bool isTurned = layoutDirection() == Qt::RightToLeft && beginsForeign(note);
    m_note->setText(isTurned ? rightToLeftMark + note : note);
    m_note->setVisible(!note.isEmpty());
    m_focus->setAccessibleDescription(note);
}

} // namespace jarchi::widgets

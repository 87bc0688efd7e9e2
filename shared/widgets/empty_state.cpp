// SPDX-License-Identifier: MIT
#include "widgets/empty_state.h"

#include "widgets/colours.h"
#include "widgets/icons.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace jarchi::widgets {

using namespace Qt::StringLiterals;

EmptyState::EmptyState(const QString &iconName, QWidget *parent)
    : QWidget(parent)
    , m_iconName(iconName)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
{
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setBold(true);
    m_title->setFont(large);
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setMaximumWidth(520);
    m_icon->setAlignment(Qt::AlignCenter);
    m_action->setObjectName(u"emptyStateAction"_s);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addWidget(m_title);
    // A label that wraps asks for its height by its width: it needs the width it may have, not the least.
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_text, 4);
    middle->addStretch(1);
    column->addLayout(middle);
    column->addSpacing(4);
    column->addWidget(m_action, 0, Qt::AlignCenter);
    column->addStretch(3);
    paintIcon();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::acted);
}

void EmptyState::setTexts(const QString &title, const QString &text, const QString &action)
{
    m_title->setText(title);
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange) {
        paintIcon();
    }
    QWidget::changeEvent(event);
}

void EmptyState::paintIcon()
{
    m_icon->setPixmap(icon(m_iconName).pixmap(56, 56));
    QPalette quiet = m_text->palette();
    const QColor color = colour(Tone::Quiet, palette());
    if (quiet.color(QPalette::WindowText) != color) {
        quiet.setColor(QPalette::WindowText, color);
        m_text->setPalette(quiet);
    }
}

} // namespace jarchi::widgets

// SPDX-License-Identifier: MIT
#include "ui/entry_panel.h"

#include "ui/entry_document.h"
#include "ui/inbox_actions.h"
#include "widgets/empty_state.h"
#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/text_label.h"
#include "widgets/translated.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedLayout>
#include <QTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace jarchi::ui {

using namespace Qt::StringLiterals;

namespace {

/// A button that always says what its action says.
void follow(QPushButton &button, QAction *action)
{
    const auto apply = [&button, action] {
        button.setText(action->text());
        button.setIcon(action->icon());
        button.setEnabled(action->isEnabled());
    };
    QObject::connect(action, &QAction::changed, &button, apply);
    QObject::connect(&button, &QPushButton::clicked, action, &QAction::trigger);
    apply();
}

} // namespace

EntryPanel::EntryPanel(const InboxActions &actions, QWidget *parent)
    : QFrame(parent)
    , m_actions(actions)
    , m_text(new QTextEdit(this))
    , m_link(new QWidget(this))
    , m_hostLabel(new widgets::TextLabel(this))
    , m_open(new QPushButton(this))
    , m_notInterested(new QPushButton(this))
    , m_footer(new QWidget(this))
    , m_nothing(new widgets::EmptyState(u"inbox"_s, this))
{
    setObjectName(u"entryPanel"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_nothing->setBackgroundRole(QPalette::Window); // Its texts are in the window's colours.
    m_text->setObjectName(u"entryText"_s);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setFrameShape(NoFrame);
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->document()->setDocumentMargin(0);
    m_text->document()->setUndoRedoEnabled(false);
    m_hostLabel->setObjectName(u"linkHost"_s);
    m_hostLabel->setMinimumWidth(1); // A long host must not widen the panel.
    m_open->setObjectName(u"openEntry"_s);
    m_notInterested->setObjectName(u"notInterested"_s);
    follow(*m_open, m_actions[InboxActions::Open]);
    follow(*m_notInterested, m_actions[InboxActions::NotInterested]);
    layOut();
    widgets::translated(this, [this] { setTexts(); });
}

void EntryPanel::layOut()
{
    auto *tools = new QHBoxLayout;
    tools->setSpacing(4);
    tools->addSpacing(20); // Spacings are mirrored in a window from right to left, and margins are not.
    for (const auto what : {InboxActions::Copy, InboxActions::Keep, InboxActions::MarkRead, InboxActions::Remove}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(m_actions[what]);
        button->setAutoRaise(true);
        button->setIconSize({20, 20});
        button->setFocusPolicy(Qt::StrongFocus);
        tools->addWidget(button);
    }
    tools->addStretch(1);

    auto *link = new QHBoxLayout(m_link);
    link->setContentsMargins(0, 0, 0, 0);
    link->setSpacing(8);
    link->addWidget(m_hostLabel, 1);
    link->addWidget(m_open);
    auto *footer = new QVBoxLayout(m_footer);
    footer->setContentsMargins(24, 0, 24, 16);
    footer->setSpacing(8);
    footer->addWidget(m_link);
    footer->addWidget(m_notInterested, 0, Qt::AlignLeading);

    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    auto *text = new QHBoxLayout;
    text->setSpacing(0);
    text->addSpacing(24);
    text->addWidget(m_text);
    text->addSpacing(8);
    column->addLayout(text, 1);
    column->addWidget(m_footer);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(page);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(8);
    tools->setContentsMargins(0, 8, 0, 0);
    whole->addLayout(tools);
    whole->addLayout(m_stack, 1);
}

void EntryPanel::setTexts()
{
    m_text->setAccessibleName(tr("The selected notification"));
    if (m_entry) {
        write();
        return;
    }
    if (m_count == 0)
        m_nothing->setTexts(tr("Nothing selected"), tr("Select a notification to read it here."));
    else
        m_nothing->setTexts(tr("%Ln selected", nullptr, static_cast<int>(m_count)),
                            tr("Copy, keep, mark or delete them together."));
}

void EntryPanel::showEntry(const inbox::Entry &entry, const QString &host)
{
    const bool isOther = shownId() != entry.id;
    const bool isSame = m_entry && m_entry->notification == entry.notification && m_host == host;
    m_entry = entry;
    m_host = host;
    m_count = 1;
    m_stack->setCurrentIndex(1);
    if (!isSame)
        write(); // Otherwise what somebody has marked in it stays marked.
    if (isOther)
        m_text->verticalScrollBar()->setValue(0);
}

void EntryPanel::showCount(qsizetype count)
{
    m_entry.reset();
    m_count = count;
    m_stack->setCurrentIndex(0);
    setTexts();
}

void EntryPanel::write()
{
    writeEntry(*m_text->document(), *m_entry, palette());
    m_link->setVisible(!m_host.isEmpty());
    // A host is shown whole; a long one breaks after a dot.
    m_hostLabel->setText(tr("Leads to %1").arg(widgets::isolated(QString(m_host).replace(u"."_s, u".\u200B"_s))));
    m_hostLabel->setToolTip(m_host);
    m_notInterested->setVisible(m_entry->notification.interest.has_value());
    m_footer->setVisible(m_link->isVisibleTo(m_footer) || m_notInterested->isVisibleTo(m_footer));
}

void EntryPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_entry && m_stack != nullptr)
        write();
    QFrame::changeEvent(event);
}

} // namespace jarchi::ui

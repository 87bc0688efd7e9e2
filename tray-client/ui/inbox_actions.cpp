// SPDX-License-Identifier: MIT
#include "ui/inbox_actions.h"

#include "notify/plain_text.h"
#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/translated.h"

#include <QMenu>

namespace jarchi::ui {

using namespace Qt::StringLiterals;

InboxActions::InboxActions(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    make(Open, u"open"_s, QKeySequence(Qt::CTRL | Qt::Key_O));
    make(Copy, u"copy"_s, QKeySequence::Copy);
    make(Keep, u"keep"_s, QKeySequence(Qt::CTRL | Qt::Key_K));
    make(MarkRead, u"read"_s, QKeySequence(Qt::CTRL | Qt::Key_R));
    make(NotInterested, u"not-interested"_s);
    make(Remove, u"delete"_s, QKeySequence::Delete);
    make(MarkAllRead, u"read-all"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    make(Undo, u"undo"_s, QKeySequence::Undo);
    make(Find, u"search"_s, QKeySequence::Find);
    make(Connect, u"connect"_s);
    make(Interests, u"interest"_s, QKeySequence(Qt::CTRL | Qt::Key_I));
    make(Settings, u"settings"_s, QKeySequence(Qt::CTRL | Qt::Key_Comma));
    make(SignInOut, u"key"_s);
    make(Close, u"close"_s, QKeySequence(Qt::CTRL | Qt::Key_W));
    make(Quit, u"quit"_s, QKeySequence(Qt::CTRL | Qt::Key_Q));
    make(About, u"about"_s);
    m_actions.at(Undo)->setEnabled(false);
    showSelection(0, nullptr, {});
    widgets::translated(window, [this] { setTexts(); });
}

void InboxActions::make(What what, const QString &iconName, const QKeySequence &keys)
{
    auto *action = new QAction(widgets::icon(iconName), QString(), this);
    action->setShortcut(keys);
    m_window->addAction(action);
    m_actions.at(what) = action;
}

void InboxActions::setTexts()
{
    m_actions.at(Open)->setText(tr("&Open"));
    m_actions.at(Copy)->setText(tr("&Copy"));
    m_actions.at(Remove)->setText(tr("&Delete"));
    m_actions.at(MarkAllRead)->setText(tr("Mark &all as read"));
    m_actions.at(Undo)->setText(tr("&Undo"));
    m_actions.at(Find)->setText(tr("&Find"));
    m_actions.at(Interests)->setText(tr("I&nterests…"));
    m_actions.at(Settings)->setText(tr("&Settings…"));
    m_actions.at(Close)->setText(tr("C&lose the window"));
    m_actions.at(Quit)->setText(tr("&Quit"));
    m_actions.at(About)->setText(tr("&About Jarchi"));
    setEntryTexts();
}

void InboxActions::setEntryTexts()
{
    m_actions.at(Keep)->setText(m_keeps ? tr("&Keep") : tr("Do not &keep"));
    m_actions.at(MarkRead)->setText(m_marksAsRead ? tr("Mark as &read") : tr("Mark as un&read"));
    m_actions.at(MarkRead)->setIcon(widgets::icon(m_marksAsRead ? u"read"_s : u"unread"_s));
    // The name of a category may be long, and may have an ampersand in it, which would be a mnemonic.
    constexpr int width = 120;
    const QString category =
        m_window->fontMetrics().elidedText(m_category, Qt::ElideRight, width).replace(u"&"_s, u"&&"_s);
    const QString words = m_isKeyword ? tr("&Not interested in “%1”") : tr("&Not interested in %1");
    m_actions.at(NotInterested)
        ->setText(m_category.isEmpty() ? tr("&Not interested") : words.arg(widgets::isolated(category)));
}

void InboxActions::showSelection(qsizetype count, const inbox::Entry *entry, const QString &host)
{
    const bool isOne = count == 1 && entry != nullptr;
    m_marksAsRead = entry == nullptr || !entry->isRead;
    m_keeps = entry == nullptr || !entry->isKept;
    const protocol::Interest interest =
        isOne ? entry->notification.interest.value_or(protocol::Interest()) : protocol::Interest();
    m_isKeyword = !interest.keyword.isEmpty();
    m_category = notify::harmlessLine(m_isKeyword ? interest.keyword : interest.category);
    for (const What what : {Copy, Keep, MarkRead, Remove})
        m_actions.at(what)->setEnabled(count > 0);
    m_actions.at(Open)->setEnabled(isOne && !host.isEmpty());
    m_actions.at(NotInterested)->setEnabled(!m_category.isEmpty());
    setEntryTexts();
}

void InboxActions::fillEntryMenu(QMenu &menu) const
{
    menu.addActions({m_actions.at(Open), m_actions.at(Copy)});
    menu.addSeparator();
    menu.addActions({m_actions.at(MarkRead), m_actions.at(Keep)});
    menu.addSeparator();
    menu.addActions({m_actions.at(NotInterested), m_actions.at(Remove)});
}

} // namespace jarchi::ui

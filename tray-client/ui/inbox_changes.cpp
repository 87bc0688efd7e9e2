// SPDX-License-Identifier: MIT
#include "ui/inbox_changes.h"

#include "notify/plain_text.h"
#include "ui/entry_text.h"
#include "widgets/format.h"

namespace jarchi::ui {

using client::Client;
using inbox::EntryId;

InboxChanges::InboxChanges(Client &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    connect(&client, &Client::interestRemoved, this, &InboxChanges::noteInterestRemoved);
    connect(&client, &Client::inboxReplaced, this, &InboxChanges::forget); // The ids mean other entries now.
}

void InboxChanges::remove(const QList<EntryId> &ids)
{
    if (ids.isEmpty())
        return;
    const QString title = ids.size() == 1 ? titleOf(ids.first()) : QString();
    m_client.remove(ids);
    push(Kind::Removed, ids);
    Q_EMIT done([title, count = static_cast<int>(ids.size())] {
        return title.isEmpty() ? tr("%Ln notification(s) deleted.", nullptr, count)
                               : tr("“%1” is deleted.").arg(widgets::isolated(title));
    });
}

void InboxChanges::setRead(const QList<EntryId> &ids, bool isRead)
{
    noteMark(isRead ? Kind::MarkedRead : Kind::MarkedUnread, m_client.setRead(ids, isRead));
}

void InboxChanges::setKept(const QList<EntryId> &ids, bool isKept)
{
    noteMark(isKept ? Kind::Kept : Kind::LetGo, m_client.setKept(ids, isKept));
}

void InboxChanges::markAllRead()
{
    const QList<EntryId> ids = m_client.markAllRead();
    if (ids.isEmpty())
        return;
    push(Kind::MarkedRead, ids);
    Q_EMIT done(
        [count = static_cast<int>(ids.size())] { return tr("%Ln notification(s) marked as read.", nullptr, count); });
}

void InboxChanges::undo()
{
    if (m_undo.isEmpty())
        return;
    const Change change = m_undo.takeLast();
    switch (change.kind) {
    case Kind::Removed:
        m_client.restore(change.ids);
        Q_EMIT restored(change.ids);
        break;
    case Kind::MarkedRead:
    case Kind::MarkedUnread:
        m_client.setRead(change.ids, change.kind == Kind::MarkedUnread);
        break;
    case Kind::Kept:
    case Kind::LetGo:
        m_client.setKept(change.ids, change.kind == Kind::LetGo);
        break;
    case Kind::InterestRemoved:
        m_client.undoNotInterested();
        break;
    }
    Q_EMIT canUndoChanged(canUndo());
}

void InboxChanges::push(Kind kind, const QList<EntryId> &ids)
{
    m_undo.append({.kind = kind, .ids = ids});
    Q_EMIT canUndoChanged(true);
}

void InboxChanges::noteMark(Kind kind, const QList<EntryId> &ids)
{
    if (!ids.isEmpty())
        push(kind, ids);
}

void InboxChanges::noteInterestRemoved(const protocol::Interest &interest)
{
    // Only the last one comes back.
    m_undo.removeIf([](const Change &other) { return other.kind == Kind::InterestRemoved; });
    push(Kind::InterestRemoved, {});
    Q_EMIT done([category = notify::harmlessLine(interest.category), keyword = notify::harmlessLine(interest.keyword)] {
        return keyword.isEmpty() ? tr("You do not follow %1 any more.").arg(widgets::isolated(category))
                                 : tr("You do not follow “%1” in %2 any more.")
                                       .arg(widgets::isolated(keyword), widgets::isolated(category));
    });
}

void InboxChanges::forget()
{
    m_undo.clear();
    Q_EMIT canUndoChanged(false);
}

QString InboxChanges::titleOf(EntryId id)
{
    const std::optional<inbox::Entry> entry = m_client.entry(id);
    return entry ? titleText(*entry) : QString();
}

} // namespace jarchi::ui

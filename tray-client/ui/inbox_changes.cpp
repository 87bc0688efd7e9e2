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
    push(ids);
    Q_EMIT done([title, count = static_cast<int>(ids.size())] {
        return title.isEmpty() ? tr("%Ln notification(s) deleted.", nullptr, count)
                               : tr("“%1” is deleted.").arg(widgets::isolated(title));
    });
}

void InboxChanges::undo()
{
    if (m_undo.isEmpty())
        return;
    const QList<EntryId> ids = m_undo.takeLast();
    if (ids.isEmpty()) {
        m_client.undoNotInterested();
    } else {
        m_client.restore(ids);
        Q_EMIT restored(ids);
    }
    Q_EMIT canUndoChanged(canUndo());
}

void InboxChanges::push(const QList<EntryId> &ids)
{
    m_undo.append(ids);
    Q_EMIT canUndoChanged(true);
}

void InboxChanges::noteInterestRemoved(const protocol::Interest &interest)
{
    m_undo.removeIf([](const QList<EntryId> &other) { return other.isEmpty(); }); // Only the last one comes back.
    push({});
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

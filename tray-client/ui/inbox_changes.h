// SPDX-License-Identifier: MIT
#pragma once

#include "client/client.h"
#include "widgets/message_bar.h"

#include <QObject>

namespace jarchi::ui {

/// What is done to entries from the inbox's window, and what of it can be undone: deletions one after the other, and
/// the last interest that was given up. Main thread.
class InboxChanges : public QObject
{
    Q_OBJECT

public:
    /// `client` outlives this.
    explicit InboxChanges(client::Client &client, QObject *parent = nullptr);

    void remove(const QList<inbox::EntryId> &ids);
    [[nodiscard]] bool canUndo() const { return !m_undo.isEmpty(); }
    /// The last one first.
    void undo();

Q_SIGNALS:
    /// A sentence about what was done, which undo() undoes.
    void done(const jarchi::widgets::MessageBar::Words &sentence);
    /// A deletion was undone: these are back.
    void restored(const QList<jarchi::inbox::EntryId> &ids);
    void canUndoChanged(bool canUndo);

private:
    void push(const QList<inbox::EntryId> &ids);
    void noteInterestRemoved(const protocol::Interest &interest);
    void forget();
    [[nodiscard]] QString titleOf(inbox::EntryId id);

    client::Client &m_client;
    QList<QList<inbox::EntryId>> m_undo; ///< What was deleted together; empty: an interest was given up.
};

} // namespace jarchi::ui

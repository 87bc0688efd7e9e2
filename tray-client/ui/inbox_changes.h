// SPDX-License-Identifier: MIT
#pragma once

#include "client/client.h"
#include "widgets/message_bar.h"

#include <QObject>

namespace jarchi::ui {

/// What is done to entries from the inbox's window, all of which can be undone, one after the other: deletions, marks
/// (every one as read, too), and the last interest that was given up. What can be seen where it happens, as a mark of
/// one entry, is not said. Main thread.
class InboxChanges : public QObject
{
    Q_OBJECT

public:
    /// `client` outlives this.
    explicit InboxChanges(client::Client &client, QObject *parent = nullptr);

    void remove(const QList<inbox::EntryId> &ids);
    void setRead(const QList<inbox::EntryId> &ids, bool isRead);
    void setKept(const QList<inbox::EntryId> &ids, bool isKept);
    void markAllRead();
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
    enum class Kind { Removed, MarkedRead, MarkedUnread, Kept, LetGo, InterestRemoved };
    struct Change
    {
        Kind kind = Kind::Removed;
        QList<inbox::EntryId> ids; ///< Those that were otherwise before.
    };

    void push(Kind kind, const QList<inbox::EntryId> &ids);
    void noteMark(Kind kind, const QList<inbox::EntryId> &ids);
    void noteInterestRemoved(const protocol::Interest &interest);
    void forget();
    [[nodiscard]] QString titleOf(inbox::EntryId id);

    client::Client &m_client;
    QList<Change> m_undo;
};

} // namespace jarchi::ui

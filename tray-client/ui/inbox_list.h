// SPDX-License-Identifier: MIT
#pragma once

#include "inbox/entry.h"

#include <QListView>

namespace jarchi::ui {

class InboxModel;

/// The entries, one below the other. What comes or goes elsewhere neither moves what one looks at nor changes what is
/// selected. Main thread.
class InboxList : public QListView
{
    Q_OBJECT

public:
    /// `model` outlives this.
    explicit InboxList(InboxModel &model, QWidget *parent = nullptr);

    /// From top to bottom, without headings.
    [[nodiscard]] QList<inbox::EntryId> selectedIds() const;
    /// Selects this one alone and brings it into sight. False when it is not in the list.
    bool select(inbox::EntryId id);

    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void dataChanged(const QModelIndex &from, const QModelIndex &to, const QList<int> &roles = {}) override;

Q_SIGNALS:
    /// Enter, or a double click.
    void openRequested();
    /// On an entry, or by the menu key, below the current one.
    void menuRequested(QPoint at);
    void selectionEdited();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void remember();
    void restore();
    [[nodiscard]] QModelIndex firstEntryFrom(int row, int step) const;

    InboxModel &m_model;
    // Of the moment before rows come or go.
    QList<inbox::EntryId> m_selected;
    inbox::EntryId m_current = 0;
    inbox::EntryId m_top = 0; ///< The first in sight; 0 when the list stands at its beginning.
    int m_topOffset = 0;
    bool m_isRestoring = false;
};

} // namespace jarchi::ui

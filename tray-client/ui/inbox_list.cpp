// SPDX-License-Identifier: MIT
#include "ui/inbox_list.h"

#include "ui/inbox_delegate.h"
#include "ui/inbox_model.h"

#include <QContextMenuEvent>
#include <QItemSelection>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>

namespace jarchi::ui {

using inbox::EntryId;

InboxList::InboxList(InboxModel &model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
{
    setModel(&model);
    setItemDelegate(new InboxDelegate(model, this));
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    connect(&model, &InboxModel::linesAboutToChange, this, &InboxList::remember);
    connect(&model, &InboxModel::linesChanged, this, &InboxList::restore);
    connect(this, &QListView::activated, this, &InboxList::openRequested);
}

QList<EntryId> InboxList::selectedIds() const
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedIndexes())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    QList<EntryId> ids;
    for (const int row : rows) {
        if (!m_model.isHeading(row))
            ids.append(m_model.idAt(row));
    }
    return ids;
}

bool InboxList::select(EntryId id)
{
    const int row = m_model.rowOf(id);
    if (row < 0)
        return false;
    selectionModel()->setCurrentIndex(m_model.index(row), QItemSelectionModel::ClearAndSelect);
    executeDelayedItemsLayout();
    scrollTo(m_model.index(row));
    return true;
}

void InboxList::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    // The first entry of a day is seen with its heading.
    if (hint == EnsureVisible && index.row() > 0 && m_model.isHeading(index.row() - 1))
        QListView::scrollTo(m_model.index(index.row() - 1), hint);
    QListView::scrollTo(index, hint);
}

void InboxList::dataChanged(const QModelIndex &from, const QModelIndex &to, const QList<int> &roles)
{
    // A QListView would ask for the height of every row again; ours never changes.
    QAbstractItemView::dataChanged(from, to, roles); // NOLINT(bugprone-parent-virtual-call)
    viewport()->update();
}

void InboxList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isByKey ? currentIndex() : indexAt(event->pos());
    if (index.isValid() && !m_model.isHeading(index.row()))
        Q_EMIT menuRequested(viewport()->mapToGlobal(isByKey ? visualRect(index).center() : event->pos()));
}

void InboxList::focusInEvent(QFocusEvent *event)
{
    // Qt would make the first entry the current one without selecting it, and the Down key would pass it over.
    const bool hadCurrent = currentIndex().isValid();
    QListView::focusInEvent(event);
    if (!hadCurrent)
        selectionModel()->clearCurrentIndex();
}

QModelIndex InboxList::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int rows = m_model.rowCount();
    if (action == MoveHome || !currentIndex().isValid())
        return firstEntryFrom(0, 1);
    if (action == MoveEnd)
        return firstEntryFrom(rows - 1, -1);
    if (action == MoveUp || action == MovePrevious || action == MoveDown || action == MoveNext) {
        const int step = action == MoveUp || action == MovePrevious ? -1 : 1;
        const QModelIndex next = firstEntryFrom(currentIndex().row() + step, step);
        return next.isValid() ? next : currentIndex();
    }
    return QListView::moveCursor(action, modifiers);
}

QModelIndex InboxList::firstEntryFrom(int row, int step) const
{
    for (; row >= 0 && row < m_model.rowCount(); row += step) {
        if (!m_model.isHeading(row))
            return m_model.index(row);
    }
    return {};
}

void InboxList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    if (!m_isRestoring)
        Q_EMIT selectionEdited();
}

void InboxList::remember()
{
    m_isRestoring = true;
    m_selected = selectedIds();
    m_current = currentIndex().isValid() ? m_model.idAt(currentIndex().row()) : 0;
    m_top = 0;
    QModelIndex top = indexAt({viewport()->width() / 2, 0});
    if (top.isValid() && m_model.isHeading(top.row()))
        top = firstEntryFrom(top.row(), 1);
    if (verticalScrollBar()->value() > 0 && top.isValid()) {
        m_top = m_model.idAt(top.row());
        m_topOffset = visualRect(top).top();
    }
}

void InboxList::restore()
{
    QItemSelection selection;
    for (const EntryId id : m_selected) {
        if (const int row = m_model.rowOf(id); row >= 0)
            selection.select(m_model.index(row), m_model.index(row));
    }
    const int current = m_model.rowOf(m_current);
    {
        const QSignalBlocker quiet(verticalScrollBar());
        selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
        selectionModel()->setCurrentIndex(m_model.index(current), QItemSelectionModel::NoUpdate);
    }
    executeDelayedItemsLayout();
    if (const int top = m_model.rowOf(m_top); top >= 0) {
        QScrollBar *bar = verticalScrollBar();
        bar->setValue(bar->value() + visualRect(m_model.index(top)).top() - m_topOffset);
    } else {
        scrollToTop();
    }
    m_isRestoring = false;
    if (selectedIds() != m_selected)
        Q_EMIT selectionEdited();
}

} // namespace jarchi::ui

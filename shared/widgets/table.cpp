// SPDX-License-Identifier: MIT
#include "widgets/table.h"

#include "widgets/format.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QStyledItemDelegate>

#include <algorithm>

namespace jarchi::widgets {

namespace {

class IsolatingDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QString displayText(const QVariant &value, const QLocale &locale) const override
    {
        return isolated(QStyledItemDelegate::displayText(value, locale));
    }
};

} // namespace

Table::Table(QWidget *parent)
    : QTableView(parent)
{
    setItemDelegate(new IsolatingDelegate(this));
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    setTextElideMode(Qt::ElideRight);
    setTabKeyNavigation(false); // Tab goes on to the next control.
    setFrameShape(QFrame::StyledPanel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 14);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    connect(this, &QTableView::activated, this, [this](const QModelIndex &index) { Q_EMIT rowActivated(index.row()); });
}

void Table::setColumns(const QList<int> &characters, int stretched)
{
    for (int column = 0; column < characters.size(); ++column) {
        setColumnWidth(column, characters.at(column) * fontMetrics().averageCharWidth() + 16);
    }
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
    horizontalHeader()->setMinimumSectionSize(6 * fontMetrics().averageCharWidth());
}

QByteArray Table::columnState() const
{
    return horizontalHeader()->saveState();
}

void Table::restoreColumns(const QByteArray &state)
{
    if (!state.isEmpty()) {
        horizontalHeader()->restoreState(state);
    }
}

QList<int> Table::selectedRows() const
{
    QList<int> rows;
    if (selectionModel() != nullptr) {
        for (const QModelIndex &index : selectionModel()->selectedRows()) {
            rows.append(index.row());
        }
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

void Table::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Delete)) {
        Q_EMIT removalRequested();
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace jarchi::widgets

// SPDX-License-Identifier: MIT
#include "gui/table.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QProxyStyle>

#include <algorithm>

namespace jarchi::gui {

namespace {

/// Room at both sides of a cell's text, which Fusion leaves next to none.
class RoomyStyle : public QProxyStyle
{
public:
    using QProxyStyle::QProxyStyle;

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        switch (metric) {
        case PM_FocusFrameHMargin:
            return 8;
        case PM_HeaderMargin:
            return 8;
        default:
            return QProxyStyle::pixelMetric(metric, option, widget);
        }
    }
};

} // namespace

Table::Table(QWidget *parent)
    : QTableView(parent)
{
    auto *style = new RoomyStyle(QApplication::style()->name());
    style->setParent(this); // A widget does not own its style.
    setStyle(style);
    horizontalHeader()->setStyle(style);
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

} // namespace jarchi::gui

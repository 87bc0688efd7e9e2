// SPDX-License-Identifier: MIT
#pragma once

#include "inbox/entry.h"

#include <QStyledItemDelegate>

namespace jarchi::ui {

class InboxModel;

/// Paints the rows of the inbox: a day's heading, or an entry in two lines. From right to left where the window is, and
/// each text in its own direction. Owned by its view; main thread.
class InboxDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// `model` outlives this.
    InboxDelegate(const InboxModel &model, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    static void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QString &text);
    static void paintEntry(QPainter &painter, const QStyleOptionViewItem &option, const inbox::Entry &entry);
    static void paintBackground(QPainter &painter, const QStyleOptionViewItem &option);

    const InboxModel &m_model;
};

} // namespace jarchi::ui

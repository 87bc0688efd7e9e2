// SPDX-License-Identifier: MIT
#pragma once

#include "engine/snapshot.h"

#include <QAbstractTableModel>

namespace jarchi::gui {

/// Who is connected. It takes a whole snapshot at a time and tells the view once, so that ten thousand connections that
/// all change at once cost one repaint of what is in sight. Sorts itself, for the same reason.
class ConnectionsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Account, Device, Address, Since, State, Unacknowledged, Waiting, ColumnCount };

    explicit ConnectionsModel(QObject *parent = nullptr);

    void update(const QList<engine::ConnectionInfo> &connections);
    [[nodiscard]] const engine::ConnectionInfo &connection(int row) const { return m_connections.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    [[nodiscard]] QString text(const engine::ConnectionInfo &connection, int column) const;
    void sortList(QList<engine::ConnectionInfo> &connections) const;

    QList<engine::ConnectionInfo> m_connections;
    int m_sortColumn = Since;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace jarchi::gui

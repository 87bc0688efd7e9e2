// SPDX-License-Identifier: MIT
#include "gui/connections_model.h"

#include "widgets/format.h"

#include <QHash>
#include <QLocale>

#include <algorithm>

namespace jarchi::gui {

using namespace Qt::StringLiterals;
using namespace widgets;
using engine::ConnectionInfo;

namespace {

/// Below zero, zero or above it, as `left` comes before `right`, beside it or after it.
int compare(const ConnectionInfo &left, const ConnectionInfo &right, int column)
{
    const auto order = [](const auto &one, const auto &other) { return one < other ? -1 : other < one ? 1 : 0; };
    switch (column) {
    case ConnectionsModel::Account:
        return QString::compare(left.account, right.account, Qt::CaseInsensitive);
    case ConnectionsModel::Device:
        return QString::compare(left.device, right.device, Qt::CaseInsensitive);
    case ConnectionsModel::Address:
        return QString::compare(left.peer, right.peer);
    case ConnectionsModel::State:
        return order(left.live, right.live);
    case ConnectionsModel::Unacknowledged:
        return order(left.unacknowledged, right.unacknowledged);
    case ConnectionsModel::Waiting:
        return order(left.waitingBytes, right.waitingBytes);
    default:
        return 0; // Ids rise with time.
    }
}

bool isNumber(int column)
{
    return column == ConnectionsModel::Unacknowledged || column == ConnectionsModel::Waiting;
}

} // namespace

ConnectionsModel::ConnectionsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ConnectionsModel::update(const QList<ConnectionInfo> &connections)
{
    QList<ConnectionInfo> sorted = connections;
    sortList(sorted);
    const bool sameRows =
        std::equal(sorted.cbegin(), sorted.cend(), m_connections.cbegin(), m_connections.cend(),
                   [](const ConnectionInfo &one, const ConnectionInfo &other) { return one.id == other.id; });
    if (sameRows) {
        m_connections = sorted;
        if (!m_connections.isEmpty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        }
        return;
    }
    // Rows are put in or taken away at the end only, then all are laid out anew: what is selected stays selected, and
    // it costs two signals however many came and went.
    const int before = rowCount();
    const int after = static_cast<int>(sorted.size());
    QHash<net::ConnectionId, int> rows;
    rows.reserve(sorted.size());
    for (int row = 0; row < after; ++row) {
        rows.insert(sorted.at(row).id, row);
    }
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_connections.resize(after);
        endInsertRows();
    }
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList persistent = persistentIndexList();
    QModelIndexList moved;
    moved.reserve(persistent.size());
    for (const QModelIndex &old : persistent) {
        const int row = rows.value(m_connections.at(old.row()).id, -1);
        moved.append(row < 0 ? QModelIndex() : index(row, old.column()));
    }
    sorted.resize(std::max(before, after));
    m_connections = sorted;
    changePersistentIndexList(persistent, moved);
    Q_EMIT layoutChanged();
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_connections.resize(after);
        endRemoveRows();
    }
}

int ConnectionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_connections.size());
}

int ConnectionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ConnectionsModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::DisplayRole) {
        return text(m_connections.at(index.row()), index.column());
    }
    if (role == Qt::TextAlignmentRole && isNumber(index.column())) {
        return QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter);
    }
    return {};
}

QVariant ConnectionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((isNumber(section) ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Account:
        return tr("Account");
    case Device:
        return tr("Device");
    case Address:
        return tr("From");
    case Since:
        return tr("Since");
    case State:
        return tr("State");
    case Unacknowledged:
        return tr("On the way");
    case Waiting:
        return tr("Outbox");
    default:
        return {};
    }
}

void ConnectionsModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_order = order;
    update(QList<ConnectionInfo>(m_connections));
}

QString ConnectionsModel::text(const ConnectionInfo &connection, int column) const
{
    switch (column) {
    case Account:
        return connection.account.isEmpty() ? tr("not logged in") : connection.account;
    case Device:
        return connection.device;
    case Address:
        return connection.peer;
    case Since:
        return shortTime(connection.since);
    case State:
        return connection.account.isEmpty() ? QString() : connection.live ? tr("live") : tr("catching up");
    case Unacknowledged:
        return number(connection.unacknowledged);
    case Waiting:
        return connection.waitingLines == 0 ? number(0) : QLocale().formattedDataSize(connection.waitingBytes);
    default:
        return {};
    }
}

void ConnectionsModel::sortList(QList<ConnectionInfo> &connections) const
{
    const int sign = m_order == Qt::AscendingOrder ? 1 : -1;
    std::sort(connections.begin(), connections.end(),
              [this, sign](const ConnectionInfo &left, const ConnectionInfo &right) {
                  const int order = compare(left, right, m_sortColumn);
                  return order != 0 ? order * sign < 0 : (left.id < right.id) == (sign > 0);
              });
}

} // namespace jarchi::gui

// SPDX-License-Identifier: MIT
#include "gui/products_model.h"

#include "gui/server_control.h"
#include "widgets/format.h"

#include <algorithm>

namespace jarchi::gui {

using namespace Qt::StringLiterals;
using namespace widgets;

ProductsModel::ProductsModel(ServerControl &server, QObject *parent)
    : QAbstractTableModel(parent)
    , m_server(server)
    , m_readDelay(this)
{
    m_readDelay.setSingleShot(true);
    m_readDelay.setInterval(0);
    connect(&m_readDelay, &QTimer::timeout, this, &ProductsModel::readMissing);
}

void ProductsModel::search(const QString &text)
{
    m_text = text;
    refresh();
}

void ProductsModel::refresh()
{
    if (!m_server.isOpen()) {
        return;
    }
    m_server.reader().read(
        this, [text = m_text](store::Store &store) { return store.products().search(text); },
        [this, asked = ++m_asked](const Result<QList<catalog::ProductId>> &ids) {
            if (asked != m_asked) {
                return; // Somebody has typed on meanwhile.
            }
            if (!ids) {
                Q_EMIT failed(ids.error().message);
                return;
            }
            m_isReady = true;
            setIds(*ids);
            if (!m_ids.isEmpty()) {
                // What is in sight is asked for again, and so read again.
                Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
            }
            Q_EMIT searched();
        });
}

std::optional<catalog::StoredProduct> ProductsModel::product(int row) const
{
    const Kept *known = m_rows.object(m_ids.at(row));
    return known != nullptr ? std::optional(known->row.stored) : std::nullopt;
}

int ProductsModel::rowOf(catalog::ProductId id) const
{
    return static_cast<int>(m_ids.indexOf(id));
}

int ProductsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int ProductsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProductsModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::TextAlignmentRole && (index.column() == Price || index.column() == Delivered)) {
        return QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    const catalog::ProductId id = m_ids.at(index.row());
    const Kept *kept = m_rows.object(id);
    if (kept == nullptr || kept->asked != m_asked) {
        m_missing.insert(id);
        m_readDelay.start();
    }
    if (kept == nullptr) {
        return role == Qt::DisplayRole && index.column() == Name ? u"…"_s : QVariant();
    }
    if (role == Qt::ToolTipRole) {
        // Of what a narrow column may cut; a price of ten digits with the end cut off is another price.
        return index.column() <= Price ? text(kept->row, index.column()).toHtmlEscaped() : QVariant();
    }
    return text(kept->row, index.column());
}

QVariant ProductsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((section == Price || section == Delivered ? Qt::AlignTrailing : Qt::AlignLeading) |
                                   Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Name");
    case Category:
        return tr("Category");
    case Price:
        return tr("Price");
    case Added:
        return tr("Added");
    case Delivered:
        return tr("Delivered");
    default:
        return {};
    }
}

void ProductsModel::setIds(const QList<catalog::ProductId> &ids)
{
    // What usually happens is that some came, or some went, at one place: that much is told to the view. The rest of
    // the time something else was searched for.
    const auto [oldFirst, newFirst] = std::mismatch(m_ids.cbegin(), m_ids.cend(), ids.cbegin(), ids.cend());
    const qsizetype front = oldFirst - m_ids.cbegin();
    const auto oldTail = std::make_reverse_iterator(oldFirst);
    const auto newTail = std::make_reverse_iterator(newFirst);
    const auto [oldLast, newLast] = std::mismatch(m_ids.crbegin(), oldTail, ids.crbegin(), newTail);
    const qsizetype back = oldLast - m_ids.crbegin();
    const int gone = static_cast<int>(m_ids.size() - front - back);
    const int came = static_cast<int>(ids.size() - front - back);
    const int first = static_cast<int>(front);
    if (gone == 0 && came == 0) {
        return;
    }
    if (gone == 0 && !m_ids.isEmpty()) {
        beginInsertRows({}, first, first + came - 1);
        m_ids = ids;
        endInsertRows();
    } else if (came == 0) {
        beginRemoveRows({}, first, first + gone - 1);
        m_ids = ids;
        endRemoveRows();
    } else {
        beginResetModel();
        m_ids = ids;
        endResetModel();
    }
}

void ProductsModel::readMissing()
{
    QList<catalog::ProductId> ids(m_missing.cbegin(), m_missing.cend());
    m_missing.clear();
    for (qsizetype from = 0; from < ids.size(); from += RowsTogether) {
        readRows(ids.mid(from, RowsTogether));
    }
}

void ProductsModel::readRows(const QList<catalog::ProductId> &ids)
{
    m_server.reader().read(
        this, [ids](store::Store &store) { return store.products().rows(ids); },
        [this](const Result<QList<store::ProductRow>> &rows) {
            if (rows) {
                takeRows(*rows);
            } else {
                Q_EMIT failed(rows.error().message);
            }
        });
}

void ProductsModel::takeRows(const QList<store::ProductRow> &rows)
{
    bool hasChanged = false;
    for (const store::ProductRow &row : rows) {
        const Kept *known = m_rows.object(row.stored.id);
        hasChanged = hasChanged || known == nullptr || known->row != row;
        m_rows.insert(row.stored.id, new Kept{row, m_asked}); // The cache owns it.
    }
    // The view repaints what is in sight: one signal for all is less work than finding each row's place.
    if (hasChanged && !m_ids.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

QString ProductsModel::text(const store::ProductRow &row, int column) const
{
    const catalog::Product &product = row.stored.product;
    switch (column) {
    case Name:
        return product.name;
    case Category:
        return product.category;
    case Price:
        return product.price ? money(*product.price) : QString();
    case Added:
        return shortTime(row.stored.createdAt);
    case Delivered:
        return number(row.delivered);
    default:
        return {};
    }
}

} // namespace jarchi::gui

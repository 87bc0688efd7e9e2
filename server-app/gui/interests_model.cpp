// SPDX-License-Identifier: MIT
#include "gui/interests_model.h"

#include "widgets/category_box.h"
#include "widgets/format.h"
#include "widgets/price_edit.h"

#include <QLineEdit>

#include <algorithm>

namespace jarchi::gui {

using namespace Qt::StringLiterals;
using namespace widgets;

InterestsModel::InterestsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void InterestsModel::setInterests(const QList<people::Interest> &interests)
{
    if (m_interests == interests) {
        return; // Somebody may be typing in a row.
    }
    beginResetModel();
    m_interests = interests;
    endResetModel();
}

bool InterestsModel::setInterest(int row, const people::Interest &interest)
{
    if (row < 0 || row >= m_interests.size() || m_interests.at(row) == interest) {
        return true;
    }
    const auto valid = people::validated(interest);
    if (!valid) {
        Q_EMIT refused(valid.error().message);
        return false;
    }
    m_interests[row] = *valid;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT edited();
    return true;
}

void InterestsModel::add(const people::Interest &interest)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_interests.append(interest);
    endInsertRows();
    Q_EMIT edited();
}

void InterestsModel::remove(const QList<int> &rows)
{
    QList<int> falling = rows;
    std::sort(falling.begin(), falling.end(), std::greater<>());
    for (const int row : falling) {
        beginRemoveRows({}, row, row);
        m_interests.removeAt(row);
        endRemoveRows();
    }
    if (!rows.isEmpty()) {
        Q_EMIT edited();
    }
}

int InterestsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_interests.size());
}

int InterestsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant InterestsModel::data(const QModelIndex &index, int role) const
{
    const people::Interest &interest = m_interests.at(index.row());
    if (role == Qt::UserRole) {
        return index.row();
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case Category:
        return interest.category;
    case Keyword:
        return interest.keyword.isEmpty() ? tr("any") : interest.keyword;
    case Limit:
        return interest.limit ? money(*interest.limit) : tr("any");
    default:
        return {};
    }
}

QVariant InterestsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Category:
        return tr("Category");
    case Keyword:
        return tr("With the word");
    case Limit:
        return tr("Up to");
    default:
        return {};
    }
}

Qt::ItemFlags InterestsModel::flags(const QModelIndex &index) const
{
    return QAbstractTableModel::flags(index) | Qt::ItemIsEditable;
}

QWidget *InterestDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const
{
    switch (index.column()) {
    case InterestsModel::Category: {
        auto *editor = new QComboBox(parent); // The view owns its editors.
        editor->addItems(m_categories);
        return editor;
    }
    case InterestsModel::Limit: {
        auto *editor = new PriceEdit(parent);
        editor->setAutoFillBackground(true);
        return editor;
    }
    default:
        return QStyledItemDelegate::createEditor(parent, option, index);
    }
}

void InterestDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const InterestsModel *>(index.model());
    const people::Interest &interest = model->interests().at(index.row());
    if (auto *category = qobject_cast<QComboBox *>(editor)) {
        category->setCurrentText(interest.category);
    } else if (auto *limit = qobject_cast<PriceEdit *>(editor)) {
        limit->setMoney(interest.limit);
    } else if (auto *keyword = qobject_cast<QLineEdit *>(editor)) {
        keyword->setText(interest.keyword);
    }
}

void InterestDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    auto *interests = qobject_cast<InterestsModel *>(model);
    people::Interest interest = interests->interests().at(index.row());
    if (const auto *category = qobject_cast<QComboBox *>(editor)) {
        interest.category = category->currentText();
    } else if (const auto *limit = qobject_cast<PriceEdit *>(editor)) {
        const auto price = limit->money();
        if (!price) {
            Q_EMIT interests->refused(price.error().message);
            return;
        }
        interest.limit = *price;
    } else if (const auto *keyword = qobject_cast<QLineEdit *>(editor)) {
        interest.keyword = keyword->text();
    }
    interests->setInterest(index.row(), interest);
}

} // namespace jarchi::gui

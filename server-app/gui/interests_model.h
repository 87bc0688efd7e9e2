// SPDX-License-Identifier: MIT
#pragma once

#include "people/account.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

namespace jarchi::gui {

/// An account's interests, edited in place. Only what is valid is taken; why something is not comes as refused().
class InterestsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Category, Keyword, Limit, ColumnCount };

    explicit InterestsModel(QObject *parent = nullptr);

    void setInterests(const QList<people::Interest> &interests);
    [[nodiscard]] const QList<people::Interest> &interests() const { return m_interests; }
    /// Puts one into a row and says so with edited(). False, with refused(), if it is not valid.
    bool setInterest(int row, const people::Interest &interest);
    void add(const people::Interest &interest);
    void remove(const QList<int> &rows);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// Somebody changed something: interests() is what they want.
    void edited();
    void refused(const QString &why);

private:
    QList<people::Interest> m_interests;
};

/// Editors for the three columns: a category to choose, a word, a highest price.
class InterestDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setCategories(const QStringList &categories) { m_categories = categories; }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

private:
    QStringList m_categories;
};

} // namespace jarchi::gui

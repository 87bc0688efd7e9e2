// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace jarchi::database {
class Statements;
}

namespace jarchi::store {

using CategoryId = qint64;

struct CategoryAdded
{
    CategoryId id = 0;
    QString name; ///< As it is stored, which may differ in case or letter forms from what was asked for.
    bool isNew = false;
};

struct CategoryUse
{
    QString name;
    qint64 products = 0;
    qint64 accounts = 0; ///< With an interest in it.
};

/// The table `category`. Names are compared folded (base/folding.h). Store's thread.
class CategoryRepository
{
public:
    explicit CategoryRepository(database::Statements &statements);

    /// Makes the category unless there is one of that name.
    [[nodiscard]] Result<CategoryAdded> ensure(const QString &name);
    [[nodiscard]] Result<std::optional<CategoryId>> find(const QString &name);
    /// In alphabetical order.
    [[nodiscard]] Result<QStringList> all();
    /// The same with what each is used for.
    [[nodiscard]] Result<QList<CategoryUse>> use();
    /// Those that other programs inserted and ensure() has not met yet, with their names folded.
    [[nodiscard]] Result<QHash<CategoryId, QString>> unfolded();

private:
    struct Row
    {
        CategoryId id = 0;
        QString name;
        bool isFolded = false; ///< False in a row that another program inserted and ensure() has not met yet.
    };
    [[nodiscard]] Result<std::optional<Row>> findRow(const QString &name);

    database::Statements &m_statements;
};

} // namespace jarchi::store

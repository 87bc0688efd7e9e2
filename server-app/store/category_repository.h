// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"

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

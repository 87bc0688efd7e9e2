// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "catalog/product.h"

#include <QList>

namespace jarchi::database {
class Statements;
}

namespace jarchi::store {

class CategoryRepository;

struct ProductAdded
{
    catalog::ProductId id = 0;
    QString category; ///< As it is stored.
    bool categoryIsNew = false;
};

/// The table `product`. A trigger makes the notification of a product in the same transaction, whoever inserts it.
/// Store's thread.
class ProductRepository
{
public:
    ProductRepository(database::Statements &statements, CategoryRepository &categories, const Clock &clock);

    /// `product` was validated. Its category is made when it is new.
    [[nodiscard]] Result<ProductAdded> add(const catalog::Product &product);
    /// Newest first, at most `limit`.
    [[nodiscard]] Result<QList<catalog::StoredProduct>> newest(int limit);

private:
    database::Statements &m_statements;
    CategoryRepository &m_categories;
    const Clock &m_clock;
};

} // namespace jarchi::store

// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "catalog/product.h"

#include <QList>
#include <QString>

namespace jarchi::database {
class Statements;
}

namespace jarchi::store {

class CategoryRepository;
using CategoryId = qint64;

struct ProductAdded
{
    catalog::ProductId id = 0;
    QString category; ///< As it is stored.
    bool categoryIsNew = false;
    protocol::NotificationId notification = 0;
};

/// A product as a list of them shows it.
struct ProductRow
{
    catalog::StoredProduct stored;
    qint64 delivered = 0; ///< Accounts that visited its notification.

    friend bool operator==(const ProductRow &, const ProductRow &) = default;
};

/// The table `product`. A trigger makes the notification of a product in the same transaction, whoever inserts it.
/// Functions that change more than one row want a write() around them. Store's thread.
class ProductRepository
{
public:
    ProductRepository(database::Statements &statements, CategoryRepository &categories, const Clock &clock);

    /// `product` was validated. Its category is made when it is new.
    [[nodiscard]] Result<ProductAdded> add(const catalog::Product &product);
    /// Newest first, at most `limit`.
    [[nodiscard]] Result<QList<catalog::StoredProduct>> newest(int limit);

    /// Newest first: those in whose name, description or category every word of `text` is found (folded, also inside
    /// longer words); all when it is empty. Rows of other programs that were not checked yet, or set aside, are not
    /// among them.
    [[nodiscard]] Result<QList<catalog::ProductId>> search(const QString &text);
    /// In the order of `ids`, a page of them: at most some hundreds. Those that are gone, or break the rules, are left
    /// out.
    [[nodiscard]] Result<QList<ProductRow>> rows(const QList<catalog::ProductId> &ids);
    /// As many as search() finds for an empty text.
    [[nodiscard]] Result<qint64> count();

    /// Gives the product of this id the validated content, and its notification too, so that whoever has not got it yet
    /// gets the new text. Its category is made when it is new; its time stays. NotFound when it is gone.
    [[nodiscard]] Result<void> update(const catalog::StoredProduct &changed);
    /// Its notification expires now, so nobody else gets it; what was delivered stays. Returns what it was. NotFound
    /// when it is gone.
    [[nodiscard]] Result<catalog::StoredProduct> remove(catalog::ProductId id);
    /// Takes back a remove(), with the same id, time and notification. Whoever was past that notification and has not
    /// visited it gets it at the next login. Conflict when there is a product of this id.
    [[nodiscard]] Result<void> restore(const catalog::StoredProduct &product);

private:
    [[nodiscard]] Result<CategoryId> categoryOf(const catalog::Product &product);
    /// 0 when it has none.
    [[nodiscard]] Result<protocol::NotificationId> notificationOf(catalog::ProductId id);

    database::Statements &m_statements;
    CategoryRepository &m_categories;
    const Clock &m_clock;
};

} // namespace jarchi::store

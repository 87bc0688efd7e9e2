// SPDX-License-Identifier: MIT
#include "store/product_repository.h"

#include "base/folding.h"
#include "base/text_rules.h"
#include "database/statement.h"
#include "store/category_repository.h"
#include "store/row_text.h"

namespace jarchi::store {

using namespace Qt::StringLiterals;

namespace {

// The columns of product_newest.sql.
enum Column { Id, Name, Category, Price, Currency, Url, Description, CreatedAt };

/// Nothing for a row of another program that breaks the rules; its notification was set aside.
std::optional<catalog::StoredProduct> readProduct(const QSqlQuery &row)
{
    const auto name = readLine(row.value(Name), u"name"_s, limits::TitleCharacters);
    const auto category = readLine(row.value(Category), u"category"_s, limits::TitleCharacters);
    const auto price = readPrice(row.value(Price), row.value(Currency));
    const auto url = readUrl(row.value(Url));
    const auto description = readBody(row.value(Description), u"description"_s);
    const auto createdAt = readTime(row.value(CreatedAt), u"time"_s);
    if (!name || !category || !price || !url || !description || !createdAt) {
        return std::nullopt;
    }
    return catalog::StoredProduct{
        row.value(Id).toLongLong(), {*name, *category, *price, *url, *description}, *createdAt};
}

} // namespace

ProductRepository::ProductRepository(database::Statements &statements, CategoryRepository &categories,
                                     const Clock &clock)
    : m_statements(statements)
    , m_categories(categories)
    , m_clock(clock)
{
}

Result<ProductAdded> ProductRepository::add(const catalog::Product &product)
{
    const Result<CategoryAdded> category = m_categories.ensure(product.category);
    if (!category) {
        return tl::unexpected(category.error());
    }
    const auto &price = product.price;
    return m_statements
        .insert(u"product_insert"_s, {{u":name"_s, product.name},
                                      {u":category"_s, category->id},
                                      {u":price"_s, price ? QVariant(price->minor) : QVariant()},
                                      {u":currency"_s, price ? QVariant(price->currency) : QVariant()},
                                      {u":url"_s, product.url},
                                      {u":description"_s, product.description},
                                      {u":now"_s, toTimestamp(m_clock.now())},
                                      {u":search_text"_s, folded(product.name + u'\n' + product.description)}})
        .map([&category](qint64 id) {
            return ProductAdded{id, category->name, category->isNew};
        });
}

Result<QList<catalog::StoredProduct>> ProductRepository::newest(int limit)
{
    QList<catalog::StoredProduct> products;
    return m_statements
        .each(u"product_newest"_s, {{u":limit"_s, limit}},
              [&products](const QSqlQuery &row) {
                  if (const auto product = readProduct(row)) {
                      products.append(*product);
                  }
              })
        .map([&products] { return products; });
}

} // namespace jarchi::store

// SPDX-License-Identifier: MIT
#include "store/product_repository.h"

#include "base/folding.h"
#include "database/statement.h"
#include "store/category_repository.h"

#include <QCoreApplication>

namespace jarchi::store {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    JARCHI_DECLARE_SENTENCES(Store)
};

QString searchText(const catalog::Product &product)
{
    return folded(product.name + u'\n' + product.description);
}

QVariant minorOf(const catalog::Product &product)
{
    return product.price ? QVariant(product.price->minor) : QVariant();
}

QVariant currencyOf(const catalog::Product &product)
{
    return product.price ? QVariant(product.price->currency) : QVariant();
}

tl::unexpected<Error> noSuchProduct()
{
    return failure(Error::Kind::NotFound, Words::tr("There is no such product any more."));
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
    const Result<qint64> id = m_statements.insert(u"product_insert"_s, {{u":name"_s, product.name},
                                                                        {u":category"_s, category->id},
                                                                        {u":price"_s, minorOf(product)},
                                                                        {u":currency"_s, currencyOf(product)},
                                                                        {u":url"_s, product.url},
                                                                        {u":description"_s, product.description},
                                                                        {u":now"_s, toTimestamp(m_clock.now())},
                                                                        {u":search_text"_s, searchText(product)}});
    if (!id) {
        return tl::unexpected(id.error());
    }
    return notificationOf(*id).map([&](protocol::NotificationId notification) {
        return ProductAdded{*id, category->name, category->isNew, notification};
    });
}

Result<void> ProductRepository::update(const catalog::StoredProduct &changed)
{
    const catalog::Product &product = changed.product;
    const Result<CategoryId> category = categoryOf(product);
    if (!category) {
        return tl::unexpected(category.error());
    }
    const auto change = [&](const QString &statement) {
        return m_statements.change(statement, {{u":product"_s, changed.id},
                                               {u":name"_s, product.name},
                                               {u":category"_s, *category},
                                               {u":price"_s, minorOf(product)},
                                               {u":currency"_s, currencyOf(product)},
                                               {u":url"_s, product.url},
                                               {u":description"_s, product.description},
                                               {u":search_text"_s, searchText(product)}});
    };
    return change(u"product_update"_s).and_then([&](qint64 rows) -> Result<void> {
        if (rows == 0) {
            return noSuchProduct();
        }
        return change(u"product_update_notification"_s).map([](qint64) {});
    });
}

Result<catalog::StoredProduct> ProductRepository::remove(catalog::ProductId id)
{
    const Result<QList<ProductRow>> found = rows({id});
    if (!found) {
        return tl::unexpected(found.error());
    }
    if (found->isEmpty()) {
        return noSuchProduct();
    }
    return m_statements.execute(u"product_expire_notification"_s, {{u":product"_s, id}})
        .and_then([&] {
            return m_statements.execute(u"product_remove"_s, {{u":product"_s, id}});
        })
        .map([&found] { return found->first().stored; });
}

Result<void> ProductRepository::restore(const catalog::StoredProduct &product)
{
    const Result<CategoryId> category = categoryOf(product.product);
    if (!category) {
        return tl::unexpected(category.error());
    }
    const auto &[id, content, createdAt] = product;
    const Result<void> restored =
        m_statements.execute(u"product_restore"_s, {{u":product"_s, id},
                                                    {u":name"_s, content.name},
                                                    {u":category"_s, *category},
                                                    {u":price"_s, minorOf(content)},
                                                    {u":currency"_s, currencyOf(content)},
                                                    {u":url"_s, content.url},
                                                    {u":description"_s, content.description},
                                                    {u":created_at"_s, toTimestamp(createdAt)},
                                                    {u":search_text"_s, searchText(content)}});
    if (!restored && restored.error().kind == Error::Kind::Conflict) {
        return failure(Error::Kind::Conflict, Words::tr("The product “%1” is there already.").arg(content.name));
    }
    if (!restored) {
        return restored;
    }
    return notificationOf(id).and_then([this](protocol::NotificationId notification) {
        return m_statements.execute(u"product_restore_notification"_s, {{u":notification"_s, notification}})
            .and_then([&] {
                return m_statements.execute(u"account_lower_floor"_s, {{u":notification"_s, notification}});
            });
    });
}

Result<CategoryId> ProductRepository::categoryOf(const catalog::Product &product)
{
    if (product.category.isEmpty()) {
        return 0; // Everyone's, as another program may have written it.
    }
    return m_categories.ensure(product.category).map([](const CategoryAdded &category) { return category.id; });
}

Result<protocol::NotificationId> ProductRepository::notificationOf(catalog::ProductId id)
{
    return m_statements.value(u"product_notification"_s, {{u":product"_s, id}}).map([](const QVariant &found) {
        return found.toLongLong();
    });
}

} // namespace jarchi::store

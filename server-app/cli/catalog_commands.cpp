// SPDX-License-Identifier: MIT
#include "cli/command.h"

#include "cli/import.h"
#include "cli/wording.h"
#include "store/category_repository.h"
#include "store/notification_repository.h"
#include "store/product_repository.h"

using namespace Qt::StringLiterals;

namespace jarchi::cli {

namespace {

constexpr int DefaultListed = 50;
constexpr int MostListed = 1'000'000;

Result<void> addCategory(Invocation &invocation)
{
    const auto name = catalog::validatedCategory(invocation.arguments().first());
    if (!name) {
        return tl::unexpected(name.error());
    }
    return invocation.store().and_then([&](store::Store *store) {
        store::CategoryAdded added;
        return store
            ->write([&]() -> Result<void> {
                return store->categories().ensure(*name).map(
                    [&](const store::CategoryAdded &category) { added = category; });
            })
            .map([&] {
                const QString text = added.isNew ? u"added the category %1"_s : u"there is a category %1 already"_s;
                invocation.print(text.arg(added.name), QJsonObject{{u"id"_s, QString::number(added.id)},
                                                                   {u"name"_s, added.name},
                                                                   {u"is_new"_s, added.isNew}});
            });
    });
}

Result<void> listCategories(Invocation &invocation)
{
    return invocation.store()
        .and_then([](store::Store *store) { return store->categories().all(); })
        .map([&](const QStringList &names) {
            QList<QStringList> rows;
            QJsonArray objects;
            for (const QString &name : names) {
                rows.append({name});
                objects.append(QJsonObject{{u"name"_s, name}});
            }
            invocation.printList({u"CATEGORY"_s}, rows, objects,
                                 u"There are no categories yet. Adding a product makes its category."_s);
        });
}

Result<void> addProduct(Invocation &invocation)
{
    const auto price = parseOptionalMoney(invocation.value(u"price"_s), invocation.value(u"currency"_s));
    if (!price) {
        return tl::unexpected(price.error());
    }
    const auto product =
        catalog::validated(catalog::Product{invocation.value(u"name"_s), invocation.value(u"category"_s), *price,
                                            invocation.value(u"url"_s), invocation.value(u"description"_s)});
    if (!product) {
        return tl::unexpected(catalog::toError(product.error()));
    }
    return invocation.store().and_then([&](store::Store *store) {
        store::ProductAdded added;
        return store
            ->write([&]() -> Result<void> {
                return store->products().add(*product).map([&](const store::ProductAdded &result) { added = result; });
            })
            .map([&] {
                if (added.categoryIsNew) {
                    Invocation::note(u"%1 is a new category"_s.arg(added.category));
                }
                invocation.print(u"added product %1: %2 (%3)"_s.arg(added.id).arg(product->name, added.category),
                                 QJsonObject{{u"id"_s, QString::number(added.id)},
                                             {u"category"_s, added.category},
                                             {u"category_is_new"_s, added.categoryIsNew}});
            });
    });
}

Result<void> listProducts(Invocation &invocation)
{
    int limit = DefaultListed;
    if (invocation.isSet(u"limit"_s)) {
        bool isNumber = false;
        limit = invocation.value(u"limit"_s).toInt(&isNumber);
        if (!isNumber || limit < 1 || limit > MostListed) {
            return failure(
                Error::Kind::WrongUsage,
                u"\"%1\" is no value for --limit: give a whole number from 1 to %2."_s.arg(invocation.value(u"limit"_s))
                    .arg(MostListed));
        }
    }
    return invocation.store()
        .and_then([&](store::Store *store) { return store->products().newest(limit); })
        .map([&](const auto &products) {
            QList<QStringList> rows;
            QJsonArray objects;
            for (const catalog::StoredProduct &stored : products) {
                rows.append({QString::number(stored.id), whenText(stored.createdAt), stored.product.category,
                             priceText(stored.product.price), stored.product.name});
                objects.append(toJson(stored));
            }
            invocation.printList(
                {u"ID"_s, u"ADDED"_s, u"CATEGORY"_s, u"PRICE"_s, u"NAME"_s}, rows, objects,
                u"There are no products yet. Add one: jarchi-server product add --name N --category C"_s);
        });
}

Result<void> announce(Invocation &invocation)
{
    const auto announcement =
        catalog::validated(catalog::Announcement{invocation.value(u"title"_s), invocation.value(u"body"_s),
                                                 invocation.value(u"category"_s), invocation.value(u"url"_s)});
    if (!announcement) {
        return tl::unexpected(catalog::toError(announcement.error()));
    }
    return invocation.store().and_then([&](store::Store *store) {
        protocol::NotificationId id = 0;
        return store
            ->write([&]() -> Result<void> {
                return store->notifications().announce(*announcement).map([&](protocol::NotificationId added) {
                    id = added;
                });
            })
            .map([&] {
                const QString to = announcement->category.isEmpty() ? u"everyone"_s : announcement->category;
                invocation.print(u"announced to %1: %2 (notification %3)"_s.arg(to, announcement->title).arg(id),
                                 QJsonObject{{u"id"_s, QString::number(id)}});
            });
    });
}

} // namespace

QList<Command> catalogCommands()
{
    return {
        {{u"category"_s, u"add"_s}, {u"NAME"_s}, u"Add a category."_s, {}, {}, addCategory},
        {{u"category"_s, u"list"_s}, {}, u"List the categories."_s, {}, {}, listCategories},
        {{u"product"_s, u"add"_s},
         {},
         u"Add a product; everybody online who cares hears of it at once."_s,
         {{u"name"_s, u"What it is called."_s, u"N"_s},
          {u"category"_s, u"Made if it is new."_s, u"C"_s},
          {u"price"_s, u"With --currency."_s, u"599.00"_s},
          {u"currency"_s, u"ISO 4217, such as EUR."_s, u"EUR"_s},
          {u"url"_s, u"An https address."_s, u"U"_s},
          {u"description"_s, u"A few sentences."_s, u"D"_s}},
         {u"name"_s, u"category"_s},
         addProduct},
        {{u"product"_s, u"list"_s},
         {},
         u"List the newest products."_s,
         {{u"limit"_s, u"How many (default %1)."_s.arg(DefaultListed), u"N"_s}},
         {},
         listProducts},
        {{u"product"_s, u"import"_s},
         {u"FILE.csv"_s},
         u"Add products from CSV: name,category,price,currency,url,description."_s,
         {},
         {},
         importProducts},
        {{u"announce"_s},
         {},
         u"Send a message that is no product."_s,
         {{u"title"_s, u"One line."_s, u"T"_s},
          {u"body"_s, u"More, if there is more."_s, u"B"_s},
          {u"category"_s, u"Only to accounts with an interest in it; otherwise to everyone."_s, u"C"_s},
          {u"url"_s, u"An https address."_s, u"U"_s}},
         {u"title"_s},
         announce},
    };
}

} // namespace jarchi::cli

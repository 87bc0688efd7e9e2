// SPDX-License-Identifier: MIT
#include "store/product_row.h"

#include "base/text_rules.h"
#include "store/row_text.h"

#include <QSqlQuery>

namespace jarchi::store {

using namespace Qt::StringLiterals;

namespace {

enum Column { Id, Name, Category, Price, Currency, Url, Description, CreatedAt, Count };
static_assert(Count == ProductColumns);

} // namespace

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

} // namespace jarchi::store

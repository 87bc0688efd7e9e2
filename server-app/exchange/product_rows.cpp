// SPDX-License-Identifier: MIT
#include "exchange/product_rows.h"

using namespace Qt::StringLiterals;

namespace jarchi::exchange {

namespace {

// In the order of readProductHeader().
enum Column { Name, Category, Price, Currency, Url, Description };

} // namespace

Result<void> readProductHeader(CsvReader &reader)
{
    return reader.readHeader({u"name"_s, u"category"_s, u"price"_s, u"currency"_s, u"url"_s, u"description"_s},
                             {u"name"_s, u"category"_s});
}

Result<catalog::Product> toProduct(const CsvRow &row)
{
    return parseOptionalMoney(row.fields.at(Price).trimmed(), row.fields.at(Currency).trimmed())
        .and_then([&](const std::optional<Money> &price) -> Result<catalog::Product> {
            auto product = catalog::validated(catalog::Product{row.fields.at(Name), row.fields.at(Category), price,
                                                               row.fields.at(Url), row.fields.at(Description)});
            if (!product) {
                return tl::unexpected(catalog::toError(product.error()));
            }
            return *product;
        });
}

} // namespace jarchi::exchange

// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/product.h"

#include <optional>

class QSqlQuery;

namespace jarchi::store {

/// How many columns readProduct() reads; a statement's own begin behind them.
constexpr int ProductColumns = 8;

/// The product in the first columns: id, name, category's name, price, currency, url, description, time. Nothing for a
/// row of another program that breaks the rules; its notification was set aside.
[[nodiscard]] std::optional<catalog::StoredProduct> readProduct(const QSqlQuery &row);

} // namespace jarchi::store

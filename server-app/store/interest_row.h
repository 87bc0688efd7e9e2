// SPDX-License-Identifier: MIT
#pragma once

#include "people/account.h"

#include <optional>

class QSqlQuery;

namespace jarchi::store {

/// The interest in the columns from `first` on: category id, category name, keyword, highest price, currency. Nothing
/// for the rule that makes an account hear what concerns everyone, and for a row of another program that breaks the
/// rules.
[[nodiscard]] std::optional<people::Interest> readInterest(const QSqlQuery &row, int first);

} // namespace jarchi::store

// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/product.h"
#include "people/account.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

/// How things are said on the command line: to a person, and in JSON.
namespace jarchi::cli {

/// "2026-11-22 10:00" in local time, "never" when invalid.
[[nodiscard]] QString whenText(const QDateTime &time);
/// "1 product", "2 products"; `thing` has a plural in s.
[[nodiscard]] QString counted(qint64 count, const QString &thing);
/// "599.00 EUR", or nothing.
[[nodiscard]] QString priceText(const std::optional<Money> &price);
/// "Phones with "fairphone" up to 700.00 EUR"
[[nodiscard]] QString inWords(const people::Interest &interest);

[[nodiscard]] QJsonObject toJson(const people::Account &account);
[[nodiscard]] QJsonObject toJson(const people::Interest &interest);
[[nodiscard]] QJsonObject toJson(const catalog::StoredProduct &stored);

} // namespace jarchi::cli

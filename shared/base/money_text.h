// SPDX-License-Identifier: MIT
#pragma once

#include "base/money.h"

#include <QString>

/// Amounts as the reader writes them: by the default QLocale. Pure functions; any thread.
namespace jarchi {

/// "€599.00", "۵۹۹٫۰۰ €", "IRR 1,200,000". Exact for every amount: it never passes through a floating-point number.
[[nodiscard]] QString moneyText(const Money &amount);
/// What one would type to get `amount`, without its currency: "599.00", "۵۹۹٫۰۰". No grouping.
[[nodiscard]] QString amountText(const Money &amount);

} // namespace jarchi

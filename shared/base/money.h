// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace jarchi {

/// An amount in a currency's smallest unit: 59900 EUR is €599.00, 599 JPY is ¥599.
struct Money
{
    qint64 minor = 0; ///< Never negative.
    QString currency; ///< ISO 4217: three capital letters.

    friend bool operator==(const Money &, const Money &) = default;
};

/// Digits after the decimal point in `currency` (ISO 4217): 2, except for those few that have 0, 3 or 4.
[[nodiscard]] int minorDigits(QStringView currency);
/// "599", "599.9" and "599.00" with "EUR". At most minorDigits() after the point, at most 15 digits before it; no sign,
/// no grouping. Refused: anything else, with a sentence that says what is expected.
[[nodiscard]] Result<Money> parseMoney(QStringView amount, QStringView currency);
/// Both texts empty: no price. One of them empty: refused.
[[nodiscard]] Result<std::optional<Money>> parseOptionalMoney(QStringView amount, QStringView currency);
/// "599.00": always with all minor digits. What goes over the wire.
[[nodiscard]] QString toDecimal(const Money &money);

} // namespace jarchi

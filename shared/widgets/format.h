// SPDX-License-Identifier: MIT
#pragma once

#include "base/money.h"

#include <QDateTime>
#include <QString>

/// Numbers, prices and times as the reader writes them: by the locale that Language made the default, so in Persian
/// with Persian digits and in the Jalali calendar. Pure functions; any thread.
namespace jarchi::widgets {

/// "1,234,567", "۱٬۲۳۴٬۵۶۷".
[[nodiscard]] QString number(qint64 value);
/// "€599.00", "۵۹۹٫۰۰ €", "IRR 1,200,000". Exact for every amount: it never passes through a floating-point number.
[[nodiscard]] QString money(const Money &amount);
/// What one would type to get `amount`, without its currency: "599.00", "۵۹۹٫۰۰". No grouping.
[[nodiscard]] QString amountText(const Money &amount);
/// "today 14:05", "yesterday 09:30", "12 March 2026": for a column. In local time; "never" for an invalid time.
[[nodiscard]] QString shortTime(const QDateTime &time, const QDateTime &now = QDateTime::currentDateTime());
/// "Thursday, 12 March 2026, 14:05:09": for a tool tip. In local time.
[[nodiscard]] QString longTime(const QDateTime &time);
/// "Today", "Yesterday", "12 March 2026": for a heading.
[[nodiscard]] QString dayText(const QDate &day, const QDate &today);
/// "14:05". In local time.
[[nodiscard]] QString clockText(const QDateTime &time);
/// "45 seconds", "5 minutes", "3 hours, 5 minutes", "2 days, 4 hours": two units at most. Below zero counts as zero.
[[nodiscard]] QString duration(qint64 seconds);

/// Somebody's text, to be put beside or into ours: if it runs the other way than the window, it is isolated (UAX #9),
/// so that its quotes and digits stay where they belong.
[[nodiscard]] QString isolated(const QString &text);

} // namespace jarchi::widgets

// SPDX-License-Identifier: MIT
#include "store/interest_row.h"

#include "store/row_text.h"

#include <QSqlQuery>

namespace jarchi::store {

using namespace Qt::StringLiterals;

std::optional<people::Interest> readInterest(const QSqlQuery &row, int first)
{
    if (row.value(first).toLongLong() == 0) {
        return std::nullopt;
    }
    const auto category = readLine(row.value(first + 1), u"category"_s, limits::TitleCharacters);
    const auto keyword = readLine(row.value(first + 2), u"keyword"_s, limits::NameCharacters);
    const auto limit = readPrice(row.value(first + 3), row.value(first + 4));
    if (!category || !keyword || !limit) {
        return std::nullopt;
    }
    return people::Interest{0, *category, *keyword, *limit};
}

} // namespace jarchi::store

// SPDX-License-Identifier: MIT
#include "exchange/row_batch.h"

#include "store/store.h"

#include <utility>

namespace jarchi::exchange {

RowBatch readBatch(CsvReader &reader, qsizetype most)
{
    RowBatch batch;
    while (static_cast<qsizetype>(batch.rows.size()) < most) {
        auto row = reader.next();
        if (!row || !*row) {
            batch.atEnd = true;
            batch.readable = row ? Result<void>() : tl::unexpected(row.error());
            break;
        }
        batch.rows.push_back(std::move(**row));
    }
    return batch;
}

Result<QList<RefusedRow>> addRows(store::Store &store, const std::vector<CsvRow> &rows, const AddRow &add)
{
    QList<RefusedRow> refusedRows;
    for (const CsvRow &row : rows) {
        const auto added = row.fault.isEmpty() ? store.savepoint([&] { return add(store, row); }) : refused(row.fault);
        if (added) {
            continue;
        }
        const auto kind = added.error().kind;
        if (kind == Error::Kind::Unavailable || kind == Error::Kind::Broken) {
            return tl::unexpected(added.error());
        }
        refusedRows.append({row.line, added.error().message});
    }
    return refusedRows;
}

} // namespace jarchi::exchange

// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "exchange/csv_reader.h"

#include <QList>
#include <QString>

#include <functional>
#include <vector>

namespace jarchi::store {
class Store;
}

/// Many rows of a file go into the database in batches: a transaction to each batch, so an interruption leaves whole
/// ones, and a savepoint to each row, so a bad one costs only itself.
namespace jarchi::exchange {

struct RefusedRow
{
    qint64 line = 0; ///< Where the row begins in the file, counted from 1.
    QString reason;
};

struct RowBatch
{
    std::vector<CsvRow> rows;
    bool atEnd = false;    ///< There is nothing after these.
    Result<void> readable; ///< Why what comes after these cannot be read, if so; then this is the end, too.
};

/// The next rows, at most `most`.
[[nodiscard]] RowBatch readBatch(CsvReader &reader, qsizetype most);

/// Adds one row, inside a savepoint.
using AddRow = std::function<Result<void>(store::Store &, const CsvRow &)>;

/// Adds the rows inside the caller's transaction, and returns those that were refused. An error (the disk is full, the
/// database locked) is no row's fault: then none of them is to be kept. Store's thread.
[[nodiscard]] Result<QList<RefusedRow>> addRows(store::Store &store, const std::vector<CsvRow> &rows,
                                                const AddRow &add);

} // namespace jarchi::exchange

// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "catalog/product.h"
#include "exchange/csv_reader.h"

/// How a product stands in a file: one row, by these columns.
namespace jarchi::exchange {

/// Finds the columns of products in the file's header. Refused as CsvReader::readHeader() does.
[[nodiscard]] Result<void> readProductHeader(CsvReader &reader);

/// The validated product of a row without a fault, after readProductHeader().
[[nodiscard]] Result<catalog::Product> toProduct(const CsvRow &row);

} // namespace jarchi::exchange

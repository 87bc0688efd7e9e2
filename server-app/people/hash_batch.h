// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace jarchi::people {

/// Accounts that are added together, from a file: each costs a hash, so an interruption is heard within a second or
/// two.
constexpr qsizetype HashBatch = 64;

/// The hash of each password, in their order, computed on all cores; waits for them. An empty password has an empty
/// hash: none. Any thread.
[[nodiscard]] std::vector<Result<QByteArray>> hashPasswords(const QStringList &passwords);

} // namespace jarchi::people

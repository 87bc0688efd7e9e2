// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/product.h"
#include "engine/config.h"
#include "people/account.h"
#include "store/store.h"

#include <QStringList>

#include <memory>

namespace jarchi::bench {

/// What the benchmarks fill their databases with.
inline constexpr auto Category = "Phones";

/// A new database, or the one that is there, opened in this thread.
[[nodiscard]] std::unique_ptr<store::Store> openStore(const QString &path);

/// Accounts named user-1 and on, each with a device token and interested in the category: their tokens.
QStringList addAccounts(store::Store &store, int count);

/// What those who got one by givePasswords() log in with.
inline constexpr auto Password = "secret";
/// Lets the first `count` accounts log in with Password.
void givePasswords(store::Store &store, int count);
/// In what user-`number` alone is interested in, after giveOwnCategories().
[[nodiscard]] QString ownCategory(int number);
/// Makes a category for each of the first `count` accounts.
void giveOwnCategories(store::Store &store, int count);

/// Products that differ, of the length of real ones, in the category.
[[nodiscard]] catalog::Product product(int number);
/// What `jarchi-server` is told to add a product.
[[nodiscard]] QStringList addArguments(const QString &database, const catalog::Product &product);
/// The statement that inserts the same row as the server does when it adds product(number).
[[nodiscard]] QByteArray insertStatement(int number);

/// A server on a free port of 127.0.0.1.
[[nodiscard]] engine::Config serverConfig(const QString &database);

} // namespace jarchi::bench

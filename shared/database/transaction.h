// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "database/connection.h"

#include <functional>

namespace jarchi::database {

/// A write transaction that is rolled back unless it is committed. Lives in its connection's thread, on the stack.
///
/// BEGIN IMMEDIATE: Qt's own transaction() is deferred, and a deferred one that wants to write after another
/// connection wrote fails at once, whatever the busy time-out.
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction> begin(const Connection &connection);

    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(const Connection &connection);

    const Connection *m_connection; ///< Null when there is nothing left to roll back.
};

/// Runs `work` inside the open transaction so that its changes go alone if it fails, and those before it stay.
[[nodiscard]] Result<void> withSavepoint(const Connection &connection, const std::function<Result<void>()> &work);

} // namespace jarchi::database

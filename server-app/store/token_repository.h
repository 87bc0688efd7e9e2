// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "people/account.h"

#include <QByteArray>

#include <optional>

namespace jarchi::database {
class Statements;
}

namespace jarchi::store {

/// The table `device_token`: only hashes are kept. Store's thread.
class TokenRepository
{
public:
    static constexpr int MostForAccount = 32; ///< Beyond it the one unused for longest goes.

    TokenRepository(database::Statements &statements, const Clock &clock);

    [[nodiscard]] Result<void> add(people::AccountId account, const QByteArray &tokenHash, const QString &device);
    /// The account that the token logs in; notes that the token was used.
    [[nodiscard]] Result<std::optional<people::AccountId>> use(const QByteArray &tokenHash);
    [[nodiscard]] Result<void> remove(const QByteArray &tokenHash);

private:
    database::Statements &m_statements;
    const Clock &m_clock;
};

} // namespace jarchi::store

// SPDX-License-Identifier: MIT
#include "store/token_repository.h"

#include "database/statement.h"

namespace jarchi::store {

using namespace Qt::StringLiterals;

TokenRepository::TokenRepository(database::Statements &statements, const Clock &clock)
    : m_statements(statements)
    , m_clock(clock)
{
}

Result<void> TokenRepository::add(people::AccountId account, const QByteArray &tokenHash, const QString &device)
{
    // Before the insertion, so that the new one is not the one to go when several are equally old.
    return m_statements.execute(u"token_make_room"_s, {{u":account"_s, account}, {u":keep"_s, MostForAccount - 1}})
        .and_then([&] {
            return m_statements.execute(u"token_insert"_s, {{u":token_hash"_s, tokenHash},
                                                            {u":account"_s, account},
                                                            {u":device"_s, device},
                                                            {u":now"_s, toTimestamp(m_clock.now())}});
        });
}

Result<std::optional<people::AccountId>> TokenRepository::use(const QByteArray &tokenHash)
{
    const Result<QVariant> account = m_statements.value(u"token_find"_s, {{u":token_hash"_s, tokenHash}});
    if (!account) {
        return tl::unexpected(account.error());
    }
    if (!account->isValid()) {
        return std::nullopt;
    }
    return m_statements
        .execute(u"token_touch"_s, {{u":token_hash"_s, tokenHash}, {u":now"_s, toTimestamp(m_clock.now())}})
        .map([&account] { return std::optional<people::AccountId>(account->toLongLong()); });
}

Result<void> TokenRepository::remove(const QByteArray &tokenHash)
{
    return m_statements.execute(u"token_remove"_s, {{u":token_hash"_s, tokenHash}});
}

} // namespace jarchi::store

// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "people/account.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QStringList>

#include <optional>

namespace jarchi::database {
class Statements;
}

namespace jarchi::store {

struct Credentials
{
    people::Account account;
    QByteArray passwordHash; ///< Empty: none is set, so nobody can log in with one.
};

struct AccountOverview
{
    people::Account account;
    QStringList interests; ///< Names of categories, alphabetical, each once.
};

/// The table `account`. Store's thread.
class AccountRepository
{
public:
    AccountRepository(database::Statements &statements, const Clock &clock);

    /// Conflict when the name is taken. What was announced before an account existed does not concern it: its floor is
    /// the newest notification.
    [[nodiscard]] Result<people::AccountId> add(const QString &name, const QString &displayName,
                                                const QByteArray &passwordHash);
    [[nodiscard]] Result<QList<people::Account>> all();
    /// Alphabetical: those in whose names every word of `text` is found (folded), all when it is empty.
    [[nodiscard]] Result<QList<AccountOverview>> overview(const QString &text = {});
    /// NotFound when there is none of that name, in any case (of ASCII) and Unicode form.
    [[nodiscard]] Result<people::Account> find(const QString &name);
    [[nodiscard]] Result<std::optional<Credentials>> credentials(const QString &name);
    [[nodiscard]] Result<std::optional<Credentials>> credentials(people::AccountId account);
    /// Also forgets the account's device tokens, so that whoever had the old password is out.
    [[nodiscard]] Result<void> setPasswordHash(people::AccountId account, const QByteArray &passwordHash);
    /// `displayName` was validated. NotFound when the account is gone.
    [[nodiscard]] Result<void> setDisplayName(people::AccountId account, const QString &displayName);
    [[nodiscard]] Result<void> remove(people::AccountId account);
    /// It was seen just now.
    [[nodiscard]] Result<void> touch(people::AccountId account);
    /// How often this object was asked to set a password or to remove an account: sessions may have to end.
    [[nodiscard]] quint64 revocations() const { return m_revocations; }

private:
    [[nodiscard]] Result<QHash<people::AccountId, QStringList>> followedCategories();

    database::Statements &m_statements;
    const Clock &m_clock;
    quint64 m_revocations = 0;
};

} // namespace jarchi::store

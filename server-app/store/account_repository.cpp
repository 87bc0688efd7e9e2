// SPDX-License-Identifier: MIT
#include "store/account_repository.h"

#include "base/folding.h"
#include "base/search_words.h"
#include "base/text_rules.h"
#include "database/statement.h"
#include "store/row_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace jarchi::store {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    JARCHI_DECLARE_SENTENCES(Store)
};

// The columns of account_all.sql, account_find.sql and account_find_by_id.sql.
enum Column { Id, Name, DisplayName, HasPassword, CreatedAt, LastSeenAt, PasswordHash };

/// Nothing for a row of another program whose name breaks the rules.
std::optional<people::Account> readAccount(const QSqlQuery &row)
{
    const auto name = readLine(row.value(Name), u"name"_s, limits::NameCharacters);
    const auto displayName = readLine(row.value(DisplayName), u"name"_s, limits::NameCharacters);
    if (!name || name->isEmpty()) {
        return std::nullopt;
    }
    people::Account account;
    account.id = row.value(Id).toLongLong();
    account.name = *name;
    account.displayName = displayName && !displayName->isEmpty() ? *displayName : *name;
    account.hasPassword = row.value(HasPassword).toBool();
    account.createdAt = fromTimestamp(row.value(CreatedAt).toString());
    account.lastSeenAt = fromTimestamp(row.value(LastSeenAt).toString());
    return account;
}

std::optional<Credentials> readCredentials(const QSqlQuery &row)
{
    const auto account = readAccount(row);
    return account ? std::optional(Credentials{*account, row.value(PasswordHash).toString().toLatin1()}) : std::nullopt;
}

QVariant hashOrNull(const QByteArray &passwordHash)
{
    return passwordHash.isEmpty() ? QVariant() : QVariant(QString::fromLatin1(passwordHash));
}

tl::unexpected<Error> isTaken(const QString &name)
{
    return failure(Error::Kind::Conflict, Words::tr("There is a user “%1” already: choose another name.").arg(name));
}

tl::unexpected<Error> noSuchAccount()
{
    return failure(Error::Kind::NotFound, Words::tr("There is no such user any more."));
}

/// For what changes one row by its id.
Result<void> oneAccount(qint64 changed)
{
    if (changed == 0) {
        return noSuchAccount();
    }
    return {};
}

} // namespace

AccountRepository::AccountRepository(database::Statements &statements, const Clock &clock)
    : m_statements(statements)
    , m_clock(clock)
{
}

Result<people::AccountId> AccountRepository::add(const QString &name, const QString &displayName,
                                                 const QByteArray &passwordHash)
{
    // The table itself does not know that two Unicode forms are one name.
    const Result<std::optional<Credentials>> same = credentials(name);
    if (!same || *same) {
        return same ? isTaken(name) : tl::unexpected(same.error());
    }
    Result<people::AccountId> added =
        m_statements.insert(u"account_insert"_s, {
                                                     {u":name"_s, name},
                                                     {u":display_name"_s, displayName},
                                                     {u":password_hash"_s, hashOrNull(passwordHash)},
                                                     {u":now"_s, toTimestamp(m_clock.now())},
                                                 });
    if (!added && added.error().kind == Error::Kind::Conflict) {
        return isTaken(name);
    }
    return added;
}

Result<QList<people::Account>> AccountRepository::all()
{
    QList<people::Account> accounts;
    return m_statements
        .each(u"account_all"_s, {},
              [&accounts](const QSqlQuery &row) {
                  if (const auto account = readAccount(row)) {
                      accounts.append(*account);
                  }
              })
        .map([&accounts] { return accounts; });
}

Result<QList<AccountOverview>> AccountRepository::overview(const QString &text)
{
    const Result<QList<people::Account>> accounts = all();
    Result<QHash<people::AccountId, QStringList>> categories = followedCategories();
    if (!accounts || !categories) {
        return tl::unexpected(accounts ? categories.error() : accounts.error());
    }
    const QStringList words = searchWords(text);
    QList<std::pair<QString, AccountOverview>> found;
    for (const people::Account &account : *accounts) {
        const QString names = folded(account.name) + u'\n' + folded(account.displayName);
        const auto isIn = [&names](const QString &word) { return names.contains(word); };
        if (std::all_of(words.begin(), words.end(), isIn)) {
            found.append({names, {account, categories->take(account.id)}});
        }
    }
    std::sort(found.begin(), found.end(), [](const auto &one, const auto &other) { return one.first < other.first; });
    QList<AccountOverview> sorted;
    for (const auto &[names, account] : found) {
        sorted.append(account);
    }
    return sorted;
}

Result<QHash<people::AccountId, QStringList>> AccountRepository::followedCategories()
{
    QHash<people::AccountId, QStringList> categories;
    const Result<void> read = m_statements.each(u"account_interests"_s, {}, [&categories](const QSqlQuery &row) {
        if (const auto name = readLine(row.value(1), u"name"_s, limits::TitleCharacters); name && !name->isEmpty()) {
            categories[row.value(0).toLongLong()].append(*name);
        }
    });
    if (!read) {
        return tl::unexpected(read.error());
    }
    for (QStringList &names : categories) {
        std::sort(names.begin(), names.end(), [](const QString &one, const QString &other) {
            return std::pair(folded(one), one) < std::pair(folded(other), other);
        });
    }
    return categories;
}

Result<people::Account> AccountRepository::find(const QString &name)
{
    return credentials(name).and_then([&name](const std::optional<Credentials> &found) -> Result<people::Account> {
        if (!found) {
            return failure(Error::Kind::NotFound, Words::tr("There is no user “%1”.").arg(name));
        }
        return found->account;
    });
}

Result<std::optional<Credentials>> AccountRepository::credentials(const QString &name)
{
    std::optional<Credentials> found;
    return m_statements
        .each(u"account_find"_s,
              {{u":name"_s, name},
               {u":composed"_s, name.normalized(QString::NormalizationForm_C)},
               {u":decomposed"_s, name.normalized(QString::NormalizationForm_D)},
               {u":exact_name"_s, name}},
              [&found](const QSqlQuery &row) { found = readCredentials(row); })
        .map([&found] { return found; });
}

Result<std::optional<Credentials>> AccountRepository::credentials(people::AccountId account)
{
    std::optional<Credentials> found;
    return m_statements
        .each(u"account_find_by_id"_s, {{u":account"_s, account}},
              [&found](const QSqlQuery &row) { found = readCredentials(row); })
        .map([&found] { return found; });
}

Result<void> AccountRepository::setPasswordHash(people::AccountId account, const QByteArray &passwordHash)
{
    ++m_revocations;
    const Result<qint64> changed = m_statements.change(
        u"account_set_password"_s, {{u":account"_s, account}, {u":password_hash"_s, hashOrNull(passwordHash)}});
    if (!changed) {
        return tl::unexpected(changed.error());
    }
    if (*changed == 0) {
        return noSuchAccount();
    }
    return m_statements.execute(u"token_remove_all"_s, {{u":account"_s, account}});
}

Result<void> AccountRepository::setDisplayName(people::AccountId account, const QString &displayName)
{
    return m_statements
        .change(u"account_set_display_name"_s, {{u":account"_s, account}, {u":display_name"_s, displayName}})
        .and_then(oneAccount);
}

Result<void> AccountRepository::remove(people::AccountId account)
{
    ++m_revocations;
    return m_statements.change(u"account_remove"_s, {{u":account"_s, account}}).and_then(oneAccount);
}

Result<void> AccountRepository::touch(people::AccountId account)
{
    return m_statements.execute(u"account_touch"_s,
                                {{u":account"_s, account}, {u":now"_s, toTimestamp(m_clock.now())}});
}

} // namespace jarchi::store

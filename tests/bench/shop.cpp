// SPDX-License-Identifier: MIT
#include "shop.h"

#include "base/clock.h"
#include "base/folding.h"
#include "benchmark.h"
#include "people/device_token.h"
#include "people/password_hasher.h"
#include "store/account_repository.h"
#include "store/category_repository.h"
#include "store/interest_repository.h"
#include "store/token_repository.h"

namespace jarchi::bench {

using namespace Qt::StringLiterals;

namespace {

Result<QString> addAccount(store::Store &store, int number)
{
    const QString token = people::makeToken();
    people::Interest interest;
    interest.category = QString::fromLatin1(Category);
    return store.accounts()
        .add(u"user-%1"_s.arg(number), u"User %1"_s.arg(number), {})
        .and_then([&](people::AccountId account) {
            return store.interests().add(account, interest).and_then([&](people::InterestId) {
                return store.tokens().add(account, people::hashToken(token), u"bench"_s);
            });
        })
        .map([&token] { return token; });
}

} // namespace

std::unique_ptr<store::Store> openStore(const QString &path)
{
    static const SystemClock clock;
    return valueOf(store::Store::open({path, true, true}, clock));
}

QStringList addAccounts(store::Store &store, int count)
{
    QStringList tokens;
    valueOf(store.write([&]() -> Result<void> {
        if (const auto category = store.categories().ensure(QString::fromLatin1(Category)); !category) {
            return tl::unexpected(category.error());
        }
        for (int number = 1; number <= count; ++number) {
            const Result<QString> token = addAccount(store, number);
            if (!token) {
                return tl::unexpected(token.error());
            }
            tokens.append(*token);
        }
        return {};
    }));
    return tokens;
}

void givePasswords(store::Store &store, int count)
{
    const QByteArray hash = valueOf(people::hashPassword(QString::fromLatin1(Password)));
    for (int number = 1; number <= count; ++number) {
        const auto account = valueOf(store.accounts().find(u"user-%1"_s.arg(number)));
        valueOf(store.write([&] { return store.accounts().setPasswordHash(account.id, hash); }));
    }
}

QString ownCategory(int number)
{
    return u"Phones of user-%1"_s.arg(number);
}

void giveOwnCategories(store::Store &store, int count)
{
    for (int number = 1; number <= count; ++number) {
        const auto account = valueOf(store.accounts().find(u"user-%1"_s.arg(number)));
        people::Interest interest;
        interest.category = ownCategory(number);
        valueOf(store.write([&]() -> Result<void> {
            if (const auto category = store.categories().ensure(interest.category); !category) {
                return tl::unexpected(category.error());
            }
            return store.interests().add(account.id, interest).map([](people::InterestId) {});
        }));
    }
}

catalog::Product product(int number)
{
    return {u"Fairphone %1"_s.arg(number), QString::fromLatin1(Category), Money{59900, u"EUR"_s},
            u"https://shop.example/products/%1"_s.arg(number),
            u"Repairable, with updates for years and a battery that comes out."_s};
}

QStringList addArguments(const QString &database, const catalog::Product &product)
{
    return {u"--database"_s, database,         u"product"_s,       u"add"_s,           u"--name"_s,     product.name,
            u"--category"_s, product.category, u"--price"_s,       u"599.00"_s,        u"--currency"_s, u"EUR"_s,
            u"--url"_s,      product.url,      u"--description"_s, product.description};
}

QByteArray insertStatement(int number)
{
    const catalog::Product row = product(number);
    const QString searchText = folded(row.name + u'\n' + row.description);
    return u"INSERT INTO product (name, category_id, price_minor, currency, url, description, created_at, search_text) "
           "VALUES ('%1', (SELECT id FROM category WHERE folded_name = 'phones'), 59900, 'EUR', '%2', '%3', '%4', '%5');\n"_s
               .arg(row.name, row.url, row.description, u"2026-11-22T09:00:00Z"_s, searchText)
               .toUtf8();
}

engine::Config serverConfig(const QString &database)
{
    engine::Config config;
    config.database = database;
    config.listen = {u"127.0.0.1"_s};
    config.port = 0;
    return config;
}

} // namespace jarchi::bench

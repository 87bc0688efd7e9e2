// SPDX-License-Identifier: MIT
#include "cli/command.h"

#include "cli/wording.h"
#include "store/account_repository.h"
#include "store/interest_repository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jarchi::cli {

namespace {

Result<void> add(Invocation &invocation)
{
    const QString name = invocation.arguments().first();
    const auto limit = parseOptionalMoney(invocation.value(u"max-price"_s), invocation.value(u"currency"_s));
    if (!limit) {
        return tl::unexpected(limit.error());
    }
    const auto interest =
        people::validated({0, invocation.value(u"category"_s), invocation.value(u"keyword"_s), *limit});
    if (!interest) {
        return tl::unexpected(interest.error());
    }
    const auto store = invocation.store();
    if (!store) {
        return tl::unexpected(store.error());
    }
    people::Interest added = *interest;
    bool isNew = true;
    return (*store)
        ->write([&]() -> Result<void> {
            const auto account = (*store)->accounts().find(name);
            const auto before =
                account.and_then([&](const people::Account &found) { return (*store)->interests().all(found.id); });
            if (!before) {
                return tl::unexpected(before.error());
            }
            return (*store)->interests().add(account->id, *interest).map([&](people::InterestId id) {
                added.id = id;
                isNew = std::none_of(before->cbegin(), before->cend(),
                                     [id](const people::Interest &earlier) { return earlier.id == id; });
            });
        })
        .map([&] {
            const QString text =
                isNew ? u"%1 hears of %2 from now on (interest %3)"_s : u"%1 hears of %2 already (interest %3)"_s;
            QJsonObject object = toJson(added);
            object.insert(u"is_new"_s, isNew);
            invocation.print(text.arg(name, inWords(added)).arg(added.id), object);
        });
}

Result<void> list(Invocation &invocation)
{
    const QString name = invocation.arguments().first();
    return invocation.store()
        .and_then([&](store::Store *store) {
            return store->accounts().find(name).and_then(
                [&](const people::Account &account) { return store->interests().all(account.id); });
        })
        .map([&](const QList<people::Interest> &interests) {
            QList<QStringList> rows;
            QJsonArray objects;
            for (const people::Interest &interest : interests) {
                rows.append(
                    {QString::number(interest.id), interest.category, interest.keyword, priceText(interest.limit)});
                objects.append(toJson(interest));
            }
            invocation.printList(
                {u"ID"_s, u"CATEGORY"_s, u"KEYWORD"_s, u"UP TO"_s}, rows, objects,
                u"%1 has no interests yet. Add one: jarchi-server interest add %1 --category CATEGORY"_s.arg(name));
        });
}

Result<void> remove(Invocation &invocation)
{
    const QString name = invocation.arguments().at(0);
    bool isNumber = false;
    const people::InterestId id = invocation.arguments().at(1).toLongLong(&isNumber);
    if (!isNumber) {
        return failure(Error::Kind::WrongUsage, u"\"%1\" is no number. interest list %2 shows the ids."_s.arg(
                                                    invocation.arguments().at(1), name));
    }
    return invocation.store()
        .and_then([&](store::Store *store) {
            return store->write([&] {
                return store->accounts().find(name).and_then(
                    [&](const people::Account &account) { return store->interests().remove(account.id, id); });
            });
        })
        .map([&] {
            invocation.print(u"removed interest %1 of %2"_s.arg(id).arg(name),
                             QJsonObject{{u"id"_s, QString::number(id)}});
        });
}

} // namespace

QList<Command> interestCommands()
{
    return {
        {{u"interest"_s, u"add"_s},
         {u"NAME"_s},
         u"Let an account hear of a category's new products."_s,
         {{u"category"_s, u"The category; it must exist."_s, u"C"_s},
          {u"keyword"_s, u"Only products with this in their name or description."_s, u"K"_s},
          {u"max-price"_s, u"Only products up to this price, with --currency."_s, u"700.00"_s},
          {u"currency"_s, u"ISO 4217, such as EUR."_s, u"EUR"_s}},
         {u"category"_s},
         add},
        {{u"interest"_s, u"list"_s}, {u"NAME"_s}, u"List an account's interests."_s, {}, {}, list},
        {{u"interest"_s, u"remove"_s},
         {u"NAME"_s, u"ID"_s},
         u"Remove one of an account's interests."_s,
         {},
         {},
         remove},
    };
}

} // namespace jarchi::cli

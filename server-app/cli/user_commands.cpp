// SPDX-License-Identifier: MIT
#include "cli/command.h"

#include "base/password_prompt.h"
#include "cli/import.h"
#include "cli/wording.h"
#include "people/password_hasher.h"
#include "store/account_repository.h"
#include "store/interest_repository.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace jarchi::cli {

namespace {

Result<QString> newPassword(const Invocation &invocation)
{
    if (invocation.isSet(u"password-stdin"_s)) {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly)) {
            return refused(u"Cannot read the password from standard input."_s);
        }
        return readPassword(input);
    }
    return askPassword(u"New password: "_s).and_then([](const QString &first) {
        return askPassword(u"Again: "_s).and_then([&](const QString &second) -> Result<QString> {
            return first == second ? Result<QString>(first) : refused(u"The two passwords differ. Try again."_s);
        });
    });
}

Result<QByteArray> newPasswordHash(const Invocation &invocation)
{
    return newPassword(invocation).and_then(people::hashPassword);
}

Result<void> add(Invocation &invocation)
{
    const auto name = people::validatedName(invocation.arguments().first());
    if (!name) {
        return tl::unexpected(name.error());
    }
    const auto displayName = invocation.isSet(u"display-name"_s)
                                 ? people::validatedDisplayName(invocation.value(u"display-name"_s))
                                 : Result<QString>(*name);
    if (!displayName) {
        return tl::unexpected(displayName.error());
    }
    const auto store = invocation.store();
    if (!store) {
        return tl::unexpected(store.error());
    }
    // Before the password is asked for: nobody types one twice to hear that the name is taken.
    if ((*store)->accounts().find(*name)) {
        return failure(Error::Kind::Conflict,
                       u"There is an account \"%1\" already. To change its password: user password %1"_s.arg(*name));
    }
    const auto hash = newPasswordHash(invocation);
    if (!hash) {
        return tl::unexpected(hash.error());
    }
    people::AccountId id = 0;
    return (*store)
        ->write([&]() -> Result<void> {
            return (*store)->accounts().add(*name, *displayName, *hash).map([&](people::AccountId added) {
                id = added;
            });
        })
        .map([&] {
            invocation.print(u"added the account %1"_s.arg(*name),
                             QJsonObject{{u"id"_s, QString::number(id)}, {u"name"_s, *name}});
        });
}

Result<void> list(Invocation &invocation)
{
    return invocation.store()
        .and_then([](store::Store *store) { return store->accounts().all(); })
        .map([&](const auto &accounts) {
            QList<QStringList> rows;
            QJsonArray objects;
            for (const people::Account &account : accounts) {
                rows.append({account.name, account.displayName, whenText(account.createdAt),
                             whenText(account.lastSeenAt), account.hasPassword ? u"yes"_s : u"no"_s});
                objects.append(toJson(account));
            }
            invocation.printList({u"NAME"_s, u"DISPLAY NAME"_s, u"ADDED"_s, u"LAST HERE"_s, u"PASSWORD"_s}, rows,
                                 objects, u"There are no accounts yet. Add one: jarchi-server user add NAME"_s);
        });
}

Result<void> show(Invocation &invocation)
{
    const auto store = invocation.store();
    if (!store) {
        return tl::unexpected(store.error());
    }
    return (*store)->accounts().find(invocation.arguments().first()).and_then([&](const people::Account &account) {
        return (*store)->interests().all(account.id).map([&](const QList<people::Interest> &interests) {
            QStringList lines{u"name:          %1"_s.arg(account.name), u"display name:  %1"_s.arg(account.displayName),
                              u"added:         %1"_s.arg(whenText(account.createdAt)),
                              u"last here:     %1"_s.arg(whenText(account.lastSeenAt)),
                              u"password:      %1"_s.arg(account.hasPassword ? u"set"_s : u"none, cannot log in"_s)};
            QJsonArray array;
            for (const people::Interest &interest : interests) {
                lines.append(u"interest %1:"_s.arg(interest.id).leftJustified(15) + inWords(interest));
                array.append(toJson(interest));
            }
            if (interests.isEmpty()) {
                lines.append(u"interests:     none, only announcements to everyone reach this account"_s);
            }
            QJsonObject object = toJson(account);
            object.insert(u"interests"_s, array);
            if (invocation.isSet(u"json"_s)) {
                invocation.print({}, object);
                return;
            }
            for (const QString &line : lines) {
                invocation.print(line, {});
            }
        });
    });
}

Result<void> remove(Invocation &invocation)
{
    const QString name = invocation.arguments().first();
    return invocation.store()
        .and_then([&](store::Store *store) {
            return store->write([&] {
                return store->accounts().find(name).and_then(
                    [&](const people::Account &account) { return store->accounts().remove(account.id); });
            });
        })
        .map([&] {
            invocation.print(u"removed the account %1"_s.arg(name), QJsonObject{{u"name"_s, name}});
        });
}

Result<void> setPassword(Invocation &invocation)
{
    const auto store = invocation.store();
    if (!store) {
        return tl::unexpected(store.error());
    }
    const auto account = (*store)->accounts().find(invocation.arguments().first());
    if (!account) {
        return tl::unexpected(account.error());
    }
    return newPasswordHash(invocation)
        .and_then([&](const QByteArray &hash) {
            return (*store)->write([&] { return (*store)->accounts().setPasswordHash(account->id, hash); });
        })
        .map([&] {
            invocation.print(u"changed the password of %1; its devices have to log in anew"_s.arg(account->name),
                             QJsonObject{{u"name"_s, account->name}});
        });
}

} // namespace

QList<Command> userCommands()
{
    const QCommandLineOption passwordStdin(u"password-stdin"_s,
                                           u"Read the password from the first line of standard input."_s);
    return {
        {{u"user"_s, u"add"_s},
         {u"NAME"_s},
         u"Add an account; asks for its password."_s,
         {{u"display-name"_s, u"What the person is called."_s, u"TEXT"_s}, passwordStdin},
         {},
         add},
        {{u"user"_s, u"list"_s}, {}, u"List the accounts."_s, {}, {}, list},
        {{u"user"_s, u"show"_s}, {u"NAME"_s}, u"Show an account and its interests."_s, {}, {}, show},
        {{u"user"_s, u"remove"_s}, {u"NAME"_s}, u"Remove an account and what it has visited."_s, {}, {}, remove},
        {{u"user"_s, u"password"_s},
         {u"NAME"_s},
         u"Set a new password; devices that were remembered are forgotten."_s,
         {passwordStdin},
         {},
         setPassword},
        {{u"user"_s, u"import"_s},
         {u"FILE.csv"_s},
         u"Add accounts from CSV: name,password,interests (categories separated by ;)."_s,
         {},
         {},
         importUsers},
    };
}

} // namespace jarchi::cli

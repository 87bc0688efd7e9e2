// SPDX-License-Identifier: MIT
#include "cli/command.h"

#include "cli/progress.h"
#include "cli/wording.h"
#include "people/hash_batch.h"
#include "store/legacy_repository.h"
#include "store/status_repository.h"

#include <QFileInfo>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jarchi::cli {

namespace {

Result<void> status(Invocation &invocation)
{
    return invocation.store()
        .and_then([](store::Store *store) { return store->status().read(); })
        .map([&](const store::Status &counts) {
            if (invocation.isSet(u"json"_s)) {
                QJsonObject object{{u"accounts"_s, counts.accounts},  {u"categories"_s, counts.categories},
                                   {u"products"_s, counts.products},  {u"notifications"_s, counts.notifications},
                                   {u"set_aside"_s, counts.setAside}, {u"unvisited"_s, counts.unvisited}};
                if (counts.lastPoll.isValid()) {
                    object.insert(u"last_poll"_s, toTimestamp(counts.lastPoll));
                }
                invocation.print({}, object);
                return;
            }
            const QList<std::pair<QString, QString>> lines{{u"accounts"_s, QString::number(counts.accounts)},
                                                           {u"categories"_s, QString::number(counts.categories)},
                                                           {u"products"_s, QString::number(counts.products)},
                                                           {u"notifications"_s, QString::number(counts.notifications)},
                                                           {u"set aside"_s, QString::number(counts.setAside)},
                                                           {u"unvisited"_s, QString::number(counts.unvisited)},
                                                           {u"last poll"_s, whenText(counts.lastPoll)}};
            for (const auto &[name, value] : lines) {
                invocation.print((name + u':').leftJustified(16) + value, {});
            }
        });
}

struct Taken
{
    qint64 users = 0;
    qint64 messages = 0;
    qint64 visits = 0;
    qint64 refused = 0;
};

/// Those with a password who have no account yet: a hash takes its time.
Result<QList<store::LegacyUser>> usersToHash(store::Store &store, const store::LegacyContent &content)
{
    QList<store::LegacyUser> users;
    for (const store::LegacyUser &user : content.users) {
        const auto exists = store.legacy().hasUser(user);
        if (!exists) {
            return tl::unexpected(exists.error());
        }
        if (!*exists && !user.password.isEmpty()) {
            users.append(user);
        }
    }
    return users;
}

QHash<qint64, QByteArray> hashNewPasswords(const QList<store::LegacyUser> &users, Progress &progress, Taken &taken)
{
    QHash<qint64, QByteArray> hashes;
    for (qsizetype from = 0; from < users.size(); from += people::HashBatch) {
        progress.show(from, from);
        const auto batch = users.sliced(from, std::min(people::HashBatch, users.size() - from));
        QStringList passwords;
        for (const store::LegacyUser &user : batch) {
            passwords.append(user.password);
        }
        const auto hashed = people::hashPasswords(passwords);
        for (qsizetype index = 0; index < batch.size(); ++index) {
            const qint64 id = batch.at(index).id;
            const auto &hash = hashed.at(static_cast<std::size_t>(index));
            if (hash) {
                hashes.insert(id, *hash);
            } else {
                progress.note(u"User %1 is taken over without a password: %2"_s.arg(id).arg(hash.error().message));
                ++taken.refused;
            }
        }
    }
    return hashes;
}

Result<void> takeOver(store::Store &store, const store::LegacyContent &content, const QHash<qint64, QByteArray> &hashes,
                      Progress &progress, Taken &taken)
{
    auto &legacy = store.legacy();
    QHash<qint64, qint64> accounts;
    QHash<qint64, qint64> notifications;
    const auto take = [&](const Result<store::LegacyRepository::Taken> &result, qint64 legacyId,
                          QHash<qint64, qint64> &ids, qint64 &count) -> Result<void> {
        if (result) {
            ids.insert(legacyId, result->id);
            count += result->isNew ? 1 : 0;
        } else if (result.error().kind == Error::Kind::Refused) {
            progress.note(result.error().message);
            ++taken.refused;
        } else {
            return tl::unexpected(result.error());
        }
        return {};
    };
    for (const store::LegacyUser &user : content.users) {
        if (auto done = take(legacy.takeUser(user, hashes.value(user.id)), user.id, accounts, taken.users); !done) {
            return done;
        }
    }
    for (const store::LegacyMessage &message : content.messages) {
        if (auto done = take(legacy.takeMessage(message), message.id, notifications, taken.messages); !done) {
            return done;
        }
    }
    for (const store::LegacyVisit &visit : content.visits) {
        if (!accounts.contains(visit.user) || !notifications.contains(visit.message)) {
            progress.note(u"visited_notifications: message %1 or user %2 was not taken over"_s.arg(visit.message)
                              .arg(visit.user));
            ++taken.refused;
            continue;
        }
        const auto recorded =
            legacy.takeVisit(accounts.value(visit.user), notifications.value(visit.message), visit.date);
        if (!recorded) {
            return tl::unexpected(recorded.error());
        }
        taken.visits += *recorded ? 1 : 0;
    }
    return {};
}

Result<void> importLegacy(Invocation &invocation)
{
    const auto content = store::readLegacyDatabase(invocation.arguments().first());
    if (!content) {
        return tl::unexpected(content.error());
    }
    const auto store = invocation.store();
    if (!store) {
        return tl::unexpected(store.error());
    }
    Taken taken;
    Result<void> done;
    {
        const auto users = usersToHash(**store, *content);
        if (!users) {
            return tl::unexpected(users.error());
        }
        Progress progress(users->size(), u"passwords"_s);
        for (const Error &error : content->refused) {
            progress.note(error.message);
        }
        taken.refused = content->refused.size();
        const auto hashes = hashNewPasswords(*users, progress, taken);
        done = (*store)->write([&] { return takeOver(**store, *content, hashes, progress, taken); });
    }
    return done.map([&] {
        invocation.print(u"took over %1 users, %2 messages and %3 visits; refused %4 rows"_s.arg(taken.users)
                             .arg(taken.messages)
                             .arg(taken.visits)
                             .arg(taken.refused),
                         QJsonObject{{u"users"_s, taken.users},
                                     {u"messages"_s, taken.messages},
                                     {u"visits"_s, taken.visits},
                                     {u"refused"_s, taken.refused}});
    });
}

Result<void> legacyViews(Invocation &invocation)
{
    const QString state = invocation.arguments().first();
    if (state != "on"_L1 && state != "off"_L1) {
        return failure(Error::Kind::WrongUsage, u"\"%1\" is neither on nor off."_s.arg(state));
    }
    const bool on = state == "on"_L1;
    return invocation.store()
        .and_then([&](store::Store *store) { return store->write([&] { return store->legacy().setViews(on); }); })
        .map([&] {
            invocation.print(on ? u"the older service's programs can use this database now"_s
                                : u"the older service's programs can no longer use this database"_s,
                             QJsonObject{{u"legacy_views"_s, on}});
        });
}

} // namespace

QList<Command> databaseCommands()
{
    return {
        {{u"status"_s}, {}, u"Count accounts, notifications and what is unvisited."_s, {}, {}, status},
        {{u"import-legacy"_s}, {u"FILE"_s}, u"Take over a database of the older service."_s, {}, {}, importLegacy},
        {{u"legacy-views"_s},
         {u"on|off"_s},
         u"Let the older service's programs read and write this database."_s,
         {},
         {},
         legacyViews},
    };
}

} // namespace jarchi::cli

// SPDX-License-Identifier: MIT
// The part of Inbox that finds entries and keeps what their reader has done with them.
#include "inbox/entry_row.h"
#include "inbox/inbox.h"
#include "inbox/inbox_private.h"

#include <algorithm>

namespace jarchi::inbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 EmptiedTogether = 500;

Result<std::optional<Entry>> findOne(database::Statements &statements, const QString &statement,
                                     database::Statements::Bindings bindings)
{
    std::optional<Entry> found;
    return statements.each(statement, bindings, [&found](const QSqlQuery &row) { found = readEntry(row); })
        .map([&found] { return found; });
}

Result<QList<EntryId>> changedBy(database::Statements &statements, const QString &statement,
                                 database::Statements::Bindings bindings)
{
    QList<EntryId> changed;
    return statements
        .each(statement, bindings, [&changed](const QSqlQuery &row) { changed.append(row.value(0).toLongLong()); })
        .map([&changed] { return changed; });
}

} // namespace

Result<std::optional<Entry>> Inbox::find(EntryId id)
{
    return findOne(d->statements, u"entry_find"_s, {{u":entry"_s, id}});
}

Result<std::optional<Entry>> Inbox::find(const QString &epoch, protocol::NotificationId notification)
{
    return findOne(d->statements, u"entry_find_notification"_s, {{u":epoch"_s, epoch}, {u":id"_s, notification}});
}

Result<qint64> Inbox::unread()
{
    return d->statements.value(u"entry_unread"_s).map([](const QVariant &count) { return count.toLongLong(); });
}

Result<QList<EntryId>> Inbox::setRead(const QList<EntryId> &ids, bool isRead)
{
    return changedBy(d->statements, u"entry_set_read"_s, {{u":ids"_s, toJson(ids)}, {u":is_read"_s, isRead ? 1 : 0}});
}

Result<QList<EntryId>> Inbox::markAllRead()
{
    return changedBy(d->statements, u"entry_mark_all_read"_s, {});
}

Result<QList<EntryId>> Inbox::setKept(const QList<EntryId> &ids, bool isKept)
{
    return changedBy(d->statements, u"entry_set_kept"_s, {{u":ids"_s, toJson(ids)}, {u":is_kept"_s, isKept ? 1 : 0}});
}

Result<void> Inbox::remove(const QList<EntryId> &ids)
{
    return d->statements.execute(u"entry_remove"_s, {{u":ids"_s, toJson(ids)}});
}

Result<void> Inbox::restore(const QList<EntryId> &ids)
{
    return d->statements.execute(u"entry_restore"_s, {{u":ids"_s, toJson(ids)}});
}

Result<qint64> Inbox::prune(const QDateTime &before, qint64 most)
{
    return d->empty(toTimestamp(before), most);
}

Result<qint64> Inbox::Private::empty(const QString &before, qint64 most)
{
    qint64 emptied = 0;
    while (emptied < most) {
        const qint64 batch = std::min(EmptiedTogether, most - emptied);
        const Result<qint64> changed =
            statements.change(u"entry_empty"_s, {{u":before"_s, before}, {u":most"_s, batch}});
        if (!changed)
            return changed;
        emptied += *changed;
        if (*changed < batch)
            break;
    }
    return emptied;
}

} // namespace jarchi::inbox

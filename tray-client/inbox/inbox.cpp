// SPDX-License-Identifier: MIT
#include "inbox/inbox.h"

#include "database/damage.h"
#include "database/migrator.h"
#include "database/transaction.h"
#include "inbox/inbox_file.h"
#include "inbox/inbox_private.h"
#include "inbox/search_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace jarchi::inbox {

using namespace Qt::StringLiterals;
using protocol::Notification;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Inbox)
};

QVariant timeOrNull(const QDateTime &time)
{
    return time.isValid() ? QVariant(toTimestamp(time)) : QVariant();
}

Result<database::Connection> openMigrated(const InboxOptions &options, bool mayCheckpoint)
{
    return database::Connection::open(
               {.path = options.path, .create = true, .checkpoint = mayCheckpoint, .busyTimeout = options.busyTimeout})
        .and_then([](database::Connection connection) -> Result<database::Connection> {
            const Result<void> migrated = database::migrate(connection, u":/sql/sqlite/inbox/migrations"_s);
            if (!migrated)
                return tl::unexpected(migrated.error());
            return connection;
        });
}

/// The entry that it became; none when it was known.
Result<std::optional<EntryId>> insertRow(database::Statements &statements, const QString &epoch,
                                         const Notification &item, const QDateTime &receivedAt, bool isRead)
{
    const auto ofInterest = [&item](QString protocol::Interest::*field) {
        return item.interest ? QVariant(*item.interest.*field) : QVariant();
    };
    const Result<database::Rows> inserted =
        statements.run(u"insert_notification"_s, {{u":epoch"_s, epoch},
                                                  {u":id"_s, item.id},
                                                  {u":title"_s, item.title},
                                                  {u":body"_s, item.body},
                                                  {u":category"_s, item.category},
                                                  {u":price"_s, item.price},
                                                  {u":currency"_s, item.currency},
                                                  {u":url"_s, item.url},
                                                  {u":priority"_s, QString(protocol::toWire(item.priority))},
                                                  {u":created_at"_s, toTimestamp(item.createdAt)},
                                                  {u":expires_at"_s, timeOrNull(item.expiresAt)},
                                                  {u":interest_category"_s, ofInterest(&protocol::Interest::category)},
                                                  {u":interest_keyword"_s, ofInterest(&protocol::Interest::keyword)},
                                                  {u":interest_max_price"_s, ofInterest(&protocol::Interest::maxPrice)},
                                                  {u":interest_currency"_s, ofInterest(&protocol::Interest::currency)},
                                                  {u":received_at"_s, toTimestamp(receivedAt)},
                                                  {u":is_read"_s, isRead ? 1 : 0},
                                                  {u":created_second"_s, item.createdAt.toSecsSinceEpoch()}});
    if (!inserted)
        return tl::unexpected(inserted.error());
    if ((*inserted)->numRowsAffected() != 1)
        return std::nullopt;
    const EntryId entry = (*inserted)->lastInsertId().toLongLong();
    return insertSearchText(statements, entry, item).map([entry] { return std::optional(entry); });
}

/// The entry that it became; none when it was known.
Result<std::optional<EntryId>> insert(database::Statements &statements, const QString &epoch, const Notification &item,
                                      const QDateTime &receivedAt, bool isRead)
{
    const Result<std::optional<EntryId>> inserted = insertRow(statements, epoch, item, receivedAt, isRead);
    if (!inserted || *inserted)
        return inserted;
    // A database that was restored from a copy gives ids again; when it was made tells notifications apart.
    const Result<qint64> moved =
        statements.change(u"set_namesake_aside"_s,
                          {{u":epoch"_s, epoch}, {u":id"_s, item.id}, {u":created_at"_s, toTimestamp(item.createdAt)}});
    if (!moved)
        return tl::unexpected(moved.error());
    if (*moved == 0)
        return std::nullopt;
    return insertRow(statements, epoch, item, receivedAt, isRead);
}

} // namespace

Result<std::unique_ptr<Inbox>> Inbox::open(const InboxOptions &options, const Clock &clock)
{
    const QString folder = QFileInfo(options.path).absolutePath();
    if (!QDir().mkpath(folder))
        return refused(Text::tr("The folder %1 for the inbox cannot be made. Check who may write to it.").arg(folder));

    // SQLite before 3.51.3 can damage a file when two connections write and checkpoint at once, so only the first
    // process checkpoints, or repairs. A lock whose process has died counts for nothing.
    auto lock = std::make_unique<QLockFile>(options.path + u".lock"_s);
    lock->setStaleLockTime(0);
    const bool isFirst = lock->tryLock(0);

    QString notice;
    Result<database::Connection> connection = openMigrated(options, isFirst);
    if (!connection && isFirst && database::isDamaged(options.path)) {
        const Result<QString> moved = moveAside(options.path, clock.now());
        if (!moved)
            return tl::unexpected(moved.error());
        notice = Text::tr("The inbox was damaged. It was moved to %1, and a new one begun.").arg(*moved);
        connection = openMigrated(options, isFirst);
    }
    if (!connection)
        return tl::unexpected(connection.error());
    // A new file is made like that; one that was copied from elsewhere may not be.
    QFile::setPermissions(options.path, QFile::ReadOwner | QFile::WriteOwner);

    auto d = std::make_unique<Private>(std::move(lock), std::move(*connection), clock);
    d->notice = notice;
    const Result<QVariant> wanted = d->statements.value(u"state_get"_s, {{u":name"_s, u"wants_history"_s}});
    if (!wanted)
        return tl::unexpected(wanted.error());
    d->wantsHistory = wanted->toBool();
    // What cannot be done now, as on a full disk, is done at another opening: what is in the inbox can be read.
    std::ignore = fillSearchTexts(d->connection, d->statements);
    if (isFirst) // The others may be beside one in which a removal can still be undone.
        std::ignore = d->empty(QString());
    return std::unique_ptr<Inbox>(new Inbox(std::move(d)));
}

Inbox::Inbox(std::unique_ptr<Private> opened)
    : d(std::move(opened))
{
}

Inbox::~Inbox() = default;

bool Inbox::isDamaged() const
{
    return database::isDamaged(d->connection);
}

const QString &Inbox::path() const
{
    return d->connection.path();
}

const QString &Inbox::notice() const
{
    return d->notice;
}

Result<QList<Notification>> Inbox::store(const QString &epoch, const QList<Notification> &batch)
{
    Result<database::Transaction> transaction = database::Transaction::begin(d->connection);
    if (!transaction)
        return tl::unexpected(transaction.error());

    QList<Notification> fresh;
    QList<EntryId> untold;
    const QDateTime receivedAt = d->clock.now();
    for (const Notification &item : batch) {
        const auto entry = insert(d->statements, epoch, item, receivedAt, false);
        if (!entry)
            return tl::unexpected(entry.error());
        if (!*entry)
            continue;
        if (const Result<void> noted = d->statements.execute(u"untold_insert"_s, {{u":entry"_s, **entry}}); !noted)
            return tl::unexpected(noted.error());
        untold.append(**entry);
        fresh.append(item);
    }
    if (const Result<void> committed = transaction->commit(); !committed)
        return tl::unexpected(committed.error());
    d->untold += untold;
    return fresh;
}

Result<void> Inbox::forget(const QString &epoch, const QList<protocol::NotificationId> &notifications)
{
    Result<database::Transaction> transaction = database::Transaction::begin(d->connection);
    if (!transaction)
        return tl::unexpected(transaction.error());
    for (const protocol::NotificationId id : notifications) {
        const Result<void> forgotten =
            d->statements.execute(u"forget_notification"_s, {{u":epoch"_s, epoch}, {u":id"_s, id}});
        if (!forgotten)
            return forgotten;
    }
    return transaction->commit();
}

Result<qint64> Inbox::storeHistory(const QString &epoch, const QList<Notification> &items)
{
    QList<Notification> visited;
    std::copy_if(items.begin(), items.end(), std::back_inserter(visited),
                 [](const Notification &item) { return item.visitedAt.isValid(); });
    Result<database::Transaction> transaction = database::Transaction::begin(d->connection);
    if (!transaction)
        return tl::unexpected(transaction.error());
    qint64 fresh = 0;
    for (const Notification &item : visited) {
        const auto entry = insert(d->statements, epoch, item, item.visitedAt, true);
        if (!entry)
            return tl::unexpected(entry.error());
        fresh += *entry ? 1 : 0;
    }
    return transaction->commit().map([fresh] { return fresh; });
}

bool Inbox::wantsHistory() const
{
    return d->wantsHistory;
}

Result<void> Inbox::noteHistoryComplete()
{
    return d->statements.execute(u"state_set"_s, {{u":name"_s, u"wants_history"_s}, {u":value"_s, 0}}).map([this] {
        d->wantsHistory = false;
    });
}

} // namespace jarchi::inbox

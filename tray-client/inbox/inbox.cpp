// SPDX-License-Identifier: MIT
#include "inbox/inbox.h"

#include "database/connection.h"
#include "database/damage.h"
#include "database/migrator.h"
#include "database/statement.h"
#include "database/transaction.h"
#include "inbox/inbox_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>

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

} // namespace

struct Inbox::Private
{
    Private(std::unique_ptr<QLockFile> heldLock, database::Connection opened, const Clock &theClock)
        : lock(std::move(heldLock))
        , connection(std::move(opened))
        , statements(connection, u":/sql/sqlite/inbox"_s)
        , clock(theClock)
    {
    }

    std::unique_ptr<QLockFile> lock; ///< Held by the one process that may checkpoint, or repair.
    database::Connection connection;
    database::Statements statements;
    const Clock &clock;
    QString notice;
};

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
    return std::unique_ptr<Inbox>(new Inbox(std::move(d)));
}

Inbox::Inbox(std::unique_ptr<Private> opened)
    : d(std::move(opened))
{
}

Inbox::~Inbox() = default;

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
    const QString receivedAt = toTimestamp(d->clock.now());
    for (const Notification &item : batch) {
        const auto ofInterest = [&item](QString protocol::Interest::*field) {
            return item.interest ? QVariant(*item.interest.*field) : QVariant();
        };
        const Result<database::Rows> inserted = d->statements.run(
            u"insert_notification"_s, {{u":epoch"_s, epoch},
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
                                       {u":received_at"_s, receivedAt}});
        if (!inserted)
            return tl::unexpected(inserted.error());
        if ((*inserted)->numRowsAffected() == 1)
            fresh.append(item);
    }
    if (const Result<void> committed = transaction->commit(); !committed)
        return tl::unexpected(committed.error());
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

} // namespace jarchi::inbox

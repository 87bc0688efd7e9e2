// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "inbox/entry.h"
#include "protocol/messages.h"

#include <QList>
#include <QString>

#include <chrono>
#include <limits>
#include <memory>
#include <optional>

namespace jarchi::inbox {

struct InboxOptions
{
    QString path;
    std::chrono::milliseconds busyTimeout{5000}; ///< How long to wait for another process that writes.
};

/// Everything received, in a local SQLite file, keyed by the server's epoch and the notification's id. It survives a
/// kill at any moment, and several processes may use it at once. Lives in the thread that opened it.
///
/// store() says what is new, and each notification is new exactly once, to one caller. The file remembers that its
/// reader was not told of it yet, until noteTold(): what a kill left untold is told at the next start.
class Inbox
{
public:
    /// Opens the file and makes it if it is missing. A damaged file is moved aside and a new one begun; notice()
    /// says so. A file of a newer program, or one that another process keeps locked, is an error and stays as it is.
    [[nodiscard]] static Result<std::unique_ptr<Inbox>> open(const InboxOptions &options, const Clock &clock);

    Inbox(const Inbox &) = delete;
    Inbox &operator=(const Inbox &) = delete;
    ~Inbox();

    /// Keeps all of `batch` or, on an error, nothing of it. Returns those that were not there yet, in the same order.
    [[nodiscard]] Result<QList<protocol::Notification>> store(const QString &epoch,
                                                              const QList<protocol::Notification> &batch);
    /// Everything that store() called new, and what takeUntold() gave, has been shown or summed up.
    [[nodiscard]] Result<void> noteTold();
    /// What earlier runs stored and never said to be told, oldest first; without what was read or removed meanwhile.
    /// Whether it was seen nobody knows, so it is to be summed up and not shown; then comes noteTold().
    [[nodiscard]] Result<QList<NotificationKey>> takeUntold();
    /// Takes back what store() kept and nobody was shown, so that it is new when it comes again.
    [[nodiscard]] Result<void> forget(const QString &epoch, const QList<protocol::NotificationId> &notifications);
    /// Keeps what another computer, or a file that is lost, has shown already: as read, received when it was visited,
    /// and new to nobody. Items that were not visited are left out, as they come by themselves. Returns how many were
    /// not there yet.
    [[nodiscard]] Result<qint64> storeHistory(const QString &epoch, const QList<protocol::Notification> &items);
    /// A file that was made anew wants the server's history; until this says that it has it.
    [[nodiscard]] bool wantsHistory() const;
    [[nodiscard]] Result<void> noteHistoryComplete();

    /// Neither finds what was removed.
    [[nodiscard]] Result<std::optional<Entry>> find(EntryId id);
    [[nodiscard]] Result<std::optional<Entry>> find(const QString &epoch, protocol::NotificationId notification);
    [[nodiscard]] Result<qint64> unread();
    /// Any number of ids, in one transaction; those that are not there are passed over. Likewise for what follows.
    /// A mark returns the entries that did not have it, so that it can be undone.
    [[nodiscard]] Result<QList<EntryId>> setRead(const QList<EntryId> &ids, bool isRead);
    [[nodiscard]] Result<QList<EntryId>> markAllRead();
    [[nodiscard]] Result<QList<EntryId>> setKept(const QList<EntryId> &ids, bool isKept);
    /// Out of sight at once; restore() brings them back until prune() or the next opening empties them. A removed one
    /// is known for ever, so that it does not come again.
    [[nodiscard]] Result<void> remove(const QList<EntryId> &ids);
    [[nodiscard]] Result<void> restore(const QList<EntryId> &ids);
    /// Empties what was removed, and what was received before `before` and is read and not kept; in small batches, so
    /// that another process's turn comes. Stops after `most`, for whoever does not want to wait for a hundred thousand
    /// at once. Returns how many entries went.
    [[nodiscard]] Result<qint64> prune(const QDateTime &before, qint64 most = std::numeric_limits<qint64>::max());

    /// After an error: whether the file is damaged, so that it has to be opened anew.
    [[nodiscard]] bool isDamaged() const;
    /// Whether anything of the database of that name is in here.
    [[nodiscard]] Result<bool> knows(const QString &epoch);
    /// Makes a second inbox with everything that is in here. Nothing may be there yet.
    [[nodiscard]] Result<void> copyTo(const QString &path);

    [[nodiscard]] const QString &path() const;
    /// What the user should know about the opening, in a sentence; usually empty.
    [[nodiscard]] const QString &notice() const;

private:
    struct Private;
    explicit Inbox(std::unique_ptr<Private> d);

    std::unique_ptr<Private> d;
};

} // namespace jarchi::inbox

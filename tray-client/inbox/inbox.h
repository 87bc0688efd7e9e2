// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "protocol/messages.h"

#include <QList>
#include <QString>

#include <chrono>
#include <memory>

namespace jarchi::inbox {

struct InboxOptions
{
    QString path;
    std::chrono::milliseconds busyTimeout{5000}; ///< How long to wait for another process that writes.
};

/// Everything received, in a local SQLite file, keyed by the server's epoch and the notification's id. It survives a
/// kill at any moment, and several processes may use it at once. Lives in the thread that opened it.
///
/// What is in here has been shown, or was about to be: store() says what is new, and each notification is
/// new exactly once, to one caller.
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
    /// Takes back what store() kept and nobody was shown, so that it is new when it comes again.
    [[nodiscard]] Result<void> forget(const QString &epoch, const QList<protocol::NotificationId> &notifications);
    /// What the user should know about the opening, in a sentence; usually empty.
    [[nodiscard]] const QString &notice() const;

private:
    struct Private;
    explicit Inbox(std::unique_ptr<Private> d);

    std::unique_ptr<Private> d;
};

} // namespace jarchi::inbox

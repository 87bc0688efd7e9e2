// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/messages.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

/// What the inbox is asked for, and what it answers. Values; any thread.
namespace jarchi::inbox {

using EntryId = qint64; ///< Of this file only; rises with what is received.

/// Which notification, whatever file it is in.
struct NotificationKey
{
    QString epoch;
    protocol::NotificationId id = 0;

    friend bool operator==(const NotificationKey &, const NotificationKey &) = default;
};

struct Entry
{
    EntryId id = 0;
    QString epoch;
    protocol::Notification notification;
    QDateTime receivedAt; ///< UTC.
    bool isRead = false;
    bool isKept = false; ///< Retention leaves it alone.

    friend bool operator==(const Entry &, const Entry &) = default;
};

/// Which entries; all conditions together.
struct EntryQuery
{
    QString words;          ///< Each of them has to occur, in any Unicode form and case.
    QStringList categories; ///< Any of these, the empty one for what went to everyone. None: all.
    bool onlyUnread = false;
    bool onlyKept = false;

    friend bool operator==(const EntryQuery &, const EntryQuery &) = default;
};

/// An entry in a list: enough to lay it out; the rest is read when it comes into sight.
struct EntryLine
{
    EntryId id = 0;
    QDate day; ///< In local time, of when the notification was created.

    friend bool operator==(const EntryLine &, const EntryLine &) = default;
};

/// A list as it was at one moment, newest first.
struct EntryList
{
    QList<EntryLine> lines;
    QStringList categories; ///< All that occur in the inbox, whatever was asked for; empty is what went to everyone.
    qint64 unread = 0;      ///< Of the whole inbox.
};

} // namespace jarchi::inbox

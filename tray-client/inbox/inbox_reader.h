// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "inbox/entry.h"

#include <QObject>

#include <functional>
#include <memory>

namespace jarchi::inbox {

/// Reads an inbox's file in a thread of its own, so that a search in a hundred thousand entries never stops a window.
/// It cannot change anything. What an Inbox has committed before the question is in the answer. Main thread; the
/// answers come there, unless `context`, which lives there too, is gone by then.
class InboxReader : public QObject
{
    Q_OBJECT

public:
    /// `path` is a file that an Inbox has opened before. A file that cannot be opened is an error of each answer, until
    /// it can.
    explicit InboxReader(const QString &path, QObject *parent = nullptr);
    /// Waits for the question that is being answered; the others are not.
    ~InboxReader() override;

    /// One that still waits when the same context asks for another list is not answered: nobody wants it any more.
    void list(const EntryQuery &query, QObject *context, std::function<void(const Result<EntryList> &)> done);
    /// Those that are still there, in the order asked for; at most a few hundred at once.
    void entries(const QList<EntryId> &ids, QObject *context, std::function<void(const Result<QList<Entry>> &)> done);

Q_SIGNALS:
    /// A question was answered with this. Comes from the reader's thread, so connect it queued.
    void failed(const jarchi::Error &why);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace jarchi::inbox

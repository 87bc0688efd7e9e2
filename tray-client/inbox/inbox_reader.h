// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "inbox/entry.h"

#include <QObject>

#include <functional>
#include <memory>

namespace jarchi::inbox {

/// Reads an inbox's file in a thread of its own, so that a search in a hundred thousand entries never stops a window.
/// It cannot change anything. Main thread; the answers come there, unless `context` is gone by then.
class InboxReader : public QObject
{
    Q_OBJECT

public:
    /// `path` is a file that an Inbox has opened before.
    explicit InboxReader(const QString &path, QObject *parent = nullptr);
    ~InboxReader() override;

    void list(const EntryQuery &query, QObject *context, std::function<void(const Result<EntryList> &)> done);
    /// Those that are still there, in the order asked for; at most a few hundred at once.
    void entries(const QList<EntryId> &ids, QObject *context, std::function<void(const Result<QList<Entry>> &)> done);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace jarchi::inbox

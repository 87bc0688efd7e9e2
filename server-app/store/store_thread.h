// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "store/store.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace jarchi::store {

/// The thread that owns the server's only database connection, and the queue of work for it. Created and destroyed in
/// one thread (the engine's); read() and write() may be called from any.
///
/// Work waiting at the same moment is done together: first all writes, in the order they came, in one transaction (a
/// savepoint for each, so one failure takes back only itself), committed once; then the reads. So a hundred
/// acknowledgements or products that arrive together cost one flush of the disk, and what a read sees is committed.
class StoreThread : public QObject
{
    Q_OBJECT

public:
    StoreThread();
    /// Does what is queued, closes the database and ends the thread.
    ~StoreThread() override;

    /// Opens the database in the thread; waits for the outcome.
    [[nodiscard]] Result<void> open(const StoreOptions &options, const Clock &clock);

    /// Runs `work(store)` in the thread, and `done(result)` in `context`'s thread unless `context` is gone by then.
    /// `work` returns any movable value.
    template <typename Work, typename Done>
    void read(QObject *context, Work work, Done done);
    /// Runs `work(store)`, which returns a Result<T>, in a transaction shared with other writes. `done(Result<T>)` hears
    /// of success only after the commit.
    template <typename Work, typename Done>
    void write(QObject *context, Work work, Done done);
    /// The same for objects that live in the store's thread and need no answer elsewhere.
    void inThread(std::function<void(Store &)> work);

    /// Where the store lives, for a QObject that shall live there too (the poller): made with moveToThread(), destroyed
    /// through inThread() or deleteLater().
    [[nodiscard]] QThread *thread() { return &m_thread; }

Q_SIGNALS:
    /// Writes of this process were committed. Emitted in the store's thread.
    void committed();

private:
    QThread m_thread;
    // The queue is the implementer's: type-erased jobs under a mutex, drained by an object that lives in m_thread.
};

} // namespace jarchi::store

// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "store/job.h"
#include "store/store.h"

#include <QMutex>
#include <QObject>
#include <QThread>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace jarchi::store {

/// A thread that owns a database connection, and the queue of work for it. A server has one that writes and, for its
/// window, one that only reads (StoreOptions::readOnly). Created and destroyed in
/// one thread (the engine's); read() and write() may be called from any, with a context that lives in the thread that
/// calls.
///
/// Work waiting at the same moment is done together: first all writes, in the order they came, in one transaction (a
/// savepoint for each, so one failure takes back only itself), committed once; then the reads. So a hundred
/// acknowledgements or products that arrive together cost one flush of the disk, and what a read sees is committed.
class StoreThread : public QObject
{
    Q_OBJECT

public:
    /// No transaction has more writes than this, so that another program's turn comes.
    static constexpr std::size_t MostWritesTogether = 512;

    /// `name`: of the thread.
    explicit StoreThread(const QString &name = QStringLiteral("store"));
    /// Does what is queued, closes the database and ends the thread.
    ~StoreThread() override;

    /// Opens the database in the thread; waits for the outcome. Once.
    [[nodiscard]] Result<void> open(const StoreOptions &options, const Clock &clock);
    using Opened = std::function<void(const Result<void> &)>;
    /// The same without waiting: `done` is called in `context`'s thread, which is the calling one, unless `context` is
    /// gone by then. What is queued meanwhile is done afterwards.
    void openLater(const StoreOptions &options, const Clock &clock, QObject *context, Opened done);

    /// Runs `work(store)` in the thread, and `done(result)` in `context`'s thread unless `context` is gone by then.
    /// `work` returns any movable value. `context` lives in the calling thread.
    template <typename Work, typename Done>
    void read(QObject *context, Work work, Done done)
    {
        post(std::make_unique<ReadJob<Work, Done>>(mailboxFor(context), std::move(work), std::move(done)));
    }
    /// Runs `work(store)`, which returns a Result<T>, in a transaction shared with other writes. `done(Result<T>)`
    /// hears of success only after the commit. `context` lives in the calling thread.
    template <typename Work, typename Done>
    void write(QObject *context, Work work, Done done)
    {
        post(std::make_unique<WriteJob<Work, Done>>(mailboxFor(context), std::move(work), std::move(done)));
    }
    /// For objects that live in the store's thread and need no answer elsewhere: done among the reads, outside of any
    /// transaction, so `work` may itself call Store::write().
    void inThread(std::function<void(Store &)> work);

    /// Where the store lives, for a QObject that shall live there too (the poller): made with moveToThread(), destroyed
    /// through inThread() or deleteLater().
    [[nodiscard]] QThread *thread() { return &m_thread; }

Q_SIGNALS:
    /// Writes of this process through write() were committed. Emitted in the store's thread.
    void committed();

private:
    using Jobs = std::vector<std::unique_ptr<Job>>;

    void post(std::unique_ptr<Job> job);
    // These run in the store's thread.
    [[nodiscard]] Result<void> openHere(const StoreOptions &options, const Clock &clock);
    void drain();
    void runWrites(Jobs &writes);
    void runTogether(Jobs::iterator from, Jobs::iterator to);
    void close();

    QThread m_thread;
    std::unique_ptr<QObject> m_worker; ///< Lives in m_thread; calls queued to it run there.
    std::unique_ptr<Store> m_store;    ///< Touched in m_thread only.

    QMutex m_mutex; ///< Guards what follows. Never held while a job runs.
    Jobs m_waiting;
    bool m_drainPosted = false;
};

} // namespace jarchi::store

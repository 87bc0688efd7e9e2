// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "store/store_thread.h"

#include <QLockFile>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace jarchi::engine {

/// One server's database: a connection that writes, one that only reads, each in its thread, and the lock that keeps a
/// second server out. Lives in the Engine's thread; owned by it.
class Database : public QObject
{
    Q_OBJECT

public:
    /// `clock` outlives this.
    Database(QString path, const Clock &clock);
    /// Does what is queued, and closes.
    ~Database() override;

    /// Once; waits for the outcome.
    [[nodiscard]] Result<void> open();
    using Opened = std::function<void(const Result<void> &)>;
    /// The same without waiting. Calls `done` in this object's thread, unless this is gone by then.
    void openLater(Opened done);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] store::StoreThread &store() { return m_store; }
    [[nodiscard]] store::StoreThread &reader() { return m_reader; }

private:
    [[nodiscard]] Result<void> takeLock();
    [[nodiscard]] store::StoreOptions readerOptions() const;

    const QString m_path;
    const Clock &m_clock;
    std::unique_ptr<QLockFile> m_lock; ///< Beside it: one server to a database, since only one may checkpoint it.
    store::StoreThread m_store{QStringLiteral("store")};
    store::StoreThread m_reader{QStringLiteral("reader")}; ///< Closed first: the last one to close tidies up the log.
};

} // namespace jarchi::engine

// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"

#include <QSqlDatabase>
#include <QString>

#include <chrono>

namespace jarchi::database {

struct OpenOptions
{
    QString path;
    /// Makes a missing file (readable and writable by this user only) and its folder. Otherwise a missing file is an
    /// error that says so.
    bool create = true;
    /// False for a command beside a running server: wal_autocheckpoint=0 (see docs/architecture.md), and no
    /// quick_check, which reads the whole file and would make a command on a large database slow. The server does both.
    bool checkpoint = true;
    std::chrono::milliseconds busyTimeout{5000};
    /// For a second connection of a process, which only reads: no statement of it can change the file (its temporary
    /// tables it may), and nothing is checked or created.
    bool readOnly = false;
};

/// One SQLite database, open. Lives in the thread that opened it, and nothing of it may leave that thread: a
/// QSqlDatabase used from another thread fails silently. Closes when it goes.
///
/// synchronous=FULL, foreign_keys=ON, temp_store=MEMORY; quick_check at opening. migrate() switches the write-ahead log
/// on, as soon as it knows the file to be one of ours: that is written to the file, and a file that is refused is not
/// to be changed.
class Connection
{
public:
    /// Errors say what to do: missing folder, not a database, corrupted, read-only, locked for longer than the
    /// time-out. A file that is refused is not changed.
    [[nodiscard]] static Result<Connection> open(const OpenOptions &options);

    Connection(Connection &&other) noexcept;
    Connection &operator=(Connection &&other) noexcept;
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection();

    [[nodiscard]] QSqlDatabase handle() const;
    [[nodiscard]] const QString &path() const { return m_path; }
    /// Runs one statement without parameters or rows.
    [[nodiscard]] Result<void> execute(const QString &sql) const;
    /// From now on and for good in this file. Nothing to do when it is on already.
    [[nodiscard]] Result<void> useWriteAheadLog() const;
    /// How long a statement waits for another program's lock. busyTimeout() stays what the connection was opened with.
    [[nodiscard]] Result<void> setBusyTimeout(std::chrono::milliseconds timeout) const;
    [[nodiscard]] std::chrono::milliseconds busyTimeout() const { return m_busyTimeout; }
    /// Changes when another connection commits, never by this one's own commits. Costs no read of the file's pages.
    [[nodiscard]] Result<qint64> dataVersion() const;

private:
    Connection(QString name, const OpenOptions &options);
    [[nodiscard]] Result<void> check() const;
    [[nodiscard]] Result<void> configure() const;
    [[nodiscard]] Result<QString> text(const QString &sql) const;
    void close();

    QString m_name; ///< Of the Qt connection; empty after a move.
    QString m_path;
    std::chrono::milliseconds m_busyTimeout;
    bool m_checkpoint;
    bool m_readOnly;
};

} // namespace jarchi::database

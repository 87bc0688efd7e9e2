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
    bool create = true;               ///< Otherwise a missing file is an error that says how to make one.
    bool checkpoint = true;           ///< False for a command beside a running server: wal_autocheckpoint=0 (see docs/architecture.md).
    std::chrono::milliseconds busyTimeout{5000};
};

/// One SQLite database, open. Lives in the thread that opened it, and nothing of it may leave that thread: a
/// QSqlDatabase used from another thread fails silently. Closes when it goes.
///
/// WAL, synchronous=FULL, foreign_keys=ON, temp_store=MEMORY; quick_check at opening.
class Connection
{
public:
    /// Errors say what to do: missing folder, not a database, corrupted, read-only, locked for longer than the time-out.
    /// A file that is refused is not changed.
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
    /// Changes when another connection commits, never by this one's own commits. Costs no read of the file's pages.
    [[nodiscard]] Result<qint64> dataVersion() const;

private:
    Connection(QString name, QString path);
    void close();

    QString m_name; ///< Of the Qt connection; empty after a move.
    QString m_path;
};

} // namespace jarchi::database

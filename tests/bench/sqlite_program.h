// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>

namespace jarchi::bench {

/// The `sqlite3` program on one database, with the server's settings, kept running: so neither its start nor its
/// closing is measured. Throws Failed.
class SqliteProgram
{
public:
    explicit SqliteProgram(const QString &database);
    ~SqliteProgram();
    Q_DISABLE_COPY_MOVE(SqliteProgram)

    /// Runs the statements and returns what they printed when the last one is done.
    QByteArray execute(const QByteArray &statements);

private:
    QProcess m_process;
};

} // namespace jarchi::bench

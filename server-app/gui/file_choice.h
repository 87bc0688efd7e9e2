// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

#include <optional>

class QWidget;

namespace jarchi::gui {

/// Lets somebody choose a file without opening any. A usual dialog looks into every file of a folder to find out what
/// it is; when this process closes the database's files again, POSIX takes away the locks that SQLite has on them
/// (https://www.sqlite.org/howtocorrupt.html, 2.2), another program deletes the log under the server, and what is
/// written from then on is lost. Main thread.
class FileChoice
{
    Q_DECLARE_TR_FUNCTIONS(FileChoice)

public:
    /// The path of a CSV file, beginning in `folder`; none if nothing was chosen.
    [[nodiscard]] static std::optional<QString> csvFile(QWidget *parent, const QString &title, const QString &folder);

    /// Where to save a new table called `name`; asks before one is replaced.
    [[nodiscard]] static std::optional<QString> newCsvFile(QWidget *parent, const QString &title, const QString &name);

    /// Whether `path` is the database's, or one of the files that SQLite keeps beside it: those must not be opened
    /// either.
    [[nodiscard]] static bool belongsTo(const QString &database, const QString &path);
};

} // namespace jarchi::gui

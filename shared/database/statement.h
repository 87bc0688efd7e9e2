// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "database/connection.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <functional>
#include <initializer_list>
#include <memory>
#include <unordered_map>
#include <utility>

namespace jarchi::database {

/// What a driver's error means to the caller, as a sentence about `path`: locked, full, read-only, corrupted.
[[nodiscard]] Error toError(const QSqlError &error, const QString &path);

/// Ends a statement without forgetting its preparation.
struct FinishQuery
{
    void operator()(QSqlQuery *query) const { query->finish(); }
};
/// A statement that ran, until the end of its scope. An unfinished SELECT would hold on to an old state of the database
/// and keep the log from being checkpointed, so finishing it is nobody's to remember.
using Rows = std::unique_ptr<QSqlQuery, FinishQuery>;

/// The prepared statements of one connection, each read from its file once and kept. Lives in its connection's thread.
class Statements
{
public:
    /// `folder`: where the statements' files are, as a Qt resource: ":/sql/sqlite/server". `connection` outlives this.
    Statements(const Connection &connection, QString folder);

    using Bindings = std::initializer_list<std::pair<QString, QVariant>>;

    /// Runs `<folder>/<name>.sql` with named parameters (":account"). The query is positioned before its first row; it
    /// is valid until the same name is run again, so whoever runs others meanwhile may, but not this one. A QString is
    /// bound as text even if it is null: only an invalid QVariant is NULL. A missing file is a programming error.
    [[nodiscard]] Result<Rows> run(const QString &name, Bindings bindings = {});
    /// Runs it and calls `take` for each row. Use this for reading: it also hears of a fault between two rows, which
    /// looks like the end of them to a loop of next().
    [[nodiscard]] Result<void> each(const QString &name, Bindings bindings,
                                    const std::function<void(const QSqlQuery &)> &take);
    /// The same for a statement whose rows do not matter.
    [[nodiscard]] Result<void> execute(const QString &name, Bindings bindings = {});
    /// How many rows an INSERT, UPDATE or DELETE touched.
    [[nodiscard]] Result<qint64> change(const QString &name, Bindings bindings = {});
    /// The id of the row that an INSERT made.
    [[nodiscard]] Result<qint64> insert(const QString &name, Bindings bindings = {});
    /// The same for a statement with exactly one row and column expected; an invalid QVariant when there is no row.
    [[nodiscard]] Result<QVariant> value(const QString &name, Bindings bindings = {});

private:
    [[nodiscard]] Result<QSqlQuery *> prepared(const QString &name);

    const Connection &m_connection;
    QString m_folder;
    std::unordered_map<QString, QSqlQuery> m_prepared; ///< Not a QHash: its values move when it grows.
};

} // namespace jarchi::database

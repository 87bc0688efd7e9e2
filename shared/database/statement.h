// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "database/connection.h"

#include <QHash>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <initializer_list>
#include <utility>

namespace jarchi::database {

/// What a driver's error means to the caller, as a sentence about `path`: locked, full, read-only, corrupted.
[[nodiscard]] Error toError(const QSqlError &error, const QString &path);

/// The prepared statements of one connection, each read from its file once and kept. Lives in its connection's thread.
class Statements
{
public:
    /// `folder`: where the statements' files are, as a Qt resource: ":/sql/sqlite/server". `connection` outlives this.
    Statements(const Connection &connection, QString folder);

    using Bindings = std::initializer_list<std::pair<QString, QVariant>>;

    /// Runs `<folder>/<name>.sql` with named parameters (":account"). The query is positioned before its first row; it
    /// is this object's and valid until the same name is run again. A missing file is a programming error.
    [[nodiscard]] Result<QSqlQuery *> run(const QString &name, Bindings bindings = {});
    /// The same for a statement with exactly one row and column expected; an invalid QVariant when there is no row.
    [[nodiscard]] Result<QVariant> value(const QString &name, Bindings bindings = {});

private:
    const Connection &m_connection;
    QString m_folder;
    QHash<QString, QSqlQuery> m_prepared;
};

} // namespace jarchi::database

// SPDX-License-Identifier: MIT
#include "database/statement.h"

#include "database/statement_splitter.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace jarchi::database {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    JARCHI_DECLARE_SENTENCES(Database)
};

// Primary result codes of SQLite (https://www.sqlite.org/rescode.html); an extended code has them in its low byte.
constexpr int Busy = 5;
constexpr int Locked = 6;
constexpr int ReadOnly = 8;
constexpr int InputOutput = 10;
constexpr int Corrupt = 11;
constexpr int Full = 13;
constexpr int CannotOpen = 14;
constexpr int TooBig = 18;
constexpr int Constraint = 19;
constexpr int NotADatabase = 26;

QVariant bindable(const QVariant &value)
{
    // QVariant::isNull() would not do: since Qt 6 it does not look into the string, but the driver does.
    return value.typeId() == QMetaType::QString && value.toString().isNull() ? QVariant(u""_s) : value;
}

} // namespace

Error toError(const QSqlError &error, const QString &path)
{
    using Kind = Error::Kind;
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case Busy:
    case Locked:
        return {
            Kind::Unavailable,
            Words::tr("The database %1 is locked by another program: try again, or close the program that holds it.")
                .arg(path)};
    case ReadOnly:
        return {
            Kind::Refused,
            Words::tr("The database %1 is read-only: make the file and its folder writable for this user.").arg(path)};
    case InputOutput:
        return {Kind::Broken, Words::tr("The database %1 cannot be read or written: check the disk (%2).")
                                  .arg(path, error.databaseText())};
    case Corrupt:
        return {Kind::Broken,
                Words::tr("The database %1 is corrupted: restore it from a backup, or name another.").arg(path)};
    case Full:
        return {Kind::Unavailable, Words::tr("The disk with the database %1 is full: make room on it.").arg(path)};
    case CannotOpen:
        return {Kind::Refused,
                Words::tr("The database %1 cannot be opened: check the permissions of the file and of its folder "
                          "%2, which must be writable.")
                    .arg(path, QFileInfo(path).absolutePath())};
    case TooBig:
        return {Kind::Refused, Words::tr("A value is too large for the database %1.").arg(path)};
    case Constraint:
        return {Kind::Conflict,
                Words::tr("A row contradicts what is in the database %1 (%2).").arg(path, error.databaseText())};
    case NotADatabase:
        return {Kind::Refused, Words::tr("The file %1 is not a database: name another.").arg(path)};
    default:
        return {Kind::Broken, Words::tr("The database %1 failed: %2.").arg(path, error.text().simplified())};
    }
}

Statements::Statements(const Connection &connection, QString folder)
    : m_connection(connection)
    , m_folder(std::move(folder))
{
}

Result<QSqlQuery *> Statements::prepared(const QString &name)
{
    if (const auto found = m_prepared.find(name); found != m_prepared.end()) {
        return &found->second;
    }
    QFile file(u"%1/%2.sql"_s.arg(m_folder, name));
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(Error::Kind::Broken, Words::tr("The program lacks its statement %1.").arg(file.fileName()));
    }
    // Without its comments: Qt would look for parameters and quotes in them.
    const Result<QStringList> statements = splitStatements(QString::fromUtf8(file.readAll()));
    if (!statements || statements->size() != 1) {
        return failure(Error::Kind::Broken, Words::tr("%1 is not one statement.").arg(file.fileName()));
    }
    QSqlQuery query(m_connection.handle());
    query.setForwardOnly(true);
    if (!query.prepare(statements->first())) {
        return tl::unexpected(toError(query.lastError(), m_connection.path()));
    }
    return &m_prepared.emplace(name, std::move(query)).first->second;
}

Result<Rows> Statements::run(const QString &name, Bindings bindings)
{
    const Result<QSqlQuery *> query = prepared(name);
    if (!query) {
        return tl::unexpected(query.error());
    }
    for (const auto &[parameter, value] : bindings) {
        (*query)->bindValue(parameter, bindable(value));
    }
    if (!(*query)->exec()) {
        const Error error = toError((*query)->lastError(), m_connection.path());
        (*query)->finish();
        return tl::unexpected(error);
    }
    return Rows(*query);
}

Result<void> Statements::execute(const QString &name, Bindings bindings)
{
    return run(name, bindings).map([](const Rows &) {});
}

Result<void> Statements::each(const QString &name, Bindings bindings,
                              const std::function<void(const QSqlQuery &)> &take)
{
    const Result<Rows> rows = run(name, bindings);
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    while ((*rows)->next()) {
        take(**rows);
    }
    if ((*rows)->lastError().isValid()) {
        return tl::unexpected(toError((*rows)->lastError(), m_connection.path()));
    }
    return {};
}

Result<qint64> Statements::change(const QString &name, Bindings bindings)
{
    return run(name, bindings).map([](const Rows &rows) { return qint64{rows->numRowsAffected()}; });
}

Result<qint64> Statements::insert(const QString &name, Bindings bindings)
{
    return run(name, bindings).map([](const Rows &rows) { return rows->lastInsertId().toLongLong(); });
}

Result<QVariant> Statements::value(const QString &name, Bindings bindings)
{
    QVariant value;
    return each(name, bindings, [&value](const QSqlQuery &row) { value = row.value(0); }).map([&value] {
        return value;
    });
}

} // namespace jarchi::database

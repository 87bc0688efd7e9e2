// SPDX-License-Identifier: MIT
#include "database/migrator.h"

#include "database/statement.h"
#include "database/statement_splitter.h"
#include "database/transaction.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSqlQuery>

#include <algorithm>
#include <optional>

namespace jarchi::database {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    JARCHI_DECLARE_SENTENCES(Database)
};

// "Jarc". In the file's header (https://www.sqlite.org/fileformat.html#application_id), so that no other program's
// database is taken for ours.
constexpr qint64 ApplicationId = 0x4a617263;

struct Migration
{
    int number = 0;
    QString name;
    QString checksum;
    QString sql; ///< Empty for one that the database has had.
};

Result<QList<Migration>> readFolder(const QString &folder)
{
    static const QRegularExpression pattern(u"^(\\d{4})_([a-z0-9_]+)\\.sql$"_s);
    QList<Migration> migrations;
    for (const QString &fileName : QDir(folder).entryList(QDir::Files, QDir::Name)) {
        const QRegularExpressionMatch match = pattern.match(fileName);
        QFile file(folder + u'/' + fileName);
        const int number = match.captured(1).toInt();
        const bool isNext = match.hasMatch() && (migrations.isEmpty() || migrations.last().number < number);
        if (!isNext || !file.open(QIODevice::ReadOnly)) {
            return failure(Error::Kind::Broken,
                           Words::tr("The program's migration %1 cannot be used.").arg(file.fileName()));
        }
        // A checkout on Windows may have other line ends; it is the same migration.
        const QByteArray bytes = file.readAll().replace("\r\n"_ba, "\n"_ba);
        const QByteArray checksum = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
        migrations.append({number, match.captured(2), QString::fromLatin1(checksum), QString::fromUtf8(bytes)});
    }
    if (migrations.isEmpty()) {
        return failure(Error::Kind::Broken, Words::tr("The program lacks its migrations in %1.").arg(folder));
    }
    return migrations;
}

/// Rows of `columns` texts.
Result<QList<QStringList>> rows(const Connection &connection, const QString &sql, int columns)
{
    QSqlQuery query(connection.handle());
    query.setForwardOnly(true);
    if (!query.exec(sql)) {
        return tl::unexpected(toError(query.lastError(), connection.path()));
    }
    QList<QStringList> result;
    while (query.next()) {
        QStringList row;
        for (int column = 0; column < columns; ++column) {
            row.append(query.value(column).toString());
        }
        result.append(row);
    }
    return result;
}

Result<qint64> number(const Connection &connection, const QString &sql)
{
    return rows(connection, sql, 1).map([](const QList<QStringList> &found) {
        return found.isEmpty() ? 0 : found.first().first().toLongLong();
    });
}

/// What the database has had: nothing for a new one. Refused if it is not ours.
Result<QList<Migration>> readApplied(const Connection &connection)
{
    const Result<qint64> application = number(connection, u"PRAGMA application_id"_s);
    const Result<qint64> objects = number(connection, u"SELECT COUNT(*) FROM sqlite_master"_s);
    const Result<qint64> tables =
        number(connection, u"SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'migration'"_s);
    for (const Result<qint64> *count : {&application, &objects, &tables}) {
        if (!*count) {
            return tl::unexpected(count->error());
        }
    }
    if (*objects == 0) {
        return QList<Migration>();
    }
    if (*application != ApplicationId || *tables == 0) {
        return refused(
            Words::tr("The database %1 is another program's, not Jarchi's: name another.").arg(connection.path()));
    }
    const auto found = rows(connection, u"SELECT number, name, checksum FROM migration ORDER BY number"_s, 3);
    if (!found) {
        return tl::unexpected(found.error());
    }
    QList<Migration> applied;
    for (const QStringList &row : *found) {
        applied.append({row[0].toInt(), row[1], row[2], {}});
    }
    return applied;
}

Result<void> checkKnown(const Migration &applied, const QList<Migration> &known, const QString &path)
{
    const auto same = std::find_if(known.begin(), known.end(),
                                   [&](const Migration &migration) { return migration.number == applied.number; });
    if (same == known.end()) {
        return refused(
            Words::tr("The database %1 was made by a newer Jarchi (it has migration %2, %3): install that version, or "
                      "name another database.")
                .arg(path)
                .arg(applied.number)
                .arg(applied.name));
    }
    if (same->checksum != applied.checksum) {
        return refused(
            Words::tr("The database %1 is not one of this program and version (its migration %2, %3, differs): "
                      "name another.")
                .arg(path)
                .arg(applied.number)
                .arg(applied.name));
    }
    return {};
}

/// The first migration that the database has not had, if there is one.
Result<std::optional<Migration>> nextMigration(const Connection &connection, const QList<Migration> &known)
{
    const Result<QList<Migration>> applied = readApplied(connection);
    if (!applied) {
        return tl::unexpected(applied.error());
    }
    int newest = 0;
    for (const Migration &migration : *applied) {
        if (Result<void> fine = checkKnown(migration, known, connection.path()); !fine) {
            return tl::unexpected(fine.error());
        }
        newest = migration.number;
    }
    const auto next =
        std::find_if(known.begin(), known.end(), [&](const Migration &migration) { return migration.number > newest; });
    return next == known.end() ? std::nullopt : std::optional(*next);
}

Result<void> record(const Connection &connection, const Migration &migration)
{
    QSqlQuery query(connection.handle());
    query.prepare(u"INSERT INTO migration (number, name, checksum) VALUES (?, ?, ?)"_s);
    query.addBindValue(migration.number);
    query.addBindValue(migration.name);
    query.addBindValue(migration.checksum);
    if (!query.exec()) {
        return tl::unexpected(toError(query.lastError(), connection.path()));
    }
    return {};
}

Result<void> apply(const Connection &connection, const Migration &migration)
{
    Result<QStringList> statements = splitStatements(migration.sql);
    if (!statements) {
        return tl::unexpected(statements.error());
    }
    statements->prepend(u"CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, "
                        u"checksum TEXT NOT NULL, applied_at TEXT NOT NULL DEFAULT "
                        u"(strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))) STRICT"_s);
    statements->prepend(u"PRAGMA application_id=%1"_s.arg(ApplicationId));
    for (const QString &statement : *statements) {
        if (Result<void> done = connection.execute(statement); !done) {
            return done;
        }
    }
    return record(connection, migration);
}

/// One migration in one transaction. False when there is none left: another program may have made it meanwhile, so what
/// is next is asked inside the transaction.
Result<bool> applyNext(const Connection &connection, const QList<Migration> &known)
{
    Result<Transaction> transaction = Transaction::begin(connection);
    if (!transaction) {
        return tl::unexpected(transaction.error());
    }
    const Result<std::optional<Migration>> next = nextMigration(connection, known);
    if (!next) {
        return tl::unexpected(next.error());
    }
    if (!*next) {
        return false;
    }
    return apply(connection, **next).and_then([&] { return transaction->commit(); }).map([] { return true; });
}

} // namespace

Result<void> migrate(const Connection &connection, const QString &folder)
{
    const Result<QList<Migration>> known = readFolder(folder);
    if (!known) {
        return tl::unexpected(known.error());
    }
    Result<std::optional<Migration>> next = nextMigration(connection, *known);
    if (!next) {
        return tl::unexpected(next.error());
    }
    if (Result<void> log = connection.useWriteAheadLog(); !log) {
        return log;
    }
    if (!*next) {
        return {};
    }
    Result<bool> more = true;
    while (more && *more) {
        more = applyNext(connection, *known);
    }
    return more.map([](bool) {});
}

} // namespace jarchi::database

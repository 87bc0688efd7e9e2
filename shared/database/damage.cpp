// SPDX-License-Identifier: MIT
#include "database/damage.h"

#include "database/connection.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <tuple>

namespace jarchi::database {

using namespace Qt::StringLiterals;

namespace {

// Primary result codes of SQLite (https://www.sqlite.org/rescode.html).
constexpr int Corrupt = 11;
constexpr int NotADatabase = 26;

bool saysDamaged(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    return code == Corrupt || code == NotADatabase;
}

bool findsFault(const QSqlDatabase &database)
{
    QSqlQuery check(database);
    if (!check.exec(u"PRAGMA quick_check(1)"_s) || !check.next())
        return saysDamaged(check.lastError());
    return check.value(0).toString() != "ok"_L1;
}

} // namespace

bool isDamaged(const QString &path)
{
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    bool damaged = false;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(path);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        damaged = database.open() ? findsFault(database) : saysDamaged(database.lastError());
    }
    QSqlDatabase::removeDatabase(name);
    return damaged;
}

bool isDamaged(const Connection &connection)
{
    std::ignore = connection.execute(u"PRAGMA shrink_memory"_s); // Pages that are known from before would look sound.
    return findsFault(connection.handle());
}

} // namespace jarchi::database

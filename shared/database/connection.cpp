// SPDX-License-Identifier: MIT
#include "database/connection.h"

#include "database/statement.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlQuery>
#include <QThread>
#include <QUuid>

#include <tuple>
#include <utility>

namespace jarchi::database {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    JARCHI_DECLARE_SENTENCES(Database)
};

constexpr qint64 SmallestDatabase = 512; // One page of the least size (https://www.sqlite.org/fileformat.html).

Result<void> makeFile(const QString &path)
{
    const QFileInfo info(path);
    const QString folder = info.absolutePath();
    if (!QDir().mkpath(folder)) {
        return refused(
            Words::tr("The folder %1 for the database cannot be made: check its permissions, or name another.")
                .arg(folder));
    }
    // Made here and not by SQLite, which would let everybody read it. The log files take over its permissions.
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner) &&
        !QFileInfo::exists(path)) {
        return refused(Words::tr("The database %1 cannot be made: %2. Check the folder's permissions, or name another.")
                           .arg(path, file.errorString()));
    }
    return {};
}

/// What can be said of the path without opening it. A file must never be opened and closed beside SQLite: closing it
/// would drop the locks that other connections of this process hold (POSIX).
Result<void> prepareFile(const OpenOptions &options)
{
    if (options.path.isEmpty()) {
        return refused(Words::tr("The database has no path: name a file."));
    }
    const QFileInfo info(options.path);
    if (info.isDir()) {
        return refused(Words::tr("The database %1 is a folder: name a file in it.").arg(options.path));
    }
    if (info.exists()) {
        // SQLite takes a file that is shorter than any database for an empty one, and would write over it.
        if (info.size() > 0 && info.size() < SmallestDatabase) {
            return refused(Words::tr("The file %1 is not a database: name another.").arg(options.path));
        }
        return {};
    }
    if (!options.create || options.readOnly) {
        return failure(Error::Kind::NotFound, Words::tr("There is no database %1: check the path.").arg(options.path));
    }
    return makeFile(options.path);
}

} // namespace

Result<Connection> Connection::open(const OpenOptions &options)
{
    if (Result<void> file = prepareFile(options); !file) {
        return tl::unexpected(file.error());
    }
    Connection connection(QUuid::createUuid().toString(QUuid::WithoutBraces), options);
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection.m_name);
        if (!database.isValid()) {
            return failure(Error::Kind::Broken,
                           Words::tr("Qt's SQLite driver is missing: install it (on Debian, libqt6sql6-sqlite)."));
        }
        database.setDatabaseName(options.path);
        const QString timeout = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(options.busyTimeout.count());
        database.setConnectOptions(options.readOnly ? timeout + u";QSQLITE_OPEN_READONLY"_s : timeout);
        if (!database.open()) {
            return tl::unexpected(toError(database.lastError(), options.path));
        }
    }
    if (Result<void> ready = connection.check().and_then([&] { return connection.configure(); }); !ready) {
        return tl::unexpected(ready.error());
    }
    return connection;
}

Connection::Connection(QString name, const OpenOptions &options)
    : m_name(std::move(name))
    , m_path(options.path)
    , m_busyTimeout(options.busyTimeout)
    , m_checkpoint(options.checkpoint && !options.readOnly)
    , m_readOnly(options.readOnly)
{
}

Connection::Connection(Connection &&other) noexcept
    : m_name(std::exchange(other.m_name, {}))
    , m_path(std::move(other.m_path))
    , m_busyTimeout(other.m_busyTimeout)
    , m_checkpoint(other.m_checkpoint)
    , m_readOnly(other.m_readOnly)
{
}

Connection &Connection::operator=(Connection &&other) noexcept
{
    if (this != &other) {
        close();
        m_name = std::exchange(other.m_name, {});
        m_path = std::move(other.m_path);
        m_busyTimeout = other.m_busyTimeout;
        m_checkpoint = other.m_checkpoint;
        m_readOnly = other.m_readOnly;
    }
    return *this;
}

Connection::~Connection()
{
    close();
}

void Connection::close()
{
    if (!m_name.isEmpty()) {
        QSqlDatabase::removeDatabase(m_name);
        m_name.clear();
    }
}

/// Nothing here changes the file.
Result<void> Connection::check() const
{
    // SQLite opens a file at the first statement: this one finds out what is no database, and a folder that is
    // read-only.
    if (const Result<QString> version = text(u"PRAGMA schema_version"_s); !version) {
        return tl::unexpected(version.error());
    }
    if (m_readOnly) {
        return {};
    }
    // And these a lock that does not go away, and a file that is read-only: in one, BEGIN IMMEDIATE alone succeeds.
    Result<void> writable = execute(u"BEGIN IMMEDIATE"_s);
    if (writable) {
        writable = execute(u"CREATE TABLE jarchi_may_write (x)"_s);
        std::ignore = execute(u"ROLLBACK"_s);
    }
    if (!writable) {
        return writable;
    }
    if (m_checkpoint) {
        const Result<QString> verdict = text(u"PRAGMA quick_check(1)"_s);
        if (!verdict) {
            return tl::unexpected(verdict.error());
        }
        if (*verdict != "ok"_L1) {
            return failure(Error::Kind::Broken,
                           Words::tr("The database %1 is corrupted (%2): restore it from a backup, or name another.")
                               .arg(m_path, verdict->simplified()));
        }
    }
    return {};
}

Result<void> Connection::configure() const
{
    const QString pragmas[] = {
        u"PRAGMA foreign_keys=ON"_s,
        u"PRAGMA synchronous=FULL"_s,
        u"PRAGMA temp_store=MEMORY"_s,
        m_checkpoint ? u"PRAGMA wal_autocheckpoint=1000"_s : u"PRAGMA wal_autocheckpoint=0"_s,
    };
    for (const QString &pragma : pragmas) {
        if (Result<void> done = execute(pragma); !done) {
            return done;
        }
    }
    return {};
}

QSqlDatabase Connection::handle() const
{
    return QSqlDatabase::database(m_name, false);
}

Result<void> Connection::execute(const QString &sql) const
{
    QSqlQuery query(handle());
    if (!query.exec(sql)) {
        return tl::unexpected(toError(query.lastError(), m_path));
    }
    return {};
}

Result<QString> Connection::text(const QString &sql) const
{
    QSqlQuery query(handle());
    if (!query.exec(sql)) {
        return tl::unexpected(toError(query.lastError(), m_path));
    }
    return query.next() ? query.value(0).toString() : QString();
}

Result<void> Connection::useWriteAheadLog() const
{
    // Switching needs the file alone, and SQLite does not wait for that: two programs that start at once would fail.
    const QDeadlineTimer deadline(m_busyTimeout);
    while (true) {
        const Result<QString> mode = text(u"PRAGMA journal_mode=WAL"_s);
        if (mode && *mode == "wal"_L1) {
            return {};
        }
        if (mode) {
            return refused(Words::tr("The database %1 cannot have a write-ahead log (%2): put it on a local disk.")
                               .arg(m_path, *mode));
        }
        if (mode.error().kind != Error::Kind::Unavailable || deadline.hasExpired()) {
            return tl::unexpected(mode.error());
        }
        QThread::msleep(5);
    }
}

Result<void> Connection::setBusyTimeout(std::chrono::milliseconds timeout) const
{
    return execute(u"PRAGMA busy_timeout = %1"_s.arg(timeout.count()));
}

Result<qint64> Connection::dataVersion() const
{
    return text(u"PRAGMA data_version"_s).map([](const QString &version) { return version.toLongLong(); });
}

} // namespace jarchi::database

// SPDX-License-Identifier: MIT
#include "base/text_rules.h"
#include "database/statement.h"
#include "store/legacy_repository.h"
#include "store/row_text.h"

#include <QFileInfo>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QUuid>

namespace jarchi::store {

using namespace Qt::StringLiterals;

namespace {

/// Python's str(datetime.now()), which is local time; invalid if it is not that.
QDateTime readDate(const QVariant &value)
{
    return QDateTime::fromString(value.toString().trimmed(), Qt::ISODateWithMs).toUTC();
}

Error namedRow(const QString &table, qint64 id, const Error &error)
{
    return {Error::Kind::Refused, u"%1 %2: %3"_s.arg(table).arg(id).arg(error.english)};
}

/// The older service's database, open for reading only.
class LegacyDatabase
{
public:
    explicit LegacyDatabase(const QString &path)
        : m_path(path)
        , m_name(QUuid::createUuid().toString(QUuid::WithoutBraces))
    {
    }
    ~LegacyDatabase() { QSqlDatabase::removeDatabase(m_name); }
    Q_DISABLE_COPY_MOVE(LegacyDatabase)

    Result<void> open()
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
        database.setDatabaseName(m_path);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s);
        if (!database.open()) {
            return tl::unexpected(database::toError(database.lastError(), m_path));
        }
        return checkTable(u"Messages"_s, {u"MessageID"_s, u"MessageText"_s, u"Date"_s})
            .and_then([this] {
                return checkTable(u"User"_s, {u"UserID"_s, u"Username"_s, u"Password"_s, u"JoinDate"_s});
            })
            .and_then([this] {
                return checkTable(u"visited_notifications"_s,
                                  {u"ID"_s, u"MessageID"_s, u"UserID"_s, u"NotifiedDate"_s});
            });
    }

    Result<void> each(const QString &sql, const std::function<void(const QSqlQuery &)> &take) const
    {
        QSqlQuery query(QSqlDatabase::database(m_name, false));
        query.setForwardOnly(true);
        if (query.exec(sql)) {
            while (query.next()) {
                take(query);
            }
        }
        if (query.lastError().isValid()) {
            return tl::unexpected(database::toError(query.lastError(), m_path));
        }
        return {};
    }

private:
    /// A table, not one of our own views of the same name, with at least these columns.
    [[nodiscard]] Result<void> checkTable(const QString &table, const QStringList &columns) const
    {
        QStringList missing = columns;
        const Result<void> read =
            each(u"SELECT column.name FROM sqlite_master AS item JOIN pragma_table_info(item.name) AS column "
                 u"WHERE item.type = 'table' AND item.name = '%1' COLLATE NOCASE"_s.arg(table),
                 [&missing](const QSqlQuery &row) {
                     missing.removeIf([name = row.value(0).toString()](const QString &column) {
                         return column.compare(name, Qt::CaseInsensitive) == 0;
                     });
                 });
        if (read && !missing.isEmpty()) {
            return refused(
                u"The file %1 is no database of the older service: it has no table %2 with a column %3."_s.arg(
                    m_path, table, missing.first()));
        }
        return read;
    }

    QString m_path;
    QString m_name;
};

Result<LegacyUser> readUser(const QSqlQuery &row)
{
    const Result<QString> name =
        readLine(row.value(1), u"name"_s, limits::NameCharacters).and_then(people::validatedName);
    if (!name) {
        return tl::unexpected(name.error());
    }
    const QByteArray password = row.value(2).toByteArray();
    const std::optional<QString> text = decodeUtf8(password);
    if (!text || password.size() > limits::PasswordBytes) {
        return refused(u"The password %1."_s.arg(describe(text ? TextFault::TooLong : TextFault::NotUtf8)));
    }
    return LegacyUser{row.value(0).toLongLong(), *name, *text, readDate(row.value(3))};
}

Result<LegacyMessage> readMessage(const QSqlQuery &row)
{
    const Result<QString> text = readBody(row.value(1), u"text"_s);
    if (!text) {
        return tl::unexpected(text.error());
    }
    if (text->trimmed().isEmpty()) {
        return refused(u"The text is empty."_s);
    }
    return LegacyMessage{row.value(0).toLongLong(), *text, readDate(row.value(2))};
}

Result<void> readUsers(const LegacyDatabase &database, LegacyContent &content, QSet<qint64> &ids)
{
    return database.each(
        u"SELECT UserID, substr(CAST(Username AS BLOB), 1, 193), substr(CAST(Password AS BLOB), 1, 129), "
        u"substr(JoinDate, 1, 40) FROM User ORDER BY UserID"_s,
        [&](const QSqlQuery &row) {
            if (const Result<LegacyUser> user = readUser(row)) {
                content.users.append(*user);
                ids.insert(user->id);
            } else {
                content.refused.append(namedRow(u"User"_s, row.value(0).toLongLong(), user.error()));
            }
        });
}

Result<void> readMessages(const LegacyDatabase &database, LegacyContent &content, QSet<qint64> &ids)
{
    return database.each(u"SELECT MessageID, substr(CAST(MessageText AS BLOB), 1, 4097), substr(Date, 1, 40) "
                         u"FROM Messages ORDER BY MessageID"_s,
                         [&](const QSqlQuery &row) {
                             if (const Result<LegacyMessage> message = readMessage(row)) {
                                 content.messages.append(*message);
                                 ids.insert(message->id);
                             } else {
                                 content.refused.append(
                                     namedRow(u"Messages"_s, row.value(0).toLongLong(), message.error()));
                             }
                         });
}

Result<void> readVisits(const LegacyDatabase &database, LegacyContent &content, const QSet<qint64> &users,
                        const QSet<qint64> &messages)
{
    return database.each(
        u"SELECT ID, MessageID, UserID, substr(NotifiedDate, 1, 40) FROM visited_notifications ORDER BY ID"_s,
        [&](const QSqlQuery &row) {
            const LegacyVisit visit{row.value(1).toLongLong(), row.value(2).toLongLong(), readDate(row.value(3))};
            if (users.contains(visit.user) && messages.contains(visit.message)) {
                content.visits.append(visit);
                return;
            }
            const Error error{
                Error::Kind::Refused,
                u"Its user %1 or its message %2 is missing or was refused."_s.arg(visit.user).arg(visit.message)};
            content.refused.append(namedRow(u"visited_notifications"_s, row.value(0).toLongLong(), error));
        });
}

} // namespace

Result<LegacyContent> readLegacyDatabase(const QString &path)
{
    if (!QFileInfo(path).isFile()) {
        return failure(Error::Kind::NotFound, u"There is no file %1: check the path."_s.arg(path));
    }
    LegacyDatabase database(path);
    LegacyContent content;
    QSet<qint64> users;
    QSet<qint64> messages;
    const Result<void> read = database.open()
                                  .and_then([&] { return readUsers(database, content, users); })
                                  .and_then([&] { return readMessages(database, content, messages); })
                                  .and_then([&] { return readVisits(database, content, users, messages); });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return content;
}

} // namespace jarchi::store

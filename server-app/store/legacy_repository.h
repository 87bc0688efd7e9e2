// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "people/account.h"
#include "protocol/messages.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace jarchi::database {
class Connection;
class Statements;
} // namespace jarchi::database

namespace jarchi::store {

class AccountRepository;

/// The older service's rows, as they stand in its database (docs/legacy.md).
struct LegacyUser
{
    qint64 id = 0;
    QString name;
    QString password; ///< Clear text, as it was kept there; may be empty.
    QDateTime joined; ///< UTC; invalid if unreadable.
};
struct LegacyMessage
{
    qint64 id = 0;
    QString text;
    QDateTime date;
};
struct LegacyVisit
{
    qint64 message = 0;
    qint64 user = 0;
    QDateTime date;
};
struct LegacyContent
{
    QList<LegacyUser> users;
    QList<LegacyMessage> messages;
    QList<LegacyVisit> visits;
    QList<Error> refused; ///< Rows that cannot be taken over, each named by table and id.
};

/// Reads a database of the older service, without changing it. Refused if it is not one. What comes back has passed the
/// rules: names, texts and passwords are within their limits, and a visit's user and message are among those read.
[[nodiscard]] Result<LegacyContent> readLegacyDatabase(const QString &path);

/// Taking over the older service's data, and letting its programs go on. Store's thread.
class LegacyRepository
{
public:
    LegacyRepository(database::Statements &statements, const database::Connection &connection,
                     AccountRepository &accounts, const Clock &clock);

    /// Whether takeUser() would find an account of this name.
    [[nodiscard]] Result<bool> hasUser(const LegacyUser &user);

    struct Taken
    {
        qint64 id = 0;
        bool isNew = false;
    };
    /// The account that has this name already, or a new one that lacks everything announced (`passwordHash` is only
    /// used then; empty for none).
    [[nodiscard]] Result<Taken> takeUser(const LegacyUser &user, const QByteArray &passwordHash);
    /// The announcement that this message became, now or at an earlier import of the same message.
    [[nodiscard]] Result<Taken> takeMessage(const LegacyMessage &message);
    /// True if it was not recorded before.
    [[nodiscard]] Result<bool> takeVisit(people::AccountId account, protocol::NotificationId notification,
                                         const QDateTime &date);

    /// The views `Messages`, `User` and `visited_notifications`, which the older service's programs read and write.
    [[nodiscard]] Result<void> setViews(bool on);

private:
    [[nodiscard]] Result<void> runScript(const QString &name);
    [[nodiscard]] QString timestampOrNow(const QDateTime &time) const;

    database::Statements &m_statements;
    const database::Connection &m_connection;
    AccountRepository &m_accounts;
    const Clock &m_clock;
};

} // namespace jarchi::store

// SPDX-License-Identifier: MIT
#include "store/legacy_repository.h"

#include "base/folding.h"
#include "base/text_rules.h"
#include "database/statement.h"
#include "database/statement_splitter.h"
#include "store/account_repository.h"

#include <QCryptographicHash>
#include <QFile>

namespace jarchi::store {

using namespace Qt::StringLiterals;

namespace {

/// The first line that is not empty, without what a title may not have in it; the body keeps everything.
QString titleOf(const QString &text)
{
    const QString trimmed = text.trimmed();
    QString title = trimmed.left(trimmed.indexOf(u'\n')).simplified();
    title.removeIf([](QChar character) {
        const TextFault fault = checkLine(QStringView(&character, 1), 1);
        return fault == TextFault::ControlCharacter || fault == TextFault::BidiControl;
    });
    if (title.size() > limits::TitleCharacters) {
        const bool cutsAPair = title.at(limits::TitleCharacters - 1).isHighSurrogate();
        title.truncate(limits::TitleCharacters - (cutsAPair ? 1 : 0));
    }
    return title;
}

QByteArray digestOf(const LegacyMessage &message)
{
    const QByteArray bytes = message.text.toUtf8() + '\0' + message.date.toString(Qt::ISODateWithMs).toUtf8();
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace

LegacyRepository::LegacyRepository(database::Statements &statements, const database::Connection &connection,
                                   AccountRepository &accounts, const Clock &clock)
    : m_statements(statements)
    , m_connection(connection)
    , m_accounts(accounts)
    , m_clock(clock)
{
}

Result<bool> LegacyRepository::hasUser(const LegacyUser &user)
{
    return m_accounts.credentials(user.name).map([](const auto &known) { return known.has_value(); });
}

Result<LegacyRepository::Taken> LegacyRepository::takeUser(const LegacyUser &user, const QByteArray &passwordHash)
{
    const Result<std::optional<Credentials>> known = m_accounts.credentials(user.name);
    if (!known) {
        return tl::unexpected(known.error());
    }
    if (*known) {
        return Taken{(*known)->account.id, false};
    }
    const QVariant hash = passwordHash.isEmpty() ? QVariant() : QVariant(QString::fromLatin1(passwordHash));
    return m_statements
        .insert(u"legacy_account_insert"_s,
                {{u":name"_s, user.name}, {u":password_hash"_s, hash}, {u":joined"_s, timestampOrNow(user.joined)}})
        .map([](qint64 id) {
            return Taken{id, true};
        });
}

Result<LegacyRepository::Taken> LegacyRepository::takeMessage(const LegacyMessage &message)
{
    const QByteArray digest = digestOf(message);
    const Result<QVariant> known =
        m_statements.value(u"legacy_message_find"_s, {{u":message"_s, message.id}, {u":digest"_s, digest}});
    if (!known) {
        return tl::unexpected(known.error());
    }
    if (known->isValid()) {
        return Taken{known->toLongLong(), false};
    }
    const QString title = titleOf(message.text);
    if (title.isEmpty()) {
        return refused(u"Message %1 has no text that could be its title."_s.arg(message.id));
    }
    const QString body = message.text == title ? QString() : message.text;
    const Result<qint64> notification =
        m_statements.insert(u"legacy_notification_insert"_s, {{u":title"_s, title},
                                                              {u":body"_s, body},
                                                              {u":date"_s, timestampOrNow(message.date)},
                                                              {u":search_text"_s, folded(title + u'\n' + body)}});
    if (!notification) {
        return tl::unexpected(notification.error());
    }
    return m_statements
        .execute(u"legacy_message_insert"_s,
                 {{u":message"_s, message.id}, {u":digest"_s, digest}, {u":notification"_s, *notification}})
        .map([&notification] {
            return Taken{*notification, true};
        });
}

Result<bool> LegacyRepository::takeVisit(people::AccountId account, protocol::NotificationId notification,
                                         const QDateTime &date)
{
    return m_statements
        .change(u"visited_insert"_s,
                {{u":account"_s, account}, {u":notification"_s, notification}, {u":now"_s, timestampOrNow(date)}})
        .map([](qint64 inserted) { return inserted > 0; });
}

Result<void> LegacyRepository::setViews(bool on)
{
    Result<void> done = runScript(u"views_off"_s);
    if (done && on) {
        done = runScript(u"views_on"_s);
    }
    return done;
}

Result<void> LegacyRepository::runScript(const QString &name)
{
    QFile file(u":/sql/sqlite/server/legacy/%1.sql"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(Error::Kind::Broken, u"The program lacks its script %1."_s.arg(file.fileName()));
    }
    const Result<QStringList> statements = database::splitStatements(QString::fromUtf8(file.readAll()));
    if (!statements) {
        return tl::unexpected(statements.error());
    }
    for (const QString &statement : *statements) {
        if (Result<void> done = m_connection.execute(statement); !done) {
            return done;
        }
    }
    return {};
}

QString LegacyRepository::timestampOrNow(const QDateTime &time) const
{
    return toTimestamp(time.isValid() ? time : m_clock.now());
}

} // namespace jarchi::store

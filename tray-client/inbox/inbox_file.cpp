// SPDX-License-Identifier: MIT
#include "inbox/inbox_file.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QUrl>

namespace jarchi::inbox {

using namespace Qt::StringLiterals;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Inbox)
};

/// Letters and digits stay and everything else is percent-encoded, the separators between the parts too. A text that
/// gets too long for a file name (255 bytes on most systems) is cut and told apart by its hash.
QString encodedForFileName(const QString &text)
{
    constexpr qsizetype longest = 80;
    const QByteArray encoded = QUrl::toPercentEncoding(text, {}, "-._~"_ba);
    if (encoded.size() <= longest)
        return QString::fromLatin1(encoded);
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().first(32);
    return QString::fromLatin1(encoded.first(longest - hash.size()) + '_' + hash);
}

} // namespace

QString inboxPath(const QString &folder, const QString &server, const QString &user)
{
    return u"%1/inbox-%2-%3.sqlite"_s.arg(folder, encodedForFileName(server),
                                          // Sara and SARA are one account, so they have one inbox.
                                          encodedForFileName(user.trimmed().toLower()));
}

Result<QString> moveAside(const QString &path, const QDateTime &now)
{
    const QString suffix = u".corrupt-"_s + now.toUTC().toString(u"yyyyMMddTHHmmsszzz'Z'"_s);
    for (const QString &part : {QString(), u"-wal"_s, u"-shm"_s}) {
        QFile file(path + part);
        if (file.exists() && !file.rename(path + suffix + part))
            return failure(Error::Kind::Broken, Text::tr("The damaged inbox %1 cannot be moved aside: %2. Move it "
                                                         "yourself and start again.")
                                                    .arg(path, file.errorString()));
    }
    return path + suffix;
}

} // namespace jarchi::inbox

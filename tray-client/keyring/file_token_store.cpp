// SPDX-License-Identifier: MIT
#include "keyring/file_token_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace jarchi::keyring {

using namespace Qt::StringLiterals;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(FileTokenStore)
};

/// A token for each account of one person: more is no file of ours.
constexpr qint64 LargestFile = 256 * 1024;
constexpr QFile::Permissions OwnerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions OwnerOnlyFolder = OwnerOnly | QFile::ExeOwner;

/// Permissions mean this only where the file system has them like that.
bool othersCanRead([[maybe_unused]] const QString &path)
{
#ifdef Q_OS_UNIX
    return (QFile::permissions(path) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)) !=
           QFile::Permissions();
#else
    return false;
#endif
}

bool isOf(const QJsonValue &entry, const Owner &owner)
{
    return entry[u"server"].toString() == owner.server && entry[u"user"].toString() == owner.user;
}

QJsonArray without(const QJsonArray &tokens, const Owner &owner)
{
    QJsonArray others;
    for (const auto &entry : tokens) {
        if (!isOf(entry, owner))
            others.append(entry);
    }
    return others;
}

/// Later, as every TokenStore answers, so that nobody hears an answer inside of the question.
template <typename T>
void answer(QObject *context, std::function<void(const Result<T> &)> done, Result<T> result)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done), result = std::move(result)] { done(result); }, Qt::QueuedConnection);
}

} // namespace

FileTokenStore::FileTokenStore(const QString &folder)
    : m_folder(folder)
    , m_path(QDir(folder).filePath(u"tokens.json"_s))
{
}

void FileTokenStore::load(const Owner &owner, QObject *context, std::function<void(const Result<QString> &)> done)
{
    answer<QString>(context, std::move(done), find(owner));
}

void FileTokenStore::save(const Owner &owner, const QString &token, QObject *context,
                          std::function<void(const Result<void> &)> done)
{
    answer<void>(context, std::move(done), replace(owner, token));
}

void FileTokenStore::forget(const Owner &owner, QObject *context, std::function<void(const Result<void> &)> done)
{
    answer<void>(context, std::move(done), drop(owner));
}

Result<QString> FileTokenStore::find(const Owner &owner) const
{
    return read().and_then([&](const QJsonArray &tokens) -> Result<QString> {
        for (const auto &entry : tokens) {
            if (isOf(entry, owner) && !entry[u"token"].toString().isEmpty())
                return entry[u"token"].toString();
        }
        return failure(Error::Kind::NotFound, Text::tr("The file %1 keeps no token of %2.").arg(m_path, owner.user));
    });
}

Result<void> FileTokenStore::replace(const Owner &owner, const QString &token) const
{
    // What cannot be read, or was open to others, is given up: signing in again must always help.
    QJsonArray tokens = without(read().value_or(QJsonArray()), owner);
    tokens.append(QJsonObject{{u"server"_s, owner.server}, {u"user"_s, owner.user}, {u"token"_s, token}});
    return write(tokens);
}

Result<void> FileTokenStore::drop(const Owner &owner) const
{
    if (!QFileInfo::exists(m_path))
        return {};
    const QJsonArray tokens = without(read().value_or(QJsonArray()), owner);
    if (!tokens.isEmpty())
        return write(tokens);
    if (!QFile::remove(m_path))
        return failure(Error::Kind::Broken, Text::tr("The file %1 cannot be removed. Remove it yourself.").arg(m_path));
    return {};
}

Result<QJsonArray> FileTokenStore::read() const
{
    QFile file(m_path);
    if (!file.exists())
        return QJsonArray();
    if (othersCanRead(m_path))
        return failure(
            Error::Kind::Broken,
            Text::tr("Others can read the file %1, so its token is not used any more. Sign in again.").arg(m_path));
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Broken,
                       Text::tr("The file %1 cannot be read: %2.").arg(m_path, file.errorString()));
    const QByteArray bytes = file.read(LargestFile);
    if (bytes.isEmpty())
        return QJsonArray(); // Begun, and killed before anything was kept.
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isArray())
        return failure(Error::Kind::Broken, Text::tr("The file %1 is damaged. Sign in again.").arg(m_path));
    return document.array();
}

Result<void> FileTokenStore::write(const QJsonArray &tokens) const
{
    if (!QFileInfo::exists(m_folder) && (!QDir().mkpath(m_folder) || !QFile::setPermissions(m_folder, OwnerOnlyFolder)))
        return failure(
            Error::Kind::Broken,
            Text::tr("The folder %1 for the token cannot be made. Check who may write to it.").arg(m_folder));
    const auto fault = [this](const QFileDevice &file) {
        return failure(Error::Kind::Broken,
                       Text::tr("The token cannot be kept in %1, and you sign in again next time: %2.")
                           .arg(m_path, file.errorString()));
    };
    // QSaveFile takes the permissions of the file that it replaces, and opens its own to the user's mask where there is
    // none: so there is one first, empty.
    QFile before(m_path);
    if (!before.exists() && !before.open(QIODevice::WriteOnly | QIODevice::NewOnly, OwnerOnly))
        return fault(before);
    before.close();
    if (othersCanRead(m_path) && !before.setPermissions(OwnerOnly))
        return fault(before);
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(tokens).toJson()) < 0 || !file.commit())
        return fault(file);
    return {};
}

} // namespace jarchi::keyring

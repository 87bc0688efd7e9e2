// SPDX-License-Identifier: MIT
// The part of Inbox that takes one along to another address of the same server.
#include "inbox/inbox.h"
#include "inbox/inbox_private.h"

#include <QCoreApplication>
#include <QFile>

#include <tuple>

namespace jarchi::inbox {

using namespace Qt::StringLiterals;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Inbox)
};

} // namespace

Result<bool> Inbox::knows(const QString &epoch)
{
    return d->statements.value(u"epoch_known"_s, {{u":epoch"_s, epoch}}).map([](const QVariant &known) {
        return known.toBool();
    });
}

Result<void> Inbox::copyTo(const QString &path)
{
    // Under another name until it is complete, so that a kill leaves no half of an inbox.
    const QString unfinished = path + u".new"_s;
    std::ignore = QFile::remove(unfinished);
    QFile file(unfinished);
    // Made here and not by SQLite, which would let everybody read it.
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return failure(Error::Kind::Broken,
                       Text::tr("The inbox cannot be copied to %1: %2.").arg(path, file.errorString()));
    file.close();
    if (const Result<void> copied = d->statements.execute(u"copy_to"_s, {{u":path"_s, unfinished}}); !copied) {
        std::ignore = QFile::remove(unfinished);
        return copied;
    }
    if (!file.rename(path)) // Never over one that is there.
        return failure(Error::Kind::Broken,
                       Text::tr("The inbox cannot be copied to %1: %2.").arg(path, file.errorString()));
    return {};
}

} // namespace jarchi::inbox

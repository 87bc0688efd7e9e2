// SPDX-License-Identifier: MIT
#include "notify/balloon_key.h"

namespace jarchi::notify {

using namespace Qt::StringLiterals;

QString balloonKey(const QString &epoch, protocol::NotificationId id)
{
    return epoch + u'/' + QString::number(id);
}

std::optional<BalloonSubject> parseBalloonKey(const QString &key)
{
    // An epoch is a server's text and may have a slash in it; an id has none.
    const qsizetype slash = key.lastIndexOf(u'/');
    if (slash < 0)
        return std::nullopt;
    bool isNumber = false;
    const protocol::NotificationId id = key.sliced(slash + 1).toLongLong(&isNumber);
    const QString epoch = key.first(slash);
    if (!isNumber || id <= 0 || balloonKey(epoch, id) != key)
        return std::nullopt;
    return BalloonSubject{epoch, id};
}

QString moreKey()
{
    return u"summary"_s;
}

QString quietKey()
{
    return u"quiet-summary"_s;
}

bool isSummaryKey(const QString &key)
{
    return key == moreKey() || key == quietKey();
}

} // namespace jarchi::notify

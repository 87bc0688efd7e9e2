// SPDX-License-Identifier: MIT
#include "notify/wording.h"

#include <QCoreApplication>

namespace jarchi::notify {

using namespace Qt::StringLiterals;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Notification)
};

} // namespace

QString priceText(const protocol::Notification &notification)
{
    return notification.price.isEmpty() ? QString() : u"%1 %2"_s.arg(notification.price, notification.currency);
}

QString reasonText(const protocol::Notification &notification)
{
    if (!notification.interest)
        return {};
    return reasonText(notification, u"%1 %2"_s.arg(notification.interest->maxPrice, notification.interest->currency));
}

QString reasonText(const protocol::Notification &notification, const QString &limit)
{
    if (!notification.interest)
        return {};
    const protocol::Interest &rule = *notification.interest;
    if (rule.keyword.isEmpty() && rule.maxPrice.isEmpty())
        return Text::tr("because you follow %1").arg(rule.category);
    if (rule.keyword.isEmpty())
        return Text::tr("because you follow %1 up to %2").arg(rule.category, limit);
    if (rule.maxPrice.isEmpty())
        return Text::tr("because you follow “%1” in %2").arg(rule.keyword, rule.category);
    return Text::tr("because you follow “%1” in %2 up to %3").arg(rule.keyword, rule.category, limit);
}

} // namespace jarchi::notify

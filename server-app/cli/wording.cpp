// SPDX-License-Identifier: MIT
#include "cli/wording.h"

#include "base/clock.h"

using namespace Qt::StringLiterals;

namespace jarchi::cli {

namespace {

/// Absent texts are left out, as in the protocol.
void insertText(QJsonObject &object, const QString &name, const QString &text)
{
    if (!text.isEmpty()) {
        object.insert(name, text);
    }
}

} // namespace

QString whenText(const QDateTime &time)
{
    return time.isValid() ? time.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) : u"never"_s;
}

QString counted(qint64 count, const QString &thing)
{
    return u"%1 %2%3"_s.arg(count).arg(thing, count == 1 ? QString() : u"s"_s);
}

QString priceText(const std::optional<Money> &price)
{
    return price ? toDecimal(*price) + u' ' + price->currency : QString();
}

QString inWords(const people::Interest &interest)
{
    QString text = interest.category;
    if (!interest.keyword.isEmpty()) {
        text += u" with \"%1\""_s.arg(interest.keyword);
    }
    if (interest.limit) {
        text += u" up to %1"_s.arg(priceText(interest.limit));
    }
    return text;
}

QJsonObject toJson(const people::Account &account)
{
    QJsonObject object{{u"id"_s, QString::number(account.id)},
                       {u"name"_s, account.name},
                       {u"display_name"_s, account.displayName},
                       {u"has_password"_s, account.hasPassword},
                       {u"created_at"_s, toTimestamp(account.createdAt)}};
    if (account.lastSeenAt.isValid()) {
        object.insert(u"last_seen_at"_s, toTimestamp(account.lastSeenAt));
    }
    return object;
}

QJsonObject toJson(const people::Interest &interest)
{
    const auto wire = people::toWire(interest);
    QJsonObject object{{u"id"_s, QString::number(interest.id)}, {u"category"_s, wire.category}};
    insertText(object, u"keyword"_s, wire.keyword);
    insertText(object, u"max_price"_s, wire.maxPrice);
    insertText(object, u"currency"_s, wire.currency);
    return object;
}

QJsonObject toJson(const catalog::StoredProduct &stored)
{
    const auto &product = stored.product;
    QJsonObject object{{u"id"_s, QString::number(stored.id)},
                       {u"name"_s, product.name},
                       {u"category"_s, product.category},
                       {u"created_at"_s, toTimestamp(stored.createdAt)}};
    if (product.price) {
        object.insert(u"price"_s, toDecimal(*product.price));
        object.insert(u"currency"_s, product.price->currency);
    }
    insertText(object, u"url"_s, product.url);
    insertText(object, u"description"_s, product.description);
    return object;
}

} // namespace jarchi::cli

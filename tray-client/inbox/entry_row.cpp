// SPDX-License-Identifier: MIT
#include "inbox/entry_row.h"

#include "base/clock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QVariant>

namespace jarchi::inbox {

using namespace Qt::StringLiterals;

namespace {

enum Column {
    EntryColumn,
    Epoch,
    Id,
    Title,
    Body,
    Category,
    Price,
    Currency,
    Url,
    Priority,
    CreatedAt,
    ExpiresAt,
    InterestCategory,
    InterestKeyword,
    InterestMaxPrice,
    InterestCurrency,
    ReceivedAt,
    IsRead,
    IsKept
};

std::optional<protocol::Interest> readInterest(const QSqlQuery &row)
{
    if (row.isNull(InterestCategory))
        return std::nullopt;
    return protocol::Interest{.category = row.value(InterestCategory).toString(),
                              .keyword = row.value(InterestKeyword).toString(),
                              .maxPrice = row.value(InterestMaxPrice).toString(),
                              .currency = row.value(InterestCurrency).toString()};
}

} // namespace

Entry readEntry(const QSqlQuery &row)
{
    const auto text = [&row](Column column) { return row.value(column).toString(); };
    Entry entry;
    entry.id = row.value(EntryColumn).toLongLong();
    entry.epoch = text(Epoch);
    entry.receivedAt = fromTimestamp(text(ReceivedAt));
    entry.isRead = row.value(IsRead).toBool();
    entry.isKept = row.value(IsKept).toBool();
    protocol::Notification &notification = entry.notification;
    notification.id = row.value(Id).toLongLong();
    notification.title = text(Title);
    notification.body = text(Body);
    notification.category = text(Category);
    notification.price = text(Price);
    notification.currency = text(Currency);
    notification.url = text(Url);
    notification.priority = protocol::priorityFromWire(text(Priority)).value_or(protocol::Priority::Normal);
    notification.createdAt = fromTimestamp(text(CreatedAt));
    notification.expiresAt = row.isNull(ExpiresAt) ? QDateTime() : fromTimestamp(text(ExpiresAt));
    notification.interest = readInterest(row);
    return entry;
}

QString toJson(const QList<EntryId> &ids)
{
    QString array = u"["_s;
    for (const EntryId id : ids) {
        if (array.size() > 1)
            array += u',';
        array += QString::number(id);
    }
    return array + u']';
}

QString toJson(const QStringList &texts)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

} // namespace jarchi::inbox

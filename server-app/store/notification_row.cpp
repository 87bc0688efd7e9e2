// SPDX-License-Identifier: MIT
#include "store/notification_row.h"

#include "database/statement.h"
#include "store/row_text.h"

namespace jarchi::store {

using namespace Qt::StringLiterals;

namespace {

// The columns of notification_get.sql.
enum Column {
    ProductId,
    CategoryId,
    CategoryExists,
    Category,
    Title,
    Body,
    Price,
    Currency,
    Url,
    Priority,
    CreatedAt,
    ExpiresAt,
};

Result<void> readTexts(const QSqlQuery &row, protocol::Notification &notification)
{
    const auto title = readLine(row.value(Title), u"title"_s, limits::TitleCharacters);
    const auto body = readBody(row.value(Body), u"body"_s);
    const auto category = readLine(row.value(Category), u"category's name"_s, limits::TitleCharacters);
    const auto url = readUrl(row.value(Url));
    for (const Result<QString> *text : {&title, &body, &category, &url}) {
        if (!*text) {
            return tl::unexpected(text->error());
        }
    }
    if (title->trimmed().isEmpty()) {
        return refused(u"The title is empty."_s);
    }
    notification.title = *title;
    notification.body = *body;
    notification.category = *category;
    notification.url = *url;
    return {};
}

Result<void> readNumbers(const QSqlQuery &row, protocol::Notification &notification)
{
    if (notification.id <= 0) {
        return refused(u"The id is not above zero."_s);
    }
    if (!row.value(CategoryExists).toBool()) {
        return refused(u"There is no category %1."_s.arg(row.value(CategoryId).toLongLong()));
    }
    const qint64 priority = row.value(Priority).toLongLong();
    if (priority < 0 || priority > 2) {
        return refused(u"The priority is not 0, 1 or 2."_s);
    }
    notification.priority = static_cast<protocol::Priority>(priority);
    return readPrice(row.value(Price), row.value(Currency)).map([&](const std::optional<Money> &price) {
        if (price) {
            notification.price = toDecimal(*price);
            notification.currency = price->currency;
        }
    });
}

Result<void> readTimes(const QSqlQuery &row, protocol::Notification &notification)
{
    const auto createdAt = readTime(row.value(CreatedAt), u"time of creation"_s);
    const auto expiresAt = readTime(row.value(ExpiresAt), u"time of expiry"_s);
    if (!createdAt || !expiresAt) {
        return tl::unexpected(createdAt ? expiresAt.error() : createdAt.error());
    }
    if (!createdAt->isValid()) {
        return refused(u"The time of creation is empty."_s);
    }
    notification.createdAt = *createdAt;
    notification.expiresAt = *expiresAt;
    return {};
}

} // namespace

Result<NotificationRow> readNotification(database::Statements &statements, protocol::NotificationId id)
{
    const Result<database::Rows> rows = statements.run(u"notification_get"_s, {{u":id"_s, id}});
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    if (!(*rows)->next()) {
        return failure(Error::Kind::NotFound, u"There is no notification %1."_s.arg(id));
    }
    const QSqlQuery &row = **rows;
    NotificationRow result;
    result.notification.id = id;
    if (!row.isNull(ProductId)) {
        result.product = row.value(ProductId).toLongLong();
    }
    const Result<void> read = readTexts(row, result.notification)
                                  .and_then([&] { return readNumbers(row, result.notification); })
                                  .and_then([&] { return readTimes(row, result.notification); });
    if (!read) {
        result.fault = read.error().english;
    }
    return result;
}

} // namespace jarchi::store

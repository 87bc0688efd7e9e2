// SPDX-License-Identifier: MIT
#include "store/notification_repository.h"

#include "base/folding.h"
#include "database/statement.h"
#include "store/category_repository.h"
#include "store/interest_row.h"
#include "store/notification_row.h"

#include <QCoreApplication>
#include <QSet>

namespace jarchi::store {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    JARCHI_DECLARE_SENTENCES(Store)
};

Result<protocol::NotificationId> toId(const QVariant &value)
{
    return value.toLongLong();
}

} // namespace

NotificationRepository::NotificationRepository(database::Statements &statements, CategoryRepository &categories,
                                               const Clock &clock)
    : m_statements(statements)
    , m_categories(categories)
    , m_clock(clock)
{
}

Result<protocol::NotificationId> NotificationRepository::announce(const catalog::Announcement &announcement)
{
    CategoryId category = 0;
    if (!announcement.category.isEmpty()) {
        const Result<std::optional<CategoryId>> found = m_categories.find(announcement.category);
        if (!found) {
            return tl::unexpected(found.error());
        }
        if (!*found) {
            return failure(Error::Kind::NotFound,
                           Words::tr("There is no category “%1”: choose one that exists, or add it first.")
                               .arg(announcement.category));
        }
        category = **found;
    }
    return m_statements.insert(u"notification_insert"_s,
                               {{u":category"_s, category},
                                {u":title"_s, announcement.title},
                                {u":body"_s, announcement.body},
                                {u":url"_s, announcement.url},
                                {u":priority"_s, static_cast<int>(announcement.priority)},
                                {u":now"_s, toTimestamp(m_clock.now())},
                                {u":search_text"_s, folded(announcement.title + u'\n' + announcement.body)}});
}

Result<bool> NotificationRepository::hasUnadmitted()
{
    return m_statements.value(u"notification_any_unadmitted"_s).map([](const QVariant &any) { return any.toBool(); });
}

Result<int> NotificationRepository::admit(int limit)
{
    const auto ids = readIds(u"notification_unadmitted"_s, {{u":limit"_s, limit}});
    if (!ids) {
        return tl::unexpected(ids.error());
    }
    for (const protocol::NotificationId id : *ids) {
        if (const Result<void> done = admitOne(id); !done) {
            return tl::unexpected(done.error());
        }
    }
    return static_cast<int>(ids->size());
}

Result<void> NotificationRepository::admitOne(protocol::NotificationId id)
{
    const Result<NotificationRow> row = readNotification(m_statements, id);
    if (!row) {
        return tl::unexpected(row.error());
    }
    if (!row->fault.isEmpty()) {
        return setAside(id, row->fault);
    }
    const protocol::Notification &notification = row->notification;
    const QString searchText = folded(notification.title + u'\n' + notification.body);
    // The times too: other programs write them in other forms, and the matching rule compares them as text.
    const QVariant expiresAt =
        notification.expiresAt.isValid() ? QVariant(toTimestamp(notification.expiresAt)) : QVariant();
    Result<void> done =
        m_statements.execute(u"notification_admit"_s, {{u":id"_s, id},
                                                       {u":search_text"_s, searchText},
                                                       {u":created_at"_s, toTimestamp(notification.createdAt)},
                                                       {u":expires_at"_s, expiresAt}});
    if (done && row->product) {
        done = m_statements.execute(u"product_set_search_text"_s,
                                    {{u":product"_s, *row->product}, {u":search_text"_s, searchText}});
    }
    return done;
}

Result<protocol::NotificationId> NotificationRepository::admittedUpTo()
{
    return m_statements.value(u"notification_admitted_up_to"_s).and_then(toId);
}

Result<protocol::NotificationId> NotificationRepository::newestId()
{
    return m_statements.value(u"notification_newest"_s).and_then(toId);
}

Result<NotificationRepository::Batch> NotificationRepository::between(protocol::NotificationId after,
                                                                      protocol::NotificationId upTo, int limit)
{
    const auto ids =
        readIds(u"notification_between"_s, {{u":after"_s, after}, {u":up_to"_s, upTo}, {u":limit"_s, limit}});
    if (!ids) {
        return tl::unexpected(ids.error());
    }
    Batch batch;
    batch.last = ids->empty() ? after : ids->back();
    for (const protocol::NotificationId id : *ids) {
        Result<NotificationRow> row = readNotification(m_statements, id);
        if (!row) {
            return tl::unexpected(row.error());
        }
        if (row->fault.isEmpty()) {
            batch.notifications.push_back(std::move(row->notification));
        } else {
            batch.faulty.emplace_back(id, row->fault);
        }
    }
    return batch;
}

Result<void> NotificationRepository::setAside(protocol::NotificationId notification, const QString &reason)
{
    return m_statements.execute(u"notification_set_aside"_s, {{u":id"_s, notification}, {u":reason"_s, reason}});
}

Result<std::vector<Recipient>> NotificationRepository::recipients(protocol::NotificationId notification)
{
    std::vector<Recipient> recipients;
    // Ten thousand people follow few different rules: those that are alike share their texts.
    QSet<protocol::Interest> rules;
    return m_statements
        .each(u"wanted_by_online"_s, {{u":notification"_s, notification}},
              [&](const QSqlQuery &row) {
                  Recipient recipient{row.value(0).toLongLong(), std::nullopt};
                  if (const auto interest = readInterest(row, 1)) {
                      recipient.interest = *rules.insert(people::toWire(*interest));
                  }
                  recipients.push_back(std::move(recipient));
              })
        .map([&recipients] { return std::move(recipients); });
}

Result<void> NotificationRepository::setOnline(people::AccountId account, bool online)
{
    return m_statements.execute(online ? u"online_add"_s : u"online_remove"_s, {{u":account"_s, account}});
}

Result<Delivery> NotificationRepository::delivery(protocol::NotificationId notification)
{
    Delivery delivery;
    return m_statements
        .each(u"notification_delivery"_s, {{u":notification"_s, notification}},
              [&delivery](const QSqlQuery &row) {
                  delivery.delivered = row.value(0).toLongLong();
                  delivery.total = delivery.delivered + row.value(1).toLongLong();
              })
        .map([&delivery] { return delivery; });
}

Result<protocol::NotificationId> NotificationRepository::floor(people::AccountId account)
{
    return m_statements.value(u"account_floor"_s, {{u":account"_s, account}}).and_then(toId);
}

Result<void> NotificationRepository::raiseFloor(people::AccountId account, protocol::NotificationId floor)
{
    return m_statements.execute(u"account_raise_floor"_s, {{u":account"_s, account}, {u":floor"_s, floor}});
}

Result<std::vector<protocol::NotificationId>>
NotificationRepository::readIds(const QString &statement, std::initializer_list<std::pair<QString, QVariant>> bindings)
{
    std::vector<protocol::NotificationId> ids;
    return m_statements
        .each(statement, bindings, [&ids](const QSqlQuery &row) { ids.push_back(row.value(0).toLongLong()); })
        .map([&ids] { return std::move(ids); });
}

} // namespace jarchi::store

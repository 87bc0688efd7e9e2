// SPDX-License-Identifier: MIT
#pragma once

#include "database/connection.h"
#include "inbox/inbox.h"
#include "support/fake_clock.h"

#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace jarchi::test {

/// The file of an inbox, which a test opens and closes as it likes; each test has another one.
class InboxFileFixture
{
protected:
    using Ids = QList<protocol::NotificationId>;

    void setUp() { m_folder = std::make_unique<QTemporaryDir>(); }

    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("inbox.sqlite")); }
    /// Null, and a warning, when it cannot be opened.
    [[nodiscard]] std::unique_ptr<inbox::Inbox> opened() const { return opened(path(), m_clock); }
    [[nodiscard]] static std::unique_ptr<inbox::Inbox> opened(const QString &path, const Clock &clock)
    {
        auto inbox = inbox::Inbox::open({.path = path, .busyTimeout = std::chrono::milliseconds(50)}, clock);
        if (!inbox)
            qWarning("%s", qUtf8Printable(inbox.error().message));
        return inbox ? std::move(*inbox) : nullptr;
    }
    /// Which of these were new.
    [[nodiscard]] static Ids storedNew(inbox::Inbox &inbox, const Ids &ids,
                                       const QString &epoch = QStringLiteral("one"))
    {
        const auto fresh = inbox.store(epoch, withIds(ids));
        if (!fresh)
            qWarning("%s", qUtf8Printable(fresh.error().message));
        return fresh ? idsOf(*fresh) : Ids{-1};
    }
    [[nodiscard]] static protocol::Notification withId(protocol::NotificationId id)
    {
        protocol::Notification notification;
        notification.id = id;
        notification.title = QStringLiteral("Product %1").arg(id);
        notification.createdAt = QDateTime(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
        return notification;
    }
    [[nodiscard]] static QList<protocol::Notification> withIds(const Ids &ids)
    {
        QList<protocol::Notification> notifications;
        for (const protocol::NotificationId id : ids)
            notifications += withId(id);
        return notifications;
    }
    [[nodiscard]] static Ids idsOf(const QList<protocol::Notification> &notifications)
    {
        Ids ids;
        for (const protocol::Notification &notification : notifications)
            ids += notification.id;
        return ids;
    }
    /// Through a connection of its own, as another program would see it.
    [[nodiscard]] QVariant value(const QString &sql) const
    {
        const auto connection = database::Connection::open({.path = path(), .create = false, .checkpoint = false});
        if (!connection)
            return {};
        QSqlQuery query(connection->handle());
        return query.exec(sql) && query.next() ? query.value(0) : QVariant();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;
};

} // namespace jarchi::test

// SPDX-License-Identifier: MIT
#pragma once

#include "inbox/inbox.h"
#include "support/fake_clock.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace jarchi::test {

/// An inbox in a folder of its own, gone with this object, and short ways to fill it.
class InboxFixture
{
public:
    InboxFixture() { reopen(); }

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("inbox.sqlite")); }
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] inbox::Inbox &operator*() { return *m_inbox; }
    [[nodiscard]] inbox::Inbox *operator->() { return m_inbox.get(); }
    [[nodiscard]] FakeClock &clock() { return m_clock; }

    void close() { m_inbox.reset(); }
    void reopen()
    {
        m_inbox.reset();
        auto opened = inbox::Inbox::open({.path = path()}, m_clock);
        if (!opened)
            qFatal("%ls", qUtf16Printable(opened.error().message));
        m_inbox = *std::move(opened);
    }

    /// A minute younger for each id.
    [[nodiscard]] static protocol::Notification notification(protocol::NotificationId id)
    {
        protocol::Notification made;
        made.id = id;
        made.title = QStringLiteral("Product %1").arg(id);
        made.createdAt = QDateTime(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC).addSecs(id * 60);
        return made;
    }

    /// The entry that it became; 0 when it was known.
    inbox::EntryId store(const protocol::Notification &notification)
    {
        const auto fresh = m_inbox->store(Epoch, {notification});
        if (!fresh)
            qFatal("%ls", qUtf16Printable(fresh.error().message));
        return fresh->isEmpty() ? 0 : entry(notification.id);
    }
    inbox::EntryId store(protocol::NotificationId id) { return store(notification(id)); }
    inbox::EntryId storeText(protocol::NotificationId id, const QString &title, const QString &body = {},
                             const QString &category = {})
    {
        protocol::Notification made = notification(id);
        made.title = title;
        made.body = body;
        made.category = category;
        return store(made);
    }
    /// 0 when it is not there.
    [[nodiscard]] inbox::EntryId entry(protocol::NotificationId id)
    {
        const auto found = m_inbox->find(Epoch, id);
        return found && *found ? (*found)->id : 0;
    }
    [[nodiscard]] qint64 unread() { return m_inbox->unread().value_or(-1); }

    static inline const QString Epoch = QStringLiteral("one");

private:
    QTemporaryDir m_folder;
    FakeClock m_clock;
    std::unique_ptr<inbox::Inbox> m_inbox;
};

} // namespace jarchi::test

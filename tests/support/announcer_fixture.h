// SPDX-License-Identifier: MIT
#pragma once

#include "notify/announcer.h"
#include "notify/balloon_key.h"
#include "support/fake_clock.h"
#include "support/recorded_balloons.h"

#include <QHash>
#include <QTest>

#include <memory>

namespace jarchi::test {

/// An announcer of the database "e", whose balloons are noted and whose clock is the test's.
class AnnouncerFixture
{
protected:
    using Notification = protocol::Notification;
    using NotificationId = protocol::NotificationId;
    using Priority = protocol::Priority;

    void beginAnew()
    {
        m_announcer.reset();
        m_made.clear();
        m_clock = std::make_unique<FakeClock>();
        m_balloons = std::make_unique<RecordedBalloons>();
        m_announcer = std::make_unique<notify::Announcer>(*m_balloons, *m_clock);
        m_announcer->setEpoch(QStringLiteral("e"));
    }

    /// Made now, unless it was made before: that never changes.
    [[nodiscard]] Notification notification(NotificationId id, Priority priority = Priority::Normal)
    {
        Notification made;
        made.id = id;
        made.title = QStringLiteral("No. %1").arg(id);
        made.priority = priority;
        if (!m_made.contains(id))
            m_made[id] = m_clock->now();
        made.createdAt = m_made.value(id);
        return made;
    }
    [[nodiscard]] QList<Notification> notifications(NotificationId first, NotificationId last)
    {
        QList<Notification> list;
        for (NotificationId id = first; id <= last; ++id)
            list.append(notification(id));
        return list;
    }
    void show(const QList<Notification> &fresh) { QVERIFY(m_announcer->show(fresh)); }
    /// Of the balloons about these; 0 stands for the summary.
    [[nodiscard]] static QStringList keys(const QList<NotificationId> &ids)
    {
        QStringList list;
        for (const NotificationId id : ids)
            list.append(id == 0 ? notify::moreKey() : notify::balloonKey(QStringLiteral("e"), id));
        return list;
    }

    QHash<NotificationId, QDateTime> m_made;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<RecordedBalloons> m_balloons;
    std::unique_ptr<notify::Announcer> m_announcer;
};

} // namespace jarchi::test

// SPDX-License-Identifier: MIT
#include "inbox/receiver.h"

#include "inbox/inbox.h"

#include <utility>

namespace jarchi::inbox {

Receiver::Receiver(Inbox &inbox, Steps steps, QObject *parent)
    : QObject(parent)
    , m_inbox(inbox)
    , m_steps(std::move(steps))
{
    m_burstEnd.setSingleShot(true);
    m_burstEnd.setInterval(0); // When everything that is readable now has been read.
    connect(&m_burstEnd, &QTimer::timeout, this, &Receiver::flush);
}

void Receiver::setEpoch(const QString &epoch)
{
    if (epoch != m_epoch)
        flush();
    m_epoch = epoch;
}

void Receiver::take(const protocol::Notification &notification)
{
    m_burst.append(notification);
    if (m_burst.size() >= LongestBurst)
        flush();
    else
        m_burstEnd.start();
}

void Receiver::flush()
{
    m_burstEnd.stop();
    const QList<protocol::Notification> burst = std::exchange(m_burst, {});
    if (burst.isEmpty())
        return;
    const Result<QList<protocol::Notification>> fresh = m_inbox.store(m_epoch, burst);
    if (!fresh)
        return m_steps.fail(fresh.error());
    const qsizetype shown = fresh->isEmpty() ? 0 : m_steps.show(*fresh);
    QList<protocol::NotificationId> unseen;
    for (const protocol::Notification &notification : fresh->sliced(shown))
        unseen.append(notification.id);
    if (const Result<void> taken = unseen.isEmpty() ? Result<void>() : m_inbox.forget(m_epoch, unseen); !taken)
        m_steps.fail(taken.error());
    QList<protocol::NotificationId> ids;
    for (const protocol::Notification &notification : burst) {
        if (!unseen.contains(notification.id))
            ids.append(notification.id);
    }
    if (ids.isEmpty())
        return;
    m_steps.acknowledge(ids);
}

} // namespace jarchi::inbox

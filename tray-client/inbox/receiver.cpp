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
    if (!fresh->isEmpty() && !m_steps.show(*fresh))
        return;
    QList<protocol::NotificationId> ids;
    ids.reserve(burst.size());
    for (const protocol::Notification &notification : burst)
        ids.append(notification.id);
    m_steps.acknowledge(ids);
}

} // namespace jarchi::inbox

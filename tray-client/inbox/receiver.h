// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "protocol/messages.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>

namespace jarchi::inbox {

class Inbox;

/// The way of a notification that arrived: stored, then shown, then acknowledged. In that order a crash anywhere loses
/// nothing and shows nothing twice. Whoever shows may put that off until more has come, since the inbox remembers what
/// its reader was not told. What arrives in one burst is stored in one transaction. Lives in its inbox's thread, owned
/// by whoever connects a visit with an inbox and a notifier.
class Receiver : public QObject
{
    Q_OBJECT

public:
    struct Steps
    {
        /// Shows what is new, oldest first, and returns how many of them got out. The others are taken back and not
        /// acknowledged: they come again.
        std::function<qsizetype(const QList<protocol::Notification> &fresh)> show;
        /// Tells the server that these are stored, the ones known before among them.
        std::function<void(const QList<protocol::NotificationId> &ids)> acknowledge;
        /// The inbox could not keep what came. It was neither shown nor acknowledged, so it will come again.
        std::function<void(const Error &why)> fail;
    };

    /// A burst longer than this is stored in several transactions, to bound what is held.
    static constexpr qsizetype LongestBurst = protocol::AckIds;

    /// `inbox` outlives this.
    Receiver(Inbox &inbox, Steps steps, QObject *parent = nullptr);

    /// The epoch of what arrives from now on. What arrived before is stored first.
    void setEpoch(const QString &epoch);
    /// Stored with everything else of this burst, when the event loop comes back to this.
    void take(const protocol::Notification &notification);
    /// Stores now what was taken.
    void flush();

private:
    Inbox &m_inbox;
    const Steps m_steps;
    QString m_epoch;
    QList<protocol::Notification> m_burst;
    QTimer m_burstEnd;
};

} // namespace jarchi::inbox

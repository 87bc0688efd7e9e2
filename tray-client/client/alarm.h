// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

namespace jarchi::client {

/// Rings once at a time of day. It looks at the wall clock at least every minute, since a QTimer stands still while the
/// computer sleeps, and a clock can be set. Main thread; owned by whoever waits.
class Alarm : public QObject
{
    Q_OBJECT

public:
    /// `clock` outlives this.
    explicit Alarm(const Clock &clock, QObject *parent = nullptr);

    /// An invalid time is never.
    void setTime(const QDateTime &time);
    /// Rings now if it is time, for whoever knows that the clock may have jumped.
    void look();

Q_SIGNALS:
    void rang();
    /// The clock was put back, so that the time is farther away than it was. It is waited for all the same.
    void putBack();

private:
    const Clock &m_clock;
    QDateTime m_time;
    QDateTime m_seen; ///< What the clock said when it was last looked at.
    QTimer m_timer;
};

} // namespace jarchi::client

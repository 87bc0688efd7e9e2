// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>
#include <QNetworkInformation>
#include <QObject>

namespace jarchi::desktop {

/// Hears when the computer woke up or the network came back, so that nobody sits before a stale connection. It asks
/// nobody again and again: logind tells it of sleep, and NetworkManager, by Qt, of the network. Where one of them is
/// missing, nothing is heard of it, and connections are made again as their own timers have it. Main thread; owned by
/// whoever listens.
class WakeWatch : public QObject
{
    Q_OBJECT

public:
    /// `systemBus` is where logind is; one that is not connected is fine.
    explicit WakeWatch(const QDBusConnection &systemBus, QObject *parent = nullptr);

Q_SIGNALS:
    /// It may come twice for one sleep: once for the computer, and once for its network.
    void woke();

public Q_SLOTS:
    /// What the network is now; what it was is remembered.
    void followNetwork(QNetworkInformation::Reachability reachability);

private Q_SLOTS:
    void followSleep(bool begins);

private:
    bool m_isOnline = false;
};

} // namespace jarchi::desktop

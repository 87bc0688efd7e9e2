// SPDX-License-Identifier: MIT
#include "desktop/wake_watch.h"

namespace jarchi::desktop {

using namespace Qt::StringLiterals;

WakeWatch::WakeWatch(const QDBusConnection &systemBus, QObject *parent)
    : QObject(parent)
{
    // A bus knows slots by their text only; the test with a logind fails when it is wrong.
    QDBusConnection(systemBus).connect(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s,
                                       u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, this,
                                       QT_STRINGIFY(QSLOT_CODE) "followSleep(bool)");
    if (!QNetworkInformation::loadDefaultBackend())
        return; // No plugin, or no NetworkManager.
    const QNetworkInformation *const network = QNetworkInformation::instance();
    m_isOnline = network->reachability() == QNetworkInformation::Reachability::Online;
    connect(network, &QNetworkInformation::reachabilityChanged, this, &WakeWatch::followNetwork);
}

void WakeWatch::followSleep(bool begins)
{
    if (!begins)
        Q_EMIT woke();
}

void WakeWatch::followNetwork(QNetworkInformation::Reachability reachability)
{
    const bool wasOnline = m_isOnline;
    m_isOnline = reachability == QNetworkInformation::Reachability::Online;
    if (m_isOnline && !wasOnline)
        Q_EMIT woke();
}

} // namespace jarchi::desktop

// SPDX-License-Identifier: MIT
#pragma once

#include "balloons/desktop_balloons.h"
#include "support/notification_daemon.h"
#include "support/patience.h"
#include "support/private_bus.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace jarchi::test {

/// Balloons on a bus of the test's own, and a notification daemon that takes its name when the test says so: what the
/// tests of DesktopBalloons begin with.
class DesktopBalloonsFixture
{
protected:
    void setUp()
    {
        m_name = QStringLiteral("client %1").arg(++m_count);
        m_daemon = daemon();
    }
    void tearDown()
    {
        m_balloons.reset();
        m_daemon.reset();
        QDBusConnection::disconnectFromBus(m_name);
    }

    [[nodiscard]] QDBusConnection bus() const { return m_bus.connectAs(m_name); }
    [[nodiscard]] std::unique_ptr<NotificationDaemon> daemon()
    {
        return std::make_unique<NotificationDaemon>(m_bus, QStringLiteral("daemon %1").arg(++m_count));
    }
    /// The daemon is there, and the balloons are made. False when the bus does not give it the name.
    [[nodiscard]] bool startBoth()
    {
        const bool isThere = m_daemon->appear();
        m_balloons = std::make_unique<balloons::DesktopBalloons>(bus());
        return isThere;
    }
    /// Shows one with the key "known" and has it activated: all that was sent before has been answered then.
    [[nodiscard]] bool isKnown(const NotificationDaemon &daemon) const
    {
        const QString known = QStringLiteral("known");
        QSignalSpy activated(m_balloons.get(), &notify::Balloons::activated);
        m_balloons->show(balloon(known, known));
        const auto isThere = [&] {
            return !daemon.shown.isEmpty() && daemon.shown.constLast().arguments.value(3).toString() == known;
        };
        if (!QTest::qWaitFor(isThere, Patience))
            return false;
        daemon.invoke(daemon.shown.constLast().id, QStringLiteral("default"));
        return QTest::qWaitFor([&activated] { return !activated.isEmpty(); }, Patience);
    }
    /// After it, the bus has seen all that `connection` sent before.
    static void roundTrip(const QDBusConnection &connection)
    {
        const QString service = QStringLiteral("org.freedesktop.DBus");
        connection.call(QDBusMessage::createMethodCall(service, QStringLiteral("/"), service, QStringLiteral("GetId")));
    }
    /// With a body that looks like markup, and both buttons.
    [[nodiscard]] static notify::Balloon balloon(const QString &key, const QString &title = QStringLiteral("Title"))
    {
        notify::Balloon made;
        made.key = key;
        made.title = title;
        made.body = QStringLiteral("<b>a</b> & b");
        made.openLabel = QStringLiteral("Open shop.example");
        made.notInterestedLabel = QStringLiteral("Not interested in Phones");
        return made;
    }

    const PrivateBus m_bus;
    QString m_name;
    int m_count = 0;
    std::unique_ptr<NotificationDaemon> m_daemon;
    std::unique_ptr<balloons::DesktopBalloons> m_balloons;
};

} // namespace jarchi::test

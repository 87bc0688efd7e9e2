// SPDX-License-Identifier: MIT
#pragma once

#include "support/private_bus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QDeadlineTimer>
#include <QList>
#include <QStringList>
#include <QThread>
#include <QVariantList>

#include <chrono>
#include <utility>

namespace jarchi::test {

/// A desktop's notification daemon, as well or badly behaved as a test wants it. Each has a connection, and so a
/// unique name, of its own; with its end the bus sees it die.
class NotificationDaemon final : public QDBusVirtualObject
{
    Q_DISABLE_COPY_MOVE(NotificationDaemon)

public:
    static QString service() { return QStringLiteral("org.freedesktop.Notifications"); }
    static QString path() { return QStringLiteral("/org/freedesktop/Notifications"); }

    struct Shown
    {
        uint id = 0;
        QVariantList arguments; ///< Of Notify, in its order.
    };

    QStringList capabilities{QStringLiteral("body"), QStringLiteral("body-markup"), QStringLiteral("actions")};
    bool knowsCapabilities = true; ///< Otherwise it answers with an error.
    bool knowsInhibited = false;
    bool inhibited = false;
    bool refuses = false;    ///< Answers Notify with an error.
    QStringList slowMethods; ///< Are answered by answerAll() only.
    uint nextId = 17;

    QList<Shown> shown;
    QList<uint> closed;
    int capabilitiesAsked = 0;
    int refused = 0; ///< Notify calls that were answered with an error.

    NotificationDaemon(const PrivateBus &bus, const QString &name)
        : m_name(name)
        , m_connection(bus.connectAs(name))
    {
        m_connection.registerVirtualObject(path(), this);
    }
    ~NotificationDaemon() override
    {
        m_connection.unregisterObject(path());
        m_connection = QDBusConnection(QString());
        QDBusConnection::disconnectFromBus(m_name);
    }

    /// Takes the name, as the last step of starting. The bus may not yet have seen the end of the one before.
    bool appear()
    {
        const QDeadlineTimer patience(std::chrono::seconds(10));
        bool hasName = m_connection.registerService(service());
        while (!hasName && !patience.hasExpired()) {
            QThread::yieldCurrentThread();
            hasName = m_connection.registerService(service());
        }
        return hasName;
    }
    /// Gives up the name without ending.
    bool makeWay() { return m_connection.unregisterService(service()); }
    [[nodiscard]] bool hasUnanswered() const { return !m_unanswered.isEmpty(); }
    /// After it, the bus has seen all that this sent before.
    void settle() const
    {
        m_connection.call(QDBusMessage::createMethodCall(
            QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
            QStringLiteral("org.freedesktop.DBus"), QStringLiteral("GetId")));
    }
    void answerAll()
    {
        slowMethods.clear();
        for (const QDBusMessage &message : std::exchange(m_unanswered, {}))
            m_connection.send(answer(message));
    }
    void invoke(uint id, const QString &action) const { emitSignal(QStringLiteral("ActionInvoked"), {id, action}); }
    void sayClosed(uint id, uint reason) const { emitSignal(QStringLiteral("NotificationClosed"), {id, reason}); }
    void emitSignal(const QString &name, const QVariantList &arguments) const
    {
        QDBusMessage signal = QDBusMessage::createSignal(path(), service(), name);
        signal.setArguments(arguments);
        m_connection.send(signal);
    }
    void inhibit(bool isOn)
    {
        inhibited = isOn;
        QDBusMessage signal = QDBusMessage::createSignal(path(), QStringLiteral("org.freedesktop.DBus.Properties"),
                                                         QStringLiteral("PropertiesChanged"));
        signal << service() << QVariantMap{{QStringLiteral("Inhibited"), isOn}} << QStringList();
        m_connection.send(signal);
    }

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &) override
    {
        if (message.member() == QLatin1String("GetCapabilities"))
            ++capabilitiesAsked;
        if (slowMethods.contains(message.member())) {
            message.setDelayedReply(true);
            m_unanswered.append(message);
        } else {
            m_connection.send(answer(message));
        }
        return true;
    }
    [[nodiscard]] QString introspect(const QString &) const override { return {}; }

private:
    QDBusMessage answer(const QDBusMessage &message)
    {
        const QString method = message.member();
        if (method == QLatin1String("Notify") && !refuses)
            return message.createReply(notify(message.arguments()));
        if (method == QLatin1String("CloseNotification")) {
            closed.append(message.arguments().value(0).toUInt());
            return message.createReply();
        }
        if (method == QLatin1String("GetCapabilities") && knowsCapabilities)
            return message.createReply(capabilities);
        if (method == QLatin1String("GetServerInformation")) {
            return message.createReply(
                {QStringLiteral("Fake"), QStringLiteral("Jarchi"), QStringLiteral("1"), QStringLiteral("1.2")});
        }
        if (method == QLatin1String("Get") && knowsInhibited)
            return message.createReply(QVariant::fromValue(QDBusVariant(inhibited)));
        refused += method == QLatin1String("Notify") ? 1 : 0;
        return message.createErrorReply(QDBusError::Failed, QStringLiteral("not today"));
    }
    uint notify(const QVariantList &arguments)
    {
        const uint replaces = arguments.value(1).toUInt();
        const uint id = replaces != 0 ? replaces : nextId++;
        shown.append({id, arguments});
        return id;
    }

    QString m_name;
    QDBusConnection m_connection;
    QList<QDBusMessage> m_unanswered;
};

} // namespace jarchi::test

// SPDX-License-Identifier: MIT
#include "balloons/daemon.h"

#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QLoggingCategory>

#include <utility>

namespace jarchi::balloons {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(log, "jarchi.tray.daemon", QtInfoMsg)

constexpr auto Service = "org.freedesktop.Notifications"_L1;
constexpr auto Path = "/org/freedesktop/Notifications"_L1;
constexpr auto Properties = "org.freedesktop.DBus.Properties"_L1;
constexpr auto Inhibited = "Inhibited"_L1;

/// For an answer about the daemon itself; balloons wait for it.
constexpr int PatienceMilliseconds = 5000;

QDBusMessage questionToBus(const QString &method, const QVariantList &arguments = {})
{
    QDBusMessage question = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                                           u"org.freedesktop.DBus"_s, method);
    question.setArguments(arguments);
    return question;
}

} // namespace

Daemon::Daemon(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    if (!m_bus.isConnected()) {
        m_state = State::Absent;
        return;
    }
    m_watcher.setConnection(m_bus);
    m_watcher.setWatchMode(QDBusServiceWatcher::WatchForOwnerChange);
    m_watcher.addWatchedService(Service);
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &owner) { setOwner(owner); });
    m_bus.connect(QString(), u"/org/freedesktop/DBus/Local"_s, u"org.freedesktop.DBus.Local"_s, u"Disconnected"_s, this,
                  QT_STRINGIFY(QSLOT_CODE) "loseBus()");
    find();
}

void Daemon::wake()
{
    if (m_state != State::Asleep)
        return;
    setState(State::Starting);
    ask(questionToBus(u"StartServiceByName"_s, {QString(Service), 0U}), [this](const QDBusMessage &reply) {
        if (reply.type() != QDBusMessage::ErrorMessage || !m_owner.isEmpty())
            return;
        qCWarning(log) << "no balloons by D-Bus, the notification daemon cannot be started:" << reply.errorMessage();
        m_canBeStarted = false;
        setState(State::Absent);
    });
}

QDBusPendingCall Daemon::call(const QString &method, const QVariantList &arguments) const
{
    QDBusMessage message = QDBusMessage::createMethodCall(m_owner, Path, Service, method);
    message.setArguments(arguments);
    return m_bus.asyncCall(message);
}

void Daemon::takeToken(uint id, const QString &token, const QDBusMessage &message)
{
    if (message.service() == m_owner)
        Q_EMIT activationTokenGiven(id, token);
}

void Daemon::takeAction(uint id, const QString &action, const QDBusMessage &message)
{
    if (message.service() == m_owner)
        Q_EMIT actionInvoked(id, action);
}

void Daemon::takeClosed(uint id, uint reason, const QDBusMessage &message)
{
    if (message.service() == m_owner)
        Q_EMIT closed(id, reason);
}

void Daemon::takeProperties(const QString &interface, const QVariantMap &changed, const QStringList &invalidated,
                            const QDBusMessage &message)
{
    if (message.service() != m_owner || interface != Service)
        return;
    if (changed.contains(Inhibited))
        setInhibited(changed.value(Inhibited).toBool());
    else if (invalidated.contains(Inhibited))
        askWhetherInhibited();
}

void Daemon::loseBus()
{
    m_canBeStarted = false;
    setOwner({});
    setState(State::Absent);
}

void Daemon::find()
{
    ask(questionToBus(u"ListActivatableNames"_s), [this](const QDBusMessage &reply) {
        m_canBeStarted =
            reply.type() == QDBusMessage::ReplyMessage && reply.arguments().value(0).toStringList().contains(Service);
    });
    // The bus answers in order, so this one knows what the first one said.
    ask(questionToBus(u"GetNameOwner"_s, {QString(Service)}), [this](const QDBusMessage &reply) {
        if (m_state != State::Unknown)
            return; // It came meanwhile.
        if (reply.type() == QDBusMessage::ReplyMessage)
            setOwner(reply.arguments().value(0).toString());
        else
            setState(m_canBeStarted ? State::Asleep : State::Absent);
    });
}

void Daemon::setOwner(const QString &owner)
{
    if (owner == m_owner)
        return;
    const bool wasThere = !m_owner.isEmpty();
    if (wasThere)
        follow(false);
    m_owner = owner;
    m_capabilities.clear();
    setInhibited(false);
    if (!m_owner.isEmpty()) {
        follow(true);
        setState(State::Starting);
        askWhetherInhibited(); // First: nothing is announced before that is known.
        askWhatItCanDo();
    } else {
        setState(m_canBeStarted ? State::Asleep : State::Absent);
    }
    if (wasThere)
        Q_EMIT gone();
}

void Daemon::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged();
}

void Daemon::setInhibited(bool isInhibited)
{
    if (std::exchange(m_isInhibited, isInhibited) != isInhibited)
        Q_EMIT inhibitedChanged(isInhibited);
}

/// By its unique name: for a well-known one Qt would ask the bus who that is, and wait for the answer.
void Daemon::follow(bool isFollowed)
{
    const auto signal = [this, isFollowed](const QString &interface, const QString &name, const char *slot) {
        if (isFollowed)
            m_bus.connect(m_owner, Path, interface, name, this, slot);
        else
            m_bus.disconnect(m_owner, Path, interface, name, this, slot);
    };
    // A bus knows slots by their text only; the tests with a daemon fail when it is wrong.
    signal(Service, u"ActivationToken"_s, QT_STRINGIFY(QSLOT_CODE) "takeToken(uint,QString,QDBusMessage)");
    signal(Service, u"ActionInvoked"_s, QT_STRINGIFY(QSLOT_CODE) "takeAction(uint,QString,QDBusMessage)");
    signal(Service, u"NotificationClosed"_s, QT_STRINGIFY(QSLOT_CODE) "takeClosed(uint,uint,QDBusMessage)");
    signal(Properties, u"PropertiesChanged"_s,
           QT_STRINGIFY(QSLOT_CODE) "takeProperties(QString,QVariantMap,QStringList,QDBusMessage)");
}

void Daemon::askWhatItCanDo()
{
    const QString owner = m_owner;
    ask(QDBusMessage::createMethodCall(owner, Path, Service, u"GetServerInformation"_s), [](const QDBusMessage &reply) {
        if (reply.type() == QDBusMessage::ReplyMessage)
            qCInfo(log) << "balloons are shown by" << reply.arguments().value(0).toString()
                        << reply.arguments().value(2).toString();
    });
    ask(QDBusMessage::createMethodCall(owner, Path, Service, u"GetCapabilities"_s),
        [this, owner](const QDBusMessage &reply) {
            if (owner != m_owner)
                return;
            // One that cannot say what it can do can most likely show text.
            m_capabilities = reply.type() == QDBusMessage::ReplyMessage ? reply.arguments().value(0).toStringList()
                                                                        : QStringList{u"body"_s};
            setState(State::Ready);
        });
}

void Daemon::askWhetherInhibited()
{
    QDBusMessage question = QDBusMessage::createMethodCall(m_owner, Path, Properties, u"Get"_s);
    question << QString(Service) << QString(Inhibited);
    ask(question, [this, owner = m_owner](const QDBusMessage &reply) {
        // Many have no such property: they hold balloons back themselves, or not at all.
        if (owner == m_owner && reply.type() == QDBusMessage::ReplyMessage)
            setInhibited(reply.arguments().value(0).value<QDBusVariant>().variant().toBool());
    });
}

void Daemon::ask(const QDBusMessage &question, const Answered &answered)
{
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(question, PatienceMilliseconds), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [watcher, answered] {
        watcher->deleteLater();
        answered(watcher->reply());
    });
}

} // namespace jarchi::balloons

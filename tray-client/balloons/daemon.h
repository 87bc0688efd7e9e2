// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusServiceWatcher>
#include <QObject>
#include <QStringList>
#include <QVariantList>
#include <QVariantMap>

#include <functional>

namespace jarchi::balloons {

/// Whoever shows notifications on this desktop: org.freedesktop.Notifications on a session bus. Finds it, asks what it
/// can do, and notices when it goes and another one comes. Never waits for it. Main thread; owned by DesktopBalloons.
///
/// It is spoken to by its unique name, so an answer or a signal is its own and nobody else's.
class Daemon : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Unknown,  ///< Not asked yet.
        Absent,   ///< Nobody, and the bus knows none to start.
        Asleep,   ///< The bus can start one: wake().
        Starting, ///< Started, or there and asked what it can do.
        Ready,
    };

    explicit Daemon(const QDBusConnection &bus, QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    /// Empty unless Ready.
    [[nodiscard]] QStringList capabilities() const { return m_capabilities; }
    [[nodiscard]] bool isInhibited() const { return m_isInhibited; }

    /// Has the bus start one, if it is Asleep.
    void wake();
    /// Calls a method of the daemon that is Ready.
    [[nodiscard]] QDBusPendingCall call(const QString &method, const QVariantList &arguments) const;

Q_SIGNALS:
    void stateChanged();
    /// The one that was there has gone, and what it showed with it. Its successor may be there already.
    void gone();
    void inhibitedChanged(bool isInhibited);
    /// Comes before the action that it is for.
    void activationTokenGiven(uint id, const QString &token);
    void actionInvoked(uint id, const QString &action);
    void closed(uint id, uint reason);

private Q_SLOTS:
    void loseBus();
    void takeToken(uint id, const QString &token, const QDBusMessage &message);
    void takeAction(uint id, const QString &action, const QDBusMessage &message);
    void takeClosed(uint id, uint reason, const QDBusMessage &message);
    void takeProperties(const QString &interface, const QVariantMap &changed, const QStringList &invalidated,
                        const QDBusMessage &message);

private:
    using Answered = std::function<void(const QDBusMessage &reply)>;

    void find();
    void setOwner(const QString &owner);
    void setState(State state);
    void setInhibited(bool isInhibited);
    void follow(bool isFollowed);
    void askWhatItCanDo();
    void askWhetherInhibited();
    void ask(const QDBusMessage &question, const Answered &answered);

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    State m_state = State::Unknown;
    QString m_owner; ///< Its unique name; empty: nobody.
    QStringList m_capabilities;
    bool m_canBeStarted = false;
    bool m_isInhibited = false;
};

} // namespace jarchi::balloons

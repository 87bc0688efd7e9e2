// SPDX-License-Identifier: MIT
#pragma once

#include "balloons/daemon.h"
#include "notify/balloon.h"

#include <QDBusConnection>
#include <QList>
#include <QTimer>

#include <chrono>
#include <optional>

class QDBusPendingCallWatcher;

namespace jarchi::balloons {

/// The session's bus, or one that is not connected. Without an address libdbus would start a bus and wait for it.
[[nodiscard]] QDBusConnection sessionBus();

/// Balloons by the desktop's own notification daemon. Main thread; nothing in it waits for the bus.
///
/// - What is shown while a daemon starts waits for it, the last MostWaiting of it; so does what is shown within a short
///   `patience` after one has gone or none was found, since it may be back, or come, soon.
/// - Each balloon's id is the daemon's answer. Actions are believed for these ids only, only from this very daemon, and
/// only
///   if they were offered.
/// - A daemon that goes takes its balloons with it; its successor is asked anew what it can do.
class DesktopBalloons final : public notify::Balloons
{
    Q_OBJECT

public:
    static constexpr qsizetype MostWaiting = 8;
    static constexpr qsizetype MostStanding = 64; ///< Whose actions are known; older ones are forgotten.

    explicit DesktopBalloons(const QDBusConnection &bus, QObject *parent = nullptr,
                             std::chrono::milliseconds patience = std::chrono::seconds(10));

    /// Of all that is shown from now on: a name of the desktop's icons, or the address of a picture.
    void setIcon(const QString &icon) { m_icon = icon; }

    void show(const notify::Balloon &balloon) override;
    void withdraw(const QString &key) override;
    [[nodiscard]] bool isAvailable() const override { return m_isAvailable; }
    [[nodiscard]] bool isInhibited() const override { return m_daemon.isInhibited(); }

private:
    /// What the daemon shows, or has been told to.
    struct Standing
    {
        notify::Balloon balloon;             ///< As it was sent last.
        qint64 call = 0;                     ///< The one whose answer is awaited; 0: none.
        uint id = 0;                         ///< The daemon's; 0 until it has answered.
        std::optional<notify::Balloon> next; ///< To be sent when it has: until then there is no id to replace.
        bool isUnwanted = false;             ///< Withdrawn meanwhile.
        QByteArray token;                    ///< Of the daemon, for the action that comes next.
    };

    void followDaemon();
    void forgetStanding();
    void wait(const notify::Balloon &balloon);
    void send(const notify::Balloon &balloon);
    void call(Standing &standing);
    void takeAnswer(qint64 call, const QDBusPendingCallWatcher &answer);
    void takeToken(uint id, const QString &token);
    void takeAction(uint id, const QString &action);
    void takeClosed(uint id, uint reason);
    void close(uint id);
    [[nodiscard]] QList<Standing>::iterator byKey(const QString &key);
    [[nodiscard]] QList<Standing>::iterator byId(uint id);

    Daemon m_daemon;
    QString m_icon = QStringLiteral("jarchi");
    QList<notify::Balloon> m_waiting;
    QList<Standing> m_standing;
    QTimer m_patience; ///< Runs after a daemon has gone.
    qint64 m_lastCall = 0;
    bool m_isAvailable = false;
    bool m_hasFailed = false;
};

} // namespace jarchi::balloons

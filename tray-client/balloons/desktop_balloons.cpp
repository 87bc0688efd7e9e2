// SPDX-License-Identifier: MIT
#include "balloons/desktop_balloons.h"

#include "balloons/notify_arguments.h"
#include "base/activation_token.h"

#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>
#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace jarchi::balloons {

using namespace Qt::StringLiterals;
using notify::Balloon;
using State = Daemon::State;

namespace {

Q_LOGGING_CATEGORY(log, "jarchi.tray.balloons")

constexpr uint DismissedByUser = 2;

} // namespace

QDBusConnection sessionBus()
{
    const bool hasAddress = qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
                            QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + "/bus"_L1);
    return hasAddress ? QDBusConnection::sessionBus() : QDBusConnection(QString());
}

DesktopBalloons::DesktopBalloons(const QDBusConnection &bus, QObject *parent, std::chrono::milliseconds patience)
    : Balloons(parent)
    , m_daemon(bus)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] { m_waiting.clear(); });
    connect(&m_daemon, &Daemon::stateChanged, this, &DesktopBalloons::followDaemon);
    connect(&m_daemon, &Daemon::gone, this, &DesktopBalloons::forgetStanding);
    connect(&m_daemon, &Daemon::inhibitedChanged, this, &Balloons::inhibitedChanged);
    connect(&m_daemon, &Daemon::activationTokenGiven, this, &DesktopBalloons::takeToken);
    connect(&m_daemon, &Daemon::actionInvoked, this, &DesktopBalloons::takeAction);
    connect(&m_daemon, &Daemon::closed, this, &DesktopBalloons::takeClosed);
}

void DesktopBalloons::show(const Balloon &balloon)
{
    if (m_daemon.state() == State::Ready)
        send(balloon);
    else if (m_daemon.state() != State::Absent || m_patience.isActive())
        wait(balloon);
    m_daemon.wake();
}

void DesktopBalloons::withdraw(const QString &key)
{
    m_waiting.removeIf([&key](const Balloon &waiting) { return waiting.key == key; });
    const auto standing = byKey(key);
    if (standing == m_standing.end())
        return;
    if (standing->call != 0) {
        standing->isUnwanted = true;
        standing->next.reset();
        return;
    }
    close(standing->id);
    m_standing.erase(standing);
}

void DesktopBalloons::followDaemon()
{
    const State state = m_daemon.state();
    if (state == State::Ready) {
        m_hasFailed = false;
        m_patience.stop();
        for (const Balloon &waiting : std::exchange(m_waiting, {}))
            send(waiting);
    } else if (state == State::Absent && !m_patience.isActive()) {
        m_patience.start();
    } else if (state == State::Asleep && !m_waiting.isEmpty()) {
        m_daemon.wake();
    }
    const bool isAvailable = state != State::Unknown && state != State::Absent;
    if (std::exchange(m_isAvailable, isAvailable) != isAvailable)
        Q_EMIT availabilityChanged(isAvailable);
}

void DesktopBalloons::forgetStanding()
{
    for (const Standing &standing : std::exchange(m_standing, {})) {
        if (standing.next)
            show(*standing.next);
    }
}

void DesktopBalloons::wait(const Balloon &balloon)
{
    m_waiting.removeIf([&balloon](const Balloon &waiting) { return waiting.key == balloon.key; });
    m_waiting.append(balloon);
    if (m_waiting.size() > MostWaiting)
        m_waiting.removeFirst();
}

void DesktopBalloons::send(const Balloon &balloon)
{
    auto standing = byKey(balloon.key);
    if (standing == m_standing.end()) {
        if (m_standing.size() >= MostStanding)
            m_standing.removeFirst();
        standing = m_standing.insert(m_standing.end(), Standing());
    }
    if (standing->call != 0) {
        standing->next = balloon;
        standing->isUnwanted = false;
        return;
    }
    standing->balloon = balloon;
    call(*standing);
}

void DesktopBalloons::call(Standing &standing)
{
    standing.call = ++m_lastCall;
    const QVariantList arguments = notifyArguments(standing.balloon, m_daemon.capabilities(), standing.id, m_icon);
    auto *answer = new QDBusPendingCallWatcher(m_daemon.call(u"Notify"_s, arguments), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, number = m_lastCall] {
        answer->deleteLater();
        takeAnswer(number, *answer);
    });
}

void DesktopBalloons::takeAnswer(qint64 call, const QDBusPendingCallWatcher &answer)
{
    const auto awaited = [call](const Standing &each) { return each.call == call; };
    if (std::none_of(m_standing.cbegin(), m_standing.cend(), awaited))
        return; // Its daemon has gone, and its ids mean nothing any more.
    const QDBusPendingReply<uint> reply = answer;
    if (reply.isError() && !std::exchange(m_hasFailed, true))
        qCWarning(log) << "a balloon cannot be shown:" << reply.error().message();
    const uint id = reply.isError() ? 0 : reply.value();
    // An id that is given anew is not another balloon's any more.
    m_standing.removeIf([&](const Standing &each) { return each.call != call && each.id != 0 && each.id == id; });
    const auto standing = std::find_if(m_standing.begin(), m_standing.end(), awaited);
    standing->call = 0;
    if (!reply.isError())
        standing->id = id;
    const std::optional<Balloon> next = std::exchange(standing->next, std::nullopt);
    if (standing->isUnwanted && standing->id != 0)
        close(standing->id);
    if (standing->isUnwanted || standing->id == 0)
        m_standing.erase(standing);
    if (next)
        send(*next);
}

void DesktopBalloons::takeToken(uint id, const QString &token)
{
    if (const auto standing = byId(id); standing != m_standing.end())
        standing->token = token.left(ActivationToken::MostBytes + 1).toUtf8();
}

void DesktopBalloons::takeAction(uint id, const QString &action)
{
    const auto standing = byId(id);
    if (standing == m_standing.end() || standing->isUnwanted)
        return;
    const Balloon balloon = standing->balloon; // Whoever hears of it may withdraw it at once.
    const ActivationToken right(std::exchange(standing->token, {}));
    if (action == DefaultAction)
        Q_EMIT activated(balloon.key);
    else if (action == OpenAction && !balloon.openLabel.isEmpty())
        Q_EMIT openRequested(balloon.key);
    else if (action == NotInterestedAction && !balloon.notInterestedLabel.isEmpty())
        Q_EMIT notInterestedRequested(balloon.key);
}

void DesktopBalloons::takeClosed(uint id, uint reason)
{
    const auto standing = byId(id);
    // One that is being replaced comes back under the id that is awaited.
    if (standing == m_standing.end() || standing->call != 0)
        return;
    const QString key = standing->balloon.key;
    m_standing.erase(standing);
    if (reason == DismissedByUser)
        Q_EMIT dismissed(key);
}

void DesktopBalloons::close(uint id)
{
    // Whether it still stood there is of no interest.
    const QDBusPendingCall ignored = m_daemon.call(u"CloseNotification"_s, {id});
    Q_UNUSED(ignored)
}

QList<DesktopBalloons::Standing>::iterator DesktopBalloons::byKey(const QString &key)
{
    return std::find_if(m_standing.begin(), m_standing.end(),
                        [&key](const Standing &standing) { return standing.balloon.key == key; });
}

QList<DesktopBalloons::Standing>::iterator DesktopBalloons::byId(uint id)
{
    return std::find_if(m_standing.begin(), m_standing.end(),
                        [id](const Standing &standing) { return id != 0 && standing.id == id; });
}

} // namespace jarchi::balloons

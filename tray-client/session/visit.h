// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "protocol/messages.h"
#include "session/server_address.h"
#include "session/server_link.h"
#include "session/visit_machine.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <deque>

namespace jarchi::session {

/// What a visit needs to know before it begins.
struct VisitPlan
{
    ServerAddress server;
    protocol::Login login;
    std::chrono::seconds session{60}; ///< From the login to the goodbye; zero stays and comes back.
    ReconnectPolicy reconnecting;
};

/// A user's visit to a server, with a real socket and real timers: does what VisitMachine decides and tells it what
/// happened. Lives in one thread with an event loop; whoever made it owns it, and must not delete it inside one of its
/// signals.
class Visit : public QObject
{
    Q_OBJECT

public:
    /// `clock` outlives this.
    Visit(VisitPlan plan, const Clock &clock, QObject *parent = nullptr);

    void start();
    /// Says goodbye and ends; asked twice, it ends at once.
    void stop();
    /// Tells the server that these are in the inbox. Nothing happens when the connection is gone: they come
    /// again, and are acknowledged then.
    void acknowledge(const QList<protocol::NotificationId> &ids);
    /// The inbox could not keep what came. Unavailable: try again later; anything else ends the visit.
    void giveUpStoring(const Error &why);

    [[nodiscard]] VisitMachine::State state() const { return m_machine.state(); }

Q_SIGNALS:
    /// Comes before the state's own actions: whoever has something left to say can say it before the goodbye.
    void stateChanged(jarchi::session::VisitMachine::State state);
    /// `epoch` names the server's database, to which all ids until the next loggedIn() belong.
    void loggedIn(const jarchi::protocol::Welcome &welcome, const QString &epoch);
    void notificationReceived(const jarchi::protocol::Notification &notification);
    void caughtUp();
    /// The next attempt is `wait` away; `why` is a sentence.
    void waiting(std::chrono::milliseconds wait, const QString &why);
    /// The last signal. `why` is a sentence, empty when everything went as it was ordered.
    void finished(jarchi::session::VisitEnd end, const QString &why);

private:
    void connectLink();
    void post(const VisitEvent &event);
    void step(const VisitEvent &event);
    void perform(VisitMachine::Action action);
    void armTimer();
    void onError(const protocol::ErrorMessage &error);
    void onBye(const protocol::ServerBye &bye);
    void onTimeout();
    [[nodiscard]] bool isLoggedIn() const;

    const VisitPlan m_plan;
    const Clock &m_clock;
    VisitMachine m_machine;
    ServerLink m_link;
    QTimer m_timer;
    std::deque<VisitEvent> m_events; ///< What happened while an event was being handled.
    bool m_handling = false;
    QString m_epoch;
    int m_complaints = 0; ///< Errors of the server since the login.
    QString m_trouble;    ///< The last thing that went wrong, in a sentence.
};

} // namespace jarchi::session

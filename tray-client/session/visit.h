// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "protocol/messages.h"
#include "session/requests.h"
#include "session/server_address.h"
#include "session/server_link.h"
#include "session/visit_machine.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>
#include <optional>

namespace jarchi::session {

/// What a visit needs to know before it begins.
struct VisitPlan
{
    ServerAddress server;
    protocol::Login login;            ///< With a token of this device if there is one, else with the password.
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
    /// Asks the server for interests, a preview of them, history, what is pending, or to forget this device; the latter
    /// ends the visit. `done` comes later, once, with an answer of the type that belongs to the request or with an
    /// error, and always before finished(); not at all when `context` is gone or the visit is destroyed before.
    /// Unavailable: not logged in, the connection was lost, or no answer within Requests::Patience.
    void request(const protocol::ClientMessage &message, QObject *context,
                 std::function<void(const Result<protocol::ServerMessage> &)> done);
    /// The network came back, or the computer woke up: connects if it was waiting, and otherwise looks at once whether
    /// the server is still there.
    void nudge();
    /// From the login on; zero stays. See VisitMachine for what becomes of a visit that is under way.
    void setSession(std::chrono::seconds session);
    /// The inbox could not keep what came. Unavailable: try again later; anything else ends the visit.
    void giveUpStoring(const Error &why);

    [[nodiscard]] VisitMachine::State state() const { return m_machine.state(); }
    /// Until the goodbye while logged in, until the next attempt while waiting; nothing if no time is set.
    [[nodiscard]] std::optional<std::chrono::milliseconds> timeLeft() const { return m_machine.timeLeft(); }

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
    void keepToken(const QString &token);
    void armRequestTimer();

    VisitPlan m_plan;
    const Clock &m_clock;
    VisitMachine m_machine;
    ServerLink m_link;
    QTimer m_timer;
    Requests m_requests;
    QTimer m_requestTimer;
    bool m_isLoggingOut = false;
    std::deque<VisitEvent> m_events; ///< What happened while an event was being handled.
    bool m_handling = false;
    QString m_epoch;
    QStringList m_features; ///< Of the server.
    int m_complaints = 0;   ///< Errors of the server since the login.
    QString m_trouble;      ///< The last thing that went wrong, in a sentence.
};

} // namespace jarchi::session

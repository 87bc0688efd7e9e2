// SPDX-License-Identifier: MIT
#pragma once

#include "client/account.h"
#include "preferences/preferences.h"
#include "session/look_in_schedule.h"
#include "session/visit.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>

namespace jarchi::client {

/// The one visit that there is at a time, or none: when it begins (asked, looked in, stayed), how long it is, and who
/// waits for it with a request. Main thread; owned by the client.
class VisitKeeper : public QObject
{
    Q_OBJECT

public:
    /// In [0, 1), anew at each call.
    using Chance = std::function<double()>;
    using State = session::VisitMachine::State;
    using Done = std::function<void(const Result<protocol::ServerMessage> &)>;

    /// All outlive this. `session`, if there is one, holds instead of what is preferred until somebody changes that.
    VisitKeeper(preferences::Preferences &preferences, const Clock &clock, Chance chance,
                std::optional<std::chrono::seconds> session, QObject *parent = nullptr);
    ~VisitKeeper() override;

    /// Who visits from now on, when somebody asks; nobody, with nothing.
    void setTicket(const std::optional<Ticket> &ticket);
    /// Whatever is under way ends, and a visit begins that tries once, until settle() says that it is a good one.
    void tryOut(const Ticket &ticket);
    void settle();

    void connectNow();
    void disconnectNow();
    /// With a goodbye, but without waiting for its answer. No signal comes.
    void leaveAtOnce();
    void nudge();
    /// No visit begins by itself any more.
    void retire();

    /// Makes a connection if there is none. `done` comes later, once, unless `context` is gone.
    void request(const protocol::ClientMessage &message, QObject *context, Done done);
    void acknowledge(const QList<protocol::NotificationId> &ids);
    void giveUpStoring(const Error &why);

    [[nodiscard]] State state() const { return m_visit != nullptr ? m_visit->state() : State::Offline; }
    [[nodiscard]] bool isLoggedIn() const { return state() == State::CatchingUp || state() == State::Live; }
    [[nodiscard]] const QString &trouble() const { return m_trouble; }
    [[nodiscard]] std::optional<std::chrono::milliseconds> timeLeft() const;
    [[nodiscard]] std::chrono::milliseconds sessionLength() const;

Q_SIGNALS:
    /// Also when only trouble() is another one.
    void stateChanged();
    void loggedIn(const jarchi::protocol::Welcome &welcome, const QString &epoch);
    void notificationReceived(const jarchi::protocol::Notification &notification);
    void caughtUp();
    /// What came has to be kept now; after this there is no connection to acknowledge it.
    void aboutToLeave();
    void finished(jarchi::session::VisitEnd end, const QString &why);

private:
    struct Waiting
    {
        protocol::ClientMessage message;
        QPointer<QObject> context;
        Done done;
    };

    /// Zero stays.
    [[nodiscard]] std::chrono::seconds session() const;
    void begin(const Ticket &ticket, std::chrono::seconds session);
    void connectVisit();
    void onState(State state);
    void onFinished(session::VisitEnd end, const QString &why);
    void onPreference(QLatin1StringView key);
    void sendWaiting();
    void failWaiting(const QString &why);
    void say(const QString &trouble);
    void lookIn();

    preferences::Preferences &m_preferences;
    const Clock &m_clock;
    Chance m_chance;
    std::optional<std::chrono::seconds> m_sessionOfThisRun;
    std::optional<Ticket> m_ticket;
    session::Visit *m_visit = nullptr; ///< A child; null while offline.
    bool m_isTrial = false;
    bool m_comesBack = false; ///< Somebody wanted a connection while the last one was being left.
    bool m_wasMissed = false; ///< The last visit found no server, and nobody has asked since.
    bool m_isRetired = false;
    QList<Waiting> m_waiting;
    QString m_trouble;
    session::LookInSchedule m_schedule;
    QTimer m_lookInTimer;
};

} // namespace jarchi::client

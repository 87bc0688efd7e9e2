// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "protocol/messages.h"
#include "session/reconnect_policy.h"

#include <QObject>

#include <chrono>
#include <optional>
#include <variant>
#include <vector>

namespace jarchi::session {

/// Why a visit is over.
enum class VisitEnd {
    SessionOver,  ///< The time was up, the user left, or the server said goodbye after the login.
    LoginRefused, ///< Trying again with the same name and password would be refused again.
    LoginPutOff,  ///< Not now, after too many failed logins; the name and the password may be right.
    Unreachable,  ///< No connection, or it was lost.
    Incompatible, ///< Whatever answered does not speak protocol 1.
    StoreFailed,  ///< The inbox could not keep what came.
};

/// What happened to a visit.
namespace event {
struct Start
{
};
struct Greeted ///< The server said an acceptable `hello`.
{
};
struct Welcomed
{
};
struct CaughtUp
{
};
struct LoginRefused ///< For good: the password, not the moment, is wrong. Also when it was changed during a session.
{
};
struct LoginPutOff ///< Not now; `end` says what a visit that does not try again ends with.
{
    VisitEnd end = VisitEnd::Unreachable;
    std::optional<protocol::RetryWindow> window;
};
struct ServerLeft ///< The server said `bye`. `forGood`: coming back would only push out whoever took our place.
{
    std::optional<protocol::RetryWindow> window;
    bool forGood = false;
};
struct LinkEnded ///< No connection, or no longer. `hopeless`: the same server will not do better next time.
{
    bool hopeless = false;
};
struct StoreFailed ///< `lasting`: waiting does not help.
{
    bool lasting = false;
};
struct Stop ///< The user wants to leave.
{
};
struct Nudged ///< The network came back, or the computer woke up: what was true before may not be any more.
{
};
struct SessionChanged ///< The user wants another length; zero stays.
{
    std::chrono::seconds session{0};
};
struct TimePassed ///< The clock may have reached deadline().
{
};
} // namespace event

using VisitEvent = std::variant<event::Start, event::Greeted, event::Welcomed, event::CaughtUp, event::LoginRefused,
                                event::LoginPutOff, event::ServerLeft, event::LinkEnded, event::StoreFailed,
                                event::Stop, event::Nudged, event::SessionChanged, event::TimePassed>;

/// The life of a visit to a server: connect, log in, catch up, stay, leave, and come back. Pure: events go in, actions
/// come out; it has no thread, timer or socket, and reads the time from the clock it was given. Visit drives it.
///
/// A visit with a session length logs in once and ends; one without (0 seconds) stays, and comes back whenever it is
/// thrown out, until it is stopped or refused for good. Every event has a meaning in every state, most often "too late,
/// nothing to do": see docs/architecture.md for the picture.
///
/// The length may change at any time. It counts from the login, so a shorter one may be over already, and the visit
/// leaves. A visit that waits and is not to stay any more is over as well: it ends as one with a length would have
/// ended instead of waiting.
class VisitMachine
{
    Q_GADGET

public:
    enum class State {
        Offline,    ///< Not begun, or over.
        Connecting, ///< Until the server's `hello`.
        LoggingIn,  ///< Until its `welcome`.
        CatchingUp, ///< Until its `caught_up`.
        Live,
        Leaving, ///< `bye` was said; until the server closes.
        Waiting, ///< Before connecting again.
    };
    Q_ENUM(State)
    enum class Action {
        OpenLink,
        SendLogin,
        SendBye,
        Probe, ///< Is the server still there? If not, the link ends soon.
        CloseLink,
        Finish, ///< The visit is over; end() says why.
    };
    using Actions = std::vector<Action>;

    static constexpr std::chrono::seconds ConnectDeadline{10};
    /// Longer than the server's own deadline, which counts from the connection: it may queue for a hashing thread.
    static constexpr std::chrono::seconds LoginDeadline{20};
    static constexpr std::chrono::seconds LeaveDeadline{2};
    /// A connection that lived this long was a good one: the next wait starts small again.
    static constexpr std::chrono::seconds GoodConnection{10};

    /// `session`: from the login to the `bye`; zero stays. `clock` outlives this.
    VisitMachine(std::chrono::seconds session, ReconnectPolicy policy, const Clock &clock);

    /// What has to be done now, in this order.
    [[nodiscard]] Actions handle(const VisitEvent &event);

    [[nodiscard]] State state() const { return m_state; }
    /// When to send TimePassed, by Clock::monotonic(); nothing if no time matters now.
    [[nodiscard]] std::optional<std::chrono::milliseconds> deadline() const { return m_deadline; }
    /// Until the goodbye while logged in, until the next attempt while waiting; nothing if no time is set.
    [[nodiscard]] std::optional<std::chrono::milliseconds> timeLeft() const;
    [[nodiscard]] bool isLoggedIn() const { return m_state == State::CatchingUp || m_state == State::Live; }
    [[nodiscard]] VisitEnd end() const { return m_end; }

private:
    [[nodiscard]] Actions on(const event::Start &);
    [[nodiscard]] Actions on(const event::Greeted &);
    [[nodiscard]] Actions on(const event::Welcomed &);
    [[nodiscard]] Actions on(const event::CaughtUp &);
    [[nodiscard]] Actions on(const event::LoginRefused &);
    [[nodiscard]] Actions on(const event::LoginPutOff &putOff);
    [[nodiscard]] Actions on(const event::ServerLeft &left);
    [[nodiscard]] Actions on(const event::LinkEnded &ended);
    [[nodiscard]] Actions on(const event::StoreFailed &failed);
    [[nodiscard]] Actions on(const event::Stop &);
    [[nodiscard]] Actions on(const event::Nudged &);
    [[nodiscard]] Actions on(const event::SessionChanged &changed);
    [[nodiscard]] Actions on(const event::TimePassed &);

    [[nodiscard]] bool staysConnected() const { return m_session == std::chrono::seconds::zero(); }
    void enter(State state, std::optional<std::chrono::milliseconds> timeLeft);
    [[nodiscard]] Actions connectNow();
    [[nodiscard]] Actions leave(VisitEnd end);
    [[nodiscard]] Actions finish(VisitEnd end);
    [[nodiscard]] Actions comeBackOrFinish(VisitEnd end, const std::optional<protocol::RetryWindow> &window);

    std::chrono::seconds m_session;
    ReconnectPolicy m_policy;
    const Clock &m_clock;
    State m_state = State::Offline;
    VisitEnd m_end = VisitEnd::SessionOver; ///< While waiting: what it would have ended with.
    std::optional<std::chrono::milliseconds> m_deadline;
    std::optional<std::chrono::milliseconds> m_loggedInAt;
};

} // namespace jarchi::session

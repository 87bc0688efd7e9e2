// SPDX-License-Identifier: MIT
#include "session/visit_machine.h"

#include <algorithm>

namespace jarchi::session {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::seconds;

VisitMachine::VisitMachine(seconds session, ReconnectPolicy policy, const Clock &clock)
    : m_session(session)
    , m_policy(std::move(policy))
    , m_clock(clock)
{
}

VisitMachine::Actions VisitMachine::handle(const VisitEvent &event)
{
    return std::visit([this](const auto &happened) { return on(happened); }, event);
}

VisitMachine::Actions VisitMachine::on(const event::Start &)
{
    // While waiting, a start is somebody who does not want to wait.
    if (m_state == State::Offline || m_state == State::Waiting)
        return connectNow();
    return {};
}

VisitMachine::Actions VisitMachine::on(const event::Greeted &)
{
    if (m_state != State::Connecting)
        return {};
    enter(State::LoggingIn, LoginDeadline);
    return {Action::SendLogin};
}

VisitMachine::Actions VisitMachine::on(const event::Welcomed &)
{
    if (m_state != State::LoggingIn)
        return {};
    m_loggedInAt = m_clock.monotonic();
    enter(State::CatchingUp, staysConnected() ? std::nullopt : std::optional<milliseconds>(m_session));
    return {};
}

VisitMachine::Actions VisitMachine::on(const event::CaughtUp &)
{
    if (m_state == State::CatchingUp)
        m_state = State::Live; // The session's deadline goes on.
    return {};
}

VisitMachine::Actions VisitMachine::on(const event::LoginRefused &)
{
    return m_state == State::LoggingIn || isLoggedIn() ? finish(VisitEnd::LoginRefused) : Actions{};
}

VisitMachine::Actions VisitMachine::on(const event::LoginPutOff &putOff)
{
    return m_state == State::LoggingIn ? comeBackOrFinish(putOff.end, putOff.window) : Actions{};
}

VisitMachine::Actions VisitMachine::on(const event::ServerLeft &left)
{
    switch (m_state) {
    case State::Offline:
    case State::Waiting:
        return {};
    case State::Connecting:
    case State::LoggingIn:
        return comeBackOrFinish(VisitEnd::Unreachable, left.window);
    case State::CatchingUp:
    case State::Live:
        return left.forGood ? finish(VisitEnd::SessionOver) : comeBackOrFinish(VisitEnd::SessionOver, left.window);
    case State::Leaving:
        return finish(m_end);
    }
    return {};
}

VisitMachine::Actions VisitMachine::on(const event::LinkEnded &ended)
{
    switch (m_state) {
    case State::Offline:
    case State::Waiting:
        return {};
    case State::Connecting:
    case State::LoggingIn:
    case State::CatchingUp:
    case State::Live:
        return ended.hopeless ? finish(VisitEnd::Incompatible) : comeBackOrFinish(VisitEnd::Unreachable, std::nullopt);
    case State::Leaving:
        return finish(m_end);
    }
    return {};
}

VisitMachine::Actions VisitMachine::on(const event::StoreFailed &failed)
{
    if (m_state == State::Leaving)
        m_end = VisitEnd::StoreFailed;
    if (!isLoggedIn())
        return {};
    if (failed.lasting || !staysConnected())
        return leave(VisitEnd::StoreFailed);
    // What was not stored comes again at the next login, when there may be room for it.
    Actions actions{Action::SendBye};
    const Actions rest = comeBackOrFinish(VisitEnd::StoreFailed, std::nullopt);
    actions.insert(actions.end(), rest.begin(), rest.end());
    return actions;
}

VisitMachine::Actions VisitMachine::on(const event::Stop &)
{
    switch (m_state) {
    case State::Offline:
        return {};
    case State::Connecting:
    case State::LoggingIn:
    case State::Waiting:
        return finish(VisitEnd::SessionOver);
    case State::CatchingUp:
    case State::Live:
        return leave(VisitEnd::SessionOver);
    case State::Leaving: // Asked twice: no more politeness.
        return finish(m_end);
    }
    return {};
}

VisitMachine::Actions VisitMachine::on(const event::Nudged &)
{
    switch (m_state) {
    case State::Offline:
    case State::Connecting:
    case State::LoggingIn:
    case State::Leaving:
        return {};
    case State::CatchingUp:
    case State::Live:
        return {Action::Probe};
    case State::Waiting: // What made the wait grow was the absence of a network.
        m_policy.reset();
        return connectNow();
    }
    return {};
}

VisitMachine::Actions VisitMachine::on(const event::SessionChanged &changed)
{
    m_session = changed.session;
    if (m_state == State::Waiting && !staysConnected())
        return finish(m_end);
    if (!isLoggedIn())
        return {};
    m_deadline = staysConnected() ? std::nullopt : std::optional<milliseconds>(*m_loggedInAt + m_session);
    return m_deadline && *m_deadline <= m_clock.monotonic() ? leave(VisitEnd::SessionOver) : Actions{};
}

VisitMachine::Actions VisitMachine::on(const event::TimePassed &)
{
    if (!m_deadline || m_clock.monotonic() < *m_deadline)
        return {};
    switch (m_state) {
    case State::Offline:
        return {};
    case State::Connecting:
    case State::LoggingIn:
        return comeBackOrFinish(VisitEnd::Unreachable, std::nullopt);
    case State::CatchingUp:
    case State::Live:
        return leave(VisitEnd::SessionOver);
    case State::Leaving:
        return finish(m_end);
    case State::Waiting:
        return connectNow();
    }
    return {};
}

std::optional<milliseconds> VisitMachine::timeLeft() const
{
    if (!m_deadline || (!isLoggedIn() && m_state != State::Waiting))
        return std::nullopt;
    return std::max(milliseconds::zero(), *m_deadline - m_clock.monotonic());
}

void VisitMachine::enter(State state, std::optional<milliseconds> timeLeft)
{
    m_state = state;
    m_deadline = timeLeft ? std::optional(m_clock.monotonic() + *timeLeft) : std::nullopt;
}

VisitMachine::Actions VisitMachine::connectNow()
{
    m_loggedInAt.reset();
    enter(State::Connecting, ConnectDeadline);
    return {Action::OpenLink};
}

VisitMachine::Actions VisitMachine::leave(VisitEnd end)
{
    m_end = end;
    enter(State::Leaving, LeaveDeadline);
    return {Action::SendBye};
}

VisitMachine::Actions VisitMachine::finish(VisitEnd end)
{
    m_end = end;
    enter(State::Offline, std::nullopt);
    return {Action::CloseLink, Action::Finish};
}

VisitMachine::Actions VisitMachine::comeBackOrFinish(VisitEnd end, const std::optional<protocol::RetryWindow> &window)
{
    if (!staysConnected())
        return finish(end);
    // Only time shows that a connection is good: a server that takes everybody in and throws them out at once must
    // not be stormed.
    if (m_loggedInAt && m_clock.monotonic() - *m_loggedInAt >= GoodConnection)
        m_policy.reset();
    m_loggedInAt.reset();
    m_end = end;
    enter(State::Waiting, m_policy.next(window));
    return {Action::CloseLink};
}

} // namespace jarchi::session

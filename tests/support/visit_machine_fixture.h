// SPDX-License-Identifier: MIT
#pragma once

#include "session/visit_machine.h"
#include "support/fake_clock.h"

#include <chrono>

namespace jarchi::test {

inline constexpr std::chrono::seconds Minute{60};
inline constexpr std::chrono::seconds Stay{0};

/// A machine that was brought into a state, and the clock that it looks at. Its waits are as long as may be.
struct MachineIn
{
    using State = session::VisitMachine::State;

    FakeClock clock;
    session::VisitMachine machine;

    MachineIn(State state, std::chrono::seconds session)
        : machine(session, longestWaits(), clock)
    {
        using namespace jarchi::session;
        const auto feed = [this](const VisitEvent &event) { static_cast<void>(machine.handle(event)); };
        if (state == State::Offline)
            return;
        feed(event::Start{});
        if (state == State::Connecting)
            return;
        if (state == State::Waiting) {
            feed(event::LinkEnded{});
            return;
        }
        feed(event::Greeted{});
        if (state == State::LoggingIn)
            return;
        feed(event::Welcomed{});
        if (state == State::CatchingUp)
            return;
        feed(event::CaughtUp{});
        if (state == State::Leaving)
            feed(event::Stop{});
    }

    static session::ReconnectPolicy longestWaits()
    {
        using namespace std::chrono_literals;
        return session::ReconnectPolicy({.least = 1s, .most = 60s}, [] { return 1.0; });
    }
};

} // namespace jarchi::test

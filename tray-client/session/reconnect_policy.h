// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/messages.h"

#include <chrono>
#include <functional>
#include <optional>

namespace jarchi::session {

/// How long to wait before connecting again, so that a server that comes back is not run over by everybody at once.
/// A value without a thread of its own; owned by the visit that waits.
///
/// Full jitter: a wait is picked by chance between `least` and a ceiling that doubles with each failure
/// (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/). A server that names a window knows
/// better, and is believed from `least` up to `LongestWindow`.
class ReconnectPolicy
{
public:
    struct Bounds
    {
        std::chrono::milliseconds least{1'000};
        std::chrono::milliseconds most{60'000};
    };
    /// A number in [0, 1), anew at each call.
    using Chance = std::function<double()>;

    /// What a server may ask for: beyond this a window would be a way to switch a client off.
    static constexpr std::chrono::seconds LongestWindow = std::chrono::hours(1);

    /// Chance from the system's generator.
    ReconnectPolicy();
    ReconnectPolicy(Bounds bounds, Chance chance);

    /// The wait after one more failure; within `window` if the server named one.
    [[nodiscard]] std::chrono::milliseconds next(const std::optional<protocol::RetryWindow> &window = std::nullopt);
    /// The connection was good: the next failure is a first one.
    void reset();

private:
    [[nodiscard]] std::chrono::milliseconds between(std::chrono::milliseconds from, std::chrono::milliseconds to) const;

    Bounds m_bounds;
    Chance m_chance;
    std::chrono::milliseconds m_ceiling;
};

} // namespace jarchi::session

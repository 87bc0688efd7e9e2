// SPDX-License-Identifier: MIT
#pragma once

#include "delivery/feed.h"
#include "delivery/session_registry.h"

namespace jarchi::delivery {

/// Hands what was published to the sessions that it is for. Engine's thread.
///
/// A notification is encoded once for each rule that matched, not for each recipient: ten thousand people who follow
/// Phones share one line.
class Dispatcher
{
public:
    explicit Dispatcher(const SessionRegistry &sessions);

    void dispatch(const Publications &publications) const;

private:
    const SessionRegistry &m_sessions;
};

} // namespace jarchi::delivery

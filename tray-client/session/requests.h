// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "protocol/messages.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <chrono>
#include <functional>
#include <map>
#include <optional>

namespace jarchi::session {

/// Who asked the server for what, until the answer comes: each request has a `ref` of its own, and the answer is found
/// by it. Every request ends once: with its answer, with an error, or dropped when whoever asked is gone. It sends
/// nothing and has no timer. Lives in its Visit's thread, owned by it.
class Requests
{
public:
    using Answer = Result<protocol::ServerMessage>;
    using Done = std::function<void(const Answer &)>;

    /// Longer than the server's own patience with its database (5 s), shorter than that of whoever looks at a window.
    static constexpr std::chrono::seconds Patience{15};

    /// `clock` outlives this.
    explicit Requests(const Clock &clock);

    /// For the next request. Numbers go on from one connection to the next, so an answer never meets a stranger.
    [[nodiscard]] QString makeRef();
    /// `message` was sent with `ref`. `done` gets an answer of the type that belongs to it, or an error.
    void add(const QString &ref, const protocol::ClientMessage &message, QObject *context, Done done);

    /// Nothing happens if nobody waits for `ref`: it may have taken too long, or be no request of ours.
    void answer(const QString &ref, const protocol::ServerMessage &message);
    /// Returns whether the error was the answer to a request, or else somebody else has to look at it.
    bool refuse(const QString &ref, const protocol::ErrorMessage &error);
    /// The connection is gone: nothing that waits will be answered any more.
    void failAll();
    /// Ends what has waited too long.
    void expire();

    /// When to call expire(), by Clock::monotonic().
    [[nodiscard]] std::optional<std::chrono::milliseconds> deadline() const;

private:
    struct Waiting
    {
        protocol::ClientMessage message;
        QPointer<QObject> context;
        Done done;
        std::chrono::milliseconds deadline{0};
    };

    void finish(const QString &ref, const Answer &answer);

    const Clock &m_clock;
    qint64 m_refs = 0;
    std::map<QString, Waiting> m_waiting;
};

/// What an error of the server means for whoever asked: what to do next, in a sentence.
[[nodiscard]] Error toError(const protocol::ErrorMessage &error);
/// The server does not have the feature that a request needs.
[[nodiscard]] Error olderServer();

} // namespace jarchi::session

// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <deque>
#include <functional>
#include <mutex>
#include <optional>

namespace jarchi::transport {

/// The bounded queue of lines on their way out to one peer. Thread-safe: anybody puts lines in, the thread that owns
/// the socket takes them out. The lines are shared QByteArrays: a push to ten thousand peers exists once.
///
/// A full outbox refuses; it never drops what it took. Who was refused knows at once and can come back when
/// the outbox has drained.
class Outbox
{
public:
    struct Limits
    {
        std::size_t lines = 256;
        qsizetype bytes = 1024 * 1024;
    };
    struct Load
    {
        std::size_t lines = 0;
        qsizetype bytes = 0;
    };

    /// `wake` is called, from the thread that put, when the outbox was empty and no longer is. It must not block.
    Outbox(Limits limits, std::function<void()> wake);

    /// False, and nothing changed, when the line would exceed a limit or the outbox is closed. An empty outbox takes
    /// any one line.
    [[nodiscard]] bool put(QByteArray line);
    /// Puts a line that must get out even when the outbox is full (a `bye`, an `error`), and takes nothing after it.
    void putLast(QByteArray line);
    /// The oldest line. It leaves the load.
    [[nodiscard]] std::optional<QByteArray> take();
    /// Whether put() has refused a line since this was last asked: somebody may be waiting for room.
    [[nodiscard]] bool takeRefusal();
    [[nodiscard]] Load load() const;

private:
    const Limits m_limits;
    const std::function<void()> m_wake;
    mutable std::mutex m_mutex;
    std::deque<QByteArray> m_lines;
    qsizetype m_bytes = 0;
    bool m_closed = false;
    bool m_refused = false;
};

} // namespace jarchi::transport

// SPDX-License-Identifier: MIT
#pragma once

#include <QThread>

#include <memory>
#include <vector>

namespace jarchi::net {

/// The threads that connections live in: one for each, up to a limit; from then on a new connection joins the one with
/// the fewest. Engine's thread; owned by the server.
///
/// The limit is there because each QThread with an event loop costs a file descriptor, and when none is left Qt
/// aborts the process with every client in it.
class ConnectionThreads
{
public:
    explicit ConnectionThreads(int most);
    /// Ends and waits for all of them. Objects that were told to deleteLater() in them are destroyed.
    ~ConnectionThreads();
    ConnectionThreads(const ConnectionThreads &) = delete;
    ConnectionThreads &operator=(const ConnectionThreads &) = delete;

    /// A running thread for one more connection; null if the operating system gives none and there is none to share.
    [[nodiscard]] QThread *acquire();
    /// The connection that lived there is gone, or was told to deleteLater(). A thread without any ends.
    void release(QThread *thread);

    [[nodiscard]] int count() const { return static_cast<int>(m_threads.size()); }
    /// What the threads hold open, those included that are just ending.
    [[nodiscard]] int descriptors();
    [[nodiscard]] int most() const { return m_most; }

private:
    struct Entry
    {
        std::unique_ptr<QThread> thread;
        int connections = 0;
    };

    [[nodiscard]] QThread *share();
    void reapEnded();

    const int m_most;
    quint64 m_started = 0;
    std::vector<Entry> m_threads;
    std::vector<std::unique_ptr<QThread>> m_ending;
};

} // namespace jarchi::net

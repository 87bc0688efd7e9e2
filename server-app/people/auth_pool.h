// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QThreadPool>

#include <functional>

namespace jarchi::people {

/// Verifies passwords beside the engine: as many at once as it has threads, and a bounded number waiting, so that a
/// flood of logins costs 19 MiB a thread and no more. Lives in, and answers in, the thread that made it.
class AuthPool : public QObject
{
    Q_OBJECT

public:
    /// `threads`: hashes at once. `waiting`: how many more are accepted.
    AuthPool(int threads, int waiting, QObject *parent = nullptr);
    /// Waits for the hashes being computed; those waiting are dropped and never answered.
    ~AuthPool() override;

    /// Calls `done` once, later. An empty `hash` takes the time of a real one and fails. False when the queue is full:
    /// then `done` is not called.
    [[nodiscard]] bool verify(const QByteArray &hash, const QString &password, std::function<void(bool matches)> done);

private:
    QThreadPool m_pool;
    const int m_most;
    int m_pending = 0;
};

} // namespace jarchi::people

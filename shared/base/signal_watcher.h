// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <array>

class QSocketNotifier;

namespace jarchi {

/// Turns SIGINT and SIGTERM into a Qt signal, so that a program can end politely instead of where it stands. Lives in
/// the thread whose event loop shall hear of it, usually main's; at most one at a time. While it lives it has the two
/// signals; afterwards they are as they were. A signal that comes while an earlier one has not been heard of for two
/// seconds, since the event loop stands still, ends the program as it would without this. Unix only: Windows has no
/// such signals, and does not compile it.
///
/// Next to nothing is allowed inside a signal handler, so the handler writes one byte into a socket pair, and a
/// QSocketNotifier reads it where everything is allowed.
class SignalWatcher : public QObject
{
    Q_OBJECT

public:
    explicit SignalWatcher(QObject *parent = nullptr);
    ~SignalWatcher() override;

Q_SIGNALS:
    /// Somebody wants the program to end. Comes again if they insist.
    void requested();

private:
    void drain();

    std::array<int, 2> m_sockets{-1, -1}; ///< The handler writes into the first, the notifier reads the second.
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace jarchi

// SPDX-License-Identifier: MIT
#include "base/signal_watcher.h"

#include <QSocketNotifier>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <ctime>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace jarchi {

namespace {

constexpr std::array Watched{SIGINT, SIGTERM};

// A handler gets no context, so where it writes has to be findable without one.
std::atomic<int> handlerSocket{-1};
static_assert(std::atomic<int>::is_always_lock_free, "only lock-free atomics may be touched inside a signal handler");
std::array<struct sigaction, Watched.size()> previousActions;

/// When a signal came that nobody has heard of yet; 0: all were heard of. Seconds of a clock that never jumps.
std::atomic<std::int64_t> unheardSince{0};
static_assert(std::atomic<std::int64_t>::is_always_lock_free, "as above");

std::int64_t secondsNow()
{
    timespec now = {};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec + 1; // Never 0.
}

void handle(int number)
{
    const int keptErrno = errno;
    // The event loop does not turn: the program hangs in a write that nobody reads. Who insists shall not need SIGKILL.
    const std::int64_t since = unheardSince.load();
    if (since != 0 && secondsNow() - since >= 2) {
        ::signal(number, SIG_DFL);
        ::raise(number);
    }
    if (since == 0)
        unheardSince = secondsNow();
    const char byte = 1;
    // A full socket means that enough requests are waiting already.
    [[maybe_unused]] const ssize_t written = ::write(handlerSocket.load(), &byte, sizeof byte);
    errno = keptErrno;
}

} // namespace

SignalWatcher::SignalWatcher(QObject *parent)
    : QObject(parent)
{
    Q_ASSERT_X(handlerSocket.load() == -1, "SignalWatcher", "there is one already");
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, m_sockets.data()) != 0)
        qFatal("No socket pair to hear signals with: errno %d", errno);
    for (const int socket : m_sockets) {
        ::fcntl(socket, F_SETFD, FD_CLOEXEC);
        ::fcntl(socket, F_SETFL, O_NONBLOCK);
    }
    m_notifier = new QSocketNotifier(m_sockets[1], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &SignalWatcher::drain);

    handlerSocket = m_sockets[0];
    struct sigaction action = {};
    action.sa_handler = handle;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (std::size_t i = 0; i < Watched.size(); ++i)
        ::sigaction(Watched[i], &action, &previousActions[i]);
}

SignalWatcher::~SignalWatcher()
{
    for (std::size_t i = 0; i < Watched.size(); ++i)
        ::sigaction(Watched[i], &previousActions[i], nullptr);
    handlerSocket = -1;
    m_notifier->setEnabled(false);
    for (const int socket : m_sockets)
        ::close(socket);
}

void SignalWatcher::drain()
{
    unheardSince = 0;
    std::array<char, 64> bytes{};
    while (::read(m_sockets[1], bytes.data(), bytes.size()) > 0) {
    }
    Q_EMIT requested();
}

} // namespace jarchi

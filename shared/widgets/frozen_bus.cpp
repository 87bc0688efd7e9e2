// SPDX-License-Identifier: MIT
#include "widgets/frozen_bus.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <QByteArray>
#include <QDeadlineTimer>
#include <QLoggingCategory>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <optional>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#endif

namespace jarchi::widgets {

#ifdef Q_OS_LINUX

namespace {

Q_LOGGING_CATEGORY(log, "jarchi.widgets.bus")

constexpr auto Variable = "DBUS_SESSION_BUS_ADDRESS";

enum class Answer { Given, None, Nobody };

/// What a socket's address takes: a path, or behind a NUL a name that no file has. Nothing for another transport.
/// https://dbus.freedesktop.org/doc/dbus-specification.html#addresses
std::optional<QByteArray> socketName(const QByteArray &address)
{
    if (!address.startsWith("unix:"))
        return std::nullopt;
    for (const QByteArray &entry : address.mid(5).split(',')) {
        const QByteArray value = QByteArray::fromPercentEncoding(entry.mid(entry.indexOf('=') + 1));
        if (entry.startsWith("path="))
            return value;
        if (entry.startsWith("abstract="))
            return QByteArray(1, '\0') + value;
    }
    return std::nullopt;
}

bool connectTo(int file, const QByteArray &name)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::copy(name.cbegin(), name.cend(), address.sun_path);
    const bool isPath = !name.startsWith('\0');
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size() + (isPath ? 1 : 0));
    return ::connect(file, reinterpret_cast<const sockaddr *>(&address), size) == 0;
}

bool isReadable(int file, std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    pollfd question{.fd = file, .events = POLLIN, .revents = 0};
    while (true) {
        const int ready = ::poll(&question, 1, static_cast<int>(deadline.remainingTime()));
        if (ready >= 0 || errno != EINTR)
            return ready > 0;
    }
}

Answer ask(const QByteArray &name, std::chrono::milliseconds patience)
{
    if (static_cast<std::size_t>(name.size()) >= sizeof(sockaddr_un::sun_path))
        return Answer::Nobody;
    const int file = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (file < 0)
        return Answer::Nobody;
    // EAGAIN: so many wait to be let in that there is no room for one more.
    Answer answer = connectTo(file, name) ? Answer::Given : errno == EAGAIN ? Answer::None : Answer::Nobody;
    if (answer == Answer::Given) {
        // How one asks which ways of saying who one is there are. The kernel lets in whoever a stopped bus would not.
        constexpr char question[] = "\0AUTH\r\n";
        constexpr std::size_t size = sizeof(question) - 1;
        if (::send(file, question, size, MSG_NOSIGNAL) == static_cast<ssize_t>(size) && !isReadable(file, patience))
            answer = Answer::None;
    }
    ::close(file);
    return answer;
}

QByteArray sessionAddress()
{
    const QByteArray given = qgetenv(Variable);
    return given.isEmpty() ? "unix:path=" + qgetenv("XDG_RUNTIME_DIR") + "/bus" : given;
}

} // namespace

bool leaveFrozenBus(std::chrono::milliseconds patience)
{
    // The first that lets anybody in is the one that would be taken.
    for (const QByteArray &address : sessionAddress().split(';')) {
        const std::optional<QByteArray> name = socketName(address);
        const Answer answer = name ? ask(*name, patience) : Answer::Given;
        if (answer == Answer::Given)
            return true;
        if (answer == Answer::None) {
            qCWarning(log) << "The session bus does not answer, so this run does without it: there is no keychain, and "
                              "balloons are shown by Qt.";
            qputenv(Variable, "unix:path=/nonexistent");
            return false;
        }
    }
    return true;
}

#else

bool leaveFrozenBus(std::chrono::milliseconds /*patience*/)
{
    return true;
}

#endif

} // namespace jarchi::widgets

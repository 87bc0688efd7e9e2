// SPDX-License-Identifier: MIT
#include "widgets/display.h"

#include <QGuiApplication>

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
#include <cerrno>
#include <sys/wait.h>
#include <unistd.h>
#endif

namespace jarchi::widgets {

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)

namespace {

/// In the child: says nothing, and leaves no core file behind where Qt would abort.
void leaveIfFatal(QtMsgType level, const QMessageLogContext & /*context*/, const QString & /*text*/)
{
    if (level == QtFatalMsg) {
        _exit(EXIT_FAILURE);
    }
}

/// Never returns.
void lookForDisplay(int argc, char **argv, std::chrono::seconds patience)
{
    qInstallMessageHandler(leaveIfFatal);
    qunsetenv("SESSION_MANAGER");                   // It is no part of anybody's session.
    alarm(static_cast<unsigned>(patience.count())); // A display that took the connection and says nothing.
    const QGuiApplication probe(argc, argv);
    _exit(EXIT_SUCCESS);
}

} // namespace

bool canShowWindows(int argc, char **argv, std::chrono::seconds patience)
{
    const pid_t child = fork();
    if (child < 0) {
        return true; // Nobody can know; Qt has to find out.
    }
    if (child == 0) {
        lookForDisplay(argc, argv, patience);
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS;
}

#else

bool canShowWindows(int /*argc*/, char ** /*argv*/, std::chrono::seconds /*patience*/)
{
    return true;
}

#endif

} // namespace jarchi::widgets

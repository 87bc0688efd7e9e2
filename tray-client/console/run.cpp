// SPDX-License-Identifier: MIT
#include "console/run.h"

#include "base/password_prompt.h"
#include "console/command_line.h"
#include "console/console_client.h"
#include "inbox/inbox_file.h"
#include "notify/console_notifier.h"
#include "notify/plain_text.h"

#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>
#include <QSysInfo>

#include <algorithm>
#include <cstdio>
#ifdef Q_OS_UNIX
#include "base/signal_watcher.h"

#include <csignal>
#include <fcntl.h>
#endif

namespace jarchi::console {

using namespace Qt::StringLiterals;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Console)
};

constexpr int StandardInput = 0;
constexpr int StandardOutput = 1;

int fail(ExitStatus status, const QString &sentence)
{
    std::fprintf(stderr, "jarchi-tray: %s\n", qUtf8Printable(notify::harmlessLine(sentence)));
    return status;
}

Result<QString> passwordFor(const CommandLine &line)
{
    if (!line.passwordFromStdin)
        return askPassword(Text::tr("Password of %1: ").arg(notify::harmlessLine(line.user)));
    QFile input;
    // Unbuffered, so that nothing beyond the first line is taken from whoever reads on.
    if (!input.open(StandardInput, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return refused(Text::tr("The standard input is closed, so --password-stdin has nothing to read."));
    return readPassword(input);
}

session::ServerAddress serverOf(const CommandLine &line)
{
    return line.server.value_or(session::ServerAddress{.host = u"localhost"_s});
}

session::VisitPlan planOf(const CommandLine &line, const QString &password)
{
    session::VisitPlan plan;
    plan.server = serverOf(line);
    if (line.session)
        plan.session = *line.session;
    plan.login = {.user = line.user,
                  .password = password,
                  .token = {},
                  .remember = false,
                  .device = QSysInfo::machineHostName().left(64),
                  .client = u"jarchi-tray/%1"_s.arg(QCoreApplication::applicationVersion())};
    return plan;
}

int runConsole(const CommandLine &line)
{
#ifdef Q_OS_UNIX
    // Looked at first: the next file that is opened would get the closed output's number, and the lines.
    if (::fcntl(StandardOutput, F_GETFD) == -1)
        return fail(Failed, Text::tr("The standard output is closed, so there is nowhere to print to."));
#endif
    const Result<QString> password = passwordFor(line);
    if (!password)
        return fail(WrongUsage, password.error().message);

    const SystemClock clock;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    const auto inbox = inbox::Inbox::open(
        {.path = inbox::inboxPath(folder, session::canonicalName(serverOf(line)), line.user)}, clock);
    if (!inbox)
        return fail(Failed, inbox.error().message);

    QFile output;
    if (!output.open(StandardOutput, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return fail(Failed, output.errorString());
    notify::ConsoleNotifier notifier(output, line.json ? notify::ConsoleNotifier::Format::Json
                                                       : notify::ConsoleNotifier::Format::Text);
    QTextStream status(stderr);
    if (const QString &notice = (*inbox)->notice(); !notice.isEmpty())
        status << notify::harmlessLine(notice) << Qt::endl;

    ConsoleClient client(planOf(line, *password), **inbox, notifier, status, clock);
    // Queued: it may come before exec(), and quitting an event loop that does not run yet is forgotten.
    QObject::connect(&client, &ConsoleClient::finished, QCoreApplication::instance(), &QCoreApplication::exit,
                     Qt::QueuedConnection);
#ifdef Q_OS_UNIX
    std::signal(SIGPIPE, SIG_IGN); // A closed output is an error of write(), and no reason to die.
    std::signal(SIGXFSZ, SIG_IGN); // Nor is a file that may not grow any more.
    const SignalWatcher signalWatcher;
    QObject::connect(&signalWatcher, &SignalWatcher::requested, &client, &ConsoleClient::stop);
#endif
    client.start();
    return QCoreApplication::exec();
}

int runTray(const CommandLine &line, const Tray &tray)
{
    if (!tray)
        return fail(Failed, Text::tr("This program was built without a tray icon. Use --console, which prints "
                                     "notifications."));
    Result<QString> password = line.passwordFromStdin ? passwordFor(line) : Result<QString>(QString());
    if (!password)
        return fail(WrongUsage, password.error().message);
    const Result<void> ended = tray(line, *password);
    return ended ? Done : fail(Failed, ended.error().message);
}

} // namespace

bool wantsTray(const QStringList &arguments)
{
    // Help needs an application object to be worded, and what is wrong needs no display to be said.
    const QStringList printing{u"-h"_s, u"--help"_s, u"-v"_s, u"--version"_s};
    if (std::any_of(arguments.cbegin(), arguments.cend(),
                    [&printing](const QString &argument) { return printing.contains(argument); }))
        return false;
    const Result<CommandLine> line = parseCommandLine(arguments);
    return line && !line->console;
}

int run(const QStringList &arguments, const Tray &tray)
{
    const Result<CommandLine> line = parseCommandLine(arguments);
    if (!line)
        return fail(WrongUsage, line.error().message);
    if (line->action != CommandLine::Action::Run) {
        std::fputs(qUtf8Printable(line->text), stdout);
        return Done;
    }
    return line->console ? runConsole(*line) : runTray(*line, tray);
}

} // namespace jarchi::console

// SPDX-License-Identifier: MIT
#include "base/password_prompt.h"

#include "base/text_rules.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>
#ifdef Q_OS_UNIX
#include <csignal>
#include <termios.h>
#include <unistd.h>
#endif

namespace jarchi {

using namespace Qt::StringLiterals;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Password)
};

#ifdef Q_OS_UNIX
void interrupt(int) {}

/// While it lives, what is typed is not shown, and Ctrl-C ends the reading instead of the program: a program that
/// ended here would leave a terminal without echo behind.
class HiddenInput
{
public:
    HiddenInput()
    {
        ::tcgetattr(STDIN_FILENO, &m_before);
        termios hidden = m_before;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        hidden.c_lflag |= ECHONL; // The line break is shown: what comes next begins a line of its own.
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
        struct sigaction action = {};
        action.sa_handler = interrupt; // Without SA_RESTART: the read comes back with EINTR.
        sigemptyset(&action.sa_mask);
        ::sigaction(SIGINT, &action, &m_actionBefore);
    }
    ~HiddenInput()
    {
        ::sigaction(SIGINT, &m_actionBefore, nullptr);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Q_DISABLE_COPY_MOVE(HiddenInput)

private:
    termios m_before = {};
    struct sigaction m_actionBefore = {};
};
#endif

Result<QString> checked(const QByteArray &line)
{
    const std::optional<QString> password = decodeUtf8(line);
    if (line.isEmpty())
        return refused(Text::tr("No password was given."));
    if (line.size() > limits::PasswordBytes)
        return refused(Text::tr("The password is longer than %1 bytes.").arg(limits::PasswordBytes));
    if (!password || line.contains('\0'))
        return refused(Text::tr("The password is not text in UTF-8."));
    return *password;
}

} // namespace

Result<QString> readPassword(QIODevice &input)
{
    QByteArray line = input.readLine(limits::PasswordBytes + 3); // Room for CR and LF, and to see that it is too long.
    if (line.endsWith('\n'))
        line.chop(1);
    if (line.endsWith('\r'))
        line.chop(1);
    return checked(line);
}

Result<QString> askPassword(const QString &question)
{
#ifdef Q_OS_UNIX
    if (::isatty(STDIN_FILENO)) {
        std::fputs(qUtf8Printable(question), stderr);
        std::fflush(stderr);
        const HiddenInput hidden;
        QByteArray line(limits::PasswordBytes + 2, '\0');
        const ssize_t length = ::read(STDIN_FILENO, line.data(), static_cast<std::size_t>(line.size()));
        line.truncate(std::max<ssize_t>(length, 0));
        if (line.endsWith('\n'))
            line.chop(1);
        return checked(line);
    }
#endif
    return refused(Text::tr("There is no terminal to ask for the password. Use --password-stdin, and give it on the "
                            "first line of the standard input."));
}

} // namespace jarchi

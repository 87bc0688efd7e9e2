// SPDX-License-Identifier: MIT
#include "support/programs.h"

#include <QDeadlineTimer>
#include <QRegularExpression>

#include <algorithm>
#include <csignal>

namespace jarchi::support {

using namespace Qt::StringLiterals;

namespace {

/// How long to wait for news before looking again whether what is waited for has come.
constexpr int Look = 50;

} // namespace

Program::Program(const Workplace &workplace, const QString &program)
{
    m_process.setProcessEnvironment(workplace.environment());
    m_process.setProgram(program);
}

Program::~Program()
{
    kill();
}

void Program::start(const QStringList &arguments, const QByteArray &input)
{
    m_output.clear();
    m_errors.clear();
    m_process.setArguments(arguments);
    m_process.start();
    m_process.write(input);
    m_process.closeWriteChannel();
}

void Program::send(int signalNumber)
{
    if (m_process.processId() > 0) {
        ::kill(static_cast<pid_t>(m_process.processId()), signalNumber);
    }
}

bool Program::waitForEnd(int milliseconds)
{
    return !isRunning() || m_process.waitForFinished(milliseconds);
}

int Program::status() const
{
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void Program::kill()
{
    if (isRunning()) {
        send(SIGKILL);
        m_process.waitForFinished();
    }
}

bool Program::waitForOutput(const QByteArray &text, int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    while (!output().contains(text) && isRunning() && !deadline.hasExpired()) {
        m_process.setReadChannel(QProcess::StandardOutput);
        m_process.waitForReadyRead(Look);
    }
    return output().contains(text);
}

bool Program::waitForErrors(const QByteArray &text, int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    while (!errors().contains(text) && isRunning() && !deadline.hasExpired()) {
        m_process.setReadChannel(QProcess::StandardError);
        m_process.waitForReadyRead(Look);
    }
    return errors().contains(text);
}

QByteArray Program::output()
{
    gather();
    return m_output;
}

QByteArray Program::errors()
{
    gather();
    return m_errors;
}

void Program::gather()
{
    m_output += m_process.readAllStandardOutput();
    m_errors += m_process.readAllStandardError();
}

ServerProcess::ServerProcess(const Workplace &workplace)
    : Program(workplace, serverProgram())
{
}

bool ServerProcess::listen(const QStringList &more)
{
    // One address: the first run takes whatever port is free on it, and a second address might have none there.
    start(QStringList{u"--no-gui"_s, u"--listen"_s, u"127.0.0.1"_s, u"--port"_s, QString::number(m_port)} + more);
    static const QRegularExpression line(u"^listening on 127\\.0\\.0\\.1:(\\d+)\\n"_s);
    if (!waitForOutput("\n")) {
        return false;
    }
    const auto match = line.match(QString::fromUtf8(output()));
    m_port = match.hasMatch() ? match.captured(1).toUShort() : m_port;
    return match.hasMatch();
}

bool ServerProcess::stop()
{
    send(SIGTERM);
    return waitForEnd() && status() == 0;
}

ConsoleClient::ConsoleClient(const Workplace &workplace)
    : Program(workplace, trayProgram())
{
}

void ConsoleClient::connectTo(quint16 port, const QString &user, const QStringList &more)
{
    start(QStringList{u"--console"_s, u"--json"_s, u"--server"_s, u"127.0.0.1:%1"_s.arg(port), u"--user"_s, user,
                      u"--password-stdin"_s} +
              more,
          Workplace::password(user).toUtf8() + '\n');
}

QList<QJsonObject> ConsoleClient::printed()
{
    QList<QJsonObject> notifications;
    for (const QByteArray &line : output().split('\n')) {
        if (!line.isEmpty()) {
            notifications.append(QJsonDocument::fromJson(line).object());
        }
    }
    return notifications;
}

QStringList ConsoleClient::titles()
{
    const QList<QJsonObject> notifications = printed();
    QStringList titles;
    std::transform(notifications.cbegin(), notifications.cend(), std::back_inserter(titles),
                   [](const QJsonObject &notification) { return notification.value(u"title"_s).toString(); });
    return titles;
}

} // namespace jarchi::support

// SPDX-License-Identifier: MIT
#pragma once

#include "support/workplace.h"

#include <QJsonObject>
#include <QList>
#include <QProcess>

namespace jarchi::support {

/// A real program that goes on until it is told to end; killed when this goes. It gathers what the program says.
/// Used by one thread, which need not run an event loop.
class Program
{
public:
    Program(const Workplace &workplace, const QString &program);
    ~Program();
    Q_DISABLE_COPY_MOVE(Program)

    void start(const QStringList &arguments, const QByteArray &input = {});
    void send(int signalNumber);
    /// Whether it ended by itself within `milliseconds`.
    [[nodiscard]] bool waitForEnd(int milliseconds = 30'000);
    /// What it ended with; -1 after a crash or a kill.
    [[nodiscard]] int status() const;
    /// Kills it at once, as a power cut would.
    void kill();
    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }

    /// Whether this stands on standard output (or error) within a time that a busy machine needs.
    [[nodiscard]] bool waitForOutput(const QByteArray &text, int milliseconds = 30'000);
    [[nodiscard]] bool waitForErrors(const QByteArray &text, int milliseconds = 30'000);
    [[nodiscard]] QByteArray output();
    [[nodiscard]] QByteArray errors();

private:
    void gather();

    QProcess m_process;
    QByteArray m_output;
    QByteArray m_errors;
};

/// `jarchi-server --no-gui` on a free port, or on the port of the time before.
class ServerProcess : public Program
{
public:
    explicit ServerProcess(const Workplace &workplace);

    /// Whether it listens. Started again it takes the same port.
    [[nodiscard]] bool listen(const QStringList &more = {});
    [[nodiscard]] quint16 port() const { return m_port; }
    /// Whether SIGTERM ends it with status 0.
    [[nodiscard]] bool stop();

private:
    quint16 m_port = 0;
};

/// `jarchi-tray --console --json`, logged in with the workplace's password of its user.
class ConsoleClient : public Program
{
public:
    explicit ConsoleClient(const Workplace &workplace);

    void connectTo(quint16 port, const QString &user,
                   const QStringList &more = {QStringLiteral("--session"), QStringLiteral("0")});
    /// Whether it got all that was waiting.
    [[nodiscard]] bool waitForCatchUp() { return waitForErrors("caught up"); }
    /// What it printed: a notification each.
    [[nodiscard]] QList<QJsonObject> printed();
    [[nodiscard]] QStringList titles();
};

} // namespace jarchi::support

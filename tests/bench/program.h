// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace jarchi::bench {

/// A program that goes on until this goes, and of which lines are read. One thread. Throws Failed.
class Program
{
public:
    Program(const QString &path, const QStringList &arguments, const QProcessEnvironment &environment);
    ~Program();
    Q_DISABLE_COPY_MOVE(Program)

    void write(const QByteArray &input);
    /// Without its line feed.
    QByteArray nextLine();
    [[nodiscard]] qint64 id() const { return m_process.processId(); }
    [[nodiscard]] bool hasEnded() const { return m_process.state() == QProcess::NotRunning; }
    /// With what it said on its standard error.
    void failIfEnded();

private:
    QProcess m_process;
};

/// Runs a program to its end, which must be a good one.
void runProgram(const QString &path, const QStringList &arguments);

} // namespace jarchi::bench

// SPDX-License-Identifier: MIT
#include "program.h"

#include "benchmark.h"

namespace jarchi::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000; // ms

} // namespace

Program::Program(const QString &path, const QStringList &arguments, const QProcessEnvironment &environment)
{
    m_process.setProcessEnvironment(environment);
    m_process.start(path, arguments);
    if (!m_process.waitForStarted()) {
        throw Failed{u"%1 cannot be started: %2"_s.arg(path, m_process.errorString())};
    }
}

Program::~Program()
{
    m_process.terminate();
    if (!m_process.waitForFinished()) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void Program::write(const QByteArray &input)
{
    m_process.write(input);
    m_process.waitForBytesWritten();
}

QByteArray Program::nextLine()
{
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(Patience)) {
            throw Failed{
                u"%1 said nothing: %2"_s.arg(m_process.program(), QString::fromUtf8(m_process.readAllStandardError()))};
        }
    }
    return m_process.readLine().trimmed();
}

void Program::failIfEnded()
{
    if (hasEnded()) {
        throw Failed{u"%1 ended: %2"_s.arg(m_process.program(), QString::fromUtf8(m_process.readAllStandardError()))};
    }
}

void runProgram(const QString &path, const QStringList &arguments)
{
    QProcess process;
    process.start(path, arguments);
    if (!process.waitForFinished(Patience) || process.exitCode() != 0) {
        throw Failed{u"%1 failed: %2"_s.arg(path, QString::fromUtf8(process.readAllStandardError()))};
    }
}

} // namespace jarchi::bench

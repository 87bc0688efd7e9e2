// SPDX-License-Identifier: MIT
#include "sqlite_program.h"

#include "benchmark.h"

namespace jarchi::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 300'000; // ms. A million rows are made in one statement.
constexpr auto Marker = "--done--\n";

} // namespace

SqliteProgram::SqliteProgram(const QString &database)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(u"sqlite3"_s, {u"-batch"_s, u"-bail"_s, database});
    if (!m_process.waitForStarted()) {
        throw Failed{u"The program sqlite3 cannot be started: install it (on Debian, sqlite3)."_s};
    }
    execute("PRAGMA journal_mode=WAL;\nPRAGMA synchronous=FULL;\nPRAGMA foreign_keys=ON;\nPRAGMA temp_store=MEMORY;\n"
            "PRAGMA busy_timeout=5000;\n");
}

SqliteProgram::~SqliteProgram()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished();
}

QByteArray SqliteProgram::execute(const QByteArray &statements)
{
    m_process.write(statements + "SELECT '--done--';\n");
    QByteArray output;
    while (!output.endsWith(Marker)) {
        if (!m_process.waitForReadyRead(Patience)) {
            throw Failed{u"The program sqlite3 did not answer: %1"_s.arg(m_process.errorString())};
        }
        output += m_process.readAllStandardOutput();
    }
    return output.chopped(qstrlen(Marker));
}

} // namespace jarchi::bench

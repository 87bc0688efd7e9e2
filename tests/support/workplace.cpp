// SPDX-License-Identifier: MIT
#include "support/workplace.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QProcess>

namespace jarchi::support {

using namespace Qt::StringLiterals;

namespace {

constexpr int LongestRun = 60'000;

} // namespace

QString serverProgram()
{
    return QStringLiteral(JARCHI_SERVER_PROGRAM);
}

QString trayProgram()
{
    return QStringLiteral(JARCHI_TRAY_PROGRAM);
}

QByteArray Outcome::told() const
{
    return u"status %1\n%2\n%3"_s.arg(status).arg(output, errors).toUtf8();
}

Workplace::Workplace()
{
    m_environment.insert(u"HOME"_s, m_folder.path());
    m_environment.insert(u"XDG_DATA_HOME"_s, path(u"data"_s));
    m_environment.insert(u"XDG_CONFIG_HOME"_s, path(u"config"_s));
    m_environment.insert(u"JARCHI_DATABASE"_s, database());
    m_environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    m_environment.remove(u"DISPLAY"_s);
    m_environment.remove(u"QT_QPA_PLATFORM"_s);
}

QString Workplace::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
        qFatal("Cannot write %s", qPrintable(file.fileName()));
    }
    return file.fileName();
}

Outcome Workplace::run(const QString &program, const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.setWorkingDirectory(m_folder.path());
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(LongestRun);
    Outcome outcome;
    outcome.status = ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    outcome.output = QString::fromUtf8(process.readAllStandardOutput());
    outcome.errors = QString::fromUtf8(process.readAllStandardError());
    return outcome;
}

Outcome Workplace::server(const QStringList &arguments, const QByteArray &input) const
{
    return run(serverProgram(), arguments, input);
}

Outcome Workplace::sql(const QString &statements) const
{
    return run(u"sqlite3"_s, {u"-bail"_s, u"-cmd"_s, u".timeout 5000"_s, database()}, statements.toUtf8());
}

bool Workplace::addUser(const QString &name, const QStringList &categories) const
{
    bool done = server({u"user"_s, u"add"_s, name, u"--password-stdin"_s}, password(name).toUtf8()).status == 0;
    for (const QString &category : categories) {
        done = done && server({u"category"_s, u"add"_s, category}).status == 0 &&
               server({u"interest"_s, u"add"_s, name, u"--category"_s, category}).status == 0;
    }
    return done;
}

int Workplace::count(const QString &what) const
{
    return server({u"status"_s, u"--json"_s}).json().object().value(what).toInt(-1);
}

} // namespace jarchi::support

// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace jarchi::support {

/// What a program that ended has said. A status of -1: it crashed, or did not end.
struct Outcome
{
    int status = -1;
    QString output;
    QString errors;

    [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(output.toUtf8()); }
    /// Everything, for the message of a check that failed.
    [[nodiscard]] QByteArray told() const;
};

/// A temporary folder in which the real programs work, with a database and a home of their own. Used by one thread.
class Workplace
{
public:
    Workplace();

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString database() const { return path(QStringLiteral("jarchi.sqlite")); }
    /// JARCHI_DATABASE names database().
    [[nodiscard]] const QProcessEnvironment &environment() const { return m_environment; }
    void setVariable(const QString &name, const QString &value) { m_environment.insert(name, value); }
    void unsetVariable(const QString &name) { m_environment.remove(name); }

    /// Writes a file in the folder and returns its path.
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const;
    /// Runs any program to its end, within a minute.
    [[nodiscard]] Outcome run(const QString &program, const QStringList &arguments, const QByteArray &input = {}) const;
    /// Runs a command of jarchi-server to its end.
    [[nodiscard]] Outcome server(const QStringList &arguments, const QByteArray &input = {}) const;
    /// Runs SQL on database() with the sqlite3 program, as another program would.
    [[nodiscard]] Outcome sql(const QString &statements) const;
    /// Adds an account with the password `password(name)` and these interests, and makes their categories.
    [[nodiscard]] bool addUser(const QString &name, const QStringList &categories = {}) const;
    [[nodiscard]] static QString password(const QString &name) { return name + QStringLiteral("'s word"); }
    /// One of the counts that `status` gives; -1 if it fails.
    [[nodiscard]] int count(const QString &what) const;

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
};

/// Where the two programs were built.
[[nodiscard]] QString serverProgram();
[[nodiscard]] QString trayProgram();

} // namespace jarchi::support

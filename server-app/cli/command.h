// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "engine/config.h"
#include "store/store.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <functional>
#include <memory>

namespace jarchi::cli {

/// What the program ends with. Scripts depend on the numbers.
enum ExitStatus {
    Done = 0,
    Failed = 1, ///< Refused or failed; why is on standard error, in one line.
    WrongUsage = 2,
};

/// A command that is being run: what was typed, and where its output goes. Lives as long as the command, in the main
/// thread.
class Invocation
{
public:
    Invocation(const QCommandLineParser &parser, QStringList arguments, engine::Config config, const Clock &clock);

    /// What stands after the command's words.
    [[nodiscard]] const QStringList &arguments() const { return m_arguments; }
    [[nodiscard]] bool isSet(const QString &option) const { return m_parser.isSet(option); }
    [[nodiscard]] QString value(const QString &option) const { return m_parser.value(option); }
    [[nodiscard]] const engine::Config &config() const { return m_config; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

    /// The database, opened when it is first asked for.
    [[nodiscard]] Result<store::Store *> store();

    /// With --json the value, otherwise the text, on standard output.
    void print(const QString &text, const QJsonValue &json) const;
    /// A list: a table with these headings for a person, an array of the objects for a program.
    void printList(const QStringList &headings, const QList<QStringList> &rows, const QJsonArray &objects,
                   const QString &whenEmpty) const;
    /// A line for a person on standard error, whatever the format: news that is no result.
    static void note(const QString &text);

private:
    const QCommandLineParser &m_parser;
    const QStringList m_arguments;
    const engine::Config m_config;
    const Clock &m_clock;
    std::unique_ptr<store::Store> m_store;
};

/// One command: `user add NAME`. The tables of them are in *_commands.cpp.
struct Command
{
    QStringList words;     ///< "user", "add"
    QStringList arguments; ///< "NAME": as many as are needed, no more and no fewer.
    QString summary;
    QList<QCommandLineOption> options;
    QStringList required; ///< Options that must be given.
    std::function<Result<void>(Invocation &)> run;
};

[[nodiscard]] QList<Command> userCommands();
[[nodiscard]] QList<Command> interestCommands();
[[nodiscard]] QList<Command> catalogCommands();
[[nodiscard]] QList<Command> databaseCommands();

} // namespace jarchi::cli

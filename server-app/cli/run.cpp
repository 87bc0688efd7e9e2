// SPDX-License-Identifier: MIT
#include "cli/run.h"

#include "cli/command.h"
#include "cli/serve.h"

#include <QCoreApplication>
#include <QLocale>
#include <QProcessEnvironment>
#include <QTextStream>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace jarchi::cli {

namespace {

QList<QCommandLineOption> configOptions()
{
    return {
        {u"config"_s, u"Read settings from this file; what is given here goes before it."_s, u"FILE"_s},
        {u"database"_s, u"The database (default: $JARCHI_DATABASE, or %1)."_s.arg(engine::defaultDatabase()),
         u"PATH"_s},
        {u"listen"_s, u"Listen on this address; can be given more than once (default: 127.0.0.1 and ::1)."_s,
         u"ADDR"_s},
        {u"port"_s, u"The TCP port; 0 takes a free one (default: %1)."_s.arg(protocol::DefaultPort), u"PORT"_s},
        {u"poll-interval"_s, u"Look at the database at least this often, in seconds (default: 5)."_s, u"SECONDS"_s},
        {u"max-connection-threads"_s,
         u"A thread for each connection up to this many; beyond, they are shared (default: 1024)."_s, u"N"_s},
        {u"tls-certificate"_s, u"Not in this version, which has no TLS yet."_s, u"FILE"_s},
        {u"tls-key"_s, u"Not in this version, which has no TLS yet."_s, u"FILE"_s},
    };
}

QList<QCommandLineOption> switches()
{
    return {
        {u"insecure"_s, u"Serve in plain text. This version does so in any case, on loopback addresses only."_s},
        {u"no-gui"_s, u"Serve without a window."_s},
        {u"json"_s, u"Print results as JSON."_s},
        {{u"h"_s, u"help"_s}, u"Show this help, or that of a command."_s},
        {{u"v"_s, u"version"_s}, u"Show the version."_s},
    };
}

QList<Command> allCommands()
{
    return catalogCommands() + userCommands() + interestCommands() + databaseCommands();
}

QString synopsis(const Command &command)
{
    QString text = (command.words + command.arguments).join(u' ');
    for (const QString &name : command.required) {
        const auto option =
            std::find_if(command.options.cbegin(), command.options.cend(),
                         [&](const QCommandLineOption &candidate) { return candidate.names().contains(name); });
        text += u" --%1 %2"_s.arg(name, option->valueName());
    }
    return text;
}

QString optionLines(const QList<QCommandLineOption> &options)
{
    QString text;
    for (const QCommandLineOption &option : options) {
        QString names;
        for (const QString &name : option.names()) {
            names += (names.isEmpty() ? u""_s : u", "_s) + (name.size() == 1 ? u"-"_s : u"--"_s) + name;
        }
        if (!option.valueName().isEmpty()) {
            names += u' ' + option.valueName();
        }
        text += u"  "_s + names.leftJustified(30) + u' ' + option.description() + u'\n';
    }
    return text;
}

QString programHelp()
{
    QString text =
        u"Jarchi's server: tells people about new products the moment they are added.\n\n"
        "Usage: jarchi-server [options]                 serve, with a window\n"
        "       jarchi-server [options] --no-gui        serve without one\n"
        "       jarchi-server [options] COMMAND ...     work on the database, also while a server runs on it\n\n"
        "Commands (jarchi-server COMMAND --help tells more):\n"_s;
    for (const Command &command : allCommands()) {
        text +=
            u"  "_s + (command.words + command.arguments).join(u' ').leftJustified(30) + u' ' + command.summary + u'\n';
    }
    return text + u"\nOptions:\n"_s + optionLines(configOptions() + switches()) +
           u"\nExit status: 0 done, 1 refused or failed, 2 wrong usage.\n"_s;
}

QString commandHelp(const Command &command)
{
    QString text = u"%1\n\nUsage: jarchi-server %2%3\n"_s.arg(command.summary, synopsis(command),
                                                              command.options.isEmpty() ? QString() : u" [options]"_s);
    if (!command.options.isEmpty()) {
        text += u"\nOptions:\n"_s + optionLines(command.options);
    }
    return text + u"\nAlso: --database PATH, --config FILE, --json. The exit status is 0, 1 (refused or failed) or 2 "
                  "(wrong usage).\n"_s;
}

/// `words` are those of the command, if there is one: its own help is the shorter way.
int wrongUsage(const QString &message, const QStringList &words = {})
{
    const QString help = (QStringList{u"jarchi-server"_s} + words + QStringList{u"--help"_s}).join(u' ');
    Invocation::note(u"jarchi-server: %1 (%2 tells what there is)"_s.arg(message, help));
    return WrongUsage;
}

int fail(const Error &error)
{
    Invocation::note(u"jarchi-server: %1"_s.arg(error.message));
    return error.kind == Error::Kind::WrongUsage ? WrongUsage : Failed;
}

int printAndEnd(const QString &text)
{
    QTextStream(stdout) << text;
    return Done;
}

/// A parser that knows the options of `commands`. Two commands may have an option of the same name: it is the same one.
void addOptions(QCommandLineParser &parser, const QList<Command> &commands)
{
    parser.addOptions(configOptions());
    parser.addOptions(switches());
    QStringList known;
    for (const Command &command : commands) {
        for (const QCommandLineOption &option : command.options) {
            if (!known.contains(option.names().first())) {
                known.append(option.names().first());
                parser.addOption(option);
            }
        }
    }
}

/// The settings, from the least to the most particular: the environment, the file, the command line.
Result<engine::Config> readConfig(const QCommandLineParser &parser)
{
    engine::Config config;
    config.database = QProcessEnvironment::systemEnvironment().value(u"JARCHI_DATABASE"_s);
    if (parser.isSet(u"config"_s)) {
        if (const auto read = engine::readConfigFile(config, parser.value(u"config"_s)); !read) {
            return tl::unexpected(read.error());
        }
    }
    if (parser.isSet(u"listen"_s)) {
        config.listen.clear();
    }
    for (const QCommandLineOption &option : configOptions()) {
        const QString name = option.names().first();
        if (name == "config"_L1) {
            continue;
        }
        for (const QString &value : parser.values(name)) {
            if (const auto set = engine::set(config, name, value); !set) {
                return failure(Error::Kind::WrongUsage, set.error().message);
            }
        }
    }
    config.insecure = config.insecure || parser.isSet(u"insecure"_s);
    return config;
}

/// The command whose words stand first in what was typed; null if there is none.
const Command *findCommand(const QList<Command> &commands, const QStringList &typed)
{
    const auto found = std::find_if(commands.cbegin(), commands.cend(), [&](const Command &command) {
        return typed.mid(0, command.words.size()) == command.words;
    });
    return found == commands.cend() ? nullptr : &*found;
}

/// "There is no command …", with those that begin alike.
QString unknownCommand(const QList<Command> &commands, const QStringList &typed)
{
    QStringList alike;
    for (const Command &command : commands) {
        if (command.words.first() == typed.first()) {
            alike.append(command.words.join(u' '));
        }
    }
    const QString message = u"there is no command \"%1\""_s.arg(typed.mid(0, 2).join(u' '));
    return alike.isEmpty() ? message : message + u"; there are: "_s + alike.join(", "_L1);
}

int runCommand(const Command &command, const QStringList &arguments, const Clock &clock)
{
    QCommandLineParser parser;
    addOptions(parser, {command});
    if (!parser.parse(arguments)) {
        return wrongUsage(parser.errorText(), command.words);
    }
    const QStringList given = parser.positionalArguments().mid(command.words.size());
    if (given.size() != command.arguments.size()) {
        return wrongUsage(u"usage: jarchi-server %1"_s.arg(synopsis(command)), command.words);
    }
    for (const QString &name : command.required) {
        if (!parser.isSet(name)) {
            return wrongUsage(u"--%1 is missing; usage: jarchi-server %2"_s.arg(name, synopsis(command)),
                              command.words);
        }
    }
    auto config = readConfig(parser);
    if (!config) {
        return fail(config.error());
    }
    Invocation invocation(parser, given, *config, clock);
    const auto done = command.run(invocation);
    return done ? Done : fail(done.error());
}

} // namespace

namespace {

int runToTheEnd(const QStringList &arguments, const Window &window)
{
    const SystemClock clock;
    const auto commands = allCommands();
    QCommandLineParser parser;
    addOptions(parser, commands);
    const bool parsed = parser.parse(arguments);
    const QStringList typed = parser.positionalArguments();
    const Command *const command = findCommand(commands, typed);
    if (parser.isSet(u"help"_s)) {
        return printAndEnd(command != nullptr ? commandHelp(*command) : programHelp());
    }
    if (parser.isSet(u"version"_s)) {
        return printAndEnd(u"jarchi-server %1\n"_s.arg(QCoreApplication::applicationVersion()));
    }
    if (!parsed) {
        return wrongUsage(parser.errorText(), command != nullptr ? command->words : QStringList());
    }
    if (command != nullptr) {
        return runCommand(*command, arguments, clock);
    }
    if (!typed.isEmpty()) {
        return wrongUsage(unknownCommand(commands, typed));
    }
    const auto config = readConfig(parser);
    if (!config) {
        return fail(config.error());
    }
    if (!parser.isSet(u"no-gui"_s) && !window) {
        return fail(
            {Error::Kind::Refused, u"This program was built without a window. Serve: jarchi-server --no-gui"_s});
    }
    const auto served = parser.isSet(u"no-gui"_s) ? serve(*config, clock) : window(*config, clock);
    return served ? Done : fail(served.error());
}

} // namespace

bool wantsWindow(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser, allCommands());
    return parser.parse(arguments) && parser.positionalArguments().isEmpty() && !parser.isSet(u"no-gui"_s) &&
           !parser.isSet(u"help"_s) && !parser.isSet(u"version"_s);
}

int run(const QStringList &arguments, const Window &window)
{
    QLocale::setDefault(QLocale::c()); // The commands' sentences are English, and so are the digits in them.
    const int status = runToTheEnd(arguments, window);
    // A result that did not reach its file is no success: `user list --json > backup.json` on a full disk.
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
        return fail(
            {Error::Kind::Broken, u"The output could not be written: is the disk full, or the output closed?"_s});
    }
    return status;
}

} // namespace jarchi::cli

// SPDX-License-Identifier: MIT
#include "console/command_line.h"

#include "base/fault_sentence.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace jarchi::console {

using namespace Qt::StringLiterals;
using std::chrono::seconds;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

constexpr seconds LongestSession = std::chrono::hours(24 * 7);

struct Options
{
    QCommandLineOption server{
        u"server"_s,
        Text::tr("The server. Without it: the one signed in to last or, with --console, localhost, port 2019."),
        u"HOST[:PORT]"_s};
    QCommandLineOption user{u"user"_s, Text::tr("The name to log in with."), u"NAME"_s};
    QCommandLineOption passwordStdin{u"password-stdin"_s, Text::tr("Read the password from the first line of the "
                                                                   "standard input instead of asking for it.")};
    QCommandLineOption session{
        u"session"_s,
        Text::tr("Log out after so many seconds: 60 unless said otherwise. 0 stays, and connects "
                 "again whenever the connection is lost or there is none yet; only a refused "
                 "login or a server of another kind ends it."),
        u"SECONDS"_s};
    QCommandLineOption insecure{u"insecure"_s, Text::tr("Allow a connection without TLS. It changes nothing yet: there "
                                                        "is no TLS, so only this computer's own server is accepted.")};
    QCommandLineOption console{u"console"_s, Text::tr("Print notifications on the standard output. Needs no display.")};
    QCommandLineOption json{u"json"_s, Text::tr("With --console: one JSON object on a line for each notification.")};
    QCommandLineOption help{{u"h"_s, u"help"_s}, Text::tr("Show this help.")};
    QCommandLineOption version{{u"v"_s, u"version"_s}, Text::tr("Show the version.")};

    [[nodiscard]] QList<QCommandLineOption> all() const
    {
        return {server, user, passwordStdin, session, insecure, console, json, help, version};
    }
};

CommandLine toPrint(CommandLine::Action action, const QString &text)
{
    CommandLine line;
    line.action = action;
    line.text = text;
    return line;
}

Result<seconds> parseSession(const QString &text)
{
    bool isNumber = false;
    const int count = text.toInt(&isNumber);
    if (!isNumber || count < 0 || seconds(count) > LongestSession)
        return refused(Text::tr("--session wants seconds, from 0 to %1, and not “%2”.")
                           .arg(QString::number(LongestSession.count()), text));
    return seconds(count);
}

Result<session::ServerAddress> parseServer(const QString &text)
{
    return session::parseServerAddress(text).and_then(
        [](const session::ServerAddress &address) -> Result<session::ServerAddress> {
            if (!session::isLoopback(address))
                return refused(
                    Text::tr("%1 is not this computer, and without TLS, which does not exist yet, a password "
                             "would cross the network for everybody to read. Use localhost.")
                        .arg(session::toText(address)));
            return address;
        });
}

Result<CommandLine> readRun(const QCommandLineParser &parser, const Options &options)
{
    CommandLine line;
    line.console = parser.isSet(options.console);
    line.json = parser.isSet(options.json);
    line.passwordFromStdin = parser.isSet(options.passwordStdin);
    line.user = parser.value(options.user);

    if (const QStringList extra = parser.positionalArguments(); !extra.isEmpty())
        return refused(Text::tr("“%1” is not understood. See --help.").arg(extra.constFirst()));
    if (line.json && !line.console)
        return refused(Text::tr("--json goes with --console."));
    if (parser.isSet(options.server)) {
        const Result<session::ServerAddress> server = parseServer(parser.value(options.server));
        if (!server)
            return tl::unexpected(server.error());
        line.server = *server;
    }
    if (parser.isSet(options.session)) {
        const Result<seconds> session = parseSession(parser.value(options.session));
        if (!session)
            return tl::unexpected(session.error());
        line.session = *session;
    }
    if (line.user.isEmpty() && (line.console || line.passwordFromStdin))
        return refused(Text::tr("Say who you are, with --user NAME."));
    if (const TextFault fault = checkLine(line.user, limits::NameCharacters); fault != TextFault::None)
        return refused(lineSentence(Text::tr("name after --user"), fault, limits::NameCharacters));
    return line;
}

} // namespace

Result<CommandLine> parseCommandLine(const QStringList &arguments)
{
    const Options options;
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Text::tr("Shows notifications of new products, as soon as a Jarchi server pushes them: as balloons, from an "
                 "icon in the tray, or with --console as lines in a terminal.\n"
                 "\n"
                 "Exit status: 0 the session is over, 1 something on this computer failed, 2 wrong usage;\n"
                 "with --console also 3 the login was refused, 4 the server could not be reached."));
    parser.addOptions(options.all());

    if (!parser.parse(arguments))
        return refused(parser.errorText());
    if (parser.isSet(options.help))
        return toPrint(CommandLine::Action::ShowHelp, parser.helpText());
    if (parser.isSet(options.version))
        return toPrint(CommandLine::Action::ShowVersion, u"jarchi-tray %1\n"_s.arg(QLatin1StringView(JARCHI_VERSION)));
    return readRun(parser, options);
}

} // namespace jarchi::console

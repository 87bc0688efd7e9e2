// SPDX-License-Identifier: MIT
#include "engine/config.h"

#include "base/text_rules.h"

#include <QCoreApplication>
#include <QFile>
#include <QHostAddress>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace jarchi::engine {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Config)
};

constexpr qint64 LongestFile = 1024 * 1024;

std::optional<int> toNumber(const QString &text, int least, int most)
{
    bool ok = false;
    const int number = text.toInt(&ok);
    return ok && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

Result<void> setNumber(const QString &name, const QString &value, int least, int most,
                       const std::function<void(int)> &assign)
{
    const auto number = toNumber(value, least, most);
    if (!number) {
        return refused(
            u"\"%1\" is no value for %2: give a whole number from %3 to %4."_s.arg(value, name).arg(least).arg(most));
    }
    assign(*number);
    return {};
}

Result<void> setSwitch(const QString &name, const QString &value, bool &target)
{
    if (value != "true"_L1 && value != "false"_L1) {
        return refused(u"\"%1\" is no value for %2: give true or false."_s.arg(value, name));
    }
    target = value == "true"_L1;
    return {};
}

struct Setting
{
    QLatin1StringView name;
    Result<void> (*set)(Config &config, const QString &name, const QString &value) = nullptr;
};

const std::array Settings{
    Setting{"database"_L1,
            [](Config &config, const QString &, const QString &value) -> Result<void> {
                config.database = value;
                return {};
            }},
    Setting{"listen"_L1,
            [](Config &config, const QString &, const QString &value) -> Result<void> {
                if (QHostAddress().setAddress(value)) {
                    config.listen.append(value);
                    return {};
                }
                return refused(
                    u"\"%1\" is no address to listen on: give an IPv4 or IPv6 address, such as 127.0.0.1."_s.arg(
                        value));
            }},
    Setting{"port"_L1,
            [](Config &config, const QString &name, const QString &value) {
                return setNumber(name, value, 0, 65535, [&](int n) { config.port = static_cast<quint16>(n); });
            }},
    Setting{"poll-interval"_L1,
            [](Config &config, const QString &name, const QString &value) {
                return setNumber(name, value, 1, 3600, [&](int n) { config.pollInterval = std::chrono::seconds(n); });
            }},
    Setting{"max-connection-threads"_L1,
            [](Config &config, const QString &name, const QString &value) {
                return setNumber(name, value, 1, 100'000, [&](int n) { config.maxConnectionThreads = n; });
            }},
    Setting{"tls-certificate"_L1,
            [](Config &config, const QString &, const QString &value) -> Result<void> {
                config.tlsCertificate = value;
                return {};
            }},
    Setting{"tls-key"_L1,
            [](Config &config, const QString &, const QString &value) -> Result<void> {
                config.tlsKey = value;
                return {};
            }},
    Setting{"insecure"_L1, [](Config &config, const QString &name,
                              const QString &value) { return setSwitch(name, value, config.insecure); }},
};

Result<void> readLine(Config &config, const QByteArray &bytes)
{
    const auto text = decodeUtf8(bytes);
    if (!text) {
        return refused(u"This is not UTF-8."_s);
    }
    if (text->contains(QChar::Null)) {
        return refused(u"There is a NUL character in it: is this a text file?"_s); // Numbers would end at it.
    }
    const QString line = text->trimmed();
    if (line.isEmpty() || line.startsWith(u'#')) {
        return {};
    }
    const auto equals = line.indexOf(u'=');
    if (equals < 0) {
        return refused(u"\"%1\" is not of the form \"name = value\"."_s.arg(line.left(80)));
    }
    return set(config, line.left(equals).trimmed(), line.mid(equals + 1).trimmed());
}

} // namespace

QString defaultDatabase()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/jarchi.sqlite"_s;
}

Result<void> set(Config &config, const QString &name, const QString &value)
{
    const auto setting = std::find_if(Settings.cbegin(), Settings.cend(),
                                      [&](const Setting &candidate) { return candidate.name == name; });
    if (setting == Settings.cend()) {
        QStringList known;
        for (const Setting &candidate : Settings) {
            known.append(candidate.name);
        }
        return refused(u"There is no setting \"%1\". There are: %2."_s.arg(name.left(80), known.join(", "_L1)));
    }
    if (value.isEmpty()) {
        return refused(u"The setting %1 has no value."_s.arg(name));
    }
    return setting->set(config, name, value);
}

Result<void> readConfigFile(Config &config, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return refused(u"Cannot read the configuration %1: %2."_s.arg(path, file.errorString()));
    }
    if (file.size() > LongestFile) {
        return refused(u"%1 is too large to be a configuration."_s.arg(path));
    }
    for (int number = 1; !file.atEnd(); ++number) {
        if (const auto read = readLine(config, file.readLine()); !read) {
            return refused(u"%1, line %2: %3"_s.arg(path).arg(number).arg(read.error().message));
        }
    }
    return {};
}

Result<void> check(const Config &config)
{
    for (const QString &text : config.listen) {
        if (!QHostAddress(text).isLoopback()) {
            return refused(
                Words::tr("Cannot listen on %1: passwords would cross the network in plain text, since this version "
                          "has no TLS yet. Listen on 127.0.0.1 or ::1.")
                    .arg(text));
        }
    }
    if (!config.tlsCertificate.isEmpty() || !config.tlsKey.isEmpty()) {
        return refused(
            Words::tr("This version has no TLS yet, so tls-certificate and tls-key cannot be used: leave them out."));
    }
    return {};
}

} // namespace jarchi::engine

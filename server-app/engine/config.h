// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "protocol/limits.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>

namespace jarchi::engine {

/// How a server runs: what `jarchi-server --help` and resources/jarchi-server.conf list, with the defaults.
struct Config
{
    QString database;   ///< Empty: defaultDatabase().
    QStringList listen; ///< Empty: 127.0.0.1, and ::1 where there is one.
    quint16 port = protocol::DefaultPort;
    std::chrono::seconds pollInterval{5};
    int maxConnectionThreads = 1024;
    QString tlsCertificate;
    QString tlsKey;
    bool insecure = false;
};

/// In the platform's folder for application data.
[[nodiscard]] QString defaultDatabase();

/// Sets one value by its name, which is the same in a file (`port = 2020`) and on the command line (`--port 2020`).
/// `listen` adds. Refused: an unknown name, or a value that is none, in a sentence.
[[nodiscard]] Result<void> set(Config &config, const QString &name, const QString &value);

/// Reads a file of `name = value` lines, with `#` comments, onto `config`. An error names the file and the line.
[[nodiscard]] Result<void> readConfigFile(Config &config, const QString &path);

/// Whether a server may run like this: addresses that are addresses, and only those that this version may open.
[[nodiscard]] Result<void> check(const Config &config);

} // namespace jarchi::engine

// SPDX-License-Identifier: MIT
#include "cli/serve.h"

#include "engine/engine.h"

#include <QCoreApplication>
#include <QTextStream>

#include <cstdio>

#ifdef Q_OS_UNIX
#include "base/signal_watcher.h"
#endif

namespace jarchi::cli {

Result<void> serve(const engine::Config &config, const Clock &clock)
{
    engine::Engine engine(clock);
#ifdef Q_OS_UNIX
    // Before it starts: a signal that comes while it does is not lost.
    SignalWatcher watcher;
    QObject::connect(&watcher, &SignalWatcher::requested, &engine, &engine::Engine::stop);
#endif
    QObject::connect(&engine, &engine::Engine::stopped, QCoreApplication::instance(), &QCoreApplication::quit);
    const auto endpoints = engine.start(config);
    if (!endpoints) {
        return tl::unexpected(endpoints.error());
    }
    {
        QTextStream out(stdout);
        for (const net::Endpoint &endpoint : *endpoints) {
            out << "listening on " << endpoint.toString() << '\n';
        }
    }
    QCoreApplication::exec();
    return {};
}

} // namespace jarchi::cli

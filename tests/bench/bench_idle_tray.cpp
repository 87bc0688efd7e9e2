// SPDX-License-Identifier: MIT
// What a connected client costs while nothing happens: memory, processor time and wake-ups over a minute, beside the
// least that has an icon in a tray, and beside a tray program that people use, all on one desktop and in one minute.
#include "base/clock.h"
#include "benchmark.h"
#include "engine/engine.h"
#include "process_use.h"
#include "shop.h"
#include "tray_desktop.h"

#include <QStandardPaths>

#include <cstdio>

using namespace jarchi;
using namespace jarchi::bench;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A small clipboard history, which Debian has. It is a peer and nothing that Jarchi needs.
QString peerProgram()
{
    return u"qlipper"_s;
}

/// A program, and what it had used when the minute began.
struct Idler
{
    std::unique_ptr<Program> program;
    ProcessUse before;

    void begin() { before = useOf(program->id()); }
    /// Memory as it is now, the rest since begin().
    [[nodiscard]] ProcessUse use() const
    {
        ProcessUse use = useOf(program->id());
        use.processor -= before.processor;
        use.wakeUps -= before.wakeUps;
        return use;
    }
};

void print(const QString &title, const ProcessUse &tray, const ProcessUse &peer)
{
    Table table(title);
    table.add(u"resident memory"_s, tray.resident, peer.resident, u"KiB"_s);
    table.add(u"proportional memory"_s, tray.proportional, peer.proportional, u"KiB"_s);
    table.add(u"processor time"_s, tray.processor, peer.processor, u"ms"_s);
    table.add(u"wake-ups"_s, tray.wakeUps, peer.wakeUps, u"times"_s);
    table.print();
}

void benchmark(const Options &options)
{
    const Scratch scratch;
    const QString database = scratch.path(u"shop.sqlite"_s);
    {
        const auto store = openStore(database);
        addAccounts(*store, 1);
        givePasswords(*store, 1);
    }
    const TrayDesktop desktop(scratch.path(u"desktop"_s));
    const SystemClock clock;
    engine::Engine engine(clock);
    const auto endpoints = valueOf(engine.start(serverConfig(database)));

    Idler tray{desktop.startTray(endpoints.first().port, u"user-1"_s), {}};
    Idler icon{desktop.start(QStringLiteral(JARCHI_BARE_ICON_PROGRAM), {}, u"icon"_s), {}};
    Idler peer;
    if (!QStandardPaths::findExecutable(peerProgram()).isEmpty()) {
        peer.program = desktop.start(peerProgram(), {}, u"peer"_s);
    }
    engine.addProduct(product(1), &engine, [](const auto &) {});
    waitUntil([&] { return tray.program->hasEnded() || !desktop.daemon().shown.isEmpty(); }); // Then it is logged in.
    tray.program->failIfEnded();
    pause(options.quick ? 500ms : 10s);

    const auto span = options.quick ? 1s : 60s;
    tray.begin();
    icon.begin();
    if (peer.program) {
        peer.begin();
    }
    pause(span);
    const auto title = [span](const QString &other) {
        return u"%1 s of an idle connected client; peer: %2"_s.arg(span.count()).arg(other);
    };
    const ProcessUse used = tray.use();
    print(title(u"a bare Qt tray icon"_s), used, icon.use());
    if (peer.program) {
        print(title(peerProgram()), used, peer.use());
    } else {
        std::printf("Not measured beside %s, which is not installed.\n", qUtf8Printable(peerProgram()));
    }
}

} // namespace

int main(int argc, char **argv)
{
    return run(argc, argv, benchmark);
}

// SPDX-License-Identifier: MIT
// How long the window is deaf: the longest time that its thread takes for one event, with ten thousand connections that
// change ten times a second and a product added every second; beside a QTableWidget that is told each change by itself.
#include "benchmark.h"
#include "gui/connections_model.h"
#include "gui/log_book.h"
#include "gui/main_window.h"
#include "gui/server_control.h"
#include "shop.h"
#include "widgets/appearance.h"
#include "widgets/language.h"
#include "widgets/table.h"

#include <QApplication>
#include <QSettings>
#include <QTableWidget>

#include <cstdio>

using namespace jarchi;
using namespace jarchi::bench;
using namespace Qt::StringLiterals;

namespace {

/// Times every event that is not handled inside another one.
class TimedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0) {
            return QApplication::notify(receiver, event);
        }
        ++m_depth;
        const Stopwatch watch;
        const bool handled = QApplication::notify(receiver, event);
        m_samples.add(watch.milliseconds());
        --m_depth;
        return handled;
    }
    /// What was taken since the last call.
    Samples take() { return std::exchange(m_samples, Samples()); }

private:
    Samples m_samples;
    int m_depth = 0;
};

/// Ten thousand connections, of which some come and go, and all change.
class Crowd
{
public:
    explicit Crowd(int count)
    {
        for (int i = 0; i < count; ++i) {
            m_connections.append(newcomer());
        }
    }
    const QList<engine::ConnectionInfo> &change()
    {
        for (int i = 0; i < 10; ++i) {
            m_connections.removeFirst();
            m_connections.append(newcomer());
        }
        for (engine::ConnectionInfo &connection : m_connections) {
            connection.waitingLines = (connection.waitingLines + qsizetype(connection.id)) % 50;
            connection.waitingBytes = connection.waitingLines * 300;
            connection.unacknowledged = connection.waitingLines;
        }
        return m_connections;
    }

private:
    engine::ConnectionInfo newcomer()
    {
        engine::ConnectionInfo info;
        info.id = ++m_lastId;
        info.account = u"account %1"_s.arg(info.id);
        info.accountId = people::AccountId(info.id);
        info.peer = u"127.0.0.1:%1"_s.arg(info.id);
        info.device = u"laptop"_s;
        info.since = QDateTime::currentDateTimeUtc();
        info.live = true;
        return info;
    }

    QList<engine::ConnectionInfo> m_connections;
    net::ConnectionId m_lastId = 0;
};

/// Runs `tick` ten times a second for so many ticks, and returns what the events took.
Samples measure(TimedApplication &application, int ticks, const std::function<void()> &tick)
{
    (void)application.take();
    QTimer timer;
    int done = 0;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
        tick();
        ++done;
    });
    timer.start(100);
    waitUntil([&] { return done >= ticks; });
    return application.take();
}

void fillByHand(QTableWidget &table, const QList<engine::ConnectionInfo> &connections)
{
    for (int row = 0; row < connections.size(); ++row) {
        const engine::ConnectionInfo &connection = connections.at(row);
        const QStringList texts{connection.account, connection.device, connection.peer,
                                QString::number(connection.unacknowledged), QString::number(connection.waitingBytes)};
        for (int column = 0; column < texts.size(); ++column) {
            if (QTableWidgetItem *item = table.item(row, column); item != nullptr) {
                item->setText(texts.at(column));
            } else {
                table.setItem(row, column, new QTableWidgetItem(texts.at(column))); // The table owns it.
            }
        }
    }
}

Samples measureByHand(TimedApplication &application, int ticks, int rows)
{
    Crowd crowd(rows);
    QTableWidget table(rows, 5);
    table.resize(1000, 600);
    table.show();
    fillByHand(table, crowd.change());
    return measure(application, ticks, [&] { fillByHand(table, crowd.change()); });
}

Samples measureWindow(TimedApplication &application, int ticks, int rows, const QString &folder)
{
    const SystemClock clock;
    QSettings settings(folder + u"/settings.ini"_s, QSettings::IniFormat);
    settings.setValue("language"_L1, u"en"_s);
    const gui::LogBook log;
    widgets::Language language(settings);
    widgets::Appearance appearance(settings);
    gui::ServerControl server(serverConfig(folder + u"/shop.sqlite"_s), clock);
    gui::MainWindow window(server, log, language, appearance, settings);
    window.show();
    window.showPage(gui::MainWindow::Products);
    server.start();
    waitUntil([&] { return server.state() == gui::ServerControl::State::Running; });

    // The page's own list has the real server's connections; this one has the crowd.
    Crowd crowd(rows);
    gui::ConnectionsModel model;
    widgets::Table table;
    table.setModel(&model);
    table.setSortingEnabled(true);
    table.sortByColumn(gui::ConnectionsModel::Account, Qt::AscendingOrder);
    table.resize(1000, 600);
    table.show();
    int tick = 0;
    int added = 0;
    auto samples = measure(application, ticks, [&] {
        model.update(crowd.change());
        if (tick++ % 10 == 0) {
            server.store().write(
                &window, [number = tick](store::Store &store) { return store.products().add(product(number)); },
                [&added](const Result<store::ProductAdded> &outcome) { added += outcome ? 1 : 0; });
        }
    });
    if (added == 0) {
        throw Failed{u"No product was added."_s};
    }
    return samples;
}

void benchmark(TimedApplication &application, const Options &options)
{
    const int rows = options.size(10'000, 100);
    const int ticks = options.size(100, 5);
    const Scratch scratch;
    const Samples byHand = measureByHand(application, ticks, rows);
    const Samples window = measureWindow(application, ticks, rows, scratch.path({}));
    Table table(u"%1 connections that change ten times a second, a product a second: time for one event"_s.arg(rows));
    table.add(u"the longest"_s, window.percentile(100), byHand.percentile(100), u"ms"_s);
    table.add(u"p99"_s, window.percentile(99), byHand.percentile(99), u"ms"_s);
    table.print();
    if (!options.quick) {
        std::printf("Wanted on an idle machine: the longest below 50 ms.\n");
    }
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1");
    TimedApplication application(argc, argv);
    return run(argc, argv, [&](const Options &options) { benchmark(application, options); });
}

// SPDX-License-Identifier: MIT
#include "benchmark.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QEventLoop>
#include <QLoggingCategory>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>

namespace jarchi::bench {

using namespace Qt::StringLiterals;

namespace {

QString toText(double value, const QString &unit)
{
    const int digits = value >= 1000 ? 0 : value >= 10 ? 1 : 3;
    return u"%1 %2"_s.arg(value, 0, 'f', digits).arg(unit);
}

} // namespace

int run(int argc, char **argv, const std::function<void(const Options &)> &benchmark)
{
    // Like the programs that are measured.
    qputenv("QT_NO_GLIB", "1");
    qputenv("QT_LOGGING_RULES", "jarchi.*.info=false");
    std::unique_ptr<QCoreApplication> application;
    if (QCoreApplication::instance() == nullptr) {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    QCoreApplication::setApplicationVersion(QStringLiteral(JARCHI_VERSION));
    try {
        benchmark(Options{QCoreApplication::arguments().contains(u"--quick"_s)});
    } catch (const Failed &failed) {
        std::fprintf(stderr, "%s: %s\n", argv[0], qUtf8Printable(failed.message));
        return 1;
    }
    return 0;
}

double Samples::percentile(int percent) const
{
    if (m_values.empty()) {
        throw Failed{u"Nothing was measured."_s};
    }
    std::vector<double> sorted = m_values;
    std::sort(sorted.begin(), sorted.end());
    const auto rank = static_cast<std::size_t>(std::ceil(static_cast<double>(sorted.size()) * percent / 100.0));
    return sorted[std::max<std::size_t>(rank, 1) - 1];
}

Table::Table(QString title)
    : m_title(std::move(title))
{
}

void Table::add(const QString &what, double figure, double peer, const QString &unit)
{
    const QString ratio = peer > 0 ? u"%1"_s.arg(figure / peer, 0, 'f', 2) : u"-"_s;
    m_rows.push_back({what, toText(figure, unit), toText(peer, unit), ratio});
}

void Table::add(const QString &what, double figure, const QString &unit)
{
    m_rows.push_back({what, toText(figure, unit), u"-"_s, u"-"_s});
}

void Table::addPercentiles(const QString &what, const Samples &figure, const Samples &peer)
{
    add(what + u", p50"_s, figure.percentile(50), peer.percentile(50), u"ms"_s);
    add(what + u", p99"_s, figure.percentile(99), peer.percentile(99), u"ms"_s);
}

void Table::print() const
{
    std::vector<Row> lines{{m_title, u"measured"_s, u"peer"_s, u"ratio"_s}};
    lines.insert(lines.end(), m_rows.begin(), m_rows.end());
    qsizetype width = 0;
    for (const Row &row : lines) {
        width = std::max(width, row.what.size());
    }
    for (const Row &row : lines) {
        const QString line = row.what.leftJustified(width) + u"  "_s + row.figure.rightJustified(14) + u"  "_s +
                             row.peer.rightJustified(14) + u"  "_s + row.ratio.rightJustified(7);
        std::printf("%s\n", qUtf8Printable(line));
    }
    std::fflush(stdout);
}

Scratch::Scratch()
    : m_folder(QCoreApplication::applicationDirPath() + u"/scratch-XXXXXX"_s)
{
    if (!m_folder.isValid()) {
        throw Failed{m_folder.errorString()};
    }
}

void pause(std::chrono::milliseconds duration)
{
    QEventLoop loop;
    QTimer::singleShot(duration, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

void waitUntil(const std::function<bool()> &isDone)
{
    bool isLate = false;
    QTimer patience;
    patience.setSingleShot(true);
    QObject::connect(&patience, &QTimer::timeout, &patience, [&isLate] { isLate = true; });
    patience.start(std::chrono::minutes(1));
    // Events of other threads are handled before it waits, and without this it would wait for one more.
    QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
    QObject::connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, &patience, [&isDone, dispatcher] {
        if (isDone()) {
            dispatcher->wakeUp();
        }
    });
    while (!isDone()) {
        // Not with a time: then it would not wait but spin, and take the processor from what is measured.
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
        if (isLate) {
            throw Failed{u"Nothing happened for a minute."_s};
        }
    }
}

} // namespace jarchi::bench

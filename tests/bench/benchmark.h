// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"

#include <QElapsedTimer>
#include <QString>
#include <QTemporaryDir>

#include <chrono>
#include <functional>
#include <utility>
#include <vector>

/// What the benchmarks share. A benchmark measures something and its peer by turns, in one run, because the machines
/// that it runs on are shared: only their ratio can be compared with another day's.
namespace jarchi::bench {

/// Why a benchmark could not measure. Never that something was slow.
struct Failed
{
    QString message;
};

struct Options
{
    bool quick = false; ///< Tiny sizes: only to see that it works.

    [[nodiscard]] int size(int full, int tiny) const { return quick ? tiny : full; }
};

/// A benchmark's main(): makes the application object unless there is one, quiets the log, reads `--quick`, and turns
/// Failed into a message and exit status 1.
[[nodiscard]] int run(int argc, char **argv, const std::function<void(const Options &)> &benchmark);

template <typename T>
T valueOf(Result<T> result)
{
    if (!result) {
        throw Failed{result.error().message};
    }
    if constexpr (!std::is_void_v<T>) {
        return *std::move(result);
    }
}

/// Figures of one kind, in the order in which they were taken.
class Samples
{
public:
    void add(double value) { m_values.push_back(value); }
    [[nodiscard]] double median() const { return percentile(50); }
    /// The smallest one that at least `percent` percent of them do not exceed.
    [[nodiscard]] double percentile(int percent) const;

private:
    std::vector<double> m_values;
};

/// Milliseconds and fractions since its making.
class Stopwatch
{
public:
    Stopwatch() { m_timer.start(); }
    [[nodiscard]] double milliseconds() const { return static_cast<double>(m_timer.nsecsElapsed()) / 1e6; }
    [[nodiscard]] double seconds() const { return milliseconds() / 1e3; }

private:
    QElapsedTimer m_timer;
};

/// What a benchmark prints: what was measured, its peer's figure, and how many times the peer's it is.
class Table
{
public:
    explicit Table(QString title);

    void add(const QString &what, double figure, double peer, const QString &unit);
    /// A figure that has no peer.
    void add(const QString &what, double figure, const QString &unit);
    /// The p50 and the p99 of both, in milliseconds.
    void addPercentiles(const QString &what, const Samples &figure, const Samples &peer);
    void print() const;

private:
    struct Row
    {
        QString what;
        QString figure;
        QString peer;
        QString ratio;
    };

    QString m_title;
    std::vector<Row> m_rows;
};

/// A folder that is gone afterwards, beside the build: a temporary folder may be in memory, where a flush of the disk
/// costs nothing.
class Scratch
{
public:
    Scratch();
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

/// Runs the event loop for that long.
void pause(std::chrono::milliseconds duration);

/// Runs the event loop until `isDone`, which must not throw, says so; fails after a minute.
void waitUntil(const std::function<bool()> &isDone);

} // namespace jarchi::bench

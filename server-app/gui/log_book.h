// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QMutex>
#include <QObject>
#include <QString>
#include <QTimer>

namespace jarchi::gui {

/// One line of the log.
struct LogLine
{
    QDateTime time;
    QtMsgType level = QtInfoMsg;
    QString category;
    QString text;
};

/// How serious a level is, from 0 (debug) to 4 (fatal): QtMsgType's own numbers are not in this order.
[[nodiscard]] int severity(QtMsgType level);

/// Catches what every thread logs, for a window, and passes it on to where it went before. Bounded: beyond 20,000 lines
/// the oldest go. Lives in the main thread; at most one at a time, since a process has one message handler.
class LogBook : public QObject
{
    Q_OBJECT

public:
    static constexpr int MostLines = 20'000;
    /// Often enough to look immediate, seldom enough that a flood of lines costs the window next to nothing.
    static constexpr int BatchMilliseconds = 100;
    /// A longer line is cut: 20,000 of them have to fit into memory.
    static constexpr qsizetype MostCharacters = 2'000;

    explicit LogBook(QObject *parent = nullptr);
    ~LogBook() override;

    /// Thread-safe. What the message handler does with each line.
    void add(LogLine line);
    /// What was handed over so far, oldest first. Main thread.
    [[nodiscard]] const QList<LogLine> &lines() const { return m_lines; }

Q_SIGNALS:
    /// A batch, oldest first, at most MostLines. `lost`: how many more there were meanwhile than the book can hold.
    void added(const QList<jarchi::gui::LogLine> &lines, qint64 lost);

private:
    void handOver();

    QMutex m_mutex;
    QList<LogLine> m_waiting; ///< Under m_mutex.
    qint64 m_lost = 0;        ///< Under m_mutex.
    QList<LogLine> m_lines;
    QTimer m_timer;
};

} // namespace jarchi::gui

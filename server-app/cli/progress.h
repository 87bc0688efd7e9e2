// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QString>

namespace jarchi::cli {

/// A progress bar on standard error if that is a terminal, and nothing otherwise; notes go to it in any case, above the
/// bar. Main thread, on the stack: the bar goes when this does.
class Progress
{
public:
    /// `total` in the unit of show()'s `done`; `things` are what is counted: "products".
    Progress(qint64 total, QString things);
    ~Progress();
    Progress(const Progress &) = delete;
    Progress &operator=(const Progress &) = delete;

    void show(qint64 done, qint64 count);
    void note(const QString &text);

private:
    void clear();

    const qint64 m_total;
    const QString m_things;
    const bool m_onTerminal;
    bool m_shown = false;
    QElapsedTimer m_since;
};

} // namespace jarchi::cli

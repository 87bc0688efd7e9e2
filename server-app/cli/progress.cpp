// SPDX-License-Identifier: MIT
#include "cli/progress.h"

#include "cli/command.h"

#include <algorithm>
#include <cstdio>
#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace jarchi::cli {

namespace {

constexpr qint64 RedrawMilliseconds = 100;
constexpr qint64 BarWidth = 30;

bool isTerminal()
{
#ifdef Q_OS_UNIX
    return ::isatty(STDERR_FILENO) == 1;
#else
    return false;
#endif
}

} // namespace

Progress::Progress(qint64 total, QString things)
    : m_total(std::max<qint64>(total, 1))
    , m_things(std::move(things))
    , m_onTerminal(isTerminal())
{
    m_since.start();
}

Progress::~Progress()
{
    clear();
}

void Progress::show(qint64 done, qint64 count)
{
    if (!m_onTerminal || (m_shown && done < m_total && m_since.elapsed() < RedrawMilliseconds)) {
        return;
    }
    m_since.restart();
    m_shown = true;
    const qint64 filled = std::clamp<qint64>(done * BarWidth / m_total, 0, BarWidth);
    const QString bar = QString(filled, u'#') + QString(BarWidth - filled, u'.');
    const QString line =
        u"\r[%1] %2 %  %3 %4"_s.arg(bar).arg(std::min<qint64>(done * 100 / m_total, 100), 3).arg(count).arg(m_things);
    std::fputs(line.toLocal8Bit().constData(), stderr);
    std::fflush(stderr);
}

void Progress::note(const QString &text)
{
    clear();
    Invocation::note(text);
}

void Progress::clear()
{
    if (m_shown) {
        std::fputs("\r\x1b[K", stderr);
        std::fflush(stderr);
        m_shown = false;
    }
}

} // namespace jarchi::cli

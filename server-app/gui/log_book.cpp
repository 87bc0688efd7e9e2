// SPDX-License-Identifier: MIT
#include "gui/log_book.h"

#include <algorithm>

namespace jarchi::gui {

using namespace Qt::StringLiterals;

namespace {

/// Who catches at the moment. The message handler is a plain function, so it needs to find its book somehow; the mutex
/// keeps the book alive while a thread hands it a line.
struct Catcher
{
    QMutex mutex;
    LogBook *book = nullptr;
    QtMessageHandler before = nullptr;
};

Catcher &catcher()
{
    static Catcher only;
    return only;
}

void handle(QtMsgType level, const QMessageLogContext &context, const QString &text)
{
    QtMessageHandler before = nullptr;
    {
        Catcher &here = catcher();
        const QMutexLocker lock(&here.mutex);
        before = here.before;
        if (here.book != nullptr) {
            here.book->add({QDateTime::currentDateTimeUtc(), level,
                            QString::fromUtf8(context.category != nullptr ? context.category : "default"), text});
        }
    }
    // Last, because after a fatal message it does not come back.
    if (before != nullptr) {
        before(level, context, text);
    }
}

} // namespace

int severity(QtMsgType level)
{
    switch (level) {
    case QtDebugMsg:
        return 0;
    case QtInfoMsg:
        return 1;
    case QtWarningMsg:
        return 2;
    case QtCriticalMsg:
        return 3;
    case QtFatalMsg:
        return 4;
    }
    return 4;
}

LogBook::LogBook(QObject *parent)
    : QObject(parent)
{
    qRegisterMetaType<QList<jarchi::gui::LogLine>>();
    m_timer.setSingleShot(true);
    m_timer.setInterval(BatchMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &LogBook::handOver);

    Catcher &here = catcher();
    QMutexLocker lock(&here.mutex);
    [[maybe_unused]] const bool isOnly = here.book == nullptr;
    here.book = this;
    here.before = qInstallMessageHandler(handle);
    lock.unlock(); // What the assertion says comes through handle().
    Q_ASSERT(isOnly);
}

LogBook::~LogBook()
{
    Catcher &here = catcher();
    const QMutexLocker lock(&here.mutex);
    here.book = nullptr;
    // Whoever installed a handler after us keeps it; ours only passes on from now on.
    const QtMessageHandler current = qInstallMessageHandler(here.before);
    if (current != handle) {
        qInstallMessageHandler(current);
    }
}

void LogBook::add(LogLine line)
{
    if (line.text.size() > MostCharacters) {
        line.text.truncate(MostCharacters);
        line.text += u'…';
    }
    bool first = false;
    {
        const QMutexLocker lock(&m_mutex);
        first = m_waiting.isEmpty();
        m_waiting.append(std::move(line));
        if (m_waiting.size() > MostLines) {
            // A twentieth at once: taking the first off a list, line for line, would be quadratic in a flood.
            constexpr int dropped = MostLines / 20;
            m_waiting.remove(0, dropped);
            m_lost += dropped;
        }
    }
    if (first) {
        // One event for a batch, however many lines it gets.
        QMetaObject::invokeMethod(&m_timer, qOverload<>(&QTimer::start), Qt::QueuedConnection);
    }
}

void LogBook::handOver()
{
    QList<LogLine> batch;
    qint64 lost = 0;
    {
        const QMutexLocker lock(&m_mutex);
        batch.swap(m_waiting);
        lost = std::exchange(m_lost, 0);
    }
    if (batch.isEmpty()) {
        return;
    }
    m_lines += batch;
    if (m_lines.size() > MostLines) {
        m_lines.remove(0, m_lines.size() - MostLines);
    }
    Q_EMIT added(batch, lost);
}

} // namespace jarchi::gui

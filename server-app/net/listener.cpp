// SPDX-License-Identifier: MIT
#include "net/listener.h"

#include "net/logging.h"

#include <QEvent>
#include <QSocketNotifier>

#include <algorithm>

namespace jarchi::net {

namespace {

constexpr int Backlog = 4096;
constexpr std::chrono::milliseconds FirstBackoff{50};
constexpr std::chrono::milliseconds LongestBackoff{1000};

} // namespace

Listener::Listener(QObject *parent)
    : QTcpServer(parent)
    , m_resume(this)
{
    setListenBacklogSize(Backlog);
    m_resume.setSingleShot(true);
    connect(&m_resume, &QTimer::timeout, this, &QTcpServer::resumeAccepting);
    connect(this, &QTcpServer::acceptError, this, &Listener::pause);
}

bool Listener::open(const QHostAddress &address, quint16 port)
{
    if (!listen(address, port)) {
        return false;
    }
    // Qt 6.4 tells of an accept() that failed only if no accept() of this socket had found nothing before, which is how
    // each round of accepting ends. Otherwise it tries again and again, as fast as the processor can.
    const auto notifiers = findChildren<QSocketNotifier *>();
    for (QSocketNotifier *const notifier : notifiers) {
        notifier->installEventFilter(this);
    }
    return true;
}

bool Listener::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::SockAct && ++m_inVain > MostInVain) {
        pause();
        return true;
    }
    return QTcpServer::eventFilter(watched, event);
}

void Listener::incomingConnection(qintptr descriptor)
{
    m_backoff = {};
    m_inVain = 0;
    Q_EMIT accepted(descriptor);
}

void Listener::pause()
{
    if (m_backoff.count() == 0) {
        qCWarning(netLog, "a connection could not be accepted (too few descriptors?); trying again");
    }
    m_inVain = 0;
    m_backoff = std::clamp(2 * m_backoff, FirstBackoff, LongestBackoff);
    pauseAccepting();
    m_resume.start(m_backoff);
}

} // namespace jarchi::net

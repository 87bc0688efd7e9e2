// SPDX-License-Identifier: MIT
#include "net/listener.h"

#include "net/logging.h"

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
    connect(this, &QTcpServer::acceptError, this, &Listener::pauseAfterError);
}

void Listener::incomingConnection(qintptr descriptor)
{
    m_backoff = {};
    Q_EMIT accepted(descriptor);
}

void Listener::pauseAfterError(QAbstractSocket::SocketError error)
{
    if (m_backoff.count() == 0) {
        qCWarning(netLog, "a connection could not be accepted (%d, %ls); trying again", static_cast<int>(error),
                  qUtf16Printable(errorString()));
    }
    m_backoff = std::clamp(2 * m_backoff, FirstBackoff, LongestBackoff);
    m_resume.start(m_backoff);
}

} // namespace jarchi::net

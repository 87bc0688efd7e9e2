// SPDX-License-Identifier: MIT
#include "delivery/poller.h"

#include "delivery/logging.h"
#include "store/account_repository.h"
#include "store/session_repository.h"
#include "store/status_repository.h"
#include "store/store.h"
#include "store/store_thread.h"

namespace jarchi::delivery {

Poller::Poller(store::StoreThread &storeThread, std::chrono::milliseconds tick)
    : m_storeThread(storeThread)
    , m_lookTimer(new QTimer(this))
    , m_tickTimer(new QTimer(this))
{
    m_lookTimer->setInterval(LookInterval);
    m_tickTimer->setInterval(tick);
    connect(m_lookTimer, &QTimer::timeout, this, [this] { queue(&Poller::look); });
    connect(m_tickTimer, &QTimer::timeout, this, [this] { queue(&Poller::tick); });
    // The store's thread is this object's own by the time anything is committed.
    connect(&m_storeThread, &store::StoreThread::committed, this, &Poller::kick, Qt::DirectConnection);
}

Result<void> Poller::start(store::Store &store)
{
    const auto version = store.dataVersion();
    if (!version) {
        return tl::unexpected(version.error());
    }
    m_dataVersion = *version;
    m_revocations = store.accounts().revocations();
    // Of a server that ran before on this database, if it was cut short.
    return store.sessions().endAll().and_then([&] { return m_feed.start(store); }).map([this] {
        m_lookTimer->start();
        m_tickTimer->start();
        queue(&Poller::tick);
    });
}

void Poller::kick()
{
    if (m_kicked) {
        return;
    }
    m_kicked = true;
    queue(&Poller::poll);
}

void Poller::queue(void (Poller::*step)(store::Store &))
{
    // What is still queued when this object is destroyed must not be done.
    m_storeThread.inThread([self = QPointer<Poller>(this), step](store::Store &store) {
        if (self) {
            (self.data()->*step)(store);
        }
    });
}

void Poller::look(store::Store &store)
{
    const auto version = store.dataVersion();
    if (!version) {
        reportReading(version.error().sentence());
    } else if (*version != m_dataVersion) {
        m_dataVersion = *version;
        m_sessionsInDoubt = true;
        poll(store);
    }
}

void Poller::tick(store::Store &store)
{
    poll(store);
    // For `jarchi-server status`: somebody looking in from outside sees that the server is alive. No push waits for it.
    const auto noted = store.writeIfFree([&store] { return store.status().notePoll(); });
    if (!noted) {
        qCDebug(deliveryLog, "the time of the poll is not noted: %ls", qUtf16Printable(noted.error().english));
    }
    reportWriting(noted);
    Q_EMIT ticked(QDateTime::currentDateTimeUtc());
}

void Poller::poll(store::Store &store)
{
    m_kicked = false;
    endRevokedSessions(store);
    auto found = m_feed.poll(store);
    if (!found) {
        reportReading(found.error().sentence());
        return;
    }
    reportReading({});
    if (!found->publications->empty()) {
        Q_EMIT published(found->publications);
    }
    if (found->more) {
        kick();
    }
}

/// Not at each poll: it looks at every session, and most writes are acknowledgements.
void Poller::endRevokedSessions(store::Store &store)
{
    const quint64 revocations = store.accounts().revocations();
    if (!m_sessionsInDoubt && revocations == m_revocations) {
        return;
    }
    const auto ended = store.sessions().endRevoked();
    if (!ended) {
        qCWarning(deliveryLog, "which sessions have to end is not known yet: %ls",
                  qUtf16Printable(ended.error().english));
        return; // And it is looked for at the next poll.
    }
    m_sessionsInDoubt = false;
    m_revocations = revocations;
    if (!ended->isEmpty()) {
        Q_EMIT revoked(*ended);
    }
}

void Poller::reportReading(const Sentence &trouble)
{
    report(m_readTrouble, trouble, "read");
}

void Poller::reportWriting(const Result<void> &written)
{
    // At one tick another program may just be writing. Whoever writes for longer is somebody's trouble.
    m_notesMissed = written ? 0 : m_notesMissed + 1;
    if (written || m_notesMissed * m_tickTimer->intervalAsDuration() > PatienceWithWriters) {
        report(m_writeTrouble, written ? Sentence() : written.error().sentence(), "written");
    }
}

void Poller::report(Sentence &known, const Sentence &trouble, const char *what)
{
    if (trouble == known) {
        return; // A fault that lasts is told once.
    }
    known = trouble;
    if (trouble.english().isEmpty()) {
        qCInfo(deliveryLog, "the database can be %s again", what);
    } else {
        qCWarning(deliveryLog, "the database cannot be %s; trying again: %ls", what,
                  qUtf16Printable(trouble.english()));
    }
    Q_EMIT troubled(m_readTrouble.english().isEmpty() ? m_writeTrouble.translated() : m_readTrouble.translated());
}

} // namespace jarchi::delivery

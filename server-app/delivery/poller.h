// SPDX-License-Identifier: MIT
#pragma once

#include "delivery/feed.h"
#include "delivery/session.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

namespace jarchi::store {
class StoreThread;
}

namespace jarchi::delivery {

/// Decides when the database is looked at, and does it: at once when this process committed something, when another
/// one did (`data_version`, looked at every 250 ms for next to nothing), and at every tick in any case. Made by the
/// engine, moved to the store's thread and living there; so is its Feed.
class Poller : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds LookInterval{250};
    /// As long as a connection waits for another program's lock (5 s) before it gives up.
    static constexpr std::chrono::milliseconds PatienceWithWriters{5000};

    Poller(store::StoreThread &storeThread, std::chrono::milliseconds tick);

    /// To be called before it is moved to its thread.
    [[nodiscard]] Feed &feed() { return m_feed; }

    /// In the store's thread, with the store.
    [[nodiscard]] Result<void> start(store::Store &store);

    /// In the store's thread: look soon, with whatever else is queued.
    void kick();
    /// In the store's thread, with the store: looks now whether another program committed something. Afterwards the
    /// feed has what was there before the call, or its first part if it is much.
    void look(store::Store &store);

Q_SIGNALS:
    /// New notifications that somebody online wants.
    void published(const jarchi::delivery::Publications &publications);
    /// The accounts of these sessions were removed, or have got another password: they are to end.
    void revoked(const QList<jarchi::delivery::SessionId> &sessions);
    /// The database was looked at, as it is at every tick.
    void ticked(const QDateTime &time);
    /// The database could not be read or written or, with an empty text, can be again.
    void troubled(const QString &trouble);

private:
    void queue(void (Poller::*step)(store::Store &));
    void tick(store::Store &store);
    void poll(store::Store &store);
    void endRevokedSessions(store::Store &store);
    void reportReading(const Sentence &trouble);
    void reportWriting(const Result<void> &written);
    void report(Sentence &known, const Sentence &trouble, const char *what);

    store::StoreThread &m_storeThread;
    Feed m_feed;
    // Children, so that they move to the store's thread with this object.
    QTimer *m_lookTimer;
    QTimer *m_tickTimer;
    qint64 m_dataVersion = 0;
    bool m_kicked = false;
    bool m_sessionsInDoubt = false; ///< Another program wrote since they were looked at.
    quint64 m_revocations = 0;      ///< Of this process, when they were looked at.
    int m_notesMissed = 0;          ///< Ticks in a row that could not write.
    Sentence m_readTrouble;
    Sentence m_writeTrouble;
};

} // namespace jarchi::delivery

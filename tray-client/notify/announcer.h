// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "notify/balloon.h"
#include "notify/notifier.h"
#include "notify/tally.h"

#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <optional>

namespace jarchi::notify {

/// Decides what becomes a balloon, so that a reader is told and never flooded. Main thread, owned by the client.
///
/// - At most MostBalloons notifications get a balloon of their own within Burst: of those that come together the ones
///   with the highest priority, and among equals the newest. All others are counted in one summary, which is replaced
///   as it grows.
/// - A catch-up of more than that is held back until it is over, so that the choice is made among all of it; but no
///   longer than Patience, after which the choice is made among what has come, and of the rest there is a summary. What
///   earlier runs did not get to tell is held back likewise, and summed up with it.
/// - What is stale (expired, or made more than StaleAge ago) is only counted.
/// - While it is quiet, or the desktop's own do-not-disturb is on, there is no balloon at all; what came is summed up
///   once when that ends. A high priority breaks neither this nor the limits: who pushes does not decide how loud it
///   is.
/// - A notification is shown once, whatever happens; only the first balloon of a burst sounds.
/// - settled() says that nobody has to be told of anything that came here any more.
class Announcer final : public QObject, public Notifier
{
    Q_OBJECT

public:
    static constexpr qsizetype MostBalloons = 3;
    static constexpr std::chrono::seconds Burst{10};
    static constexpr std::chrono::hours StaleAge{7 * 24};
    /// Ten thousand missed notifications come in less from a server nearby.
    static constexpr std::chrono::seconds Patience{15};

    /// What the user prefers.
    struct Manner
    {
        bool hasSound = false;
        std::chrono::milliseconds duration{0}; ///< As in Balloon.
        bool allowHttp = false;
    };

    /// Both outlive this.
    Announcer(Balloons &balloons, const Clock &clock, QObject *parent = nullptr);

    /// Another inbox: nothing that stands there or is counted matters any more. `untold` is what it has of earlier
    /// runs, to be summed up.
    void startOver(const QStringList &untold);
    void setManner(const Manner &manner);
    /// Of the database that what follows comes from.
    void setEpoch(const QString &epoch);
    /// At the welcome, which says how many are `pending`. Every one needs its endCatchUp(): at caught_up, or when the
    /// link is lost before.
    void beginCatchUp(qint64 pending);
    void endCatchUp();
    /// Never fails: what gets no balloon is in the inbox.
    [[nodiscard]] Result<void> show(const QList<protocol::Notification> &fresh) override;
    void setQuiet(bool isQuiet);
    /// They were read elsewhere. Keys are balloonKey()'s.
    void withdraw(const QStringList &keys);
    /// All were read, or the inbox was opened: nothing that stands there or is counted matters any more.
    void withdrawAll();
    /// Time may have passed: tells what was held back for too long.
    void look();

Q_SIGNALS:
    /// All that it was given was shown, is counted in a summary that was shown, or was withdrawn.
    void settled();

private:
    struct Candidate
    {
        QString key;
        protocol::Notification notification;
    };

    [[nodiscard]] bool isSilent() const;
    [[nodiscard]] bool isStale(const protocol::Notification &notification) const;
    [[nodiscard]] bool remember(const QString &key);
    void noteArrival();
    void holdBack();
    /// Tells all that is owed, or keeps it until it is not quiet any more.
    void settle();
    void noteSettled();
    void clear();
    /// The best `room` of `candidates` stay in it, oldest first; the others are counted.
    void choose(QList<Candidate> &candidates, qsizetype room);
    void present(QList<Candidate> candidates);
    void show(Balloon balloon);
    void sumUpQuiet();
    void forgetSummary(const QString &key);

    Balloons &m_balloons;
    const Clock &m_clock;
    Manner m_manner;
    QString m_epoch;
    QSet<QString> m_known;
    QStringList m_knownInOrder;
    QStringList m_standing;                         ///< Keys of the last balloons, for withdrawAll().
    QList<std::chrono::milliseconds> m_ownBalloons; ///< When the last ones appeared; monotonic.
    std::optional<std::chrono::milliseconds> m_lastArrival;
    std::optional<std::chrono::milliseconds> m_lastBalloon;
    QList<Candidate> m_missed; ///< The best of what was not told yet,
    Tally m_unsaid;            ///< and the rest of it.
    Tally m_more;              ///< What the summary says that stands there.
    Tally m_whileQuiet;
    std::optional<std::chrono::milliseconds> m_heldSince; ///< When something had to wait; monotonic.
    QTimer m_patience;
    bool m_isHeldBack = false;
    bool m_isQuiet = false;
};

} // namespace jarchi::notify

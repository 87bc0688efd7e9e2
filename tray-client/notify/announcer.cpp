// SPDX-License-Identifier: MIT
#include "notify/announcer.h"

#include "notify/balloon_key.h"
#include "notify/balloon_text.h"

#include <algorithm>
#include <utility>

namespace jarchi::notify {

using protocol::Notification;

namespace {

/// Far more than a server has unacknowledged at once, which is what can come again.
constexpr qsizetype KnownMost = 4096;
constexpr qsizetype StandingMost = 64;

/// Who is told first. The wire's ids rise with time.
bool isBefore(const Notification &left, const Notification &right)
{
    return left.priority != right.priority ? left.priority > right.priority : left.id > right.id;
}

} // namespace

Announcer::Announcer(Balloons &balloons, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_balloons(balloons)
    , m_clock(clock)
{
    connect(&m_balloons, &Balloons::activated, this, &Announcer::forgetSummary);
    connect(&m_balloons, &Balloons::openRequested, this, &Announcer::forgetSummary);
    connect(&m_balloons, &Balloons::dismissed, this, &Announcer::forgetSummary);
    connect(&m_balloons, &Balloons::inhibitedChanged, this, [this] {
        if (!m_isHeldBack)
            settle();
    });
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &Announcer::look);
}

void Announcer::startOver(const QStringList &untold)
{
    clear();
    for (const QString &key : untold)
        (isSilent() ? m_whileQuiet : m_unsaid).add(key);
    if (!m_unsaid.isEmpty())
        holdBack();
}

void Announcer::setManner(const Manner &manner)
{
    m_manner = manner;
}

void Announcer::setEpoch(const QString &epoch)
{
    m_epoch = epoch;
}

void Announcer::beginCatchUp(qint64 pending)
{
    noteArrival();
    m_isHeldBack = pending > MostBalloons;
}

void Announcer::endCatchUp()
{
    noteArrival();
    m_isHeldBack = false;
    settle();
}

Result<void> Announcer::show(const QList<Notification> &fresh)
{
    noteArrival();
    for (const Notification &notification : fresh) {
        const QString key = balloonKey(m_epoch, notification.id);
        // A server that was restored from a copy gives an id again; the time tells the two apart.
        if (!remember(key + u'@' + toTimestamp(notification.createdAt)))
            continue;
        if (isSilent())
            m_whileQuiet.add(key);
        else if (isStale(notification))
            m_unsaid.add(key);
        else
            m_missed.append({key, notification});
    }
    choose(m_missed, MostBalloons);
    if (m_isHeldBack)
        holdBack();
    else
        settle();
    return {};
}

void Announcer::setQuiet(bool isQuiet)
{
    m_isQuiet = isQuiet;
    if (!m_isHeldBack)
        settle();
}

void Announcer::withdraw(const QStringList &keys)
{
    for (const QString &key : keys) {
        m_balloons.withdraw(key);
        m_standing.removeOne(key);
        m_whileQuiet.remove(key);
        m_unsaid.remove(key);
        m_missed.removeIf([&key](const Candidate &candidate) { return candidate.key == key; });
        if (m_more.remove(key) && m_more.isEmpty())
            m_balloons.withdraw(moreKey());
    }
    noteSettled();
}

void Announcer::withdrawAll()
{
    clear();
    noteSettled();
}

void Announcer::clear()
{
    for (const QString &key : std::exchange(m_standing, {}))
        m_balloons.withdraw(key);
    m_heldSince.reset();
    m_patience.stop();
    m_missed.clear();
    m_unsaid.clear();
    m_whileQuiet.clear();
    m_more.clear();
}

void Announcer::look()
{
    if (!m_heldSince)
        return;
    const std::chrono::milliseconds left = *m_heldSince + Patience - m_clock.monotonic();
    if (left > std::chrono::milliseconds::zero())
        m_patience.start(left);
    else
        settle();
}

void Announcer::holdBack()
{
    if (!m_heldSince)
        m_heldSince = m_clock.monotonic();
    look();
}

void Announcer::settle()
{
    m_heldSince.reset();
    m_patience.stop();
    const QList<Candidate> missed = std::exchange(m_missed, {});
    if (isSilent()) { // Perhaps only since a moment ago.
        for (const Candidate &candidate : missed)
            m_whileQuiet.add(candidate.key);
        m_whileQuiet.take(m_unsaid);
    } else {
        sumUpQuiet();
        present(missed);
    }
    noteSettled();
}

void Announcer::noteSettled()
{
    if (m_missed.isEmpty() && m_unsaid.isEmpty() && m_whileQuiet.isEmpty())
        Q_EMIT settled();
}

bool Announcer::isSilent() const
{
    return m_isQuiet || m_balloons.isInhibited();
}

bool Announcer::isStale(const Notification &notification) const
{
    const QDateTime now = m_clock.now();
    const bool isExpired = notification.expiresAt.isValid() && notification.expiresAt <= now;
    const qint64 age = notification.createdAt.isValid() ? notification.createdAt.secsTo(now) : 0;
    return isExpired || age > std::chrono::seconds(StaleAge).count();
}

bool Announcer::remember(const QString &key)
{
    if (m_known.contains(key))
        return false;
    m_known.insert(key);
    m_knownInOrder.append(key);
    if (m_knownInOrder.size() > KnownMost)
        m_known.remove(m_knownInOrder.takeFirst());
    return true;
}

/// After a pause the summary counts anew; a catch-up is one burst however long it takes.
void Announcer::noteArrival()
{
    const std::chrono::milliseconds now = m_clock.monotonic();
    const std::optional<std::chrono::milliseconds> before = std::exchange(m_lastArrival, now);
    if (m_isHeldBack)
        return;
    if (before && now - *before > Burst)
        forgetSummary(moreKey());
    m_ownBalloons.removeIf([now](std::chrono::milliseconds shown) { return now - shown > Burst; });
}

void Announcer::choose(QList<Candidate> &candidates, qsizetype room)
{
    if (candidates.size() > room) {
        std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate &left, const Candidate &right) {
            return isBefore(left.notification, right.notification);
        });
        for (const Candidate &other : std::as_const(candidates).sliced(room))
            m_unsaid.add(other.key);
        candidates.resize(room);
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate &left, const Candidate &right) {
        return left.notification.id < right.notification.id;
    });
}

void Announcer::present(QList<Candidate> candidates)
{
    choose(candidates, std::max<qsizetype>(0, MostBalloons - m_ownBalloons.size()));
    for (const Candidate &candidate : std::as_const(candidates)) {
        Balloon balloon = balloonFor(candidate.notification, m_manner.allowHttp);
        balloon.key = candidate.key;
        show(std::move(balloon));
        m_ownBalloons.append(m_clock.monotonic());
    }
    if (!m_unsaid.isEmpty()) {
        m_more.take(m_unsaid);
        show(summaryBalloon(m_ownBalloons.isEmpty() ? Summary::New : Summary::More, m_more.count()));
    }
}

void Announcer::show(Balloon balloon)
{
    const std::chrono::milliseconds now = m_clock.monotonic();
    const bool isFirst = !m_lastBalloon || now - *m_lastBalloon > Burst;
    const bool isSequel = m_isHeldBack && !m_ownBalloons.isEmpty(); // However long the catch-up takes.
    balloon.hasSound = m_manner.hasSound && isFirst && !isSequel;
    balloon.duration = m_manner.duration;
    m_lastBalloon = now;
    m_standing.removeOne(balloon.key);
    m_standing.append(balloon.key);
    if (m_standing.size() > StandingMost)
        m_standing.removeFirst();
    m_balloons.show(balloon);
}

void Announcer::sumUpQuiet()
{
    if (isSilent() || m_whileQuiet.isEmpty())
        return;
    show(summaryBalloon(Summary::Quiet, m_whileQuiet.count()));
    m_whileQuiet.clear();
}

void Announcer::forgetSummary(const QString &key)
{
    if (key == moreKey())
        m_more.clear();
}

} // namespace jarchi::notify

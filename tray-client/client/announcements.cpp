// SPDX-License-Identifier: MIT
#include "client/announcements.h"

#include "notify/balloon_key.h"
#include "notify/balloon_text.h"

#include <utility>

namespace jarchi::client {

using namespace Qt::StringLiterals;
using inbox::EntryId;
using notify::Balloons;
namespace setting = preferences::setting;

namespace {

/// No key of a notification or a summary.
QString removedKey()
{
    return u"interest removed"_s;
}

} // namespace

Announcements::Announcements(Balloons &balloons, preferences::Preferences &preferences, InboxKeeper &inboxes,
                             QuietKeeper &quiet, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_balloons(balloons)
    , m_preferences(preferences)
    , m_inboxes(inboxes)
    , m_announcer(balloons, clock)
{
    applyManner();
    m_announcer.setQuiet(quiet.isQuiet());
    connect(&m_preferences, &preferences::Preferences::changed, this, &Announcements::applyManner);
    connect(&quiet, &QuietKeeper::changed, this, [this, &quiet] { m_announcer.setQuiet(quiet.isQuiet()); });
    connect(&m_inboxes, &InboxKeeper::seen, &m_announcer, &notify::Announcer::withdraw);
    connect(&m_inboxes, &InboxKeeper::allSeen, &m_announcer, &notify::Announcer::withdrawAll);
    connect(&m_inboxes, &InboxKeeper::replaced, this, [this] { m_announcer.startOver(m_inboxes.takeUntold()); });
    connect(&m_announcer, &notify::Announcer::settled, &m_inboxes, &InboxKeeper::noteTold);

    connect(&m_balloons, &Balloons::activated, this, &Announcements::onActivated);
    connect(&m_balloons, &Balloons::openRequested, this, [this](const QString &key) {
        if (notify::isSummaryKey(key))
            onActivated(key);
        else if (const auto entry = entryOf(key))
            Q_EMIT openRequested(*entry);
    });
    connect(&m_balloons, &Balloons::notInterestedRequested, this, [this](const QString &key) {
        if (key == removedKey())
            Q_EMIT undoRequested();
        else if (const auto entry = entryOf(key))
            Q_EMIT notInterestedRequested(*entry);
    });
}

void Announcements::applyManner()
{
    m_announcer.setManner({.hasSound = m_preferences.get(setting::Sound),
                           .duration = std::chrono::seconds(m_preferences.get(setting::BalloonSeconds)),
                           .allowHttp = m_preferences.get(setting::AllowHttp)});
}

std::optional<EntryId> Announcements::entryOf(const QString &key)
{
    const auto subject = notify::parseBalloonKey(key);
    if (!subject)
        return std::nullopt;
    // It may have been removed, or belong to an account that is not signed in any more.
    const std::optional<inbox::Entry> entry = m_inboxes.entry(*subject);
    return entry ? std::optional(entry->id) : std::nullopt;
}

void Announcements::onActivated(const QString &key)
{
    if (notify::isSummaryKey(key)) {
        m_announcer.withdrawAll(); // Whoever sees all of it needs no balloons, and the next summary counts anew.
        Q_EMIT inboxRequested(0);
    } else if (const auto entry = entryOf(key)) {
        Q_EMIT inboxRequested(*entry);
    }
}

void Announcements::beginCatchUp(const QString &epoch, qint64 pending)
{
    endCatchUp();
    m_epoch = epoch;
    m_announcer.setEpoch(epoch);
    m_announcer.beginCatchUp(pending);
    m_isCatchingUp = true;
}

void Announcements::endCatchUp()
{
    if (std::exchange(m_isCatchingUp, false))
        m_announcer.endCatchUp();
}

void Announcements::show(const QList<protocol::Notification> &fresh)
{
    QList<protocol::Notification> unseen;
    for (const protocol::Notification &notification : fresh) {
        const QString key = notify::balloonKey(m_epoch, notification.id);
        if (!m_shown.contains(key))
            unseen.append(notification);
        m_shown.insert(key);
    }
    // It never fails: what gets no balloon, for whatever reason, is unread in the inbox.
    static_cast<void>(m_announcer.show(unseen));
}

void Announcements::tellRemoved(const protocol::Interest &interest, bool isFollowedOtherwise)
{
    notify::Balloon balloon = notify::interestRemovedBalloon(interest, isFollowedOtherwise);
    balloon.key = removedKey();
    m_balloons.show(balloon);
}

void Announcements::withdrawRemoved()
{
    m_balloons.withdraw(removedKey());
}

} // namespace jarchi::client

// SPDX-License-Identifier: MIT
#pragma once

#include "client/inbox_keeper.h"
#include "client/quiet_keeper.h"
#include "notify/announcer.h"
#include "notify/balloon.h"

#include <QObject>
#include <QSet>

#include <optional>

namespace jarchi::client {

/// Balloons of what came, as the user prefers them, and what a click on one means. Main thread; owned by the client.
class Announcements : public QObject
{
    Q_OBJECT

public:
    /// All outlive this.
    Announcements(notify::Balloons &balloons, preferences::Preferences &preferences, InboxKeeper &inboxes,
                  QuietKeeper &quiet, const Clock &clock, QObject *parent = nullptr);

    /// What comes now was missed, `pending` of it, in the database that `epoch` names; until endCatchUp().
    void beginCatchUp(const QString &epoch, qint64 pending);
    /// Also when the link was lost before. Asked twice, nothing happens.
    void endCatchUp();
    /// Time may have passed unseen.
    void lookAtClock() { m_announcer.look(); }
    /// What was shown in this run already, and is new to an inbox that was begun anew, is not shown again.
    void show(const QList<protocol::Notification> &fresh);
    /// Somebody else has signed in, who saw nothing of it.
    void forgetShown() { m_shown.clear(); }
    /// "You no longer follow Phones", with a way back.
    void tellRemoved(const protocol::Interest &interest, bool isFollowedOtherwise);
    void withdrawRemoved();

Q_SIGNALS:
    /// 0: the whole inbox.
    void inboxRequested(jarchi::inbox::EntryId entry);
    void openRequested(jarchi::inbox::EntryId entry);
    void notInterestedRequested(jarchi::inbox::EntryId entry);
    void undoRequested();

private:
    void applyManner();
    [[nodiscard]] std::optional<inbox::EntryId> entryOf(const QString &key);
    void onActivated(const QString &key);

    notify::Balloons &m_balloons;
    preferences::Preferences &m_preferences;
    InboxKeeper &m_inboxes;
    notify::Announcer m_announcer;
    QString m_epoch;
    QSet<QString> m_shown; ///< Keys of balloons, with or without one.
    bool m_isCatchingUp = false;
};

} // namespace jarchi::client

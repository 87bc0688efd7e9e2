// SPDX-License-Identifier: MIT
// What the client does about its inbox: how what comes gets into it, and what becomes of one that fails.
#include "client/client_private.h"

#include <utility>

namespace jarchi::client {

void Client::Private::connectInboxes()
{
    connect(&inboxes, &InboxKeeper::replaced, &q, [this] { onInboxReplaced(); });
    connect(&inboxes, &InboxKeeper::mended, &q, [this] { onInboxMended(); });
    connect(&inboxes, &InboxKeeper::lost, &q, [this](const QString &why) { onInboxLost(why); });
    connect(&inboxes, &InboxKeeper::changed, &q, &Client::inboxChanged);
    connect(&inboxes, &InboxKeeper::unreadChanged, &q, &Client::unreadChanged);
    connect(&inboxes, &InboxKeeper::noticed, &q, &Client::noticed);
}

void Client::Private::makeReceiver()
{
    receiver = std::make_unique<inbox::Receiver>(
        *inboxes.inbox(),
        inbox::Receiver::Steps{
            .show =
                [this](const QList<protocol::Notification> &fresh) {
                    // Without a balloon it is unread in the inbox, which is as good: nothing is taken back.
                    announcements.show(fresh);
                    storeTrouble.clear();
                    inboxes.noteChange();
                    return fresh.size();
                },
            .acknowledge = [this](const QList<protocol::NotificationId> &ids) { visits.acknowledge(ids); },
            .fail = [this](const Error &why) { onStoreFailed(why); }});
}

void Client::Private::onInboxReplaced()
{
    receiver.reset();
    if (inboxes.inbox() != nullptr)
        makeReceiver();
    Q_EMIT q.inboxReplaced();
}

void Client::Private::onInboxMended()
{
    if (attempt || isStopping)
        return; // There is no visit of the account now.
    // To a new login comes again what could not be kept, and then the history.
    visits.leaveAtOnce();
    visits.connectNow();
}

void Client::Private::onInboxLost(const QString &why)
{
    // Without an inbox nothing may be received; the next connectNow() tries again.
    inboxTrouble = why;
    if (!attempt)
        visits.leaveAtOnce();
    visits.setTicket(std::nullopt);
    Q_EMIT q.statusChanged();
    Q_EMIT q.noticed(why);
}

void Client::Private::onStoreFailed(const Error &why)
{
    if (inboxes.mend(why))
        return; // It was not acknowledged, and comes again.
    if (std::exchange(storeTrouble, why.message) != why.message)
        Q_EMIT q.noticed(
            tr("The inbox cannot keep what came, so it is not shown, and will come again: %1").arg(why.message));
    visits.giveUpStoring(why);
}

} // namespace jarchi::client

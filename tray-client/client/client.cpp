// SPDX-License-Identifier: MIT
#include "client/client.h"

#include "client/client_private.h"
#include "client/sign_in_check.h"
#include "notify/link_policy.h"

namespace jarchi::client {

using inbox::Entry;
using inbox::EntryId;
using State = VisitKeeper::State;
namespace setting = preferences::setting;

Client::Client(const Parts &parts, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, parts))
{
}

Client::~Client() = default;

void Client::start()
{
    d->resume();
}

void Client::stop()
{
    d->sayGoodbye();
}

// ---- the account ----

void Client::signIn(const SignIn &details)
{
    SignInFault fault;
    if (const std::optional<Account> account = checkedAccount(details, fault))
        return d->tryOut(*account, details);
    // Later, like every other answer.
    QMetaObject::invokeMethod(
        this, [this, fault] { Q_EMIT signInFailed(fault); }, Qt::QueuedConnection);
}

void Client::cancelSignIn()
{
    if (!d->attempt)
        return;
    d->visits.leaveAtOnce();
    d->endAttempt();
}

bool Client::isSigningIn() const
{
    return d->attempt.has_value();
}

bool Client::isTokenUnread() const
{
    return d->accounts.isUnanswered();
}

void Client::signOut()
{
    d->logOut();
}

void Client::keepTokenInFile(bool yes)
{
    d->accounts.keepInFile(yes);
}

// ---- the visit ----

Client::Status Client::status() const
{
    if (!d->accounts.account() && !d->attempt)
        return d->accounts.isLoading() ? Status::Offline : Status::SignedOut;
    switch (d->visits.state()) {
    case State::Connecting:
    case State::LoggingIn:
    case State::CatchingUp:
        return Status::Connecting;
    case State::Live:
        return Status::Connected;
    case State::Waiting:
        return Status::Waiting;
    case State::Leaving:
    case State::Offline:
        break;
    }
    return d->accounts.account() ? Status::Offline : Status::SignedOut;
}

QString Client::trouble() const
{
    return d->inboxTrouble.isEmpty() ? d->visits.trouble() : d->inboxTrouble;
}

QString Client::displayName() const
{
    return d->accounts.account() ? d->accounts.displayName() : QString();
}

QString Client::serverName() const
{
    return d->attempt ? d->attempt->details.server.trimmed() : d->parts.preferences.get(setting::Server);
}

std::optional<std::chrono::milliseconds> Client::timeLeft() const
{
    return d->visits.timeLeft();
}

std::chrono::milliseconds Client::sessionLength() const
{
    return d->visits.sessionLength();
}

void Client::connectNow()
{
    // What was in the way may be gone: the inbox was locked, or the keychain.
    if (!d->inboxTrouble.isEmpty() || (d->accounts.isUnanswered() && !d->attempt))
        return d->resume();
    const bool canConnect = d->accounts.ticket() || d->visits.state() != State::Offline;
    if (canConnect || d->accounts.isLoading())
        return d->visits.connectNow();
    Q_EMIT signInWanted({});
}

void Client::disconnectNow()
{
    if (d->attempt)
        return cancelSignIn();
    d->visits.disconnectNow();
}

void Client::nudge()
{
    d->quiet.look();
    d->inboxes.lookAtClock();
    d->announcements.lookAtClock();
    d->visits.nudge();
}

// ---- quiet ----

bool Client::isQuiet() const
{
    return d->quiet.isQuiet();
}

QDateTime Client::quietUntil() const
{
    return d->quiet.until();
}

void Client::beQuietFor(std::chrono::seconds duration)
{
    d->quiet.beQuietFor(duration);
}

void Client::beQuietUntilTomorrow()
{
    d->quiet.beQuietUntilTomorrow();
}

void Client::endQuiet()
{
    d->quiet.endQuiet();
}

// ---- the inbox ----

inbox::InboxReader *Client::reader()
{
    return d->inboxes.reader();
}

qint64 Client::unread() const
{
    return d->inboxes.unread();
}

std::optional<Entry> Client::entry(EntryId id)
{
    return d->inboxes.entry(id);
}

QList<EntryId> Client::setRead(const QList<EntryId> &ids, bool isRead)
{
    return d->inboxes.setRead(ids, isRead);
}

QList<EntryId> Client::markAllRead()
{
    return d->inboxes.markAllRead();
}

QList<EntryId> Client::setKept(const QList<EntryId> &ids, bool isKept)
{
    return d->inboxes.setKept(ids, isKept);
}

void Client::remove(const QList<EntryId> &ids)
{
    d->inboxes.remove(ids);
}

void Client::restore(const QList<EntryId> &ids)
{
    d->inboxes.restore(ids);
}

QString Client::linkHost(const Entry &entry) const
{
    const auto link = notify::openableLink(entry.notification.url, d->parts.preferences.get(setting::AllowHttp));
    return link ? link->host : QString();
}

void Client::open(EntryId id)
{
    const std::optional<Entry> found = entry(id);
    if (!found)
        return;
    const auto link = notify::openableLink(found->notification.url, d->parts.preferences.get(setting::AllowHttp));
    if (!link)
        return;
    d->parts.openUrl(link->url);
    setRead({id}, true);
}

// ---- interests ----

void Client::getInterests(QObject *context, std::function<void(const Result<protocol::InterestList> &)> done)
{
    d->interests.get(context, std::move(done));
}

void Client::setInterests(const QList<protocol::Interest> &interests, QObject *context,
                          std::function<void(const Result<protocol::InterestList> &)> done)
{
    d->interests.set(interests, context, std::move(done));
}

void Client::previewInterests(const QList<protocol::Interest> &interests, QObject *context,
                              std::function<void(const Result<protocol::Preview> &)> done)
{
    d->interests.preview(interests, context, std::move(done));
}

void Client::notInterested(EntryId id)
{
    const std::optional<Entry> found = entry(id);
    if (!found)
        return;
    if (found->notification.interest)
        d->interests.remove(*found->notification.interest);
    else
        Q_EMIT noticed(tr("This went to everyone, so there is no interest of yours to take away."));
}

void Client::undoNotInterested()
{
    d->interests.undo();
}

} // namespace jarchi::client

// SPDX-License-Identifier: MIT
#include "client/client_private.h"

#include "client/login.h"
#include "client/sign_in_check.h"

#include <QRandomGenerator>

#include <utility>

namespace jarchi::client {

using session::VisitEnd;
namespace setting = preferences::setting;

namespace {

VisitKeeper::Chance chanceOf(const Client::Parts &parts)
{
    return parts.chance ? parts.chance : [] { return QRandomGenerator::global()->generateDouble(); };
}

} // namespace

Client::Private::Private(Client &client, const Parts &theParts)
    : q(client)
    , parts(theParts)
    , accounts(parts.preferences, parts.keychain, parts.tokenFile)
    , inboxes(parts.dataFolder, parts.preferences, parts.clock)
    , quiet(parts.preferences, parts.clock)
    , visits(parts.preferences, parts.clock, chanceOf(parts), parts.session)
    , revoker(parts.clock)
    , announcements(parts.balloons, parts.preferences, inboxes, quiet, parts.clock)
    , history(visits, inboxes)
    , interests(visits)
{
    goodbye.setSingleShot(true);
    goodbye.setInterval(GoodbyePatience);
    connect(&goodbye, &QTimer::timeout, &q, [this] {
        visits.leaveAtOnce();
        finishStopping();
    });
    connect(&quiet, &QuietKeeper::changed, &q, &Client::quietChanged);
    connectAccounts();
    connectVisits();
    connectInboxes();
    connectAnnouncements();
}

void Client::Private::connectAccounts()
{
    connect(&accounts, &AccountKeeper::tokenLoaded, &q, [this] {
        visits.setTicket(accounts.ticket());
        visits.connectNow();
        Q_EMIT q.statusChanged();
    });
    connect(&accounts, &AccountKeeper::tokenMissing, &q, [this](const QString &why) {
        Q_EMIT q.statusChanged();
        Q_EMIT q.signInWanted(why);
    });
    connect(&accounts, &AccountKeeper::homeWanted, &q, &Client::tokenHomeWanted);
    connect(&accounts, &AccountKeeper::noticed, &q, &Client::noticed);
    connect(&accounts, &AccountKeeper::superseded, &revoker, &TokenRevoker::revoke);
    connect(&revoker, &TokenRevoker::done, &q, [this] {
        if (visits.state() == VisitKeeper::State::Offline)
            finishStopping();
    });
}

void Client::Private::connectVisits()
{
    connect(&visits, &VisitKeeper::stateChanged, &q, &Client::statusChanged);
    connect(&visits, &VisitKeeper::loggedIn, &q,
            [this](const protocol::Welcome &welcome, const QString &epochName) { onLoggedIn(welcome, epochName); });
    connect(&visits, &VisitKeeper::notificationReceived, &q, [this](const protocol::Notification &notification) {
        if (receiver)
            receiver->take(notification);
    });
    connect(&visits, &VisitKeeper::caughtUp, &q, [this] {
        receiver->flush();
        announcements.endCatchUp();
        history.start(epoch);
    });
    connect(&visits, &VisitKeeper::aboutToLeave, &q, [this] {
        if (receiver)
            receiver->flush();
        announcements.endCatchUp();
    });
    connect(&visits, &VisitKeeper::finished, &q, [this](VisitEnd end, const QString &why) { onFinished(end, why); });
}

void Client::Private::connectAnnouncements()
{
    connect(&announcements, &Announcements::inboxRequested, &q, &Client::inboxRequested);
    connect(&announcements, &Announcements::openRequested, &q, &Client::open);
    connect(&announcements, &Announcements::notInterestedRequested, &q, &Client::notInterested);
    connect(&announcements, &Announcements::undoRequested, &q, &Client::undoNotInterested);
    connect(&interests, &InterestEditor::removed, &q,
            [this](const protocol::Interest &interest, bool isFollowedOtherwise) {
                announcements.tellRemoved(interest, isFollowedOtherwise);
                Q_EMIT q.interestRemoved(interest);
            });
    connect(&interests, &InterestEditor::restored, &announcements, &Announcements::withdrawRemoved);
    connect(&interests, &InterestEditor::failed, &q, &Client::noticed);
}

void Client::Private::resume()
{
    const std::optional<Account> account = accounts.remembered();
    if (!account)
        return Q_EMIT q.signInWanted({});
    const Result<void> opened = inboxes.open(*account);
    inboxTrouble = opened ? QString() : opened.error().message;
    if (!opened) {
        // Without an inbox nothing may be received; the next connectNow() tries again.
        Q_EMIT q.statusChanged();
        return Q_EMIT q.noticed(inboxTrouble);
    }
    if (accounts.account() == account && accounts.ticket()) {
        visits.setTicket(accounts.ticket());
        visits.connectNow();
    } else {
        accounts.load(*account);
    }
    Q_EMIT q.statusChanged();
}

void Client::Private::tryOut(const Account &account, const SignIn &details)
{
    attempt = Attempt{account, details};
    attempt->details.password.clear();
    visits.tryOut({account.server, loginWithPassword(details.user, details.password)});
}

void Client::Private::endAttempt()
{
    attempt.reset();
    // Whoever was signed in before still is.
    if (accounts.account() && parts.preferences.get(setting::StayConnected))
        visits.connectNow();
    Q_EMIT q.statusChanged();
}

void Client::Private::onLoggedIn(const protocol::Welcome &welcome, const QString &epochName)
{
    const bool isSignIn = attempt.has_value();
    if (isSignIn && !acceptSignIn(welcome.token, epochName))
        return;
    epoch = epochName;
    accounts.setDisplayName(welcome.displayName);
    receiver->setEpoch(epoch);
    announcements.beginCatchUp(epoch, welcome.pending);
    if (isSignIn)
        Q_EMIT q.signedIn();
}

bool Client::Private::acceptSignIn(const QString &token, const QString &epochName)
{
    const Attempt accepted = *std::exchange(attempt, std::nullopt);
    if (const Result<void> opened = inboxes.open(accepted.account, accounts.remembered(), epochName); !opened) {
        visits.leaveAtOnce();
        endAttempt();
        Q_EMIT q.signInFailed({SignInFault::Field::None, opened.error().message});
        return false;
    }
    inboxTrouble.clear();
    if (accounts.account() != accepted.account)
        announcements.forgetShown();
    accounts.adopt(accepted.account, accepted.details, token);
    visits.setTicket(accounts.ticket());
    visits.settle();
    interests.forget();
    return true;
}

void Client::Private::onFinished(VisitEnd end, const QString &why)
{
    if (isStopping)
        return revoker.isBusy() ? void() : finishStopping();
    if (attempt) {
        endAttempt();
        return Q_EMIT q.signInFailed(faultOf(end, why));
    }
    if (end != VisitEnd::LoginRefused || !accounts.account())
        return;
    accounts.forget();
    visits.setTicket(std::nullopt);
    Q_EMIT q.signInWanted(why);
}

void Client::Private::logOut()
{
    const bool hadToken = accounts.ticket().has_value();
    accounts.forget();
    interests.forget();
    Q_EMIT q.statusChanged();
    if (!hadToken)
        return visits.disconnectNow();
    // The server is told, if it can be reached now; here the token is gone in any case.
    visits.request(protocol::Logout{}, &q, [this](const Result<protocol::ServerMessage> &) {
        if (accounts.account() || attempt)
            return; // Somebody signed in meanwhile.
        visits.setTicket(std::nullopt);
        visits.disconnectNow();
    });
}

void Client::Private::sayGoodbye()
{
    attempt.reset();
    isStopping = true;
    visits.retire();
    goodbye.start();
    // A token that is not kept would lie on the server for nobody.
    const bool isForNobody = accounts.isForThisRunOnly();
    if (isForNobody && visits.isLoggedIn())
        return visits.request(protocol::Logout{}, &q, [](const Result<protocol::ServerMessage> &) {});
    if (isForNobody) {
        visits.leaveAtOnce();
        revoker.revoke(*accounts.ticket());
    }
    if (visits.state() != VisitKeeper::State::Offline)
        visits.disconnectNow();
    else if (!revoker.isBusy())
        finishStopping();
}

void Client::Private::finishStopping()
{
    goodbye.stop();
    if (std::exchange(isStopping, false))
        QMetaObject::invokeMethod(&q, &Client::stopped, Qt::QueuedConnection);
}

} // namespace jarchi::client

// SPDX-License-Identifier: MIT
#pragma once

#include "client/account_keeper.h"
#include "client/announcements.h"
#include "client/client.h"
#include "client/history_refill.h"
#include "client/inbox_keeper.h"
#include "client/interest_editor.h"
#include "client/quiet_keeper.h"
#include "client/token_revoker.h"
#include "client/visit_keeper.h"
#include "inbox/receiver.h"

#include <QTimer>

namespace jarchi::client {

/// What the keepers have to do with each other: whose token a visit takes, into which inbox it brings what comes, and
/// what a balloon's click does. Owned by its Client.
struct Client::Private
{
    Private(Client &client, const Parts &parts);

    void connectAccounts();
    void connectVisits();
    void connectInboxes();
    void connectAnnouncements();

    /// Opens the remembered account's inbox and looks for its token.
    void resume();
    void tryOut(const Account &account, const SignIn &details);
    /// The attempt that is under way is over, one way or the other.
    void endAttempt();
    void logOut();
    void sayGoodbye();

    void onLoggedIn(const protocol::Welcome &welcome, const QString &epochName);
    /// False when it cannot be: the user has been told.
    [[nodiscard]] bool acceptSignIn(const QString &token, const QString &epochName);
    void onFinished(session::VisitEnd end, const QString &why);
    void onStoreFailed(const Error &why);
    void makeReceiver();
    void onInboxReplaced();
    void onInboxMended();
    void onInboxLost(const QString &why);
    void finishStopping();

    /// A sign-in that waits for its welcome.
    struct Attempt
    {
        Account account;
        SignIn details; ///< Without the password.
    };

    /// Less than a second with all that comes after it.
    static constexpr std::chrono::milliseconds GoodbyePatience{700};

    Client &q;
    const Parts parts;
    AccountKeeper accounts;
    InboxKeeper inboxes;
    QuietKeeper quiet;
    VisitKeeper visits;
    TokenRevoker revoker;
    Announcements announcements;
    HistoryRefill history;
    InterestEditor interests;
    std::unique_ptr<inbox::Receiver> receiver; ///< Null until there is an inbox.
    std::optional<Attempt> attempt;
    QString epoch;
    bool isStopping = false;
    QString inboxTrouble; ///< Why the remembered account's inbox cannot be opened.
    QString storeTrouble; ///< The last sentence about an inbox that cannot store: once is enough.
    QTimer goodbye;
};

} // namespace jarchi::client

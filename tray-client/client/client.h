// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "inbox/entry.h"
#include "keyring/token_store.h"
#include "notify/balloon.h"
#include "preferences/preferences.h"
#include "protocol/messages.h"
#include "session/server_address.h"

#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace jarchi::inbox {
class Inbox;
class InboxReader;
} // namespace jarchi::inbox

namespace jarchi::client {

/// What somebody types to sign in. The password is never kept.
struct SignIn
{
    QString server; ///< As typed.
    QString user;
    QString password;
    bool remember = true;
    bool stayConnected = false;
};

/// Why signing in failed, in a sentence that says what to do, and beside which field it belongs.
struct SignInFault
{
    enum class Field { None, Server, User, Password };

    Field field = Field::None;
    QString sentence;
};

/// The tray client without its windows: brings visit, inbox, balloons, keychain and preferences together. Main thread;
/// owned by whoever runs the program. Every window looks at it and tells it what its user wants.
class Client : public QObject
{
    Q_OBJECT

public:
    enum class Status {
        SignedOut,  ///< Nobody has signed in, or whoever had is refused now: a sign-in is wanted.
        Offline,    ///< Signed in, and not connected: the minute is over, or the user left.
        Connecting, ///< Until everything missed has come.
        Connected,
        Waiting, ///< Before it tries again by itself; trouble() says why.
    };
    Q_ENUM(Status)

    struct Parts
    {
        preferences::Preferences &preferences;
        notify::Balloons &balloons;
        keyring::TokenStore &keychain;
        keyring::TokenStore &tokenFile;
        const Clock &clock;
        QString dataFolder;                        ///< Where inboxes are.
        std::function<void(const QUrl &)> openUrl; ///< In the desktop's browser.
        /// For this run instead of what is preferred, until somebody changes that; zero stays connected.
        std::optional<std::chrono::seconds> session;
        /// In [0, 1), anew at each call; from the system's generator if there is none.
        std::function<double()> chance;
    };

    /// All parts outlive this.
    explicit Client(const Parts &parts, QObject *parent = nullptr);
    ~Client() override;

    /// With what is remembered: connects, or asks for a sign-in by signInWanted().
    void start();
    /// Says goodbye; stopped() comes within a second.
    void stop();

    // ---- the account ----
    /// Ends in signedIn() or signInFailed().
    void signIn(const SignIn &details);
    void cancelSignIn();
    /// Between signIn() and its end, when the server is asked.
    [[nodiscard]] bool isSigningIn() const;
    /// The token could not be read, as from a keychain that is locked: connectNow() asks for it again.
    [[nodiscard]] bool isTokenUnread() const;
    /// Forgets the token here and on the server. The inbox stays on this computer.
    void signOut();
    /// The answer to tokenHomeWanted(): keep the token in a file that only the user can read, or not at all.
    void keepTokenInFile(bool yes);

    // ---- the visit ----
    [[nodiscard]] Status status() const;
    /// A sentence about what is wrong; empty when nothing is.
    [[nodiscard]] QString trouble() const;
    [[nodiscard]] QString displayName() const;
    /// As typed; while somebody signs in, the one that is asked.
    [[nodiscard]] QString serverName() const;
    /// Until the polite goodbye, or until the next attempt while waiting; nothing if no time is set.
    [[nodiscard]] std::optional<std::chrono::milliseconds> timeLeft() const;
    /// Of the whole visit, for a ring that runs down.
    [[nodiscard]] std::chrono::milliseconds sessionLength() const;
    /// Asks for a sign-in if there is nobody to connect as.
    void connectNow();
    void disconnectNow();
    /// The network came back, or the computer woke up.
    void nudge();

    // ---- quiet ----
    [[nodiscard]] bool isQuiet() const;
    /// When the quiet of now ends; invalid when it is not quiet.
    [[nodiscard]] QDateTime quietUntil() const;
    void beQuietFor(std::chrono::seconds duration);
    void beQuietUntilTomorrow();
    void endQuiet();

    // ---- the inbox ----
    /// Null until somebody has signed in. inboxReplaced() says when it is another one.
    [[nodiscard]] inbox::InboxReader *reader();
    [[nodiscard]] qint64 unread() const;
    [[nodiscard]] std::optional<inbox::Entry> entry(inbox::EntryId id);
    /// A mark returns the entries that did not have it, so that it can be undone.
    QList<inbox::EntryId> setRead(const QList<inbox::EntryId> &ids, bool isRead);
    QList<inbox::EntryId> markAllRead();
    QList<inbox::EntryId> setKept(const QList<inbox::EntryId> &ids, bool isKept);
    void remove(const QList<inbox::EntryId> &ids);
    void restore(const QList<inbox::EntryId> &ids);
    /// Whether its link may be opened (https, or http if that is allowed), and the host to show before; empty if not.
    [[nodiscard]] QString linkHost(const inbox::Entry &entry) const;
    /// Opens its link in the browser and marks it as read. Nothing happens if linkHost() is empty.
    void open(inbox::EntryId id);

    // ---- interests ----
    /// They need a connection: with none, one is made, and the answer comes after that or says why not.
    void getInterests(QObject *context, std::function<void(const Result<protocol::InterestList> &)> done);
    void setInterests(const QList<protocol::Interest> &interests, QObject *context,
                      std::function<void(const Result<protocol::InterestList> &)> done);
    void previewInterests(const QList<protocol::Interest> &interests, QObject *context,
                          std::function<void(const Result<protocol::Preview> &)> done);
    /// Takes away the interest that brought the entry; interestRemoved() says so, and undoNotInterested() puts it back.
    void notInterested(inbox::EntryId id);
    void undoNotInterested();

Q_SIGNALS:
    void statusChanged();
    void quietChanged();
    /// `why` is a sentence when an earlier sign-in does not hold any more; empty at the first start.
    void signInWanted(const QString &why);
    void signedIn();
    void signInFailed(const jarchi::client::SignInFault &fault);
    /// There is no keychain: ask whether a file will do, and call keepTokenInFile().
    void tokenHomeWanted(const QString &why);
    void inboxReplaced();
    /// Entries came, went or changed.
    void inboxChanged();
    void unreadChanged();
    /// The user clicked a balloon: show this entry, or with 0 the whole inbox.
    void inboxRequested(jarchi::inbox::EntryId entry);
    void interestRemoved(const jarchi::protocol::Interest &interest);
    /// Something that the user should know once: a damaged inbox was moved aside, the disk is full.
    void noticed(const QString &sentence);
    void stopped();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace jarchi::client

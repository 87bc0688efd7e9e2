// SPDX-License-Identifier: MIT
#pragma once

#include "client/account.h"
#include "client/client.h"

#include <QObject>
#include <QString>

#include <optional>

namespace jarchi::client {

/// Who is signed in, and where the device token lies: in the keychain, in a file if the user allowed one, or in memory
/// only. It connects to nothing. Main thread; owned by the client.
///
/// A token is asked for at every sign-in, so that the password is needed once and can be dropped. One that the user
/// does not want to have kept lives as long as the program, which tells the server to forget it when it ends.
class AccountKeeper : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive this.
    AccountKeeper(preferences::Preferences &preferences, keyring::TokenStore &keychain, keyring::TokenStore &tokenFile,
                  QObject *parent = nullptr);

    /// Who signed in last, as the preferences have it.
    [[nodiscard]] std::optional<Account> remembered() const;
    /// Ends in tokenLoaded() or tokenMissing().
    void load(const Account &account);

    /// Whoever is signed in; nothing otherwise.
    [[nodiscard]] const std::optional<Account> &account() const { return m_account; }
    /// To connect as whoever is signed in; nothing if nobody is, or there is no token.
    [[nodiscard]] std::optional<Ticket> ticket() const;
    [[nodiscard]] bool isLoading() const { return m_isLoading; }
    /// The keychain gave no answer, as one that was locked: it may give one when it is asked again.
    [[nodiscard]] bool isUnanswered() const { return m_isUnanswered; }
    /// Whether the token will be of no use once the program has ended.
    [[nodiscard]] bool isForThisRunOnly() const { return m_account && !m_token.isEmpty() && !m_isKept; }
    [[nodiscard]] const QString &displayName() const { return m_displayName; }
    void setDisplayName(const QString &name) { m_displayName = name; }

    /// The details were good, and the server gave `token`.
    void adopt(const Account &account, const SignIn &details, const QString &token);
    void keepInFile(bool yes);
    /// Forgets the token wherever it lies; nobody is signed in.
    void forget();

Q_SIGNALS:
    void tokenLoaded();
    /// `why` is empty when there never was one.
    void tokenMissing(const QString &why);
    void homeWanted(const QString &why);
    void noticed(const QString &sentence);
    /// Its token is of no use any more, and gone from here: somebody signed in anew.
    void superseded(const jarchi::client::Ticket &ticket);

private:
    void keepInKeychain();
    void leaveBehind(const Account &account, keyring::TokenStore &store);
    void dropFrom(keyring::TokenStore &store, const Account &account);
    void loadFrom(keyring::TokenStore &store, const Account &account,
                  const std::function<void(const Result<QString> &)> &otherwise);

    preferences::Preferences &m_preferences;
    keyring::TokenStore &m_keychain;
    keyring::TokenStore &m_tokenFile;
    std::optional<Account> m_account;
    QString m_token;
    QString m_displayName;
    bool m_isLoading = false;
    bool m_isUnanswered = false;
    bool m_isKept = false;               ///< Or will be, when the user has chosen where.
    std::unique_ptr<QObject> m_question; ///< Context of what was asked of a store; gone when the answer is of no use.
};

} // namespace jarchi::client

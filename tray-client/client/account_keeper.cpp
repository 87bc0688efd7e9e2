// SPDX-License-Identifier: MIT
#include "client/account_keeper.h"

#include "client/login.h"

#include <QCoreApplication>

namespace jarchi::client {

namespace setting = preferences::setting;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(AccountKeeper)
};

QString lockedSentence(const Account &account)
{
    return Text::tr(
               "The key of %1 for this computer was not found: the keychain stayed locked, or the key was removed. "
               "Unlock the keychain and ask it again, or type your password.")
        .arg(account.user);
}

/// Empty when there never was one.
QString missingSentence(const Error &why)
{
    switch (why.kind) {
    case Error::Kind::NotFound:
        return {};
    case Error::Kind::Unavailable:
        return Text::tr(
                   "%1 Without it the key for this computer cannot be read. Unlock or start the keychain and ask it "
                   "again, or type your password.")
            .arg(why.message);
    default:
        return why.message;
    }
}

} // namespace

AccountKeeper::AccountKeeper(preferences::Preferences &preferences, keyring::TokenStore &keychain,
                             keyring::TokenStore &tokenFile, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_keychain(keychain)
    , m_tokenFile(tokenFile)
    , m_question(std::make_unique<QObject>())
{
}

std::optional<Account> AccountKeeper::remembered() const
{
    const auto server = session::parseServerAddress(m_preferences.get(setting::Server));
    const QString user = m_preferences.get(setting::User);
    if (!server || user.isEmpty())
        return std::nullopt;
    return Account{*server, user};
}

void AccountKeeper::load(const Account &account)
{
    const auto giveUp = [this, account](const Result<QString> &token) {
        m_isLoading = false;
        // To the Secret Service's library, a token that stays locked is one that is not there.
        const bool isLocked = token.error().kind == Error::Kind::NotFound && m_preferences.get(setting::TokenKept);
        m_isUnanswered = isLocked || token.error().kind == Error::Kind::Unavailable;
        Q_EMIT tokenMissing(isLocked ? lockedSentence(account) : missingSentence(token.error()));
    };
    if (!m_preferences.get(setting::Remember))
        return giveUp(failure(Error::Kind::NotFound, {}));
    if (!m_preferences.get(setting::TokenInFile))
        return loadFrom(m_keychain, account, giveUp);
    loadFrom(m_tokenFile, account, [this, account, giveUp](const Result<QString> &token) {
        if (token.error().kind != Error::Kind::NotFound)
            return giveUp(token);
        loadFrom(m_keychain, account, giveUp); // It was moved there, and the program killed before it noted that.
    });
}

void AccountKeeper::loadFrom(keyring::TokenStore &store, const Account &account,
                             const std::function<void(const Result<QString> &)> &otherwise)
{
    m_isLoading = true;
    m_isUnanswered = false;
    m_question = std::make_unique<QObject>();
    store.load(account.owner(), m_question.get(), [this, account, otherwise](const Result<QString> &token) {
        if (!token)
            return otherwise(token);
        m_isLoading = false;
        m_account = account;
        m_token = *token;
        m_isKept = true;
        m_preferences.set(setting::TokenKept, true);
        m_displayName = account.user;
        Q_EMIT tokenLoaded();
    });
}

std::optional<Ticket> AccountKeeper::ticket() const
{
    if (!m_account || m_token.isEmpty())
        return std::nullopt;
    return Ticket{m_account->server, loginWithToken(m_token)};
}

void AccountKeeper::adopt(const Account &account, const SignIn &details, const QString &token)
{
    const std::optional<Account> before = m_preferences.get(setting::Remember) ? remembered() : std::nullopt;
    keyring::TokenStore &keptBefore = m_preferences.get(setting::TokenInFile) ? m_tokenFile : m_keychain;
    const std::optional<Ticket> ticketBefore = ticket();
    const bool isTokenKnown = ticketBefore && m_account == before;
    m_question = std::make_unique<QObject>();
    m_isLoading = false;
    m_isUnanswered = false;
    m_account = account;
    m_token = token;
    m_isKept = details.remember && !token.isEmpty();
    m_preferences.set(setting::Server, details.server.trimmed());
    m_preferences.set(setting::User, details.user);
    m_preferences.set(setting::Remember, details.remember);
    m_preferences.set(setting::StayConnected, details.stayConnected);
    m_preferences.set(setting::TokenKept, false); // Until it is.
    if (ticketBefore && ticketBefore->login.token != token)
        Q_EMIT superseded(*ticketBefore);
    if (before && before != account && !isTokenKnown)
        leaveBehind(*before, keptBefore);
    else if (before && (before != account || !m_isKept)) // The one that was kept is not wanted any more either.
        dropFrom(keptBefore, *before);
    if (m_isKept)
        keepInKeychain();
}

void AccountKeeper::leaveBehind(const Account &account, keyring::TokenStore &store)
{
    // It was not asked for in this run, so nobody knows the token but its store.
    store.load(account.owner(), this, [this, account, &store](const Result<QString> &token) {
        if (m_account == account)
            return; // And is back.
        if (token)
            Q_EMIT superseded({account.server, loginWithToken(*token)});
        dropFrom(store, account);
    });
}

void AccountKeeper::keepInKeychain()
{
    m_keychain.save(m_account->owner(), m_token, m_question.get(), [this](const Result<void> &saved) {
        if (saved) {
            if (m_preferences.get(setting::TokenInFile))
                dropFrom(m_tokenFile, *m_account);
            m_preferences.set(setting::TokenInFile, false);
            m_preferences.set(setting::TokenKept, true);
        } else if (m_preferences.get(setting::TokenInFile)) {
            keepInFile(true); // The user has been asked before.
        } else if (saved.error().kind == Error::Kind::Unavailable) {
            Q_EMIT homeWanted(saved.error().message);
        } else {
            m_isKept = false;
            Q_EMIT noticed(saved.error().message);
        }
    });
}

void AccountKeeper::keepInFile(bool yes)
{
    if (!m_account || m_token.isEmpty())
        return;
    m_preferences.set(setting::Remember, yes);
    m_isKept = yes;
    if (!yes)
        return;
    m_tokenFile.save(m_account->owner(), m_token, m_question.get(), [this](const Result<void> &saved) {
        m_preferences.set(setting::TokenInFile, saved.has_value());
        m_preferences.set(setting::TokenKept, saved.has_value());
        m_isKept = saved.has_value();
        if (!saved)
            Q_EMIT noticed(saved.error().message);
    });
}

void AccountKeeper::forget()
{
    m_question = std::make_unique<QObject>();
    m_isLoading = false;
    if (m_account && m_isKept) {
        if (m_preferences.get(setting::TokenInFile))
            dropFrom(m_tokenFile, *m_account);
        else
            dropFrom(m_keychain, *m_account);
    }
    m_account.reset();
    m_token.clear();
    m_isKept = false;
    m_preferences.set(setting::TokenKept, false);
}

void AccountKeeper::dropFrom(keyring::TokenStore &store, const Account &account)
{
    store.forget(account.owner(), this, [this](const Result<void> &forgotten) {
        // Where there is no keychain, nothing lies in it.
        if (!forgotten && forgotten.error().kind != Error::Kind::Unavailable)
            Q_EMIT noticed(forgotten.error().message);
    });
}

} // namespace jarchi::client

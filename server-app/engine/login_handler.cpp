// SPDX-License-Identifier: MIT
#include "engine/login_handler.h"

#include "engine/logging.h"
#include "people/device_token.h"
#include "store/session_repository.h"
#include "store/token_repository.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace jarchi::engine {

namespace {

LoginHandler::Outcome refusal(protocol::ErrorCode code, const QString &message,
                              std::optional<std::chrono::seconds> retryAfter = {})
{
    return tl::unexpected(protocol::ErrorMessage{code, message, retryAfter});
}

LoginHandler::Outcome badCredentials()
{
    return refusal(protocol::ErrorCode::BadCredentials, u"The user name or the password is wrong."_s);
}

LoginHandler::Outcome internalFault(const Error &error)
{
    qCWarning(engineLog, "a login failed: %ls", qUtf16Printable(error.english));
    return refusal(protocol::ErrorCode::Internal, u"The server cannot read its database now. Try again later."_s,
                   std::chrono::seconds(5));
}

} // namespace

LoginHandler::LoginHandler(store::StoreThread &storeThread, delivery::Poller &poller, people::AuthPool &authPool)
    : m_storeThread(storeThread)
    , m_poller(poller)
    , m_authPool(authPool)
{
}

void LoginHandler::logIn(delivery::SessionId session, const protocol::Login &login, Done done)
{
    const Attempt attempt{session, login, std::move(done)};
    if (login.token.isEmpty()) {
        logInByPassword(attempt);
    } else {
        logInByToken(attempt);
    }
}

void LoginHandler::logInByToken(const Attempt &attempt)
{
    using Found = std::optional<store::Credentials>;
    m_storeThread.write(
        this,
        [hash = people::hashToken(attempt.login.token)](store::Store &store) -> Result<Found> {
            return store.tokens().use(hash).and_then(
                [&](const std::optional<people::AccountId> &account) -> Result<Found> {
                    return account ? store.accounts().credentials(*account) : Result<Found>(std::nullopt);
                });
        },
        [this, attempt](const Result<Found> &found) {
            if (!found) {
                attempt.done(internalFault(found.error()));
            } else if (!*found) {
                attempt.done(badCredentials());
            } else {
                welcome(**found, attempt);
            }
        });
}

void LoginHandler::logInByPassword(const Attempt &attempt)
{
    using Found = std::optional<store::Credentials>;
    m_storeThread.read(
        this, [name = attempt.login.user.trimmed()](store::Store &store) { return store.accounts().credentials(name); },
        [this, attempt](const Result<Found> &found) {
            if (!found) {
                attempt.done(internalFault(found.error()));
                return;
            }
            // An unknown user, and one without a password, cost a hash like any other.
            const store::Credentials credentials = found->value_or(store::Credentials());
            const bool taken = m_authPool.verify(credentials.passwordHash, attempt.login.password,
                                                 [this, credentials, attempt](bool matches) {
                                                     if (matches) {
                                                         welcome(credentials, attempt);
                                                     } else {
                                                         attempt.done(badCredentials());
                                                     }
                                                 });
            if (!taken) {
                attempt.done(refusal(protocol::ErrorCode::ServerBusy,
                                     u"Too many people are logging in. Try again soon."_s, std::chrono::seconds(2)));
            }
        });
}

void LoginHandler::welcome(const store::Credentials &credentials, const Attempt &attempt)
{
    LoggedIn result{credentials.account, {}, {}, attempt.login.device, 0};
    if (!attempt.login.token.isEmpty()) {
        result.tokenHash = people::hashToken(attempt.login.token);
    } else if (attempt.login.remember) {
        result.token = people::makeToken();
        result.tokenHash = people::hashToken(result.token);
    }
    const bool isNewToken = !result.token.isEmpty();
    m_storeThread.write(
        this,
        [session = attempt.session, credentials, hash = result.tokenHash, device = attempt.login.device,
         isNewToken](store::Store &store) -> Result<bool> {
            const people::AccountId account = credentials.account.id;
            const auto begun = store.sessions().begin(session, account, credentials.passwordHash);
            if (!begun || !*begun) {
                return begun;
            }
            return store.accounts()
                .touch(account)
                .and_then([&] { return isNewToken ? store.tokens().add(account, hash, device) : Result<void>(); })
                .map([] { return true; });
        },
        [this, attempt, result](const Result<bool> &begun) {
            if (!begun) {
                attempt.done(internalFault(begun.error()));
            } else if (!*begun) {
                attempt.done(badCredentials()); // Gone, or given another password, since they were looked at.
            } else {
                countPending(attempt, result);
            }
        });
}

void LoginHandler::countPending(const Attempt &attempt, const LoggedIn &result)
{
    m_storeThread.read(
        this,
        [poller = &m_poller, account = result.account.id](store::Store &store) {
            // What another program added just before this login was made before it.
            poller->look(store);
            return poller->feed().countLacking(store, account);
        },
        [attempt, welcomed = result](const Result<qint64> &pending) mutable {
            welcomed.pending = pending.value_or(0);
            attempt.done(welcomed);
        });
}

} // namespace jarchi::engine

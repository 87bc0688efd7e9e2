// SPDX-License-Identifier: MIT
#include "engine/login_handler.h"

#include "engine/logging.h"
#include "people/device_token.h"
#include "store/account_repository.h"
#include "store/notification_repository.h"
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
    qCWarning(engineLog, "a login failed: %ls", qUtf16Printable(error.message));
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

void LoginHandler::logIn(const protocol::Login &login, Done done)
{
    if (login.token.isEmpty()) {
        logInByPassword(login, std::move(done));
    } else {
        logInByToken(login, std::move(done));
    }
}

void LoginHandler::logInByToken(const protocol::Login &login, Done done)
{
    using Found = std::optional<people::Account>;
    m_storeThread.write(
        this,
        [hash = people::hashToken(login.token)](store::Store &store) -> Result<Found> {
            return store.tokens().use(hash).and_then(
                [&](const std::optional<people::AccountId> &account) -> Result<Found> {
                    return account ? store.accounts().findById(*account) : Result<Found>(std::nullopt);
                });
        },
        [this, login, done = std::move(done)](const Result<Found> &found) {
            if (!found) {
                done(internalFault(found.error()));
            } else if (!*found) {
                done(badCredentials());
            } else {
                welcome(**found, login, done);
            }
        });
}

void LoginHandler::logInByPassword(const protocol::Login &login, Done done)
{
    using Found = std::optional<store::Credentials>;
    m_storeThread.read(
        this,
        [name = login.user.trimmed().normalized(QString::NormalizationForm_C)](store::Store &store) {
            return store.accounts().credentials(name);
        },
        [this, login, done = std::move(done)](const Result<Found> &found) {
            if (!found) {
                done(internalFault(found.error()));
                return;
            }
            // An unknown user, and one without a password, cost a hash like any other.
            const QByteArray hash = *found ? (*found)->passwordHash : QByteArray();
            const people::Account account = *found ? (*found)->account : people::Account();
            const bool taken = m_authPool.verify(hash, login.password, [this, account, login, done](bool matches) {
                if (matches) {
                    welcome(account, login, done);
                } else {
                    done(badCredentials());
                }
            });
            if (!taken) {
                done(refusal(protocol::ErrorCode::ServerBusy, u"Too many people are logging in. Try again soon."_s,
                             std::chrono::seconds(2)));
            }
        });
}

void LoginHandler::welcome(const people::Account &account, const protocol::Login &login, Done done)
{
    LoggedIn result{account, {}, {}, login.device, 0};
    if (!login.token.isEmpty()) {
        result.tokenHash = people::hashToken(login.token);
    } else if (login.remember) {
        result.token = people::makeToken();
        result.tokenHash = people::hashToken(result.token);
    }
    const bool isNewToken = !result.token.isEmpty();
    m_storeThread.write(
        this,
        [account = account.id, hash = result.tokenHash, device = login.device, isNewToken](store::Store &store) {
            return store.accounts().touch(account).and_then([&]() -> Result<void> {
                return isNewToken ? store.tokens().add(account, hash, device) : Result<void>();
            });
        },
        [this, result, done = std::move(done)](const Result<void> &noted) mutable {
            if (!noted) {
                done(internalFault(noted.error()));
                return;
            }
            m_storeThread.read(
                this,
                [poller = &m_poller, account = result.account.id](store::Store &store) {
                    // What another program added just before this login was made before it.
                    poller->look(store);
                    return poller->feed().countLacking(store, account);
                },
                [result, done = std::move(done)](const Result<qint64> &pending) mutable {
                    result.pending = pending.value_or(0);
                    done(result);
                });
        });
}

} // namespace jarchi::engine

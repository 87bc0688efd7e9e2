// SPDX-License-Identifier: MIT
#pragma once

#include "delivery/poller.h"
#include "people/account.h"
#include "people/auth_pool.h"
#include "protocol/messages.h"
#include "store/account_repository.h"
#include "store/store_thread.h"

#include <tl/expected.hpp>

#include <QObject>

#include <functional>

namespace jarchi::engine {

/// A login that succeeded.
struct LoggedIn
{
    people::Account account;
    QString token;        ///< A new device token, if one was asked for.
    QByteArray tokenHash; ///< Of that one, or of the one that logged in; otherwise empty.
    QString device;
    qint64 pending = 0;
};

/// Finds out who somebody is: a password through the bounded pool of hashes, or a device token. Says the same, after
/// the same work, for a wrong password and for a user who does not exist. Engine's thread; owned by the RequestHandler.
class LoginHandler : public QObject
{
    Q_OBJECT

public:
    using Outcome = tl::expected<LoggedIn, protocol::ErrorMessage>;
    using Done = std::function<void(const Outcome &)>;

    LoginHandler(store::StoreThread &storeThread, delivery::Poller &poller, people::AuthPool &authPool);

    /// Calls `done` once, later or at once. After a success the store has a session of this number.
    void logIn(delivery::SessionId session, const protocol::Login &login, Done done);

private:
    struct Attempt
    {
        delivery::SessionId session = 0;
        protocol::Login login;
        Done done;
    };

    void logInByToken(const Attempt &attempt);
    void logInByPassword(const Attempt &attempt);
    void welcome(const store::Credentials &credentials, const Attempt &attempt);
    void countPending(const Attempt &attempt, const LoggedIn &result);

    store::StoreThread &m_storeThread;
    delivery::Poller &m_poller; ///< Only touched in the store's thread.
    people::AuthPool &m_authPool;
};

} // namespace jarchi::engine

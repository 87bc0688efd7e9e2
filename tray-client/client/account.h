// SPDX-License-Identifier: MIT
#pragma once

#include "keyring/token_store.h"
#include "protocol/messages.h"
#include "session/server_address.h"

#include <QString>

namespace jarchi::client {

/// Who somebody is, and where. A value; any thread.
struct Account
{
    session::ServerAddress server;
    QString user;

    [[nodiscard]] keyring::Owner owner() const { return {session::canonicalName(server), user}; }

    friend bool operator==(const Account &, const Account &) = default;
};

/// What a visit needs to be let in. A value; any thread.
struct Ticket
{
    session::ServerAddress server;
    protocol::Login login;
};

} // namespace jarchi::client

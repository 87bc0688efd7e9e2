// SPDX-License-Identifier: MIT
#pragma once

#include "client/account.h"
#include "client/client.h"
#include "session/visit_machine.h"

#include <optional>

/// What is wrong with a sign-in, beside the field to which it belongs. Pure functions; any thread.
namespace jarchi::client {

/// What was typed, as far as it can be judged without the server. Nothing when there is a fault.
[[nodiscard]] std::optional<Account> checkedAccount(const SignIn &details, SignInFault &fault);

/// What a visit that ended before its login says about it.
[[nodiscard]] SignInFault faultOf(session::VisitEnd end, const QString &why);

} // namespace jarchi::client

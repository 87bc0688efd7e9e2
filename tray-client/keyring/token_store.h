// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"

#include <QObject>
#include <QString>

#include <functional>

namespace jarchi::keyring {

/// Whose token.
struct Owner
{
    QString server; ///< session::canonicalName().
    QString user;

    friend bool operator==(const Owner &, const Owner &) = default;
};

/// Keeps one device token for each owner; never a password. Main thread. Nothing waits: answers come later, unless
/// `context` is gone by then.
///
/// NotFound: nothing is kept. Unavailable: there is no such place on this desktop now (no keychain answers, it is
/// locked and was not opened). Anything else: it is there and failed, and the sentence says what to do.
class TokenStore
{
public:
    virtual ~TokenStore() = default;

    virtual void load(const Owner &owner, QObject *context, std::function<void(const Result<QString> &)> done) = 0;
    virtual void save(const Owner &owner, const QString &token, QObject *context,
                      std::function<void(const Result<void> &)> done) = 0;
    /// Nothing there to forget is success.
    virtual void forget(const Owner &owner, QObject *context, std::function<void(const Result<void> &)> done) = 0;
};

} // namespace jarchi::keyring

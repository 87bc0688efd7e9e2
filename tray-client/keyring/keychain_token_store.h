// SPDX-License-Identifier: MIT
#pragma once

#include "keyring/token_store.h"

#include <chrono>

namespace jarchi::keyring {

/// Tokens in the desktop's keychain: the Secret Service or KWallet, by QtKeychain. Main thread; owned by whoever runs
/// the program. On Linux the answers of the Secret Service come through GLib's event loop, so QT_NO_GLIB must not be
/// set.
class KeychainTokenStore : public TokenStore
{
public:
    /// Long enough for somebody to type the password of a locked keychain; a keychain that does not answer by then is
    /// as good as none.
    static constexpr std::chrono::seconds Deadline{60};

    explicit KeychainTokenStore(std::chrono::milliseconds deadline = Deadline);

    void load(const Owner &owner, QObject *context, std::function<void(const Result<QString> &)> done) override;
    void save(const Owner &owner, const QString &token, QObject *context,
              std::function<void(const Result<void> &)> done) override;
    void forget(const Owner &owner, QObject *context, std::function<void(const Result<void> &)> done) override;

private:
    const std::chrono::milliseconds m_deadline;
};

} // namespace jarchi::keyring

// SPDX-License-Identifier: MIT
#pragma once

#include "keyring/token_store.h"

#include <QJsonArray>

namespace jarchi::keyring {

/// Tokens in one small JSON file that only its user can read: for a desktop without a keychain, if the user allows it.
/// Main thread; owned by whoever runs the program.
///
/// The file has mode 0600 from the moment it exists, and is replaced as a whole, so a kill leaves the old one or the
/// new one. One that others can read is not believed any more: what stands in it may be known, so load() refuses it,
/// and the next save() begins it anew.
class FileTokenStore : public TokenStore
{
public:
    /// The file will be `tokens.json` in `folder`, which is made, with mode 0700, when the first token is saved.
    explicit FileTokenStore(const QString &folder);

    void load(const Owner &owner, QObject *context, std::function<void(const Result<QString> &)> done) override;
    void save(const Owner &owner, const QString &token, QObject *context,
              std::function<void(const Result<void> &)> done) override;
    void forget(const Owner &owner, QObject *context, std::function<void(const Result<void> &)> done) override;

    [[nodiscard]] const QString &path() const { return m_path; }

private:
    /// Empty if there is no file.
    [[nodiscard]] Result<QJsonArray> read() const;
    [[nodiscard]] Result<void> write(const QJsonArray &tokens) const;
    [[nodiscard]] Result<QString> find(const Owner &owner) const;
    [[nodiscard]] Result<void> replace(const Owner &owner, const QString &token) const;
    [[nodiscard]] Result<void> drop(const Owner &owner) const;

    QString m_folder;
    QString m_path;
};

} // namespace jarchi::keyring

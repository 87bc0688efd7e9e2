// SPDX-License-Identifier: MIT
#pragma once

#include "keyring/token_store.h"

#include <QMap>
#include <QPair>

#include <optional>

namespace jarchi::test {

/// A keychain that a test can look into, and break. It answers later, as a real one does.
class MemoryTokenStore final : public keyring::TokenStore
{
public:
    QMap<QPair<QString, QString>, QString> tokens; ///< By server and user.
    std::optional<Error> trouble;                  ///< What everything ends with, if there is one.
    int asked = 0;

    void load(const keyring::Owner &owner, QObject *context, std::function<void(const Result<QString> &)> done) override
    {
        const auto token = tokens.constFind({owner.server, owner.user});
        if (token == tokens.cend())
            answer<QString>(context, done, failure(Error::Kind::NotFound, QStringLiteral("There is no such token.")));
        else
            answer<QString>(context, done, *token);
    }
    void save(const keyring::Owner &owner, const QString &token, QObject *context,
              std::function<void(const Result<void> &)> done) override
    {
        if (!trouble)
            tokens.insert({owner.server, owner.user}, token);
        answer<void>(context, done, {});
    }
    void forget(const keyring::Owner &owner, QObject *context, std::function<void(const Result<void> &)> done) override
    {
        if (!trouble)
            tokens.remove({owner.server, owner.user});
        answer<void>(context, done, {});
    }

private:
    template <typename T>
    void answer(QObject *context, const std::function<void(const Result<T> &)> &done, Result<T> result)
    {
        ++asked;
        if (trouble)
            result = tl::unexpected(*trouble);
        QMetaObject::invokeMethod(
            context, [done, result] { done(result); }, Qt::QueuedConnection);
    }
};

} // namespace jarchi::test

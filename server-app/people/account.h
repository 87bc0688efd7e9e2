// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "base/money.h"
#include "protocol/messages.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace jarchi::people {

using AccountId = qint64;
using InterestId = qint64;

/// Somebody who can log in. Names are unique without regard to ASCII case.
struct Account
{
    AccountId id = 0;
    QString name;
    QString displayName; ///< Never empty: the name when nothing else was given.
    bool hasPassword = false;
    QDateTime createdAt;
    QDateTime lastSeenAt; ///< Invalid: never.
};

/// An account's rule. All of category, keyword and limit have to match.
struct Interest
{
    InterestId id = 0; ///< 0 until it is stored.
    QString category;
    QString keyword;            ///< Empty: any.
    std::optional<Money> limit; ///< The highest price; nothing: any price, also none.

    friend bool operator==(const Interest &, const Interest &) = default;
};

/// The account name trimmed and in NFC, or why it is none: 1 to 64 characters, one line.
[[nodiscard]] Result<QString> validatedName(const QString &name);
[[nodiscard]] Result<QString> validatedDisplayName(const QString &name);
/// The interest trimmed and in NFC, or why it is none. That its category exists is the store's business.
[[nodiscard]] Result<Interest> validated(Interest interest);

[[nodiscard]] protocol::Interest toWire(const Interest &interest);
[[nodiscard]] Result<Interest> fromWire(const protocol::Interest &interest);

} // namespace jarchi::people

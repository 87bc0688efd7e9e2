// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>

/// Passwords, by Argon2id (RFC 9106) as libsodium makes it. Pure functions; any thread. Each takes some 20 ms of a core
/// and 19 MiB on purpose, so a server calls them through AuthPool.
namespace jarchi::people {

/// Memory and passes: the second of the settings OWASP's password storage cheat sheet gives for Argon2id (19 MiB, t=2,
/// p=1).
constexpr std::size_t HashMemory = std::size_t{19} * 1024 * 1024;
constexpr unsigned long long HashPasses = 2;

/// The password as UTF-8, or why it cannot be one: empty, longer than 128 bytes, or with a NUL in it.
[[nodiscard]] Result<QByteArray> validatedPassword(const QString &password);

/// The hash in its text form, with parameters and salt. Refused as above; Broken when memory is short.
[[nodiscard]] Result<QByteArray> hashPassword(const QString &password);

/// Whether `hash` was made of `password`. False for a hash that is none.
[[nodiscard]] bool verifyPassword(const QByteArray &hash, const QString &password);

/// A hash that no password matches and that takes as long to verify as any other: for users who do not exist.
[[nodiscard]] const QByteArray &dummyHash();

} // namespace jarchi::people

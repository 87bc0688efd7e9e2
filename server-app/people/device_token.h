// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

/// Device tokens: what a client keeps instead of a password. Any thread.
namespace jarchi::people {

/// 256 bits by the operating system's random numbers, in URL-safe base64 without padding (43 characters).
[[nodiscard]] QString makeToken();

/// What is stored of a token. A plain hash will do: a token has 256 random bits, so there is nothing to guess.
[[nodiscard]] QByteArray hashToken(const QString &token);

} // namespace jarchi::people

// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace jarchi::notify {

/// An address that may be opened on a click, and what its reader sees of it before.
struct Link
{
    QUrl url;
    /// The host as it is asked for, never in letters that look like others: an internationalised name stands in its
    /// ASCII form (RFC 3492), always, since no table of look-alikes is complete. With the port if it is not the usual
    /// one. Of a very long name the end is kept, which says whose it is.
    QString host;

    friend bool operator==(const Link &, const Link &) = default;
};

/// Nothing unless `address` is an absolute https address (http too if `allowHttp`) that names a host, and neither a
/// user nor a password: "https://bank.example@evil.example/" leads to evil.example, and no honest link needs a user
/// name. Pure; any thread.
[[nodiscard]] std::optional<Link> openableLink(const QString &address, bool allowHttp);

} // namespace jarchi::notify

// SPDX-License-Identifier: MIT
#include "notify/link_policy.h"

#include "base/text_rules.h"

namespace jarchi::notify {

using namespace Qt::StringLiterals;

namespace {

/// As much as fits on a button. Of "bank.example.and.so.on.evil.example" the end counts.
constexpr qsizetype HostMost = 48;

QString shownHost(const QUrl &url)
{
    QString host = url.host(QUrl::FullyEncoded);
    if (host.contains(u':'))
        host = u'[' + host + u']';
    const int usualPort = url.scheme() == "https"_L1 ? 443 : 80;
    if (const int port = url.port(usualPort); port != usualPort)
        host += u':' + QString::number(port);
    return host.size() <= HostMost ? host : u'…' + host.last(HostMost - 1);
}

/// Digits, letters, hyphens and what sets off an address: whatever else a lenient parser let through names nothing.
bool isPlainHost(const QString &host)
{
    for (const QChar character : host) {
        const char16_t c = character.unicode();
        const bool isPlain =
            (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'.' || c == u'_' || c == u':';
        if (!isPlain)
            return false;
    }
    return !host.isEmpty();
}

} // namespace

std::optional<Link> openableLink(const QString &address, bool allowHttp)
{
    if (urlFault(address, allowHttp))
        return std::nullopt;
    const QUrl url(address, QUrl::StrictMode);
    if (!isPlainHost(url.host(QUrl::FullyEncoded)))
        return std::nullopt;
    return Link{url, shownHost(url)};
}

} // namespace jarchi::notify

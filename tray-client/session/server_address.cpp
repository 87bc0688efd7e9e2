// SPDX-License-Identifier: MIT
#include "session/server_address.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QRegularExpression>

namespace jarchi::session {

using namespace Qt::StringLiterals;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ServerAddress)
};

bool isHostName(const QString &text)
{
    // RFC 1123 names, and underscores because local networks have them.
    static const QRegularExpression name(u"\\A[A-Za-z0-9_]([A-Za-z0-9_.-]{0,252})\\z"_s);
    return name.match(text).hasMatch();
}

} // namespace

Result<ServerAddress> parseServerAddress(const QString &text)
{
    ServerAddress address;
    QString port;
    const qsizetype lastColon = text.lastIndexOf(u':');
    const auto unreadable = [&text] {
        return refused(Text::tr("“%1” is no server address. Write HOST, HOST:PORT or [IPv6]:PORT.").arg(text));
    };

    if (text.startsWith(u'[')) {
        const qsizetype bracket = text.indexOf(u']');
        if (bracket < 0 || (bracket + 1 < text.size() && lastColon != bracket + 1))
            return unreadable();
        address.host = text.mid(1, bracket - 1);
        if (QHostAddress(address.host).protocol() != QAbstractSocket::IPv6Protocol)
            return unreadable();
        port = bracket + 1 < text.size() ? text.mid(bracket + 2) : QString::number(protocol::DefaultPort);
    } else if (text.count(u':') > 1) {
        address.host = text;
        if (QHostAddress(text).protocol() != QAbstractSocket::IPv6Protocol)
            return unreadable();
        return address;
    } else {
        address.host = text.left(lastColon);
        if (!isHostName(address.host))
            return unreadable();
        port = lastColon < 0 ? QString::number(protocol::DefaultPort) : text.mid(lastColon + 1);
    }

    bool isNumber = false;
    address.port = port.toUShort(&isNumber);
    if (!isNumber || address.port == 0)
        return refused(Text::tr("“%1” is no port. A port is a number from 1 to 65535.").arg(port));
    return address;
}

QString toText(const ServerAddress &address)
{
    const bool isIpv6 = address.host.contains(u':');
    return (isIpv6 ? u"[%1]:%2"_s : u"%1:%2"_s).arg(address.host).arg(address.port);
}

QString canonicalName(const ServerAddress &address)
{
    ServerAddress canonical{address.host.toLower(), address.port};
    if (isLoopback(address))
        canonical.host = u"localhost"_s;
    return toText(canonical);
}

bool isLoopback(const ServerAddress &address)
{
    return address.host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || QHostAddress(address.host).isLoopback();
}

} // namespace jarchi::session

// SPDX-License-Identifier: MIT
#include "net/endpoint.h"

using namespace Qt::StringLiterals;

namespace jarchi::net {

QString Endpoint::toString() const
{
    const auto host =
        address.protocol() == QAbstractSocket::IPv6Protocol ? u"[%1]"_s.arg(address.toString()) : address.toString();
    return u"%1:%2"_s.arg(host).arg(port);
}

} // namespace jarchi::net

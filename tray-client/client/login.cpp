// SPDX-License-Identifier: MIT
#include "client/login.h"

#include <QSysInfo>

namespace jarchi::client {

using namespace Qt::StringLiterals;

namespace {

protocol::Login ofThisDevice()
{
    protocol::Login login;
    login.device = QSysInfo::machineHostName().left(64);
    login.client = u"jarchi-tray/%1"_s.arg(QStringLiteral(JARCHI_VERSION));
    return login;
}

} // namespace

protocol::Login loginWithPassword(const QString &user, const QString &password)
{
    protocol::Login login = ofThisDevice();
    login.user = user;
    login.password = password;
    login.remember = true;
    return login;
}

protocol::Login loginWithToken(const QString &token)
{
    protocol::Login login = ofThisDevice();
    login.token = token;
    return login;
}

} // namespace jarchi::client

// SPDX-License-Identifier: MIT
#include "widgets/session_bus.h"

#include <QFileInfo>

namespace jarchi::widgets {

using namespace Qt::StringLiterals;

QDBusConnection sessionBus()
{
    const bool hasAddress = qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
                            QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + "/bus"_L1);
    return hasAddress ? QDBusConnection::sessionBus() : QDBusConnection(QString());
}

} // namespace jarchi::widgets

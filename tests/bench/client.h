// SPDX-License-Identifier: MIT
#pragma once

#include "net/server.h"
#include "protocol/messages.h"

#include <QByteArray>
#include <QString>
#include <QTcpSocket>

namespace jarchi::bench {

/// A client that blocks: the least that can stand between a line and the one who measures its way. Needs no event loop;
/// one thread.
class Client
{
public:
    /// Connects, logs in by a device token, and takes what is pending. Throws Failed.
    Client(const net::Endpoint &server, const QString &token);

    /// The next line that is no ping (those are answered), without its line feed.
    [[nodiscard]] QByteArray nextLine();
    /// The id of the notification in a line; fails if it is none.
    [[nodiscard]] static protocol::NotificationId idIn(const QByteArray &line);
    /// Returns when the server has recorded it.
    void acknowledge(protocol::NotificationId id);

private:
    template <typename Message>
    QByteArray waitFor();
    void send(const protocol::ClientMessage &message, const QString &ref = {});

    QTcpSocket m_socket;
};

} // namespace jarchi::bench

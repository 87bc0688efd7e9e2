// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QList>
#include <QTcpSocket>

namespace jarchi::support {

/// A client that speaks the protocol line by line and does only what the test says: it acknowledges nothing by itself.
/// Used by one thread, which need not run an event loop.
class RawClient
{
public:
    /// Whether the server said hello.
    [[nodiscard]] bool connectTo(quint16 port);
    void send(const QJsonObject &message);
    /// Reads until a message of this type comes; empty if none does in time, or the server hangs up before.
    [[nodiscard]] QJsonObject waitFor(const QString &type, int milliseconds = 30'000);
    /// Whether the login was answered with welcome and everything unvisited was sent.
    [[nodiscard]] bool logIn(const QString &user, const QString &password);
    /// Every notification so far, in the order of their arrival.
    [[nodiscard]] const QList<QJsonObject> &notifications() const { return m_notifications; }

private:
    QTcpSocket m_socket;
    QByteArray m_unread;
    QList<QJsonObject> m_notifications;
};

} // namespace jarchi::support

// SPDX-License-Identifier: MIT
#include "support/raw_client.h"

#include <QDeadlineTimer>
#include <QHostAddress>
#include <QJsonDocument>

namespace jarchi::support {

using namespace Qt::StringLiterals;

bool RawClient::connectTo(quint16 port)
{
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    return m_socket.waitForConnected() && !waitFor(u"hello"_s).isEmpty();
}

void RawClient::send(const QJsonObject &message)
{
    m_socket.write(QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n');
    m_socket.flush();
}

QJsonObject RawClient::waitFor(const QString &type, int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    while (true) {
        m_unread += m_socket.readAll();
        while (m_unread.contains('\n')) {
            const auto end = m_unread.indexOf('\n');
            const QJsonObject message = QJsonDocument::fromJson(m_unread.left(end)).object();
            m_unread.remove(0, end + 1);
            if (message.value(u"type"_s) == "notification"_L1) {
                m_notifications.append(message);
            }
            if (message.value(u"type"_s) == type) {
                return message;
            }
        }
        const int left = static_cast<int>(deadline.remainingTime());
        if (left <= 0 || (!m_socket.waitForReadyRead(left) && m_socket.bytesAvailable() == 0)) {
            return {};
        }
    }
}

bool RawClient::logIn(const QString &user, const QString &password)
{
    send({{u"type"_s, u"login"_s}, {u"user"_s, user}, {u"password"_s, password}});
    return !waitFor(u"welcome"_s).isEmpty() && !waitFor(u"caught_up"_s).isEmpty();
}

} // namespace jarchi::support

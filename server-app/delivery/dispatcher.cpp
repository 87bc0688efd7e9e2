// SPDX-License-Identifier: MIT
#include "delivery/dispatcher.h"

#include "protocol/codec.h"

#include <QHash>

#include <utility>

namespace jarchi::delivery {

namespace {

/// The lines of one notification, made when they are first asked for.
class Lines
{
public:
    explicit Lines(protocol::Notification notification)
        : m_notification(std::move(notification))
    {
    }

    const QByteArray &with(const std::optional<protocol::Interest> &interest)
    {
        // An interest always names a category, so an empty one can stand for none.
        QByteArray &line = m_lines[interest.value_or(protocol::Interest{})];
        if (line.isEmpty()) {
            m_notification.interest = interest;
            line = protocol::encode(m_notification);
        }
        return line;
    }

private:
    protocol::Notification m_notification;
    QHash<protocol::Interest, QByteArray> m_lines;
};

} // namespace

Dispatcher::Dispatcher(const SessionRegistry &sessions)
    : m_sessions(sessions)
{
}

void Dispatcher::dispatch(const Publications &publications) const
{
    for (const Publication &publication : *publications) {
        Lines lines(publication.notification);
        for (const auto &recipient : publication.recipients) {
            for (const SessionId id : m_sessions.ofAccount(recipient.account)) {
                m_sessions.find(id)->offer(publication.notification.id, lines.with(recipient.interest));
            }
        }
    }
}

} // namespace jarchi::delivery

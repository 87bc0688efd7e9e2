// SPDX-License-Identifier: MIT
#pragma once

#include "delivery/session.h"
#include "protocol/codec.h"

#include <QTest>

#include <memory>

namespace jarchi::test {

/// A delivery::Session whose pages the test gives with takePage(), and whose outbox the test empties.
class SessionFixture
{
protected:
    using NotificationId = protocol::NotificationId;

    static constexpr delivery::SessionId TheSession = 7;
    static constexpr people::AccountId TheAccount = 3;

    /// Notes what the session asks for.
    class FakePages final : public delivery::PageSource
    {
    public:
        struct Request
        {
            NotificationId after = 0;
            int limit = 0;

            friend bool operator==(const Request &, const Request &) = default;
        };

        void requestPage(delivery::SessionId session, people::AccountId account, NotificationId after,
                         int limit) override
        {
            QCOMPARE(session, TheSession);
            QCOMPARE(account, TheAccount);
            QVERIFY2(limit >= 1 && limit <= delivery::Session::CatchUpWindow, "a page of a size that is no page");
            requests.append({after, limit});
        }
        void leaveLive(people::AccountId account) override
        {
            QCOMPARE(account, TheAccount);
            ++left;
        }

        QList<Request> requests;
        int left = 0;
    };

    void makeSession(std::size_t lines = 1000)
    {
        m_session.reset();
        m_outbox = std::make_shared<transport::Outbox>(transport::Outbox::Limits{lines, 1024 * 1024}, [] {});
        m_session = std::make_unique<delivery::Session>(TheSession, TheAccount, m_outbox, m_pages);
    }
    /// A session, and nothing asked for yet.
    void beginAnew()
    {
        m_session.reset();
        m_pages = {};
        makeSession();
    }
    void bringToLive()
    {
        QVERIFY(m_session->catchUp());
        m_session->takePage(nothingAtAll());
        QVERIFY(m_session->isLive());
        taken();
        m_pages.requests.clear();
    }
    void acknowledgeFrom(NotificationId from, NotificationId to) { QVERIFY(m_session->acknowledge(idsFrom(from, to))); }
    /// Everything in the outbox, taken out of it.
    QList<protocol::FromServer> taken()
    {
        QList<protocol::FromServer> messages;
        while (const auto line = m_outbox->take()) {
            const auto message = protocol::decodeFromServer(*line);
            if (!message)
                qFatal("not a line of the protocol: %s", line->constData());
            messages.append(*message);
        }
        return messages;
    }
    /// The same; -1 stands for a `caught_up`.
    QList<NotificationId> takenIds()
    {
        QList<NotificationId> ids;
        for (const auto &message : taken()) {
            const auto *notification = std::get_if<protocol::Notification>(&message.message);
            ids.append(notification != nullptr ? notification->id : -1);
        }
        return ids;
    }

    [[nodiscard]] static protocol::Notification notificationOf(NotificationId id)
    {
        protocol::Notification notification;
        notification.id = id;
        notification.title = QStringLiteral("Product %1").arg(id);
        notification.createdAt = QDateTime(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
        return notification;
    }
    [[nodiscard]] static QByteArray lineOf(NotificationId id) { return protocol::encode(notificationOf(id)); }
    [[nodiscard]] static QList<NotificationId> idsFrom(NotificationId from, NotificationId to)
    {
        QList<NotificationId> ids;
        for (NotificationId id = from; id <= to; ++id)
            ids.append(id);
        return ids;
    }
    /// Ids `from` to `to`, and that everything up to `upTo` was looked at.
    [[nodiscard]] static delivery::CatchUpPage pageOf(NotificationId from, NotificationId to, NotificationId upTo,
                                                      bool live)
    {
        delivery::CatchUpPage page{{}, upTo, live};
        for (const NotificationId id : idsFrom(from, to))
            page.notifications.push_back(notificationOf(id));
        return page;
    }
    [[nodiscard]] static delivery::CatchUpPage nothingAtAll() { return {{}, 0, true}; }

    std::shared_ptr<transport::Outbox> m_outbox;
    FakePages m_pages;
    std::unique_ptr<delivery::Session> m_session;
};

} // namespace jarchi::test

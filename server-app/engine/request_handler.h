// SPDX-License-Identifier: MIT
#pragma once

#include "delivery/session_registry.h"
#include "engine/login_handler.h"
#include "engine/snapshot.h"
#include "net/server.h"

#include <QHash>
#include <QObject>

#include <deque>

namespace jarchi::engine {

/// Does what clients ask for: logins (by the LoginHandler), acknowledgements, catch-up, interests and their preview,
/// history, logout. Each request ends with exactly one finish() or fail(), which lets the connection read its next one.
/// Engine's thread; owned by the Service.
class RequestHandler : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive this; `poller` is only touched in the store's thread.
    struct Parts
    {
        net::Server &server;
        store::StoreThread &storeThread;
        store::StoreThread &reader; ///< For what may take long, so that no push waits for it.
        delivery::Poller &poller;
        people::AuthPool &authPool;
        delivery::SessionRegistry &sessions;
        delivery::PageSource &pages;
    };
    explicit RequestHandler(const Parts &parts);

    void handle(net::ConnectionId id, const protocol::FromClient &request);
    /// The connection is gone: its session ends.
    void forget(net::ConnectionId id);

    /// Tells these sessions that their account or its password is no longer what it was, and ends them.
    void endRevoked(const QList<delivery::SessionId> &sessions) const;

    /// Fills in who it is and what it has been sent.
    void describe(ConnectionInfo &connection) const;
    /// Acknowledgements recorded so far, repeated ones counted again.
    [[nodiscard]] qint64 delivered() const { return m_delivered; }

private:
    struct Request
    {
        net::ConnectionId id = 0;
        QString ref;
    };

    void answer(const Request &request, const protocol::Login &login);
    void answer(const Request &request, const protocol::Ack &ack);
    void answer(const Request &request, const protocol::Pending &pending);
    void answer(const Request &request, const protocol::HistoryRequest &history);
    void answer(const Request &request, const protocol::GetInterests &get);
    void answer(const Request &request, const protocol::SetInterests &set);
    void answer(const Request &request, const protocol::PreviewInterests &preview);
    void answer(const Request &request, const protocol::Logout &logout);
    // The connection answers these itself.
    void answer(const Request &, const protocol::Ping &) {}
    void answer(const Request &, const protocol::Pong &) {}
    void answer(const Request &, const protocol::ClientBye &) {}

    void beginSession(const Request &request, const LoggedIn &login);
    void endInStore(net::ConnectionId id) const;
    void sendInterests(const Request &request);
    /// Has the reader make the next one, if it is not at one.
    void makeNextPreview();
    void sendPreview(const Request &request, Result<protocol::Preview> preview);
    void failInterests(const Request &request, const Error &error);

    void put(const Request &request, const protocol::ServerMessage &message) const;
    void finish(const Request &request) const;
    void fail(const Request &request, const protocol::ErrorMessage &error);
    void fail(const Request &request, const Error &error);

    const Parts m_parts;
    LoginHandler m_logins;
    struct Client
    {
        QString account;
        QString device;
        QByteArray tokenHash; ///< Of the device token that it logged in with, or got.
    };
    QHash<net::ConnectionId, Client> m_clients; ///< Those with a session.
    struct WaitingPreview
    {
        Request request;
        QList<people::Interest> interests;
        int days = 0;
        int limit = 0;
    };
    /// One after the other, so that what a window asks of the reader waits for one of them at most, and without those
    /// whose connection is gone.
    std::deque<WaitingPreview> m_waitingPreviews;
    bool m_isMakingPreview = false;
    qint64 m_delivered = 0;
    QString m_lastFault;
};

} // namespace jarchi::engine

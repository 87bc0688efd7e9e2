// SPDX-License-Identifier: MIT
#include "engine/request_handler.h"

#include "engine/line_fit.h"
#include "engine/logging.h"
#include "protocol/codec.h"
#include "store/notification_repository.h"
#include "store/session_repository.h"
#include "store/token_repository.h"
#include "store/visited_repository.h"

#include <variant>

using namespace Qt::StringLiterals;

namespace jarchi::engine {

namespace {

/// The oldest session of an account makes room for one more.
constexpr qsizetype SessionsOfAccount = 10;

} // namespace

RequestHandler::RequestHandler(const Parts &parts)
    : m_parts(parts)
    , m_logins(parts.storeThread, parts.poller, parts.authPool)
{
}

void RequestHandler::handle(net::ConnectionId id, const protocol::FromClient &request)
{
    std::visit([&](const auto &message) { answer(Request{id, request.ref}, message); }, request.message);
}

void RequestHandler::forget(net::ConnectionId id)
{
    m_parts.sessions.remove(id);
    std::erase_if(m_waitingPreviews, [id](const WaitingPreview &waiting) { return waiting.request.id == id; });
    if (m_clients.remove(id)) {
        endInStore(id);
    }
}

void RequestHandler::endInStore(net::ConnectionId id) const
{
    m_parts.storeThread.inThread([id](store::Store &store) {
        if (const auto ended = store.sessions().end(id); !ended) {
            qCWarning(engineLog, "session %llu stays noted: %ls", id, qUtf16Printable(ended.error().english));
        }
    });
}

void RequestHandler::endRevoked(const QList<delivery::SessionId> &sessions) const
{
    for (const delivery::SessionId id : sessions) {
        if (net::Connection *const connection = m_parts.server.find(id)) {
            put(Request{id, {}}, protocol::ErrorMessage{protocol::ErrorCode::BadCredentials,
                                                        u"The password was changed, or the account removed."_s,
                                                        {}});
            connection->close({protocol::ByeReason::Idle, {}});
            qCInfo(engineLog, "session %llu ends: its password was changed, or its account removed", id);
        }
    }
}

void RequestHandler::describe(ConnectionInfo &connection) const
{
    const auto client = m_clients.constFind(connection.id);
    const delivery::Session *const session = m_parts.sessions.find(connection.id);
    if (client != m_clients.cend() && session != nullptr) {
        connection.accountId = session->account();
        connection.account = client->account;
        connection.device = client->device;
        connection.live = session->isLive();
        connection.unacknowledged = session->unacknowledged();
    }
}

void RequestHandler::answer(const Request &request, const protocol::Login &login)
{
    m_logins.logIn(request.id, login, [this, request](const LoginHandler::Outcome &outcome) {
        if (outcome) {
            beginSession(request, *outcome);
        } else {
            fail(request, outcome.error());
        }
    });
}

void RequestHandler::beginSession(const Request &request, const LoggedIn &login)
{
    const net::Connection *const connection = m_parts.server.find(request.id);
    if (connection == nullptr) {
        endInStore(request.id);
        return; // Gone while its password was looked at.
    }
    const auto siblings = m_parts.sessions.ofAccount(login.account.id);
    if (siblings.size() >= SessionsOfAccount) {
        // Those that were told before and are not gone yet are told again, which does nothing.
        for (const delivery::SessionId old : siblings.first(siblings.size() - SessionsOfAccount + 1)) {
            if (net::Connection *const connectionOfOld = m_parts.server.find(old)) {
                connectionOfOld->close({protocol::ByeReason::Replaced, {}});
            }
        }
    }
    m_clients.insert(request.id, {login.account.name, login.device, login.tokenHash});
    m_parts.server.admit(request.id);
    put(request, protocol::Welcome{login.account.name, login.account.displayName, login.token, login.pending,
                                   protocol::HeartbeatSilence});
    auto &session = m_parts.sessions.add(
        std::make_unique<delivery::Session>(request.id, login.account.id, connection->outbox(), m_parts.pages));
    static_cast<void>(session.catchUp()); // The first request of a new session is never one too many.
    finish(request);
    qCInfo(engineLog, "account %lld is here (session %llu)", login.account.id, request.id);
}

void RequestHandler::answer(const Request &request, const protocol::Ack &ack)
{
    delivery::Session *const session = m_parts.sessions.find(request.id);
    if (session == nullptr || !session->acknowledge(ack.ids)) {
        fail(request, protocol::ErrorMessage{protocol::ErrorCode::UnknownId,
                                             u"One of these ids was not sent to this session, or long ago."_s,
                                             {}});
        return;
    }
    m_parts.storeThread.write(
        this,
        [poller = &m_parts.poller, account = session->account(), ids = ack.ids](store::Store &store) {
            return store.visited().record(account, ids).and_then([&] {
                return poller->feed().acknowledged(store, account, ids.size());
            });
        },
        [this, request, count = ack.ids.size()](const Result<void> &recorded) {
            if (!recorded) {
                fail(request, recorded.error());
                return;
            }
            m_delivered += count;
            if (!request.ref.isEmpty()) {
                put(request, protocol::Ok{});
            }
            finish(request);
        });
}

void RequestHandler::answer(const Request &request, const protocol::Pending &)
{
    delivery::Session *const session = m_parts.sessions.find(request.id);
    if (session != nullptr && session->catchUp(request.ref)) {
        finish(request);
    } else {
        fail(request, protocol::ErrorMessage{protocol::ErrorCode::ServerBusy,
                                             u"Too many requests for what is pending are waiting already."_s,
                                             {}});
    }
}

void RequestHandler::answer(const Request &request, const protocol::HistoryRequest &history)
{
    const delivery::Session *const session = m_parts.sessions.find(request.id);
    if (session == nullptr) {
        finish(request);
        return;
    }
    m_parts.storeThread.read(
        this,
        [account = session->account(), history](store::Store &store) {
            return store.notifications().history(account, history.before, history.limit);
        },
        [this, request](Result<protocol::HistoryPage> page) {
            if (!page) {
                fail(request, page.error());
                return;
            }
            if (shortenToLine(page->items, [&] { return protocol::encode(*page, request.ref); })) {
                page->more = true;
            }
            put(request, *page);
            finish(request);
        });
}

void RequestHandler::answer(const Request &request, const protocol::Logout &)
{
    m_parts.storeThread.write(
        this,
        [hash = m_clients.value(request.id).tokenHash](store::Store &store) -> Result<void> {
            return hash.isEmpty() ? Result<void>() : store.tokens().remove(hash);
        },
        [this, request](const Result<void> &removed) {
            net::Connection *const connection = m_parts.server.find(request.id);
            if (!removed) {
                fail(request, removed.error());
            } else if (connection != nullptr) {
                connection->close({protocol::ByeReason::Idle, {}}, request.ref);
            }
        });
}

void RequestHandler::put(const Request &request, const protocol::ServerMessage &message) const
{
    net::Connection *const connection = m_parts.server.find(request.id);
    if (connection != nullptr && !connection->outbox()->put(protocol::encode(message, request.ref))) {
        connection->close({protocol::ByeReason::Slow, {}});
    }
}

void RequestHandler::finish(const Request &request) const
{
    if (net::Connection *const connection = m_parts.server.find(request.id)) {
        connection->finishRequest();
    }
}

void RequestHandler::fail(const Request &request, const protocol::ErrorMessage &error)
{
    put(request, error);
    if (net::Connection *const connection = m_parts.server.find(request.id)) {
        // What the server cannot do now is not the client's mistake.
        const bool wrong = error.code != protocol::ErrorCode::Internal && error.code != protocol::ErrorCode::ServerBusy;
        connection->finishRequest(wrong);
    }
}

void RequestHandler::fail(const Request &request, const Error &error)
{
    if (error.english != m_lastFault) {
        m_lastFault = error.english; // A fault that lasts is told once.
        qCWarning(engineLog, "a request of session %llu failed: %ls", request.id, qUtf16Printable(error.english));
    }
    fail(request, protocol::ErrorMessage{protocol::ErrorCode::Internal,
                                         u"The server cannot use its database now. Try again later."_s,
                                         std::chrono::seconds(5)});
}

} // namespace jarchi::engine

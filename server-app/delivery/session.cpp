// SPDX-License-Identifier: MIT
#include "delivery/session.h"

#include "protocol/codec.h"

#include <algorithm>

namespace jarchi::delivery {

namespace {

constexpr std::size_t RememberedAcknowledgements = 1024;

} // namespace

Session::Session(SessionId id, people::AccountId account, std::shared_ptr<transport::Outbox> outbox, PageSource &pages)
    : m_id(id)
    , m_account(account)
    , m_outbox(std::move(outbox))
    , m_pages(pages)
{
}

Session::~Session()
{
    waitFor(State::WaitingForStore);
}

bool Session::catchUp(const QString &ref)
{
    if (m_awaited.size() >= CatchUpRequests) {
        return false;
    }
    m_awaited.append(ref);
    if (m_state != State::Requested) {
        waitFor(State::Requested);
        m_earlier.unite(m_unacknowledged);
        m_unacknowledged.clear();
        m_sentUpTo = 0;
        requestNext();
    }
    return true;
}

void Session::requestNext()
{
    const int room = CatchUpWindow - static_cast<int>(m_unacknowledged.size());
    if (room <= 0) {
        m_state = State::WaitingForAck;
        return;
    }
    m_state = State::Requested;
    m_pages.requestPage(m_id, m_account, m_sentUpTo, room);
}

void Session::takePage(const CatchUpPage &page)
{
    m_registeredLive = page.live;
    for (const auto &notification : page.notifications) {
        if (!send(notification.id, protocol::encode(notification))) {
            waitFor(State::WaitingForRoom);
            return;
        }
    }
    m_sentUpTo = std::max(m_sentUpTo, page.upTo);
    if (!page.live) {
        requestNext();
    } else if (announceCaughtUp()) {
        m_state = State::Live;
        // What was sent before this pass and not again is visited by now, in another session. It may still be
        // acknowledged.
        m_acknowledged.insert(m_acknowledged.end(), m_earlier.cbegin(), m_earlier.cend());
        m_earlier.clear();
    } else {
        waitFor(State::WaitingForRoom);
    }
}

bool Session::announceCaughtUp()
{
    while (!m_awaited.isEmpty()) {
        if (!m_outbox->put(protocol::encode(protocol::CaughtUp{m_sentUpTo}, m_awaited.first()))) {
            return false;
        }
        m_awaited.removeFirst();
    }
    return true;
}

void Session::pageFailed()
{
    waitFor(State::WaitingForStore);
}

void Session::retry()
{
    if (m_state == State::WaitingForStore) {
        requestNext();
    }
}

void Session::offer(protocol::NotificationId id, const QByteArray &line)
{
    if (m_state != State::Live || id <= m_sentUpTo) {
        return;
    }
    if (m_unacknowledged.size() >= LiveWindow) {
        waitFor(State::WaitingForAck);
    } else if (!send(id, line)) {
        waitFor(State::WaitingForRoom);
    }
}

bool Session::send(protocol::NotificationId id, const QByteArray &line)
{
    if (!m_outbox->put(line)) {
        return false;
    }
    m_sentUpTo = id;
    m_unacknowledged.insert(id);
    m_earlier.remove(id);
    return true;
}

bool Session::acknowledge(const QList<protocol::NotificationId> &ids)
{
    const bool allSent = std::all_of(ids.cbegin(), ids.cend(), [this](protocol::NotificationId id) {
        return m_unacknowledged.contains(id) || m_earlier.contains(id) ||
               std::find(m_acknowledged.cbegin(), m_acknowledged.cend(), id) != m_acknowledged.cend();
    });
    if (!allSent) {
        return false;
    }
    for (const auto id : ids) {
        if (m_unacknowledged.remove(id) || m_earlier.remove(id)) {
            m_acknowledged.push_back(id);
        }
    }
    while (m_acknowledged.size() > RememberedAcknowledgements) {
        m_acknowledged.pop_front();
    }
    // Half a window at a time: a page for each single acknowledgement would cost a query each.
    if (m_state == State::WaitingForAck && m_unacknowledged.size() <= CatchUpWindow / 2) {
        requestNext();
    }
    return true;
}

void Session::outboxDrained()
{
    if (m_state == State::WaitingForRoom) {
        requestNext();
    }
}

void Session::waitFor(State state)
{
    if (m_registeredLive) {
        m_registeredLive = false;
        m_pages.leaveLive(m_account);
    }
    m_state = state;
}

} // namespace jarchi::delivery

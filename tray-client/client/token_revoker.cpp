// SPDX-License-Identifier: MIT
#include "client/token_revoker.h"

#include "session/visit.h"

#include <QLoggingCategory>

#include <utility>

namespace jarchi::client {

using session::Visit;
using session::VisitEnd;

namespace {

Q_LOGGING_CATEGORY(log, "jarchi.tray.token")

} // namespace

TokenRevoker::TokenRevoker(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

void TokenRevoker::revoke(const Ticket &ticket)
{
    session::VisitPlan plan;
    plan.server = ticket.server;
    plan.login = ticket.login;
    auto *visit = new Visit(std::move(plan), m_clock, this); // With a length: it does not come back by itself.
    connect(visit, &Visit::loggedIn, visit,
            [visit] { visit->request(protocol::Logout{}, visit, [](const Result<protocol::ServerMessage> &) {}); });
    connect(visit, &Visit::finished, this, [this, visit](VisitEnd, const QString &why) {
        if (!why.isEmpty())
            qCInfo(log) << "A token may stay on its server:" << why;
        visit->deleteLater();
        if (--m_visits == 0)
            Q_EMIT done();
    });
    ++m_visits;
    visit->start();
}

} // namespace jarchi::client

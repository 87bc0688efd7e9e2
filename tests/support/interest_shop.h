// SPDX-License-Identifier: MIT
#pragma once

#include "support/scripted_server.h"

#include <utility>

namespace jarchi::test {

/// Makes a scripted server one that has interests, keeps what it is told, and previews. What else it hears goes where
/// it went before. Outlives the server's last connection.
class InterestShop
{
public:
    explicit InterestShop(ScriptedServer &server)
        : m_server(server)
        , m_otherwise(std::exchange(server.onHeard, [this](const auto &message) { hear(message); }))
    {
        server.onConnected = [this] {
            protocol::Hello hello = ScriptedServer::hello();
            hello.features = {protocol::InterestsFeature, protocol::PreviewFeature};
            m_server.say(hello);
        };
    }

    protocol::InterestList list{
        .interests = {{QStringLiteral("Phones"), QStringLiteral("fair"), QStringLiteral("700.00"),
                       QStringLiteral("EUR")},
                      {QStringLiteral("Books"), {}, {}, {}}},
        .categories = {QStringLiteral("Books"), QStringLiteral("Music"), QStringLiteral("Phones")}};
    bool answersPreviews = true; ///< As many notifications as there are interests, of which it tells one.
    QString currency;            ///< Of what previews tell; empty: it has no price.
    bool refusesToSave = false;
    QStringList openPreviews; ///< The refs of all that it was asked.

private:
    void hear(const protocol::ClientMessage &message)
    {
        const QString ref = m_server.refs.constLast();
        if (std::holds_alternative<protocol::GetInterests>(message))
            return m_server.say(list, ref);
        if (const auto *set = std::get_if<protocol::SetInterests>(&message)) {
            if (refusesToSave)
                return m_server.say(protocol::ErrorMessage{protocol::ErrorCode::ServerBusy, QStringLiteral("no"), {}},
                                    ref);
            list.interests = set->interests;
            return m_server.say(list, ref);
        }
        if (const auto *preview = std::get_if<protocol::PreviewInterests>(&message))
            return take(*preview, ref);
        m_otherwise(message);
    }
    void take(const protocol::PreviewInterests &preview, const QString &ref)
    {
        openPreviews.append(ref);
        if (!answersPreviews)
            return;
        protocol::Preview answer;
        answer.total = preview.interests.size();
        answer.since = QDateTime(QDate(2026, 10, 23), QTime(12, 0), Qt::UTC);
        answer.items = {ScriptedServer::notification(41)};
        if (!currency.isEmpty()) {
            answer.items.first().price = QStringLiteral("10.00");
            answer.items.first().currency = currency;
        }
        m_server.say(answer, ref);
    }

    ScriptedServer &m_server;
    std::function<void(const protocol::ClientMessage &)> m_otherwise;
};

} // namespace jarchi::test

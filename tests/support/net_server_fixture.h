// SPDX-License-Identifier: MIT
#pragma once

#include "support/line_client.h"
#include "support/must.h"

#include <memory>

namespace jarchi::test {

/// The listening and connecting part of the server alone, with an engine that lets everybody in.
class NetServerFixture
{
protected:
    void setUp()
    {
        m_options = {};
        m_options.addresses = {QHostAddress(QHostAddress::LocalHost)};
        m_options.port = 0;
        m_admits = true;
        m_last = 0;
    }
    void tearDown() { m_server.reset(); }

    /// With m_options as they are by then.
    void start()
    {
        m_server = std::make_unique<net::Server>(m_options, hello());
        QObject::connect(m_server.get(), &net::Server::requested, m_server.get(),
                         [this](net::ConnectionId id, const protocol::FromClient &request) {
                             m_last = id;
                             if (m_admits && std::holds_alternative<protocol::Login>(request.message)) {
                                 m_server->admit(id);
                                 QVERIFY(
                                     m_server->find(id)->outbox()->put(protocol::encode(protocol::Ok{}, request.ref)));
                                 m_server->find(id)->finishRequest();
                             }
                         });
        m_endpoint = must(m_server->listen()).first();
    }
    /// Connects, logs in, and has been let in when this returns true.
    [[nodiscard]] bool enter(LineClient &client) const
    {
        client.connectTo(m_endpoint);
        if (!client.expect<protocol::Hello>())
            return false;
        client.send(login());
        return client.expect<protocol::Ok>().has_value();
    }
    [[nodiscard]] static protocol::Login login()
    {
        protocol::Login login;
        login.user = QStringLiteral("sara");
        login.password = QStringLiteral("x");
        return login;
    }
    [[nodiscard]] static QByteArray hello()
    {
        return protocol::encode(protocol::Hello{1, QStringLiteral("test"), {}, QStringLiteral("e")});
    }

    net::ServerOptions m_options;
    std::unique_ptr<net::Server> m_server;
    net::Endpoint m_endpoint;
    net::ConnectionId m_last = 0; ///< Whoever asked for something last.
    bool m_admits = true;
};

} // namespace jarchi::test

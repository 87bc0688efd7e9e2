// SPDX-License-Identifier: MIT
#pragma once

#include "support/client_fixture.h"

#include "inbox/inbox_file.h"

namespace jarchi::test {

/// A client, and a scripted server that lets it in: what the tests of the client begin with. The server is told anew
/// what to do by whoever wants something else of it.
class ScriptedClientFixture
{
protected:
    using Ids = QList<protocol::NotificationId>;
    using Status = client::Client::Status;

    void setUp()
    {
        m_fixture.reset();
        m_server = std::make_unique<ScriptedServer>();
        beGenerous(*m_server);
        m_fixture = std::make_unique<ClientFixture>();
    }

    [[nodiscard]] QString address() const { return session::toText(m_server->address()); }
    [[nodiscard]] client::SignIn details(const QString &user = QStringLiteral("sara")) const
    {
        return ClientFixture::details(address(), user);
    }
    /// In the keychain; empty when there is none.
    [[nodiscard]] QString keptToken() const
    {
        return m_fixture->keychain.tokens.value({session::canonicalName(m_server->address()), QStringLiteral("sara")});
    }
    [[nodiscard]] protocol::Login lastLogin() const { return m_server->all<protocol::Login>().constLast(); }
    [[nodiscard]] QString inboxPath() const
    {
        return inbox::inboxPath(m_fixture->folder(), session::canonicalName(m_server->address()),
                                QStringLiteral("sara"));
    }

    /// Signed in as sara to a server that sends these to everybody.
    void arrive(const Ids &ids = {})
    {
        beGenerous(*m_server, ids);
        QVERIFY(m_fixture->signIn(details()));
        QVERIFY(m_fixture->waitFor(Status::Connected));
        QTRY_COMPARE_WITH_TIMEOUT(m_server->acknowledged(), ids, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(keptToken(), QStringLiteral("token of sara"), Patience);
    }
    void leave()
    {
        QVERIFY(m_fixture->leave());
        QTRY_VERIFY_WITH_TIMEOUT(!m_server->isConnected(), Patience);
    }

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ClientFixture> m_fixture;
};

} // namespace jarchi::test

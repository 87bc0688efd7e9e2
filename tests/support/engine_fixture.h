// SPDX-License-Identifier: MIT
#pragma once

#include "engine/engine.h"
#include "people/password_hasher.h"
#include "support/line_client.h"
#include "support/store_fixture.h"

namespace jarchi::test {

/// A server in this process, on a free port, with a database of its own that the test opens as another process would.
class EngineFixture
{
public:
    EngineFixture()
    {
        // One hash for everybody: they are slow on purpose.
        static const QByteArray passwordHash = must(people::hashPassword(password()));
        m_passwordHash = passwordHash;
    }

    [[nodiscard]] static QString password() { return QStringLiteral("correct horse"); }

    /// The same database, seen from outside.
    StoreFixture &store() { return m_store; }
    engine::Engine &engine() { return m_engine; }
    [[nodiscard]] const net::Endpoint &endpoint() const { return m_endpoint; }

    [[nodiscard]] engine::Config config() const
    {
        engine::Config config;
        config.database = m_store.path();
        config.listen = {QStringLiteral("127.0.0.1")};
        config.port = 0;
        // No tick comes while a test runs: what arrives was noticed as it was committed.
        config.pollInterval = std::chrono::hours(1);
        return config;
    }
    void start() { m_endpoint = must(m_engine.start(config())).first(); }
    /// False when it does not stop.
    bool stop()
    {
        m_engine.stop();
        return QTest::qWaitFor([this] { return !m_engine.isRunning(); }, Patience);
    }

    people::AccountId account(const QString &name)
    {
        people::AccountId id = 0;
        must(m_store->write([&]() -> Result<void> {
            return m_store->accounts().add(name, {}, m_passwordHash).map([&](people::AccountId added) { id = added; });
        }));
        return id;
    }
    /// An account that is interested in `category`.
    people::AccountId follower(const QString &name, const QString &category)
    {
        const auto id = account(name);
        m_store.interest(id, category);
        return id;
    }
    /// Adds a product in the server's own process. False when it was refused.
    bool addProduct(const QString &name, const QString &category, std::optional<Money> price = {})
    {
        std::optional<bool> added;
        QObject context;
        m_engine.addProduct({name, category, price, {}, {}}, &context,
                            [&](const Result<store::ProductAdded> &outcome) { added = outcome.has_value(); });
        return QTest::qWaitFor([&] { return added.has_value(); }, Patience) && *added;
    }
    /// Announcements to everybody, in one transaction of another process.
    void announce(int count)
    {
        must(m_store->write([&]() -> Result<void> {
            for (int i = 0; i < count; ++i) {
                m_store.announcement(QStringLiteral("Announcement %1").arg(i));
            }
            return {};
        }));
    }
    /// Logs in and reads `caught_up`, when there is nothing to catch up with.
    bool arrive(LineClient &client, const QString &user)
    {
        client.connectTo(m_endpoint);
        return client.logIn(user, password()) && client.expect<protocol::CaughtUp>();
    }

private:
    QByteArray m_passwordHash;
    StoreFixture m_store;
    SystemClock m_clock;
    engine::Engine m_engine{m_clock};
    net::Endpoint m_endpoint;
};

} // namespace jarchi::test

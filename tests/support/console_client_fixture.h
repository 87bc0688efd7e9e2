// SPDX-License-Identifier: MIT
#pragma once

#include "console/console_client.h"
#include "support/patience.h"
#include "support/scripted_server.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace jarchi::test {

/// `jarchi-tray --console` in the test's process, beside a scripted server; its inbox outlives it.
class ConsoleClientFixture
{
protected:
    using Ids = QList<protocol::NotificationId>;

    static constexpr std::chrono::seconds Stay{0};
    static constexpr std::chrono::seconds Minute{60};

    class RecordingNotifier final : public notify::Notifier
    {
    public:
        Ids shown;
        std::optional<Error> trouble;

        Result<void> show(const QList<protocol::Notification> &fresh) override
        {
            if (trouble)
                return tl::unexpected(*trouble);
            for (const protocol::Notification &notification : fresh)
                shown += notification.id;
            return {};
        }
    };

    /// A client with everything it needs, on a file that outlives it.
    struct Client
    {
        SystemClock clock;
        std::unique_ptr<inbox::Inbox> inbox;
        RecordingNotifier notifier;
        QString said;
        QTextStream status{&said};
        std::unique_ptr<console::ConsoleClient> client;
        std::unique_ptr<QSignalSpy> finished;

        Client(const QString &path, const session::ServerAddress &server, std::chrono::seconds session)
            : inbox(std::move(*inbox::Inbox::open({.path = path, .busyTimeout = std::chrono::milliseconds(20)}, clock)))
        {
            session::VisitPlan plan;
            plan.server = server;
            plan.login.user = QStringLiteral("sara");
            plan.login.password = QStringLiteral("secret");
            plan.session = session;
            plan.reconnecting = session::ReconnectPolicy(
                {.least = std::chrono::milliseconds(5), .most = std::chrono::milliseconds(20)}, [] { return 0.0; });
            client = std::make_unique<console::ConsoleClient>(plan, *inbox, notifier, status, clock);
            finished = std::make_unique<QSignalSpy>(client.get(), &console::ConsoleClient::finished);
            client->start();
        }

        [[nodiscard]] std::optional<console::ExitStatus> exitStatus() const
        {
            return finished->isEmpty() ? std::nullopt : std::optional(finished->at(0)[0].value<console::ExitStatus>());
        }
    };

    void setUp()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<ScriptedServer>();
    }
    [[nodiscard]] std::unique_ptr<Client> makeClient(std::chrono::seconds session) const
    {
        return std::make_unique<Client>(path(), m_server->address(), session);
    }
    /// The server lets everybody in and sends these, until the test changes its mind.
    void serve(const Ids &ids) { beGenerous(*m_server, ids); }
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("inbox.sqlite")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedServer> m_server;
};

} // namespace jarchi::test

// SPDX-License-Identifier: MIT
#pragma once

#include "client/client.h"
#include "support/manual_clock.h"
#include "support/memory_token_store.h"
#include "support/patience.h"
#include "support/recorded_balloons.h"
#include "support/scripted_server.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <memory>

namespace jarchi::test {

/// A client with everything around it, on a computer that can be switched off and on: what lies on its disk, in its
/// keychain and in its preferences stays.
class ClientFixture
{
public:
    using Client = client::Client;
    using Status = client::Client::Status;

    /// A clock of the test's, unless it wants the real one.
    explicit ClientFixture(bool isClockReal = false)
        : m_clock(isClockReal ? static_cast<const Clock *>(&m_systemClock) : &manualClock)
    {
        switchOn();
    }

    ManualClock manualClock;
    MemoryTokenStore keychain;
    MemoryTokenStore tokenFile;
    RecordedBalloons balloons;
    QList<QUrl> opened;                          ///< In the browser.
    std::optional<std::chrono::seconds> session; ///< For the next switchOn().

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] Client &client() { return *m_client; }
    Client *operator->() { return m_client.get(); }
    [[nodiscard]] preferences::Preferences &preferences() { return *m_preferences; }
    template <typename T>
    void prefer(const preferences::Setting<T> &setting, const T &value)
    {
        m_preferences->set(setting, value);
    }

    /// What was signalled since it was switched on.
    [[nodiscard]] QSignalSpy &spy(const char *name) { return *m_spies.at(QByteArray(name)); }
    [[nodiscard]] int count(const char *name) { return static_cast<int>(spy(name).size()); }
    [[nodiscard]] QString lastNotice() { return lastText("noticed"); }
    [[nodiscard]] QString lastText(const char *name)
    {
        return spy(name).isEmpty() ? QString() : spy(name).constLast().constFirst().toString();
    }
    [[nodiscard]] client::SignInFault lastFault()
    {
        return spy("signInFailed").isEmpty()
                   ? client::SignInFault()
                   : spy("signInFailed").constLast().constFirst().value<client::SignInFault>();
    }

    /// Without a goodbye.
    void switchOff()
    {
        m_spies.clear();
        m_client.reset();
        m_preferences.reset();
        m_settings.reset();
    }
    void switchOn()
    {
        switchOff();
        m_settings = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("tray.ini")), QSettings::IniFormat);
        m_preferences = std::make_unique<preferences::Preferences>(*m_settings);
        m_client = std::make_unique<Client>(Client::Parts{.preferences = *m_preferences,
                                                          .balloons = balloons,
                                                          .keychain = keychain,
                                                          .tokenFile = tokenFile,
                                                          .clock = *m_clock,
                                                          .dataFolder = m_folder.path(),
                                                          .openUrl = [this](const QUrl &url) { opened += url; },
                                                          .session = session,
                                                          .chance = [] { return 0.0; }});
        watch("statusChanged", &Client::statusChanged);
        watch("quietChanged", &Client::quietChanged);
        watch("signInWanted", &Client::signInWanted);
        watch("signedIn", &Client::signedIn);
        watch("signInFailed", &Client::signInFailed);
        watch("tokenHomeWanted", &Client::tokenHomeWanted);
        watch("inboxReplaced", &Client::inboxReplaced);
        watch("inboxChanged", &Client::inboxChanged);
        watch("unreadChanged", &Client::unreadChanged);
        watch("inboxRequested", &Client::inboxRequested);
        watch("interestRemoved", &Client::interestRemoved);
        watch("noticed", &Client::noticed);
        watch("stopped", &Client::stopped);
    }

    /// What somebody types who knows the password.
    [[nodiscard]] static client::SignIn details(const QString &server, const QString &user = QStringLiteral("sara"))
    {
        return {.server = server,
                .user = user,
                .password = QStringLiteral("correct horse"),
                .remember = true,
                .stayConnected = false};
    }
    /// False when it does not get in.
    bool signIn(const client::SignIn &typed)
    {
        const int before = count("signedIn");
        m_client->signIn(typed);
        return QTest::qWaitFor([&] { return count("signedIn") > before; }, Patience);
    }
    /// By the user's wish. False when the server does not let go.
    bool leave()
    {
        m_client->disconnectNow();
        // While it says goodbye it counts as offline already; then the server's answer comes.
        const int before = count("statusChanged");
        return QTest::qWaitFor([&] { return count("statusChanged") > before; }, Patience) &&
               m_client->status() == Status::Offline;
    }
    bool waitFor(Status status)
    {
        return QTest::qWaitFor([&] { return m_client->status() == status; }, Patience);
    }

private:
    template <typename Signal>
    void watch(const char *name, Signal signal)
    {
        m_spies[QByteArray(name)] = std::make_unique<QSignalSpy>(m_client.get(), signal);
    }

    QTemporaryDir m_folder;
    SystemClock m_systemClock;
    const Clock *m_clock;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<preferences::Preferences> m_preferences;
    std::unique_ptr<Client> m_client;
    std::map<QByteArray, std::unique_ptr<QSignalSpy>> m_spies;
};

} // namespace jarchi::test

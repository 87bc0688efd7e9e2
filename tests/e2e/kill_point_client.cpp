// SPDX-License-Identifier: MIT
#include "client/client.h"
#include "notify/balloon_key.h"
#include "support/memory_token_store.h"

#include <QCoreApplication>
#include <QFile>
#include <QSettings>
#include <QTextStream>

#include <csignal>
#include <unistd.h>

using namespace jarchi;
using namespace Qt::StringLiterals;
using client::Client;

namespace {

/// As a power cut would.
void die()
{
    ::kill(::getpid(), SIGKILL);
}

/// The inbox asks it what time it is when it has begun to store what came, and nothing of that is on the disk yet.
class DeadlyClock final : public Clock
{
public:
    bool isArmed = false;

    [[nodiscard]] QDateTime now() const override
    {
        if (isArmed)
            die();
        return m_clock.now();
    }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_clock.monotonic(); }

private:
    SystemClock m_clock;
};

/// A desktop whose reader never forgets: a line in a file for each balloon, on the disk before show() returns. It dies
/// just before or just after that.
class WrittenBalloons final : public notify::Balloons
{
public:
    WrittenBalloons(const QString &path, const QString &killPoint)
        : m_file(path)
        , m_killPoint(killPoint)
    {
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append))
            qFatal("%s cannot be written", qPrintable(path));
    }

    void show(const notify::Balloon &balloon) override
    {
        const bool isSummary = notify::isSummaryKey(balloon.key);
        if (m_killPoint == "stored"_L1 || (isSummary && m_killPoint == "counted"_L1))
            die();
        m_file.write(balloon.title.toUtf8() + '\n');
        m_file.flush();
        ::fsync(m_file.handle());
        if (m_killPoint == "shown"_L1 || (isSummary && m_killPoint == "summed-up"_L1))
            die();
    }
    void withdraw(const QString &) override {}
    [[nodiscard]] bool isAvailable() const override { return true; }
    [[nodiscard]] bool isInhibited() const override { return false; }

private:
    QFile m_file;
    const QString m_killPoint;
};

} // namespace

/// The tray client without its windows, which kills itself at the point that is named:
///
///     kill_point_client SERVER USER PASSWORD FOLDER received|acknowledged|stored|shown|counted|summed-up|none
///
/// At `acknowledged` the first page of what was missed is acknowledged, and nothing of it shown yet.
/// It says "live" on standard output when all that was missed has come; what was shown is in FOLDER/shown.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    constexpr qsizetype Wanted = 6;
    if (arguments.size() != Wanted)
        return 2;
    const QString &folder = arguments[4];
    const QString &killPoint = arguments[5];

    QSettings settings(folder + u"/tray.ini"_s, QSettings::IniFormat);
    preferences::Preferences preferences(settings);
    WrittenBalloons balloons(folder + u"/shown"_s, killPoint);
    test::MemoryTokenStore keychain;
    test::MemoryTokenStore tokenFile;
    DeadlyClock clock;
    Client client({.preferences = preferences,
                   .balloons = balloons,
                   .keychain = keychain,
                   .tokenFile = tokenFile,
                   .clock = clock,
                   .dataFolder = folder,
                   .openUrl = [](const QUrl &) {},
                   .session = std::chrono::seconds(0),
                   .chance = [] { return 0.0; }});
    QObject::connect(&client, &Client::statusChanged, &client, [&] {
        if (client.status() != Client::Status::Connected)
            return;
        clock.isArmed = killPoint == "received"_L1;
        QTextStream(stdout) << "live" << Qt::endl;
    });
    QObject::connect(&client, &Client::inboxChanged, &client, [&] {
        // The second page came, so the server has recorded the first.
        if (killPoint == "acknowledged"_L1 && client.unread() > 64)
            die();
    });
    QObject::connect(&client, &Client::signInFailed, &client, [](const client::SignInFault &fault) {
        QTextStream(stderr) << fault.sentence << Qt::endl;
        QCoreApplication::exit(1);
    });
    client.signIn({.server = arguments[1],
                   .user = arguments[2],
                   .password = arguments[3],
                   .remember = true,
                   .stayConnected = true});
    return QCoreApplication::exec();
}

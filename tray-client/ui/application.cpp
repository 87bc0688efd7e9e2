// SPDX-License-Identifier: MIT
#include "ui/application.h"

#include "balloons/desktop_balloons.h"
#include "base/activation_token.h"
#include "base/signal_watcher.h"
#include "client/client.h"
#include "desktop/autostart.h"
#include "desktop/single_instance.h"
#include "desktop/wake_watch.h"
#include "keyring/file_token_store.h"
#include "keyring/keychain_token_store.h"
#include "preferences/preferences.h"
#include "ui/balloon_icon.h"
#include "ui/shell.h"
#include "ui/start_fault.h"
#include "ui/tray_balloons.h"
#include "widgets/appearance.h"
#include "widgets/display.h"
#include "widgets/format.h"
#include "widgets/frozen_bus.h"
#include "widgets/icons.h"
#include "widgets/language.h"
#include "widgets/system_tray.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDesktopServices>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>

#include <csignal>
#include <vector>

namespace jarchi::ui {

using namespace Qt::StringLiterals;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Tray)
};

/// Whether the command line names another account than the one that is remembered.
bool isSomebodyElse(const StartOptions &options, const preferences::Preferences &preferences)
{
    namespace setting = preferences::setting;
    const auto isOther = [](const QString &typed, const QString &remembered) {
        return !typed.isEmpty() && typed != remembered;
    };
    return isOther(options.user, preferences.get(setting::User)) ||
           isOther(options.server, preferences.get(setting::Server));
}

/// What was typed, for a QApplication. `--session 3` is ours, but Qt takes it for its own `-session` and swallows it;
/// `--session=3` it leaves alone.
class Typed
{
protected:
    Typed(int argc, char **argv)
    {
        for (int i = 0; i < argc; ++i) {
            const bool isOurs = qstrcmp(argv[i], "--session") == 0 && i + 1 < argc;
            m_words.push_back(isOurs ? QByteArray("--session=") + argv[++i] : QByteArray(argv[i]));
        }
        for (QByteArray &word : m_words)
            m_pointers.push_back(word.data());
        m_pointers.push_back(nullptr);
        m_count = static_cast<int>(m_words.size());
    }

    int m_count = 0;
    std::vector<QByteArray> m_words;
    std::vector<char *> m_pointers;
};

class TrayApplication : private Typed, public QApplication
{
public:
    TrayApplication(int argc, char **argv)
        : Typed(argc, argv)
        , QApplication(m_count, m_pointers.data())
    {
    }
};

/// With what was typed, or as the one who is remembered.
void begin(const StartOptions &options, const preferences::Preferences &preferences, client::Client &client,
           Shell &shell)
{
    const client::SignIn typed{.server = options.server,
                               .user = options.user,
                               .password = options.password,
                               .remember = options.password.isEmpty(),
                               .stayConnected = preferences.get(preferences::setting::StayConnected)};
    const ActivationToken right(ActivationToken::ofThisStart()); // For what is shown now, and of no use later.
    if (!options.password.isEmpty())
        shell.signIn(typed);
    else if (isSomebodyElse(options, preferences))
        shell.askToSignIn(typed);
    else
        client.start();
}

Result<void> runUntilQuit(const StartOptions &options, QSettings &settings, widgets::Language &language,
                          widgets::Appearance &appearance)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    if (!QDir().mkpath(folder))
        return refused(Text::tr("The folder %1, in which Jarchi keeps what you receive, cannot be made. Check that "
                                "there is room on the disk, and that you may write to the folder above it.")
                           .arg(widgets::isolated(folder)));
    desktop::SingleInstance instance(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation), folder);
    const auto role = instance.claim();
    if (!role)
        return tl::unexpected(role.error());
    if (*role == desktop::SingleInstance::Role::Later)
        return {};

    preferences::Preferences preferences(settings);
    desktop::Autostart autostart({.folder = desktop::Autostart::defaultFolder(),
                                  .program = QCoreApplication::applicationFilePath(),
                                  .desktops = desktop::Autostart::currentDesktops()});

    widgets::SystemTray systemTray;
    balloons::DesktopBalloons desktopBalloons(balloons::sessionBus());
    desktopBalloons.setIcon(balloonIcon(folder));
    TrayBalloons trayBalloons(systemTray);
    PreferredBalloons balloons(desktopBalloons, trayBalloons);
    keyring::KeychainTokenStore keychain;
    keyring::FileTokenStore tokenFile(folder);
    const SystemClock clock;
    client::Client client({.preferences = preferences,
                           .balloons = balloons,
                           .keychain = keychain,
                           .tokenFile = tokenFile,
                           .clock = clock,
                           .dataFolder = folder,
                           .openUrl = [](const QUrl &url) { QDesktopServices::openUrl(url); },
                           .session = options.session});
    Shell shell({client, preferences, balloons, systemTray, language, appearance, autostart});

    desktop::WakeWatch wakeWatch(QDBusConnection::systemBus());
    QObject::connect(&wakeWatch, &desktop::WakeWatch::woke, &client, &client::Client::nudge);
    QObject::connect(&instance, &desktop::SingleInstance::startedAgain, &shell, [&shell](const QByteArray &token) {
        const ActivationToken right(token);
        shell.showInbox();
    });
#ifdef Q_OS_UNIX
    std::signal(SIGXFSZ, SIG_IGN); // An inbox that may not grow any more is said, and no reason to die.
    const SignalWatcher signalWatcher;
    QObject::connect(&signalWatcher, &SignalWatcher::requested, &shell, &Shell::quit);
#endif
    begin(options, preferences, client, shell);
    QCoreApplication::exec();
    return {};
}

} // namespace

std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    widgets::leaveFrozenBus(); // First: where Qt looks for a display it may look for the bus, too.
    if (!widgets::canShowWindows(argc, argv))
        return std::make_unique<QCoreApplication>(argc, argv);
    auto application = std::make_unique<TrayApplication>(argc, argv);
    QApplication::setDesktopFileName(u"jarchi-tray"_s);
    QApplication::setWindowIcon(widgets::icon(u"jarchi"_s));
    QApplication::setQuitOnLastWindowClosed(false); // It lives in the tray.
    return application;
}

Result<void> runTray(const StartOptions &options)
{
    if (qobject_cast<QApplication *>(QCoreApplication::instance()) == nullptr)
        return refused(Text::tr("There is no display to show a tray icon on. Use --console, which prints "
                                "notifications."));
    QSettings settings(QSettings::IniFormat, QSettings::UserScope, u"jarchi"_s, u"jarchi-tray"_s);
    widgets::Language language(settings);
    widgets::Appearance appearance(settings);
    Result<void> ended = runUntilQuit(options, settings, language, appearance);
    if (!ended)
        showStartFault(ended.error().message);
    return ended;
}

} // namespace jarchi::ui

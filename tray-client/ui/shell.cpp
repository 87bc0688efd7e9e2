// SPDX-License-Identifier: MIT
#include "ui/shell.h"

#include "ui/inbox_window.h"
#include "ui/interests_dialog.h"
#include "ui/settings_dialog.h"
#include "ui/sign_in_dialog.h"
#include "ui/tray_icon.h"
#include "widgets/icons.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>

namespace jarchi::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using client::Client;

namespace {

/// A dialog that is there is brought to the front instead of made again.
template <typename Dialog, typename Make>
Dialog *present(QPointer<Dialog> &dialog, Make make)
{
    if (!dialog) {
        dialog = make();
        QObject::connect(dialog, &QDialog::finished, dialog, &QObject::deleteLater);
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
    return dialog;
}

} // namespace

Shell::Shell(const Parts &parts)
    : m_parts(parts)
    , m_tray(std::make_unique<TrayIcon>(parts.client, parts.preferences, parts.systemTray))
    , m_inbox(std::make_unique<InboxWindow>(parts.client, parts.preferences))
{
    const auto connectBoth = [this](auto *from) {
        using From = std::remove_pointer_t<decltype(from)>;
        connect(from, &From::interestsRequested, this, &Shell::showInterests);
        connect(from, &From::settingsRequested, this, &Shell::showSettings);
        connect(from, &From::signInRequested, this, [this] { showSignIn(); });
        connect(from, &From::aboutRequested, this, &Shell::showAbout);
        connect(from, &From::quitRequested, this, &Shell::quit);
    };
    connectBoth(m_tray.get());
    connectBoth(m_inbox.get());
    connect(m_tray.get(), &TrayIcon::inboxRequested, this, [this] { showInbox(); });
    connectClient();

    constexpr std::chrono::milliseconds look = 500ms;
    m_trayWatch.setInterval(look);
    connect(&m_trayWatch, &QTimer::timeout, this, &Shell::lookForTray);
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        m_trayWatch.start();
}

Shell::~Shell() = default;

void Shell::connectClient()
{
    Client &client = m_parts.client;
    connect(&client, &Client::signInWanted, this, &Shell::showSignIn);
    connect(&client, &Client::tokenHomeWanted, this, &Shell::askForTokenHome);
    connect(&client, &Client::inboxRequested, this, &Shell::showInbox);
    connect(&client, &Client::noticed, this, &Shell::tell);
    connect(&client, &Client::stopped, this, [this] {
        if (m_isQuitting)
            QCoreApplication::quit();
    });
}

void Shell::showInbox(inbox::EntryId entry)
{
    m_inbox->present(entry);
}

void Shell::showInterests()
{
    present(m_interests, [this] { return new InterestsDialog(m_parts.client); });
}

void Shell::showSettings()
{
    present(m_settings, [this] {
        auto *dialog = new SettingsDialog(
            {m_parts.client, m_parts.preferences, m_parts.language, m_parts.appearance, m_parts.autostart});
        connect(dialog, &SettingsDialog::signInRequested, this, [this] { showSignIn(); });
        return dialog;
    });
}

void Shell::showSignIn(const QString &why)
{
    present(m_signIn, [this] { return new SignInDialog(m_parts.client, m_parts.preferences); })->say(why);
}

void Shell::signIn(const client::SignIn &details)
{
    m_signIn = new SignInDialog(m_parts.client, m_parts.preferences);
    connect(m_signIn, &QDialog::finished, m_signIn, &QObject::deleteLater);
    connect(&m_parts.client, &Client::signInFailed, m_signIn, [this] { showSignIn(); });
    m_signIn->fill(details);
    m_signIn->accept();
}

void Shell::askToSignIn(const client::SignIn &details)
{
    showSignIn();
    m_signIn->fill(details);
}

void Shell::showAbout()
{
    auto *box = new QMessageBox;
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Jarchi"));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Jarchi %1").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(tr("The town crier: tells you about new products the moment a shop adds them.\n\nMIT "
                               "licence."));
    box->setIconPixmap(widgets::icon(u"jarchi"_s).pixmap(64, 64));
    box->open();
}

void Shell::askForTokenHome(const QString &why)
{
    auto *box = new QMessageBox(m_signIn);
    box->setObjectName(u"tokenHome"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("Remember me"));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("The key for this computer cannot be kept in a keychain."));
    box->setInformativeText(why + u"\n\n"_s +
                            tr("Shall it be kept in a file that only you can read? Otherwise you "
                               "type the password again next time."));
    const QAbstractButton *keep = box->addButton(tr("&Keep it in a file"), QMessageBox::AcceptRole);
    box->addButton(tr("&Do not keep it"), QMessageBox::RejectRole);
    connect(box, &QMessageBox::finished, this,
            [this, box, keep] { m_parts.client.keepTokenInFile(box->clickedButton() == keep); });
    box->open();
}

void Shell::tell(const QString &sentence)
{
    // Whoever looks at the inbox reads it there.
    if (!m_inbox->isVisible())
        m_parts.balloons.show({.key = u"notice"_s, .title = tr("Jarchi"), .body = sentence});
}

void Shell::lookForTray()
{
    const bool isThere = QSystemTrayIcon::isSystemTrayAvailable();
    if (isThere) {
        m_trayWatch.stop();
        // On X11 an icon that found no tray does not look for one again until it is shown anew.
        m_parts.systemTray.hide();
        m_parts.systemTray.show();
        m_inbox->setTrayMissing(false);
    } else if (++m_looks * m_trayWatch.intervalAsDuration() == TrayPatience) {
        m_inbox->setTrayMissing(true);
        showInbox();
    }
}

void Shell::quit()
{
    if (m_isQuitting)
        return;
    m_isQuitting = true;
    m_inbox->hide();
    QTimer::singleShot(QuitPatience, this, [] { QCoreApplication::quit(); });
    m_parts.client.stop();
}

} // namespace jarchi::ui

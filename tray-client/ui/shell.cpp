// SPDX-License-Identifier: MIT
#include "ui/shell.h"

#include "ui/inbox_window.h"
#include "ui/interests_dialog.h"
#include "ui/settings_dialog.h"
#include "ui/settings_fault.h"
#include "ui/sign_in_dialog.h"
#include "ui/sign_out_question.h"
#include "ui/tray_icon.h"
#include "widgets/front.h"
#include "widgets/icons.h"
#include "widgets/message_box.h"
#include "widgets/system_tray.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>

#include <array>
#include <utility>

namespace jarchi::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using client::Client;

namespace {

/// No key of a notification or a summary.
QString noticeKey()
{
    return u"notice"_s;
}

/// Its own: the balloon goes away with its cause, and not with the next notice.
QString settingsKey()
{
    return u"notice-settings"_s;
}

template <typename Dialog, typename Create>
void make(QPointer<Dialog> &dialog, Create create)
{
    if (dialog)
        return;
    dialog = create();
    QObject::connect(dialog, &QDialog::finished, dialog, [&dialog, made = dialog.data()] {
        made->deleteLater();
        if (dialog == made)
            dialog.clear(); // Whoever wants one now gets another.
    });
}

/// A dialog that is there is brought to the front instead of made again.
template <typename Dialog, typename Create>
Dialog *present(QPointer<Dialog> &dialog, Create create)
{
    make(dialog, create);
    widgets::bringToFront(*dialog);
    return dialog;
}

/// Without asking the windows whether they agree, as quit() would.
void leave()
{
    QCoreApplication::exit();
}

} // namespace

Shell::Shell(const Parts &parts)
    : Shell(parts, {.hasTray = [&tray = parts.systemTray] { return tray.isAvailable(); }})
{
}

Shell::Shell(const Parts &parts, Desktop desktop)
    : m_parts(parts)
    , m_desktop(std::move(desktop))
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
    connect(m_tray.get(), &TrayIcon::signOutRequested, this,
            [this] { present(m_signOut, [this] { return makeSignOutQuestion(m_parts.client); }); });
    connect(m_tray.get(), &TrayIcon::inboxRequested, this, [this] { showInbox(); });
    connectClient();
    connect(&parts.preferences.file(), &preferences::SettingsFile::changed, this, &Shell::tellOfSettings);

    constexpr std::chrono::milliseconds look = 500ms;
    m_trayWatch.setInterval(look);
    connect(&m_trayWatch, &QTimer::timeout, this, &Shell::lookForTray);
    m_trayPatience.setSingleShot(true);
    connect(&m_trayPatience, &QTimer::timeout, this, &Shell::doWithoutTray);
    connect(&m_parts.systemTray, &widgets::SystemTray::appeared, this, &Shell::lookForTray);
    if (!m_desktop.hasTray()) {
        m_trayWatch.start();
        m_trayPatience.start(m_desktop.patience);
    }
}

Shell::~Shell()
{
    // Nothing of what these show outlives this.
    const std::array<std::unique_ptr<QWidget>, 6> left{
        std::unique_ptr<QWidget>(m_interests), std::unique_ptr<QWidget>(m_settings),
        std::unique_ptr<QWidget>(m_about),     std::unique_ptr<QWidget>(m_tokenHome),
        std::unique_ptr<QWidget>(m_signIn),    std::unique_ptr<QWidget>(m_signOut)};
}

void Shell::connectClient()
{
    Client &client = m_parts.client;
    connect(&client, &Client::signInWanted, this, &Shell::showSignIn);
    connect(&client, &Client::tokenHomeWanted, this, &Shell::askForTokenHome);
    connect(&client, &Client::inboxRequested, this, &Shell::showInbox);
    connect(&client, &Client::noticed, this, &Shell::tell);
    connect(&m_parts.balloons, &notify::Balloons::activated, this, [this](const QString &key) {
        if (key == noticeKey() || key == settingsKey())
            showInbox();
    });
    connect(&client, &Client::signInFailed, this, [this] {
        if (m_signIn && m_signIn->isHidden())
            showSignIn();
    });
    connect(&client, &Client::stopped, this, [this] {
        if (m_isQuitting)
            leave();
    });
}

void Shell::showInbox(inbox::EntryId entry)
{
    if (!m_trayWatch.isActive() && !m_desktop.hasTray()) {
        m_inbox->setTrayMissing(true); // It was there, and has gone.
        m_trayWatch.start();
    }
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
    make(m_signIn, [this] { return new SignInDialog(m_parts.client, m_parts.preferences); });
    m_signIn->fill(details);
    m_signIn->accept();
    if (!m_signIn->isBusy())
        showSignIn(); // Something is missing.
}

void Shell::askToSignIn(const client::SignIn &details)
{
    showSignIn();
    m_signIn->fill(details);
}

void Shell::showAbout()
{
    present(m_about, [] {
        auto *box = new QMessageBox;
        box->setWindowTitle(tr("About Jarchi"));
        box->setTextFormat(Qt::PlainText);
        box->setText(tr("Jarchi %1").arg(QCoreApplication::applicationVersion()));
        box->setInformativeText(tr("The town crier: tells you about new products the moment a shop adds them.\n\nMIT "
                                   "licence."));
        widgets::widen(*box);
        box->setIconPixmap(widgets::icon(u"jarchi"_s).pixmap(64, 64));
        return box;
    });
}

void Shell::askForTokenHome(const QString &why)
{
    if (const QPointer<QMessageBox> older = std::exchange(m_tokenHome, {}))
        older->close(); // It was about another sign-in.
    // Without a parent: the dialog of the sign-in is on its way out.
    auto *box = new QMessageBox;
    m_tokenHome = box;
    box->setObjectName(u"tokenHome"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("Remember me"));
    box->setIcon(QMessageBox::Question);
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("The key for this computer cannot be kept in a keychain."));
    box->setInformativeText(why + u"\n\n"_s +
                            tr("Shall it be kept in a file that only you can read? Otherwise you "
                               "type the password again next time."));
    widgets::widen(*box);
    const QAbstractButton *keep = box->addButton(tr("&Keep it in a file"), QMessageBox::AcceptRole);
    box->addButton(tr("&Do not keep it"), QMessageBox::RejectRole);
    connect(box, &QMessageBox::finished, this, [this, box, keep] {
        if (m_tokenHome == box)
            m_parts.client.keepTokenInFile(box->clickedButton() == keep);
    });
    widgets::bringToFront(*box);
}

void Shell::tell(const QString &sentence)
{
    // Whoever looks at the inbox reads it there, and whoever has it quiet when they look at it next.
    if (!m_inbox->isVisible() && !m_parts.client.isQuiet())
        m_parts.balloons.show({.key = noticeKey(), .title = tr("Jarchi"), .body = sentence});
}

void Shell::tellOfSettings()
{
    const preferences::SettingsFile &file = m_parts.preferences.file();
    // It stands in the windows while it lasts. The balloon is for what was changed in the tray's menu, or by itself.
    const bool isSeen = m_inbox->isVisible() || (m_settings && m_settings->isVisible());
    if (file.isKept())
        m_parts.balloons.withdraw(settingsKey());
    else if (!isSeen && !m_parts.client.isQuiet())
        m_parts.balloons.show({.key = settingsKey(), .title = tr("Jarchi"), .body = unkeptSentence(file)});
}

void Shell::lookForTray()
{
    if (!m_desktop.hasTray())
        return;
    m_trayWatch.stop();
    m_trayPatience.stop();
    // On X11 an icon that found no tray does not look for one again until it is shown anew.
    m_parts.systemTray.hide();
    m_parts.systemTray.show();
    m_inbox->setTrayMissing(false);
}

void Shell::doWithoutTray()
{
    m_inbox->setTrayMissing(true);
    showInbox();
    // What somebody is asked comes first. It may still have the keyboard, and not be in front any more.
    for (QWidget *question : std::initializer_list<QWidget *>{m_signIn, m_tokenHome}) {
        if (question != nullptr && question->isVisible()) {
            question->hide();
            widgets::bringToFront(*question);
        }
    }
}

void Shell::hideWindows()
{
    const std::initializer_list<QWidget *> windows{m_inbox.get(), m_interests, m_settings, m_signIn,
                                                   m_signOut,     m_about,     m_tokenHome};
    for (QWidget *window : windows) {
        if (window != nullptr)
            window->hide();
    }
}

void Shell::quit()
{
    if (m_isQuitting)
        return;
    m_isQuitting = true;
    m_inbox->putAway();
    hideWindows();
    m_parts.systemTray.hide();
    QTimer::singleShot(QuitPatience, this, &leave);
    m_parts.client.stop();
}

} // namespace jarchi::ui

// SPDX-License-Identifier: MIT
#include "ui/inbox_window.h"

#include "ui/inbox_actions.h"
#include "ui/inbox_page.h"
#include "ui/settings_fault.h"
#include "ui/status_line.h"
#include "widgets/format.h"
#include "widgets/front.h"
#include "widgets/icons.h"
#include "widgets/translated.h"

#include <QCloseEvent>
#include <QMenuBar>
#include <QVBoxLayout>

#include <utility>

namespace jarchi::ui {

using namespace Qt::StringLiterals;
using client::Client;
using widgets::MessageBar;
using widgets::Tone;

namespace {

constexpr auto GeometryKey = "inbox_window/geometry"_L1;
constexpr auto SplitterKey = "inbox_window/splitter"_L1;

} // namespace

InboxWindow::InboxWindow(Client &client, preferences::Preferences &preferences)
    : m_client(client)
    , m_preferences(preferences)
    , m_actions(new InboxActions(this))
    , m_noTray(new MessageBar(this))
    , m_trouble(new MessageBar(this))
    , m_unkept(new MessageBar(this))
    , m_message(new MessageBar(this))
    , m_page(new InboxPage(client, *m_actions, this))
    , m_status(new StatusLine(client, this))
    , m_inboxMenu(menuBar()->addMenu(QString()))
    , m_editMenu(menuBar()->addMenu(QString()))
    , m_accountMenu(menuBar()->addMenu(QString()))
    , m_helpMenu(menuBar()->addMenu(QString()))
{
    setObjectName(u"inboxWindow"_s);
    setWindowIcon(widgets::icon(u"jarchi"_s));
    layOut();
    makeMenus();
    connectActions();
    connect(m_page, &InboxPage::counted, m_status, &StatusLine::setCount);
    connect(m_page, &InboxPage::failed, this, [this](const QString &sentence) { tell(Tone::Error, sentence); });
    connect(m_page, &InboxPage::changed, this, &InboxWindow::tellChange);
    connect(m_page, &InboxPage::changeUndone, this, &InboxWindow::forgetChange);
    connect(m_page, &InboxPage::interestsRequested, this, &InboxWindow::interestsRequested);
    connect(m_page, &InboxPage::signInRequested, this, &InboxWindow::signInRequested);
    connect(m_status, &StatusLine::signInRequested, this, &InboxWindow::signInRequested);
    connect(m_message, &MessageBar::acted, (*m_actions)[InboxActions::Undo], &QAction::trigger);
    connect(&client, &Client::noticed, this, [this](const QString &sentence) { tell(Tone::Warning, sentence); });
    connect(&client, &Client::statusChanged, this, &InboxWindow::showState);
    connect(&client, &Client::unreadChanged, this, &InboxWindow::showTitle);
    connect(&client, &Client::inboxReplaced, this, &InboxWindow::showTitle);
    widgets::translated(this, [this] { setTexts(); });
    if (!restoreGeometry(preferences.settings().value(GeometryKey).toByteArray()))
        resize(960, 640);
    m_page->restoreSplitter(preferences.settings().value(SplitterKey).toByteArray());
}

InboxWindow::~InboxWindow()
{
    putAway();
}

void InboxWindow::layOut()
{
    m_noTray->setObjectName(u"noTray"_s);
    m_noTray->setClosable(false);
    m_trouble->setObjectName(u"trouble"_s);
    m_unkept->setObjectName(u"settingsUnkept"_s);
    sayWhileUnkept(*m_unkept, m_preferences.file());
    auto *center = new QWidget(this);
    auto *column = new QVBoxLayout(center);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(16);
    for (QWidget *part : std::initializer_list<QWidget *>{m_noTray, m_trouble, m_unkept, m_message})
        column->addWidget(part);
    column->addWidget(m_page, 1);
    column->addWidget(m_status);
    setCentralWidget(center);
}

void InboxWindow::makeMenus()
{
    const InboxActions &actions = *m_actions;
    actions.fillEntryMenu(*m_inboxMenu);
    m_inboxMenu->addSeparator();
    m_inboxMenu->addAction(actions[InboxActions::MarkAllRead]);
    m_inboxMenu->addSeparator();
    m_inboxMenu->addActions({actions[InboxActions::Close], actions[InboxActions::Quit]});
    m_editMenu->addActions({actions[InboxActions::Undo], actions[InboxActions::Find]});
    m_accountMenu->addAction(actions[InboxActions::Connect]);
    m_accountMenu->addSeparator();
    m_accountMenu->addActions({actions[InboxActions::Interests], actions[InboxActions::Settings]});
    m_accountMenu->addSeparator();
    m_accountMenu->addAction(actions[InboxActions::SignInOut]);
    m_helpMenu->addAction(actions[InboxActions::About]);
}

void InboxWindow::connectActions()
{
    const auto does = [this](InboxActions::What what, auto function) {
        connect((*m_actions)[what], &QAction::triggered, this, function);
    };
    does(InboxActions::Connect, [this] {
        const bool mayConnect =
            m_client.status() == Client::Status::Offline || m_client.status() == Client::Status::Waiting;
        mayConnect ? m_client.connectNow() : m_client.disconnectNow();
    });
    does(InboxActions::Interests, [this] { Q_EMIT interestsRequested(); });
    does(InboxActions::Settings, [this] { Q_EMIT settingsRequested(); });
    does(InboxActions::SignInOut, [this] { signInOrOut(); });
    does(InboxActions::Close, [this] { close(); });
    does(InboxActions::Quit, [this] { Q_EMIT quitRequested(); });
    does(InboxActions::About, [this] { Q_EMIT aboutRequested(); });
    connect(m_trouble, &MessageBar::acted, this, [this] {
        m_shownTrouble.clear(); // Who tries again in vain is told again.
        if (m_client.status() == Client::Status::SignedOut)
            Q_EMIT signInRequested();
        else
            m_client.connectNow();
    });
}

void InboxWindow::setTexts()
{
    m_inboxMenu->setTitle(tr("In&box"));
    m_editMenu->setTitle(tr("&Edit"));
    m_accountMenu->setTitle(tr("&Account"));
    m_helpMenu->setTitle(tr("&Help"));
    m_shownTrouble.clear();
    showTitle();
    showState();
}

void InboxWindow::showTitle()
{
    const qint64 unread = m_client.unread();
    setWindowTitle(unread > 0 ? tr("Jarchi – %Ln unread", nullptr, static_cast<int>(unread)) : tr("Jarchi – Inbox"));
}

void InboxWindow::showState()
{
    const Client::Status status = m_client.status();
    const bool isSignedIn = status != Client::Status::SignedOut;
    const bool mayConnect = status == Client::Status::Offline || status == Client::Status::Waiting;
    const InboxActions &actions = *m_actions;
    actions[InboxActions::Connect]->setEnabled(isSignedIn);
    actions[InboxActions::Connect]->setText(mayConnect || !isSignedIn ? tr("&Connect now") : tr("Dis&connect"));
    actions[InboxActions::Connect]->setIcon(widgets::icon(mayConnect || !isSignedIn ? u"connect"_s : u"disconnect"_s));
    actions[InboxActions::Interests]->setEnabled(isSignedIn);
    actions[InboxActions::SignInOut]->setText(isSignedIn ? tr("Sign &out") : tr("Sign &in…"));
    showTrouble();
}

void InboxWindow::tell(Tone tone, const QString &sentence)
{
    m_tellsChange = false;
    m_message->say(tone, sentence);
}

void InboxWindow::tellChange(const MessageBar::Words &sentence)
{
    m_tellsChange = true;
    m_message->say(Tone::Accent, sentence, [] { return tr("&Undo"); });
}

void InboxWindow::forgetChange()
{
    if (std::exchange(m_tellsChange, false))
        m_message->clear();
}

void InboxWindow::showTrouble()
{
    // Whoever has closed it does not see it again until there is another one.
    const QString trouble = m_client.trouble();
    if (trouble == m_shownTrouble || m_client.status() == Client::Status::Connecting)
        return;
    m_shownTrouble = trouble;
    if (trouble.isEmpty())
        m_trouble->clear();
    else
        m_trouble->say(Tone::Warning, widgets::isolated(trouble), // It may be from before the language changed.
                       m_client.status() == Client::Status::SignedOut ? tr("&Sign in…") : tr("Try again no&w"));
}

void InboxWindow::signInOrOut()
{
    if (m_client.status() == Client::Status::SignedOut) {
        Q_EMIT signInRequested();
        return;
    }
    m_client.signOut();
    m_tellsChange = false;
    m_message->say(Tone::Accent, [] { return tr("You are signed out. What you received stays on this computer."); });
}

void InboxWindow::present(inbox::EntryId entry)
{
    // Hidden, it has lost its frame and with it its place: it would come back in the corner of the screen.
    if (!isVisible())
        restoreGeometry(m_preferences.settings().value(GeometryKey).toByteArray());
    widgets::bringToFront(*this);
    if (entry != 0)
        m_page->present(entry);
}

void InboxWindow::putAway()
{
    // One that was not seen has no place to be remembered.
    if (isVisible())
        saveLayout();
    hide();
}

void InboxWindow::setTrayMissing(bool isMissing)
{
    m_isTrayMissing = isMissing;
    if (isMissing)
        m_noTray->say(Tone::Accent, [] {
            return tr("There is no tray on this desktop, so this window stays. Closing it ends the program.");
        });
    else
        m_noTray->clear();
    (*m_actions)[InboxActions::Close]->setVisible(!isMissing);
}

void InboxWindow::closeEvent(QCloseEvent *event)
{
    saveLayout();
    event->accept();
    if (m_isTrayMissing)
        Q_EMIT quitRequested();
}

void InboxWindow::saveLayout()
{
    m_preferences.settings().setValue(GeometryKey, saveGeometry());
    m_preferences.settings().setValue(SplitterKey, m_page->splitterState());
}

} // namespace jarchi::ui

// SPDX-License-Identifier: MIT
#include "ui/tray_icon.h"

#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/translated.h"

#include <algorithm>

namespace jarchi::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using client::Client;
using preferences::setting::StayConnected;

namespace {

/// Trays obey markup in tool tips, and a name is somebody else's text.
QString withoutTags(QString text)
{
    return text.replace(u'<', u'‹');
}

/// A long sentence would make the menu as wide as the screen; the tool tip has all of it.
QString asMenuText(const QString &text, const QFontMetrics &metrics)
{
    constexpr int mostLetters = 56;
    return metrics.elidedText(text, Qt::ElideRight, metrics.averageCharWidth() * mostLetters).replace(u"&"_s, u"&&"_s);
}

} // namespace

TrayIcon::TrayIcon(Client &client, preferences::Preferences &preferences, widgets::SystemTray &icon)
    : m_client(client)
    , m_preferences(preferences)
    , m_icon(icon)
{
    makeMenu();
    m_icon.setContextMenu(&m_menu);
    m_ring.setInterval(1s);
    connect(&m_ring, &QTimer::timeout, this, &TrayIcon::showRing);
    connect(&m_icon, &widgets::SystemTray::activated, this, &TrayIcon::onActivated);
    connect(&m_client, &Client::statusChanged, this, &TrayIcon::showState);
    connect(&m_client, &Client::quietChanged, this, &TrayIcon::showState);
    connect(&m_client, &Client::unreadChanged, this, &TrayIcon::showState);
    connect(&m_client, &Client::inboxReplaced, this, &TrayIcon::showState);
    connect(&m_preferences, &preferences::Preferences::changed, this, &TrayIcon::showState);
    widgets::translated(&m_menu, [this] { retranslate(); });
    m_icon.show();
}

TrayIcon::~TrayIcon()
{
    m_icon.setContextMenu(nullptr);
}

void TrayIcon::makeMenu()
{
    m_menu.setObjectName(u"trayMenu"_s);
    m_state = m_menu.addAction(QString());
    m_state->setEnabled(false);
    m_connect = m_menu.addAction(QString());
    m_stay = m_menu.addAction(QString());
    m_stay->setCheckable(true);
    m_menu.addSeparator();
    m_inbox = m_menu.addAction(QString(), this, &TrayIcon::inboxRequested);
    m_interests = m_menu.addAction(QString(), this, &TrayIcon::interestsRequested);
    m_quietMenu = m_menu.addMenu(QString());
    m_quietHour = m_quietMenu->addAction(QString(), &m_client, [this] { m_client.beQuietFor(1h); });
    m_quietTomorrow = m_quietMenu->addAction(QString(), &m_client, &Client::beQuietUntilTomorrow);
    m_endQuiet = m_quietMenu->addAction(QString(), &m_client, &Client::endQuiet);
    m_menu.addSeparator();
    m_settings = m_menu.addAction(QString(), this, &TrayIcon::settingsRequested);
    m_signInOut = m_menu.addAction(QString());
    m_about = m_menu.addAction(QString(), this, &TrayIcon::aboutRequested);
    m_menu.addSeparator();
    m_quit = m_menu.addAction(QString(), this, &TrayIcon::quitRequested);

    connect(m_connect, &QAction::triggered, this, [this] {
        const bool canConnect =
            m_client.status() == Client::Status::Offline || m_client.status() == Client::Status::Waiting;
        canConnect ? m_client.connectNow() : m_client.disconnectNow();
    });
    connect(m_stay, &QAction::triggered, this, [this](bool on) { m_preferences.set(StayConnected, on); });
    connect(m_signInOut, &QAction::triggered, this, [this] {
        m_client.status() == Client::Status::SignedOut ? Q_EMIT signInRequested() : Q_EMIT signOutRequested();
    });
}

void TrayIcon::retranslate()
{
    m_stay->setText(tr("&Stay connected"));
    m_interests->setText(tr("I&nterests…"));
    m_quietMenu->setTitle(tr("Q&uiet"));
    m_quietHour->setText(tr("For an &hour"));
    m_quietTomorrow->setText(tr("Until &tomorrow"));
    m_endQuiet->setText(tr("&End quiet"));
    m_settings->setText(tr("Se&ttings…"));
    m_about->setText(tr("A&bout Jarchi"));
    m_quit->setText(tr("&Quit"));
    showState();
}

/// Ends with a space where there is something to say.
QString TrayIcon::quietText() const
{
    if (!m_client.isQuiet())
        return {};
    const QDateTime until = m_client.quietUntil();
    if (!until.isValid())
        return tr("Quiet: no balloons for now.") + u' ';
    // Not "tomorrow", which would be wrong from midnight on.
    constexpr qint64 daySeconds = 24 * 60 * 60;
    const bool isFar = QDateTime::currentDateTime().secsTo(until) >= daySeconds;
    const QString time = widgets::clockText(until);
    const QString day = QLocale().dayName(until.toLocalTime().date().dayOfWeek());
    return (isFar ? tr("Quiet until %1, %2.").arg(day, time) : tr("Quiet until %1.").arg(time)) + u' ';
}

/// What a click on the icon does, where that is not to show the inbox.
QString TrayIcon::clickText() const
{
    switch (m_client.status()) {
    case Client::Status::SignedOut:
        return u'\n' + tr("Click to sign in.");
    case Client::Status::Offline:
        return u'\n' + tr("Click to connect.");
    default:
        return {};
    }
}

QString TrayIcon::stateText() const
{
    const QString quiet = quietText();
    switch (m_client.status()) {
    case Client::Status::SignedOut:
        return tr("Nobody is signed in");
    case Client::Status::Offline:
        return m_client.trouble().isEmpty() ? quiet + tr("Not connected") : m_client.trouble();
    case Client::Status::Connecting:
        return tr("Connecting to %1").arg(widgets::isolated(m_client.serverName()));
    case Client::Status::Waiting:
        return m_client.trouble().isEmpty() ? tr("Not connected") : m_client.trouble();
    case Client::Status::Connected:
        break;
    }
    const QString who = widgets::isolated(m_client.displayName());
    const auto left = m_client.timeLeft();
    if (!left)
        return quiet + tr("Connected as %1").arg(who);
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(*left).count();
    return quiet + tr("Connected as %1, for %2 more").arg(who, widgets::duration(seconds));
}

void TrayIcon::showState()
{
    using Status = Client::Status;
    const Status status = m_client.status();
    const bool isSignedIn = status != Status::SignedOut;
    const bool mayChangeAccount = !m_client.isSigningIn();
    const bool canConnect = status == Status::Offline || status == Status::Waiting;
    m_connect->setVisible(isSignedIn);
    m_connect->setText(canConnect ? tr("&Connect now") : tr("&Disconnect"));
    m_stay->setVisible(isSignedIn);
    m_stay->setChecked(m_preferences.get(StayConnected));
    const qint64 unread = m_client.unread();
    m_inbox->setText(unread > 0 ? tr("&Inbox, %Ln unread", nullptr, static_cast<int>(unread)) : tr("&Inbox"));
    m_interests->setEnabled(isSignedIn);
    m_endQuiet->setEnabled(m_client.isQuiet());
    m_signInOut->setText(isSignedIn ? tr("Sign &out…") : tr("Si&gn in…"));
    m_signInOut->setEnabled(mayChangeAccount);
    // The ring is for a visit that ends by itself.
    const bool runsDown = status == Status::Connected && m_client.timeLeft().has_value();
    if (runsDown != m_ring.isActive())
        runsDown ? m_ring.start() : m_ring.stop();
    showRing();
}

void TrayIcon::showRing()
{
    const QString text = stateText();
    m_state->setText(asMenuText(text, m_menu.fontMetrics()));
    const qint64 unread = m_client.unread();
    const QString toolTip =
        withoutTags(unread > 0 ? tr("Jarchi: %1\n%Ln unread", nullptr, static_cast<int>(unread)).arg(text)
                               : tr("Jarchi: %1").arg(text)) +
        clickText();
    if (toolTip != m_icon.toolTip()) // Each time, trays are told by the bus.
        m_icon.setToolTip(toolTip);
    showPicture();
}

void TrayIcon::showPicture()
{
    const TrayPicture now = picture();
    if (now == m_shown)
        return;
    m_shown = now;
    m_icon.setIcon(draw(now));
}

TrayPicture TrayIcon::picture() const
{
    using Status = Client::Status;
    TrayPicture picture;
    picture.unread = m_client.unread();
    switch (m_client.status()) {
    case Status::SignedOut:
        picture.icon = u"tray-offline"_s;
        break;
    case Status::Offline:
        picture.icon = m_client.trouble().isEmpty() ? u"tray-idle"_s : u"tray-trouble"_s;
        picture.isPale = m_client.trouble().isEmpty();
        break;
    case Status::Connecting:
        picture.icon = u"tray-connecting"_s;
        break;
    case Status::Waiting:
        picture.icon = u"tray-trouble"_s;
        break;
    case Status::Connected:
        picture.icon = u"tray-serving"_s;
        if (const auto left = m_client.timeLeft(); left && m_client.sessionLength() > 0ms) {
            picture.left =
                inRingSteps(static_cast<double>(left->count()) / static_cast<double>(m_client.sessionLength().count()));
        }
        break;
    }
    // What somebody has to do, or waits for, comes before what they wished themselves.
    const bool isAsItShouldBe = picture.icon == "tray-idle"_L1 || picture.icon == "tray-serving"_L1;
    if (m_client.isQuiet() && isAsItShouldBe)
        picture.icon = u"tray-quiet"_s;
    return picture;
}

void TrayIcon::onActivated(QSystemTrayIcon::ActivationReason reason)
{
    if (reason == QSystemTrayIcon::DoubleClick)
        Q_EMIT inboxRequested();
    if (reason != QSystemTrayIcon::Trigger)
        return;
    switch (m_client.status()) {
    case Client::Status::SignedOut:
        Q_EMIT signInRequested();
        break;
    case Client::Status::Offline:
        m_client.connectNow();
        break;
    default:
        Q_EMIT inboxRequested();
    }
}

} // namespace jarchi::ui

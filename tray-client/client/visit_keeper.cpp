// SPDX-License-Identifier: MIT
#include "client/visit_keeper.h"

#include <utility>

namespace jarchi::client {

using namespace std::chrono_literals;
using session::Visit;
using session::VisitEnd;
using std::chrono::milliseconds;
using std::chrono::seconds;
namespace setting = preferences::setting;

VisitKeeper::VisitKeeper(preferences::Preferences &preferences, const Clock &clock, Chance chance,
                         std::optional<seconds> session, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_clock(clock)
    , m_chance(std::move(chance))
    , m_sessionOfThisRun(session)
    , m_schedule(clock, m_chance)
{
    m_lookInTimer.setSingleShot(true);
    connect(&m_lookInTimer, &QTimer::timeout, this, &VisitKeeper::lookIn);
    connect(&m_preferences, &preferences::Preferences::changed, this, &VisitKeeper::onPreference);
    m_schedule.setInterval(std::chrono::minutes(m_preferences.get(setting::LookInMinutes)));
    lookIn();
}

VisitKeeper::~VisitKeeper() = default;

void VisitKeeper::setTicket(const std::optional<Ticket> &ticket)
{
    m_ticket = ticket;
}

seconds VisitKeeper::session() const
{
    if (m_sessionOfThisRun)
        return *m_sessionOfThisRun;
    return m_preferences.get(setting::StayConnected) ? 0s : seconds(m_preferences.get(setting::SessionSeconds));
}

milliseconds VisitKeeper::sessionLength() const
{
    return m_sessionOfThisRun.value_or(seconds(m_preferences.get(setting::SessionSeconds)));
}

std::optional<milliseconds> VisitKeeper::timeLeft() const
{
    return m_visit != nullptr ? m_visit->timeLeft() : std::nullopt;
}

void VisitKeeper::tryOut(const Ticket &ticket)
{
    leaveAtOnce();
    m_isTrial = true;
    // With a length: it does not come back by itself, since what was typed may be wrong.
    begin(ticket, seconds(setting::SessionSeconds.fallback));
}

void VisitKeeper::settle()
{
    m_isTrial = false;
    if (m_visit != nullptr)
        m_visit->setSession(session());
}

void VisitKeeper::begin(const Ticket &ticket, seconds session)
{
    m_comesBack = false;
    m_wasMissed = false;
    m_trouble.clear();
    session::VisitPlan plan;
    plan.server = ticket.server;
    plan.login = ticket.login;
    plan.session = session;
    plan.reconnecting = session::ReconnectPolicy({}, m_chance);
    m_visit = new Visit(std::move(plan), m_clock, this);
    connectVisit();
    m_visit->start();
}

void VisitKeeper::connectVisit()
{
    connect(m_visit, &Visit::stateChanged, this, &VisitKeeper::onState);
    connect(m_visit, &Visit::loggedIn, this, [this](const protocol::Welcome &welcome, const QString &epoch) {
        m_trouble.clear();
        Q_EMIT loggedIn(welcome, epoch);
        sendWaiting();
    });
    connect(m_visit, &Visit::notificationReceived, this, &VisitKeeper::notificationReceived);
    connect(m_visit, &Visit::caughtUp, this, &VisitKeeper::caughtUp);
    connect(m_visit, &Visit::waiting, this, [this](milliseconds, const QString &why) {
        say(why);
        failWaiting(why);
    });
    connect(m_visit, &Visit::finished, this, &VisitKeeper::onFinished);
}

void VisitKeeper::onState(State state)
{
    if (state != State::CatchingUp && state != State::Live)
        Q_EMIT aboutToLeave();
    if (state != State::Offline) // finished() comes at once, and says more.
        Q_EMIT stateChanged();
}

void VisitKeeper::onFinished(VisitEnd end, const QString &why)
{
    // It is in the middle of telling this, so it must not be deleted yet.
    std::exchange(m_visit, nullptr)->deleteLater();
    m_isTrial = false;
    m_wasMissed = end == VisitEnd::Unreachable;
    m_trouble = why;
    m_schedule.visitEnded();
    lookIn();
    Q_EMIT finished(end, why);
    if (m_comesBack && m_visit == nullptr && m_ticket && !m_isRetired)
        return connectNow();
    failWaiting(why.isEmpty() ? tr("There is no connection to the server now.") : why);
    Q_EMIT stateChanged();
}

void VisitKeeper::connectNow()
{
    if (m_visit == nullptr && m_ticket && !m_isRetired)
        return begin(*m_ticket, session());
    if (m_visit == nullptr)
        return;
    m_comesBack = m_visit->state() == State::Leaving;
    if (m_visit->state() == State::Waiting)
        m_visit->start();
}

void VisitKeeper::disconnectNow()
{
    m_comesBack = false;
    m_wasMissed = false;
    say({});
    if (m_visit != nullptr && m_visit->state() != State::Leaving)
        m_visit->stop();
}

void VisitKeeper::leaveAtOnce()
{
    if (m_visit == nullptr)
        return;
    Q_EMIT aboutToLeave();
    Visit *visit = std::exchange(m_visit, nullptr);
    visit->disconnect(this);
    visit->stop();
    visit->stop();
    visit->deleteLater();
    m_isTrial = false;
    m_comesBack = false;
    m_trouble.clear();
    failWaiting(tr("There is no connection to the server now."));
    Q_EMIT stateChanged();
}

void VisitKeeper::nudge()
{
    if (m_visit != nullptr)
        m_visit->nudge();
    else if (m_wasMissed)
        connectNow();
    lookIn();
}

void VisitKeeper::retire()
{
    m_isRetired = true;
    m_lookInTimer.stop();
}

void VisitKeeper::request(const protocol::ClientMessage &message, QObject *context, Done done)
{
    if (isLoggedIn())
        return m_visit->request(message, context, std::move(done));
    m_waiting.append({message, context, std::move(done)});
    if (m_isRetired)
        return failWaiting(tr("There is no connection to the server now."));
    if (!m_ticket)
        return failWaiting(tr("Nobody is signed in. Sign in first."));
    connectNow();
}

void VisitKeeper::sendWaiting()
{
    for (Waiting &waiting : std::exchange(m_waiting, {})) {
        if (waiting.context && m_visit != nullptr)
            m_visit->request(waiting.message, waiting.context, std::move(waiting.done));
    }
}

void VisitKeeper::failWaiting(const QString &why)
{
    for (Waiting &waiting : std::exchange(m_waiting, {})) {
        if (waiting.context) {
            QMetaObject::invokeMethod(
                waiting.context,
                [done = std::move(waiting.done), why] { done(failure(Error::Kind::Unavailable, why)); },
                Qt::QueuedConnection);
        }
    }
}

void VisitKeeper::acknowledge(const QList<protocol::NotificationId> &ids)
{
    if (m_visit != nullptr)
        m_visit->acknowledge(ids);
}

void VisitKeeper::giveUpStoring(const Error &why)
{
    if (m_visit != nullptr)
        m_visit->giveUpStoring(why);
}

void VisitKeeper::say(const QString &trouble)
{
    if (std::exchange(m_trouble, trouble) != trouble)
        Q_EMIT stateChanged();
}

void VisitKeeper::onPreference(QLatin1StringView key)
{
    if (key == setting::LookInMinutes.key) {
        m_schedule.setInterval(std::chrono::minutes(m_preferences.get(setting::LookInMinutes)));
        return lookIn();
    }
    if (key != setting::SessionSeconds.key && key != setting::StayConnected.key)
        return;
    m_sessionOfThisRun.reset();
    if (m_isTrial)
        return; // settle() comes, or it is over.
    if (m_visit != nullptr)
        m_visit->setSession(session());
    if (session() == 0s && (m_visit == nullptr || m_visit->state() == State::Leaving))
        connectNow();
    Q_EMIT stateChanged();
}

void VisitKeeper::lookIn()
{
    std::optional<milliseconds> left = m_schedule.timeLeft();
    if (left && *left <= 0ms) {
        if (m_visit == nullptr && m_ticket && !m_isRetired)
            return connectNow(); // Its end arms the timer again.
        m_schedule.visitEnded();
        left = m_schedule.timeLeft();
    }
    if (!left || m_isRetired)
        return m_lookInTimer.stop();
    // Not much longer, since a timer stands still while the computer sleeps.
    m_lookInTimer.start(std::min<milliseconds>(*left, 1min));
}

} // namespace jarchi::client

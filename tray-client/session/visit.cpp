// SPDX-License-Identifier: MIT
#include "session/visit.h"

#include <QLocale>
#include <QLoggingCategory>
#include <QScopedValueRollback>

#include <algorithm>

namespace jarchi::session {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

Q_LOGGING_CATEGORY(log, "jarchi.tray.visit")

std::optional<protocol::RetryWindow> windowAfter(const protocol::ErrorMessage &error)
{
    if (!error.retryAfter)
        return std::nullopt;
    // A single moment would bring everybody back at once.
    return protocol::RetryWindow{*error.retryAfter, *error.retryAfter + std::chrono::seconds(5)};
}

} // namespace

Visit::Visit(VisitPlan plan, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_plan(std::move(plan))
    , m_clock(clock)
    , m_machine(m_plan.session, m_plan.reconnecting, clock)
    , m_requests(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Visit::onTimeout);
    m_requestTimer.setSingleShot(true);
    connect(&m_requestTimer, &QTimer::timeout, this, [this] {
        m_requests.expire();
        armRequestTimer();
    });
    connectLink();
}

void Visit::connectLink()
{
    connect(&m_link, &ServerLink::greeted, this, [this](const protocol::Hello &hello) {
        m_epoch = hello.epoch;
        m_features = hello.features;
        post(event::Greeted{});
    });
    connect(&m_link, &ServerLink::loggedIn, this, [this](const protocol::Welcome &welcome) {
        m_trouble.clear();
        m_complaints = 0;
        keepToken(welcome.token);
        post(event::Welcomed{});
        Q_EMIT loggedIn(welcome, m_epoch);
    });
    connect(&m_link, &ServerLink::notificationReceived, this, [this](const protocol::Notification &notification) {
        // After the goodbye it could not be acknowledged any more, and it comes again next time.
        if (m_machine.isLoggedIn())
            Q_EMIT notificationReceived(notification);
    });
    connect(&m_link, &ServerLink::caughtUp, this, [this] {
        const bool isNews = m_machine.state() == VisitMachine::State::CatchingUp;
        post(event::CaughtUp{});
        if (isNews)
            Q_EMIT caughtUp();
    });
    connect(&m_link, &ServerLink::answerReceived, this,
            [this](const protocol::ServerMessage &answer, const QString &ref) { m_requests.answer(ref, answer); });
    connect(&m_link, &ServerLink::errorReceived, this, [this](const protocol::ErrorMessage &error, const QString &ref) {
        if (!m_requests.refuse(ref, error))
            onError(error);
    });
    connect(&m_link, &ServerLink::byeReceived, this, &Visit::onBye);
    connect(&m_link, &ServerLink::ended, this, [this](const Error &why) {
        if (m_machine.state() != VisitMachine::State::Leaving)
            m_trouble = why.message;
        post(event::LinkEnded{why.kind == Error::Kind::Refused});
    });
}

void Visit::start()
{
    post(event::Start{});
}

void Visit::stop()
{
    m_trouble.clear();
    post(event::Stop{});
}

void Visit::acknowledge(const QList<protocol::NotificationId> &ids)
{
    for (qsizetype first = 0; first < ids.size(); first += protocol::AckIds)
        m_link.send(protocol::Ack{ids.mid(first, protocol::AckIds)});
}

void Visit::giveUpStoring(const Error &why)
{
    m_trouble = why.message;
    post(event::StoreFailed{why.kind != Error::Kind::Unavailable});
}

void Visit::request(const protocol::ClientMessage &message, QObject *context,
                    std::function<void(const Result<protocol::ServerMessage> &)> done)
{
    const QString ref = m_requests.makeRef();
    const auto failLater = [context, &done](const Error &why) {
        QMetaObject::invokeMethod(
            context, [done = std::move(done), why] { done(tl::unexpected(why)); }, Qt::QueuedConnection);
    };
    if (protocol::encode(message, ref).size() > protocol::LineBytes)
        return failLater(toError({protocol::ErrorCode::TooLong, {}, {}}));
    if (m_machine.isLoggedIn() && std::holds_alternative<protocol::PreviewInterests>(message) &&
        !m_features.contains(protocol::PreviewFeature))
        return failLater(olderServer());
    // Sent first: if that is what breaks the link, the request is told so later, like every other.
    if (m_machine.isLoggedIn())
        m_link.send(message, ref);
    if (!m_machine.isLoggedIn())
        return failLater({Error::Kind::Unavailable, tr("There is no connection to the server now.")});
    m_isLoggingOut = m_isLoggingOut || std::holds_alternative<protocol::Logout>(message);
    m_requests.add(ref, message, context, std::move(done));
    armRequestTimer();
}

void Visit::nudge()
{
    post(event::Nudged{});
}

void Visit::setSession(std::chrono::seconds session)
{
    post(event::SessionChanged{session});
}

void Visit::keepToken(const QString &token)
{
    m_isLoggingOut = false;
    if (token.isEmpty())
        return;
    // Costs the server no Argon2id, and nobody who reads this program's memory later finds a password in it.
    m_plan.login.password.fill(u' ');
    m_plan.login.password.clear();
    m_plan.login.user.clear();
    m_plan.login.remember = false;
    m_plan.login.token = token;
}

void Visit::onError(const protocol::ErrorMessage &error)
{
    using protocol::ErrorCode;
    if (m_machine.isLoggedIn() && error.code == ErrorCode::BadCredentials) {
        m_trouble = tr("The password was changed, or the account removed. Sign in again.");
        return post(event::LoginRefused{});
    }
    if (m_machine.state() != VisitMachine::State::LoggingIn) {
        // Once, and not each time: a server that only complains must not fill the log.
        if (m_complaints++ == 0)
            qCWarning(log) << "The server reports" << protocol::toWire(error.code) << error.message;
        return;
    }
    switch (error.code) {
    case ErrorCode::BadCredentials:
        m_trouble = m_plan.login.token.isEmpty()
                        ? tr("The user name or the password is wrong. Check both, and try again.")
                        : tr("This computer is not signed in any more, perhaps because the password was changed. Sign "
                             "in again.");
        return post(event::LoginRefused{});
    case ErrorCode::Throttled:
        m_trouble = error.retryAfter ? tr("Too many failed logins. Try again in %1 s.")
                                           .arg(QLocale().toString(qlonglong(error.retryAfter->count())))
                                     : tr("Too many failed logins. Try again later.");
        return post(event::LoginPutOff{VisitEnd::LoginPutOff, windowAfter(error)});
    case ErrorCode::ServerBusy:
    case ErrorCode::TooManyConnections:
    case ErrorCode::Internal:
        m_trouble = tr("The server has no room for another login now. Try again later.");
        return post(event::LoginPutOff{VisitEnd::Unreachable, windowAfter(error)});
    default:
        // It says nothing about the password or the token, so neither is given up.
        m_trouble = tr("The server did not accept the login: %1").arg(error.message);
        return post(event::LoginPutOff{VisitEnd::LoginPutOff, windowAfter(error)});
    }
}

void Visit::onBye(const protocol::ServerBye &bye)
{
    if (m_machine.state() == VisitMachine::State::Leaving)
        return post(event::ServerLeft{}); // The answer to our own goodbye.
    // With a token that the server was told to forget, coming back would only be refused.
    const bool isForGood = m_isLoggingOut || bye.reason == protocol::ByeReason::Replaced;
    switch (bye.reason) {
    case protocol::ByeReason::Shutdown:
        m_trouble = tr("The server is shutting down.");
        break;
    case protocol::ByeReason::Limit:
        m_trouble = tr("The server has too many connections.");
        break;
    case protocol::ByeReason::Replaced:
        m_trouble = tr("Another session of the same user took the place of this one.");
        break;
    case protocol::ByeReason::Idle:
    case protocol::ByeReason::Slow:
    case protocol::ByeReason::Protocol:
        // Not wording for users; but a reason that came with an error before it is better than none.
        if (m_trouble.isEmpty() && !m_isLoggingOut)
            m_trouble = tr("The server ended the connection (%1).").arg(protocol::toWire(bye.reason));
        break;
    }
    post(event::ServerLeft{bye.retryAfter, isForGood});
}

void Visit::onTimeout()
{
    if (m_machine.state() == VisitMachine::State::Connecting || m_machine.state() == VisitMachine::State::LoggingIn)
        m_trouble = tr("%1 does not answer. Check the address, or try again later.").arg(toText(m_plan.server));
    post(event::TimePassed{});
}

void Visit::post(const VisitEvent &event)
{
    // One after the other: what a signal of this event sets off is an event of its own, after this one's actions.
    m_events.push_back(event);
    if (m_handling)
        return;
    const QScopedValueRollback handling(m_handling, true);
    while (!m_events.empty()) {
        const VisitEvent next = m_events.front();
        m_events.pop_front();
        step(next);
    }
}

void Visit::step(const VisitEvent &event)
{
    const VisitMachine::State before = m_machine.state();
    const VisitMachine::Actions actions = m_machine.handle(event);
    const VisitMachine::State after = m_machine.state();
    armTimer();
    if (after != before)
        Q_EMIT stateChanged(after);
    for (const VisitMachine::Action action : actions)
        perform(action);
    if (after != before && after == VisitMachine::State::Waiting)
        Q_EMIT waiting(*m_machine.deadline() - m_clock.monotonic(), m_trouble);
}

void Visit::perform(VisitMachine::Action action)
{
    switch (action) {
    case VisitMachine::Action::OpenLink:
        return m_link.open(m_plan.server);
    case VisitMachine::Action::SendLogin:
        return m_link.logIn(m_plan.login);
    case VisitMachine::Action::SendBye:
        return m_link.send(protocol::ClientBye{});
    case VisitMachine::Action::Probe:
        return m_link.probe();
    case VisitMachine::Action::CloseLink:
        m_link.close();
        return m_requests.failAll();
    case VisitMachine::Action::Finish:
        Q_EMIT finished(m_machine.end(), m_trouble);
        return;
    }
}

void Visit::armTimer()
{
    const auto deadline = m_machine.deadline();
    if (!deadline) {
        m_timer.stop();
        return;
    }
    m_timer.start(std::max(milliseconds::zero(), *deadline - m_clock.monotonic()));
}

void Visit::armRequestTimer()
{
    if (const auto deadline = m_requests.deadline())
        m_requestTimer.start(std::max(milliseconds::zero(), *deadline - m_clock.monotonic()));
}

} // namespace jarchi::session

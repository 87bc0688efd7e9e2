// SPDX-License-Identifier: MIT
#include "console/console_client.h"

#include "notify/plain_text.h"

#include <tuple>

namespace jarchi::console {

using session::Visit;
using session::VisitEnd;
using session::VisitMachine;

namespace {

ExitStatus statusOf(VisitEnd end)
{
    switch (end) {
    case VisitEnd::SessionOver:
        return Done;
    case VisitEnd::LoginRefused:
    case VisitEnd::LoginPutOff:
        return LoginRefused;
    case VisitEnd::Unreachable:
    case VisitEnd::Incompatible:
        return Unreachable;
    case VisitEnd::StoreFailed:
        return Failed;
    }
    return Failed;
}

} // namespace

ConsoleClient::ConsoleClient(session::VisitPlan plan, inbox::Inbox &inbox, notify::Notifier &notifier,
                             QTextStream &status, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_inbox(inbox)
    , m_notifier(notifier)
    , m_status(status)
    , m_visit(std::move(plan), clock)
    , m_receiver(inbox, {.show = [this](const auto &fresh) { return show(fresh); },
                         .acknowledge = [this](const auto &ids) { m_visit.acknowledge(ids); },
                         .fail = [this](const Error &why) { onStoreFailed(why); }})
{
    connectVisit();
}

void ConsoleClient::start()
{
    tellUntold();
    m_visit.start();
}

void ConsoleClient::stop()
{
    m_visit.stop();
}

void ConsoleClient::connectVisit()
{
    connect(&m_visit, &Visit::loggedIn, this, [this](const protocol::Welcome &welcome, const QString &epoch) {
        m_receiver.setEpoch(epoch);
        say(tr("connected as %1, %2 waiting").arg(welcome.displayName, QString::number(welcome.pending)));
    });
    connect(&m_visit, &Visit::notificationReceived, &m_receiver, &inbox::Receiver::take);
    connect(&m_visit, &Visit::caughtUp, this, [this] {
        m_receiver.flush(); // What was waiting is printed before it is said to be.
        say(tr("caught up"));
    });
    connect(&m_visit, &Visit::stateChanged, this, [this](VisitMachine::State state) {
        // Whichever way the visit goes on, what arrived is kept and acknowledged before the goodbye.
        if (state != VisitMachine::State::CatchingUp && state != VisitMachine::State::Live)
            m_receiver.flush();
    });
    connect(&m_visit, &Visit::waiting, this, &ConsoleClient::onWaiting);
    connect(&m_visit, &Visit::finished, this, &ConsoleClient::onFinished);
}

qsizetype ConsoleClient::show(const QList<protocol::Notification> &fresh)
{
    m_saidAboutStore.clear();
    qsizetype count = 0;
    while (!m_outputGone && count < fresh.size()) {
        if (const Result<void> shown = m_notifier.show({fresh.at(count)}); shown) {
            ++count;
        } else {
            m_outputGone = true;
            // Whoever read the output has seen enough: "head -n 1" is no failure worth a word.
            if (shown.error().kind != Error::Kind::Unavailable)
                m_outputTrouble = shown.error().message;
            m_visit.stop();
        }
    }
    noteTold();
    return count;
}

void ConsoleClient::tellUntold()
{
    const auto untold = m_inbox.takeUntold();
    if (!untold || untold->isEmpty())
        return;
    say(tr("in the inbox from before, perhaps never printed: %1").arg(untold->size()));
    noteTold();
}

void ConsoleClient::noteTold()
{
    // What cannot be noted is said once more at the next start, and no harm done.
    std::ignore = m_inbox.noteTold();
}

void ConsoleClient::onStoreFailed(const Error &why)
{
    if (m_saidAboutStore != why.message)
        say(tr("The inbox cannot keep what came, so it is not shown, and will come again: %1").arg(why.message));
    m_saidAboutStore = why.message;
    m_visit.giveUpStoring(why);
}

void ConsoleClient::onWaiting(std::chrono::milliseconds wait, const QString &why)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait);
    if (why != m_saidAboutStore)
        say(why);
    say(tr("reconnecting in %1 s").arg(seconds.count()));
}

void ConsoleClient::onFinished(VisitEnd end, const QString &why)
{
    if (!why.isEmpty() && why != m_saidAboutStore)
        say(why);
    if (!m_outputTrouble.isEmpty())
        say(m_outputTrouble);
    Q_EMIT finished(m_outputTrouble.isEmpty() ? statusOf(end) : Failed);
}

void ConsoleClient::say(const QString &sentence)
{
    // Names and errors in it come from the server.
    m_status << notify::harmlessLine(sentence) << Qt::endl;
}

} // namespace jarchi::console

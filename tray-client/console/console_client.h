// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "console/exit_status.h"
#include "inbox/inbox.h"
#include "inbox/receiver.h"
#include "notify/notifier.h"
#include "session/visit.h"

#include <QObject>
#include <QTextStream>

namespace jarchi::console {

/// Brings a visit, an inbox and a notifier together, and tells on a second stream how it goes. Lives in the thread of
/// the event loop; whoever runs that owns it.
class ConsoleClient : public QObject
{
    Q_OBJECT

public:
    /// `inbox`, `notifier`, `status` and `clock` outlive this.
    ConsoleClient(session::VisitPlan plan, inbox::Inbox &inbox, notify::Notifier &notifier, QTextStream &status,
                  const Clock &clock, QObject *parent = nullptr);

    void start();
    /// Says goodbye to the server; finished() comes soon. Asked twice, it comes at once.
    void stop();

Q_SIGNALS:
    void finished(jarchi::console::ExitStatus status);

private:
    void connectVisit();
    /// What a run before could not print for certain, because it was killed.
    void tellUntold();
    void noteTold();
    /// How many got out.
    [[nodiscard]] qsizetype show(const QList<protocol::Notification> &fresh);
    void onStoreFailed(const Error &why);
    void onWaiting(std::chrono::milliseconds wait, const QString &why);
    void onFinished(session::VisitEnd end, const QString &why);
    void say(const QString &sentence);

    inbox::Inbox &m_inbox;
    notify::Notifier &m_notifier;
    QTextStream &m_status;
    session::Visit m_visit;
    inbox::Receiver m_receiver;
    bool m_outputGone = false;
    QString m_outputTrouble;  ///< Why nothing can be printed, if that is anybody's fault.
    QString m_saidAboutStore; ///< The last sentence about an inbox that cannot store: once is enough.
};

} // namespace jarchi::console

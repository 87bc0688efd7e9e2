// SPDX-License-Identifier: MIT
#include "client/history_refill.h"

#include <QLoggingCategory>

namespace jarchi::client {

namespace {

Q_LOGGING_CATEGORY(log, "jarchi.tray.history")

} // namespace

HistoryRefill::HistoryRefill(VisitKeeper &visits, InboxKeeper &inboxes, QObject *parent)
    : QObject(parent)
    , m_visits(visits)
    , m_inboxes(inboxes)
{
    connect(&m_inboxes, &InboxKeeper::replaced, this, [this] {
        m_run.reset();
        m_before.reset();
    });
}

void HistoryRefill::start(const QString &epoch)
{
    if (m_inboxes.inbox() == nullptr || !m_inboxes.inbox()->wantsHistory())
        return;
    if (m_epoch != epoch)
        m_before.reset();
    m_epoch = epoch;
    m_run = std::make_unique<QObject>();
    askForPage();
}

void HistoryRefill::askForPage()
{
    if (!m_visits.isLoggedIn())
        return; // It goes on at the next visit; none is made for it.
    const protocol::HistoryRequest request{m_before, protocol::HistoryMost};
    m_visits.request(request, m_run.get(), [this](const Result<protocol::ServerMessage> &answer) {
        if (answer)
            return keep(std::get<protocol::HistoryPage>(*answer));
        qCDebug(log) << "The history goes on at the next visit:" << answer.error().message;
    });
}

void HistoryRefill::keep(const protocol::HistoryPage &page)
{
    inbox::Inbox &inbox = *m_inboxes.inbox();
    if (const Result<qint64> kept = inbox.storeHistory(m_epoch, page.items); !kept) {
        if (!m_inboxes.mend(kept.error()))
            qCWarning(log) << "The history cannot be kept:" << kept.error().message;
        return;
    }
    m_inboxes.noteChange();
    // A page that says that there is more and brings nothing older would go on for ever.
    const bool isOlder = !page.items.isEmpty() && (!m_before || page.items.constLast().id < *m_before);
    if (page.more && isOlder) {
        m_before = page.items.constLast().id;
        return askForPage();
    }
    m_before.reset();
    if (const Result<void> noted = inbox.noteHistoryComplete(); !noted)
        qCWarning(log) << "The history will be asked for again:" << noted.error().message;
}

} // namespace jarchi::client

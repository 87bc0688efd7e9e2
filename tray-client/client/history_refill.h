// SPDX-License-Identifier: MIT
#pragma once

#include "client/inbox_keeper.h"
#include "client/visit_keeper.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace jarchi::client {

/// Brings what the server knows of the past into an inbox that was made anew: page after page, the next one when the
/// last one is kept. A visit that ends in between goes on with the next visit where it was. Main thread; owned by the
/// client.
class HistoryRefill : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    HistoryRefill(VisitKeeper &visits, InboxKeeper &inboxes, QObject *parent = nullptr);

    /// When everything missed has come, in the database that `epoch` names. Nothing happens if the inbox wants no
    /// history.
    void start(const QString &epoch);

private:
    void askForPage();
    void keep(const protocol::HistoryPage &page);

    VisitKeeper &m_visits;
    InboxKeeper &m_inboxes;
    QString m_epoch;
    std::optional<protocol::NotificationId> m_before; ///< The oldest one that is kept; nothing at the beginning.
    std::unique_ptr<QObject> m_run; ///< Context of the question under way: gone when another inbox is meant.
};

} // namespace jarchi::client

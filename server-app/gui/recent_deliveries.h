// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/messages.h"
#include "store/notification_repository.h"

#include <QList>
#include <QTimer>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace jarchi::gui {

class ServerControl;

/// The last few things that were added here, and how many accounts have each by now: "Fairphone 6: delivered to 41 of
/// 57". Goes on counting while it is visible and somebody is missing.
class RecentDeliveries : public QWidget
{
    Q_OBJECT

public:
    RecentDeliveries(ServerControl &server, QWidget *parent);

    void add(const QString &title, protocol::NotificationId notification);

protected:
    void changeEvent(QEvent *event) override;

private:
    static constexpr qsizetype Most = 5;

    struct Entry
    {
        QString title;
        protocol::NotificationId notification = 0;
        store::Delivery delivery;
        bool isCounted = false; ///< `delivery` is known.
        QLabel *label = nullptr;
    };

    void count();
    void showEntry(const Entry &entry);

    ServerControl &m_server;
    QLabel *m_heading;
    QVBoxLayout *m_lines;
    QList<Entry> m_entries; ///< Newest first.
    QTimer m_timer;
};

} // namespace jarchi::gui

// SPDX-License-Identifier: MIT
#pragma once

#include "gui/reach_label.h"
#include "protocol/messages.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace jarchi::widgets {
class BalloonPreview;
} // namespace jarchi::widgets

namespace jarchi::gui {

class RecentDeliveries;
class ServerControl;

/// Beside a form for what will be sent: how it will look, how many it will reach, and what became of the last ones.
/// Owned by its page; main thread.
class PreviewColumn : public QWidget
{
    Q_OBJECT

public:
    /// `server` outlives this.
    PreviewColumn(ServerControl &server, QWidget *parent);

    /// What stands in the balloon while there is no title.
    void setPlaceholder(const QString &placeholder);
    void setContent(const QString &title, const QString &details, const QString &body, const QString &host);
    /// Without a question there is nothing to reach anybody with yet.
    void askReach(std::optional<ReachLabel::Question> question);
    void addDelivery(const QString &title, protocol::NotificationId notification);

private:
    QLabel *m_title;
    widgets::BalloonPreview *m_preview;
    ReachLabel *m_reach;
    RecentDeliveries *m_recent;
};

} // namespace jarchi::gui

// SPDX-License-Identifier: MIT
#include "gui/preview_column.h"

#include "gui/recent_deliveries.h"
#include "widgets/balloon_preview.h"
#include "widgets/translated.h"

#include <QLabel>
#include <QVBoxLayout>

namespace jarchi::gui {

using namespace widgets;

PreviewColumn::PreviewColumn(ServerControl &server, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_preview(new BalloonPreview(this))
    , m_reach(new ReachLabel(server, this))
    , m_recent(new RecentDeliveries(server, this))
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(m_preview);
    column->addWidget(m_reach);
    column->addSpacing(16);
    column->addWidget(m_recent);
    column->addStretch(1);
    translated(this, [this] { m_title->setText(tr("What they will see")); });
}

void PreviewColumn::setPlaceholder(const QString &placeholder)
{
    m_preview->setPlaceholder(placeholder);
}

void PreviewColumn::setContent(const QString &title, const QString &details, const QString &body, const QString &host)
{
    m_preview->setContent(title, details, body, host);
}

void PreviewColumn::askReach(std::optional<ReachLabel::Question> question)
{
    m_reach->ask(std::move(question));
}

void PreviewColumn::addDelivery(const QString &title, protocol::NotificationId notification)
{
    m_recent->add(title, notification);
}

} // namespace jarchi::gui

// SPDX-License-Identifier: MIT
#include "gui/recent_deliveries.h"

#include "gui/server_control.h"
#include "widgets/breakable.h"
#include "widgets/colours.h"
#include "widgets/format.h"
#include "widgets/text_label.h"
#include "widgets/translated.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace jarchi::gui {

using namespace Qt::StringLiterals;
using namespace widgets;

RecentDeliveries::RecentDeliveries(ServerControl &server, QWidget *parent)
    : QWidget(parent)
    , m_server(server)
    , m_heading(new QLabel(this))
    , m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(8);
    m_lines->addWidget(m_heading);
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_heading->hide();
    translated(this, [this] {
        m_heading->setText(tr("Just added"));
        std::for_each(m_entries.cbegin(), m_entries.cend(), [this](const Entry &entry) { showEntry(entry); });
    });
    m_timer.setInterval(400);
    connect(&m_timer, &QTimer::timeout, this, &RecentDeliveries::count);
}

void RecentDeliveries::add(const QString &title, protocol::NotificationId notification)
{
    auto *label = new TextLabel(this);
    label->setObjectName(u"delivery"_s);
    m_heading->show();
    m_lines->insertWidget(1, label);
    m_entries.prepend({title, notification, {}, false, label});
    showEntry(m_entries.first());
    if (m_entries.size() > Most) {
        m_entries.takeLast().label->deleteLater();
    }
    m_timer.start();
    count();
}

void RecentDeliveries::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange) {
        std::for_each(m_entries.cbegin(), m_entries.cend(), [this](const Entry &entry) { showEntry(entry); });
    }
    QWidget::changeEvent(event);
}

void RecentDeliveries::count()
{
    QList<protocol::NotificationId> open;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (!entry.isCounted || entry.delivery.delivered < entry.delivery.total) {
            open.append(entry.notification);
        }
    }
    if (open.isEmpty() || !m_server.isOpen()) {
        m_timer.stop();
        return;
    }
    if (!isVisible()) {
        return; // It goes on when somebody looks.
    }
    using Counts = std::map<protocol::NotificationId, store::Delivery>;
    m_server.reader().read(
        this,
        [open](store::Store &store) {
            Counts counts;
            for (const protocol::NotificationId id : open) {
                if (const auto delivery = store.notifications().delivery(id)) {
                    counts.emplace(id, *delivery);
                }
            }
            return counts;
        },
        [this](const Counts &counts) {
            for (Entry &entry : m_entries) {
                if (const auto found = counts.find(entry.notification); found != counts.cend()) {
                    entry.delivery = found->second;
                    entry.isCounted = true;
                    showEntry(entry);
                }
            }
        });
}

void RecentDeliveries::showEntry(const Entry &entry)
{
    const auto &[delivered, total] = entry.delivery;
    const QString title = isolated(breakable(entry.title));
    const bool isDone = entry.isCounted && delivered == total;
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText,
                    isDone && total > 0 ? colour(Tone::Success, colors) : colors.color(QPalette::WindowText));
    entry.label->setPalette(colors);
    if (!entry.isCounted) {
        entry.label->setText(tr("%1: added").arg(title));
    } else if (total == 0) {
        entry.label->setText(tr("%1: added; nobody is interested in it yet").arg(title));
    } else {
        entry.label->setText(tr("%1: delivered to %2 of %3").arg(title, number(delivered), number(total)));
    }
}

} // namespace jarchi::gui

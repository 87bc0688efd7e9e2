// SPDX-License-Identifier: MIT
#include "ui/status_line.h"

#include "widgets/colours.h"
#include "widgets/format.h"
#include "widgets/translated.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace jarchi::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using client::Client;
using widgets::Tone;

namespace {

constexpr int DotSize = 8;

Tone toneOf(Client::Status status)
{
    switch (status) {
    case Client::Status::Connected:
        return Tone::Success;
    case Client::Status::Connecting:
        return Tone::Accent;
    case Client::Status::Waiting:
        return Tone::Warning;
    case Client::Status::SignedOut:
    case Client::Status::Offline:
        break;
    }
    return Tone::Quiet;
}

} // namespace

StatusLine::StatusLine(Client &client, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_dot(new QLabel(this))
    , m_state(new QLabel(this))
    , m_count(new QLabel(this))
    , m_action(new QPushButton(this))
{
    m_state->setObjectName(u"connectionState"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setMinimumWidth(1); // A server's name may be long; the window may be narrow.
    m_count->setObjectName(u"entryCount"_s);
    m_count->setTextFormat(Qt::PlainText);
    m_action->setObjectName(u"connect"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_dot);
    row->addWidget(m_state);
    row->addWidget(m_action);
    row->addStretch(1);
    row->addWidget(m_count);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &StatusLine::showState);
    connect(m_action, &QPushButton::clicked, this, &StatusLine::act);
    connect(&client, &Client::statusChanged, this, &StatusLine::showState);
    widgets::translated(this, [this] { showState(); });
}

void StatusLine::setCount(const QString &count)
{
    m_count->setText(count);
}

void StatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        showDot();
    QWidget::changeEvent(event);
}

void StatusLine::showEvent(QShowEvent *event)
{
    showState();
    QWidget::showEvent(event);
}

void StatusLine::hideEvent(QHideEvent *event)
{
    showState();
    QWidget::hideEvent(event);
}

void StatusLine::showState()
{
    const Client::Status status = m_client.status();
    m_state->setText(stateText());
    m_action->setVisible(status != Client::Status::Connecting);
    switch (status) {
    case Client::Status::SignedOut:
        m_action->setText(tr("Si&gn in…"));
        break;
    case Client::Status::Connected:
        m_action->setText(tr("Dis&connect"));
        break;
    default:
        m_action->setText(tr("&Connect"));
    }
    showDot();
    const bool runsDown = isVisible() && m_client.timeLeft().has_value();
    if (runsDown != m_second.isActive())
        runsDown ? m_second.start() : m_second.stop();
}

QString StatusLine::stateText() const
{
    const QString server = widgets::isolated(m_client.serverName());
    const auto left = m_client.timeLeft();
    const QString time = left ? widgets::duration(std::chrono::ceil<std::chrono::seconds>(*left).count()) : QString();
    switch (m_client.status()) {
    case Client::Status::SignedOut:
        return tr("Nobody is signed in");
    case Client::Status::Offline:
        return tr("Not connected");
    case Client::Status::Connecting:
        return tr("Connecting to %1…").arg(server);
    case Client::Status::Waiting:
        return left ? tr("Not connected; the next try is in %1").arg(time) : tr("Not connected");
    case Client::Status::Connected:
        break;
    }
    return left ? tr("Connected to %1 for %2 more").arg(server, time) : tr("Connected to %1").arg(server);
}

void StatusLine::showDot()
{
    const qreal scale = devicePixelRatioF();
    QPixmap dot(QSize(DotSize, DotSize) * scale);
    dot.setDevicePixelRatio(scale);
    dot.fill(Qt::transparent);
    QPainter painter(&dot);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(widgets::colour(toneOf(m_client.status()), palette()));
    painter.drawEllipse(0, 0, DotSize, DotSize);
    painter.end();
    m_dot->setPixmap(dot);
}

void StatusLine::act()
{
    switch (m_client.status()) {
    case Client::Status::SignedOut:
        Q_EMIT signInRequested();
        break;
    case Client::Status::Connecting:
    case Client::Status::Connected:
        m_client.disconnectNow();
        break;
    case Client::Status::Offline:
    case Client::Status::Waiting:
        m_client.connectNow();
        break;
    }
}

} // namespace jarchi::ui

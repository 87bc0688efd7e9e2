// SPDX-License-Identifier: MIT
#include "gui/server_panel.h"

#include "gui/server_control.h"
#include "widgets/colours.h"
#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/text_label.h"
#include "widgets/translated.h"

#include <QDir>
#include <QEvent>
#include <QGridLayout>

#include <optional>

namespace jarchi::gui {

using namespace Qt::StringLiterals;
using namespace widgets;

ServerPanel::ServerPanel(ServerControl &server, QWidget *parent)
    : QWidget(parent)
    , m_server(server)
    , m_state(new QLabel(this))
    , m_startStop(new QPushButton(this))
{
    setObjectName(u"serverPanel"_s);
    m_state->setObjectName(u"serverState"_s);
    m_startStop->setObjectName(u"startStop"_s);
    QFont large = m_state->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setBold(true);
    m_state->setFont(large);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->addWidget(m_state, 0, 0, 1, 2);
    for (int which = 0; which < FactCount; ++which) {
        auto *name = new QLabel(this);
        auto *value = new TextLabel(this);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(name, which + 1, 0, Qt::AlignTop);
        grid->addWidget(value, which + 1, 1, Qt::AlignTop);
        m_names.append(name);
        m_facts.append(value);
    }
    grid->addWidget(m_startStop, FactCount + 2, 0, 1, 2, Qt::AlignLeading);
    grid->setRowStretch(FactCount + 1, 1);
    grid->setColumnStretch(1, 1);

    connect(m_startStop, &QPushButton::clicked, this, &ServerPanel::startOrStop);
    connect(&m_server, &ServerControl::stateChanged, this, &ServerPanel::showServer);
    connect(&m_server, &ServerControl::snapshotTaken, this, &ServerPanel::showServer);
    connect(&m_server, &ServerControl::troubleChanged, this, &ServerPanel::showServer);
    translated(this, [this] {
        m_names[Listening]->setText(tr("Listening on"));
        m_names[Database]->setText(tr("Database"));
        m_names[Connections]->setText(tr("Connections"));
        m_names[LastPoll]->setText(tr("Last poll"));
        m_names[Deliveries]->setText(tr("Delivered"));
        showServer();
    });
}

void ServerPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange) {
        showServer();
    }
    QWidget::changeEvent(event);
}

void ServerPanel::showServer()
{
    const auto state = m_server.state();
    const bool hasTrouble = !m_server.trouble().isEmpty();
    std::optional<Tone> tone;
    switch (state) {
    case ServerControl::State::Stopped:
        tone = hasTrouble ? std::optional(Tone::Error) : std::nullopt;
        m_state->setText(hasTrouble ? tr("Cannot start") : tr("Stopped"));
        break;
    case ServerControl::State::Starting:
        m_state->setText(hasTrouble ? tr("Trying again…") : tr("Starting…"));
        break;
    case ServerControl::State::Running:
        tone = hasTrouble ? Tone::Warning : Tone::Success;
        m_state->setText(hasTrouble ? tr("Running, with trouble") : tr("Running"));
        break;
    case ServerControl::State::Stopping:
        m_state->setText(tr("Stopping…"));
        break;
    }
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, tone ? colour(*tone, colors) : colors.color(QPalette::WindowText));
    m_state->setPalette(colors);
    const bool mayStop =
        state == ServerControl::State::Running || (state != ServerControl::State::Stopping && hasTrouble);
    m_startStop->setText(mayStop ? tr("S&top serving") : tr("S&tart serving"));
    m_startStop->setIcon(icon(mayStop ? u"stop"_s : u"start"_s));
    m_startStop->setEnabled(mayStop || state == ServerControl::State::Stopped);

    colors.setColor(QPalette::WindowText, colour(Tone::Quiet, palette()));
    for (int which = 0; which < FactCount; ++which) {
        m_names[which]->setPalette(colors);
        m_facts[which]->setText(fact(which));
    }
}

QString ServerPanel::fact(int which) const
{
    const engine::Snapshot &snapshot = m_server.snapshot();
    const bool isRunning = m_server.state() == ServerControl::State::Running;
    switch (which) {
    case Listening: {
        QStringList endpoints;
        for (const net::Endpoint &endpoint : m_server.endpoints()) {
            endpoints.append(endpoint.toString());
        }
        return endpoints.isEmpty() ? tr("nothing") : endpoints.join(u'\n');
    }
    case Database:
        return QDir::toNativeSeparators(m_server.database());
    case Connections:
        return isRunning ? number(snapshot.connections.size()) : tr("none");
    case LastPoll:
        return snapshot.lastPoll.isValid() ? shortTime(snapshot.lastPoll) : tr("not yet");
    case Deliveries:
        return isRunning ? tr("%Ln since the start", nullptr, static_cast<int>(snapshot.delivered)) : tr("none");
    default:
        return {};
    }
}

void ServerPanel::startOrStop()
{
    if (m_server.state() == ServerControl::State::Running || !m_server.trouble().isEmpty()) {
        m_server.stop();
    } else {
        m_server.start();
    }
}

} // namespace jarchi::gui

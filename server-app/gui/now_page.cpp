// SPDX-License-Identifier: MIT
#include "gui/now_page.h"

#include "gui/log_view.h"
#include "gui/rate_plot.h"
#include "gui/server_control.h"
#include "gui/server_panel.h"
#include "gui/shop_state.h"
#include "widgets/empty_state.h"
#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/table.h"
#include "widgets/translated.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QTabWidget>

namespace jarchi::gui {

using namespace Qt::StringLiterals;
using namespace widgets;

namespace {

constexpr auto ColumnsKey = "window/connectionColumns"_L1;

} // namespace

NowPage::NowPage(ServerControl &server, ShopState &shop, const LogBook &log, QSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_server(server)
    , m_shop(shop)
    , m_settings(settings)
    , m_panel(new ServerPanel(server, this))
    , m_plotTitle(new QLabel(this))
    , m_plot(new RatePlot(this))
    , m_tabs(new QTabWidget(this))
    , m_table(new Table(this))
    , m_nobody(new EmptyState(u"now"_s, this))
    , m_disconnect(new QPushButton(this))
    , m_log(new LogView(log, this))
{
    QFont bold = m_plotTitle->font();
    bold.setBold(true);
    m_plotTitle->setFont(bold);
    m_tabs->setObjectName(u"nowTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makeConnections(), QString());
    m_tabs->addTab(m_log, QString());

    auto *plot = new QVBoxLayout;
    plot->setSpacing(8);
    plot->addWidget(m_plotTitle);
    plot->addWidget(m_plot, 1);
    auto *above = new QHBoxLayout;
    above->setSpacing(32);
    above->addWidget(m_panel, 2);
    above->addLayout(plot, 3);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(24, 24, 24, 16);
    whole->setSpacing(16);
    whole->addLayout(above, 2);
    whole->addWidget(m_tabs, 3);

    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_disconnect->setEnabled(!m_table->selectedRows().isEmpty()); });
    connect(m_disconnect, &QPushButton::clicked, this, &NowPage::disconnectSelected);
    connect(m_table, &Table::removalRequested, this, &NowPage::disconnectSelected);
    connect(m_nobody, &EmptyState::acted, this, &NowPage::takeFirstStep);
    connect(&m_shop, &ShopState::changed, this, &NowPage::showNobody);
    connect(&m_server, &ServerControl::snapshotTaken, this, &NowPage::showSnapshot);
    connect(&m_server, &ServerControl::stateChanged, this, &NowPage::showNobody);
    translated(this, [this] { setTexts(); });
}

NowPage::~NowPage()
{
    m_settings.setValue(ColumnsKey, m_table->columnState());
}

QWidget *NowPage::makeConnections()
{
    m_table->setObjectName(u"connections"_s);
    m_table->setModel(&m_connections);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ConnectionsModel::Since, Qt::AscendingOrder);
    m_table->setColumns({18, 18, 22, 20, 12, 12, 12}, ConnectionsModel::Account);
    m_table->restoreColumns(m_settings.value(ColumnsKey).toByteArray());
    m_disconnect->setObjectName(u"disconnectClient"_s);
    m_disconnect->setEnabled(false);
    auto *page = new QWidget(this);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_nobody);
    m_stack->addWidget(m_table);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(8);
    column->addLayout(m_stack, 1);
    column->addWidget(m_disconnect, 0, Qt::AlignLeading);
    return page;
}

void NowPage::showLog()
{
    m_tabs->setCurrentWidget(m_log);
}

void NowPage::setTexts()
{
    m_plotTitle->setText(tr("Deliveries a minute"));
    m_tabs->setTabText(1, tr("Log"));
    m_table->setAccessibleName(tr("Connections"));
    m_disconnect->setText(tr("&Disconnect"));
    m_disconnect->setIcon(icon(u"disconnect"_s));
    m_disconnect->setToolTip(tr("Ends the selected connections. A client may come back."));
    showNobody();
    showSnapshot();
}

void NowPage::showSnapshot()
{
    const engine::Snapshot &snapshot = m_server.snapshot();
    m_connections.update(snapshot.connections);
    m_tabs->setTabText(0, tr("Connections (%1)").arg(number(snapshot.connections.size())));
    m_stack->setCurrentWidget(snapshot.connections.isEmpty() ? static_cast<QWidget *>(m_nobody) : m_table);
    m_disconnect->setVisible(!snapshot.connections.isEmpty());
    // A server that was started anew counts from zero.
    const qint64 more = snapshot.delivered - std::min(m_lastDelivered, snapshot.delivered);
    m_lastDelivered = snapshot.delivered;
    m_plot->add(QDateTime::currentDateTimeUtc(), more);
}

void NowPage::showNobody()
{
    if (isStopped()) {
        m_nobody->setTexts(tr("The server is stopped"), tr("Nobody can connect, and nobody is told anything."),
                           tr("Start serving"));
    } else if (m_server.endpoints().isEmpty()) {
        m_nobody->setTexts(tr("Nobody is connected"), tr("The server is not running yet."));
    } else if (m_shop.lacksAccounts()) {
        m_nobody->setTexts(tr("Nobody can connect yet"),
                           tr("There is no account. Add one, and tell its name and password to whoever will use it."),
                           tr("Add the first account"));
    } else {
        m_nobody->setTexts(tr("Nobody is connected"),
                           tr("Whoever logs in with jarchi-tray at %1 appears here. Those who are away get everything "
                              "when they come back.")
                               .arg(isolated(m_server.endpoints().first().toString())),
                           tr("Copy the address"));
    }
}

void NowPage::takeFirstStep()
{
    if (isStopped()) {
        m_server.start();
    } else if (m_shop.lacksAccounts()) {
        Q_EMIT accountRequested();
    } else if (!m_server.endpoints().isEmpty()) {
        QGuiApplication::clipboard()->setText(m_server.endpoints().first().toString());
    }
}

bool NowPage::isStopped() const
{
    return m_server.state() == ServerControl::State::Stopped && m_server.trouble().isEmpty();
}

void NowPage::disconnectSelected()
{
    for (const int row : m_table->selectedRows()) {
        m_server.disconnectClient(m_connections.connection(row).id);
    }
}

} // namespace jarchi::gui

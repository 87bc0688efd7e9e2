// SPDX-License-Identifier: MIT
#pragma once

#include "gui/connections_model.h"

#include <QSettings>
#include <QWidget>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedLayout;
class QTabWidget;

namespace jarchi::widgets {
class EmptyState;
class Table;
} // namespace jarchi::widgets

namespace jarchi::gui {

class LogBook;
class LogView;
class RatePlot;
class ServerControl;
class ServerPanel;

/// What is going on: the server, who is connected, deliveries a minute, the log.
class NowPage : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive this.
    NowPage(ServerControl &server, const LogBook &log, QSettings &settings, QWidget *parent = nullptr);
    ~NowPage() override;

    void showLog();

private:
    QWidget *makeConnections();
    void setTexts();
    void showSnapshot();
    void showState();
    void disconnectSelected();

    ServerControl &m_server;
    QSettings &m_settings;
    ConnectionsModel m_connections;
    ServerPanel *m_panel;
    QLabel *m_plotTitle;
    RatePlot *m_plot;
    QTabWidget *m_tabs;
    widgets::Table *m_table;
    widgets::EmptyState *m_nobody;
    QStackedLayout *m_stack = nullptr;
    QPushButton *m_disconnect;
    LogView *m_log;
    qint64 m_lastDelivered = 0;
};

} // namespace jarchi::gui

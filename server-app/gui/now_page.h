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
class ShopState;

/// What is going on: the server, who is connected, deliveries a minute, the log.
class NowPage : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive this.
    NowPage(ServerControl &server, ShopState &shop, const LogBook &log, QSettings &settings, QWidget *parent = nullptr);
    ~NowPage() override;

    void showLog();

Q_SIGNALS:
    /// There is nobody yet who could connect.
    void accountRequested();

private:
    QWidget *makeConnections();
    void setTexts();
    void showSnapshot();
    void showNobody();
    void takeFirstStep();
    [[nodiscard]] bool isStopped() const;
    void disconnectSelected();

    ServerControl &m_server;
    ShopState &m_shop;
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

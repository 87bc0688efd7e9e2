// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>
#include <QList>
#include <QPushButton>

class QFormLayout;

namespace jarchi::gui {

class ServerControl;

/// What the server is doing, and the button that starts and stops it.
class ServerPanel : public QWidget
{
    Q_OBJECT

public:
    /// `server` outlives this.
    ServerPanel(ServerControl &server, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Fact { Listening, Database, Connections, LastPoll, Deliveries, FactCount };

    void showServer();
    [[nodiscard]] QString fact(int which) const;
    void startOrStop();

    ServerControl &m_server;
    QLabel *m_state;
    QPushButton *m_startStop;
    QList<QLabel *> m_names;
    QList<QLabel *> m_facts;
};

} // namespace jarchi::gui

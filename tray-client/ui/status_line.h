// SPDX-License-Identifier: MIT
#pragma once

#include "client/client.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace jarchi::ui {

/// Whether the client is connected, for how much longer, and the button that changes it. Main thread.
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    /// `client` outlives this.
    explicit StatusLine(client::Client &client, QWidget *parent = nullptr);

    /// What the list has in it: stands at the line's end.
    void setCount(const QString &count);

Q_SIGNALS:
    void signInRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void showState();
    void showDot();
    void act();
    [[nodiscard]] QString stateText() const;

    client::Client &m_client;
    QLabel *m_dot;
    QLabel *m_state;
    QLabel *m_count;
    QPushButton *m_action;
    QTimer m_second; ///< While a time runs down and somebody can see it.
};

} // namespace jarchi::ui

// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace jarchi::widgets {

/// What stands where a list would be while it has nothing in it: why, and the button that does what to do first.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const QString &iconName, QWidget *parent);

    /// Without `action` there is no button.
    void setTexts(const QString &title, const QString &text, const QString &action = {});

Q_SIGNALS:
    void acted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintIcon();

    const QString m_iconName;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_action;
};

} // namespace jarchi::widgets

// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace jarchi::widgets {

/// Where a new password is typed, or suggested: with how strong it is, a way to look at it, and a way to copy it. Once
/// the dialog closes nobody sees it again.
class PasswordField : public QWidget
{
    Q_OBJECT

public:
    explicit PasswordField(QWidget *parent = nullptr);

    [[nodiscard]] QString password() const;
    /// A password that has the name in it is a weak one.
    void setAccountName(const QString &name);
    [[nodiscard]] QLineEdit *lineEdit() const { return m_line; }

Q_SIGNALS:
    void edited();

private:
    void setTexts();
    void showStrength();
    void suggest();

    QLineEdit *m_line;
    QToolButton *m_reveal;
    QPushButton *m_suggest;
    QPushButton *m_copy;
    QProgressBar *m_bar;
    QLabel *m_strength;
    QString m_accountName;
};

} // namespace jarchi::widgets

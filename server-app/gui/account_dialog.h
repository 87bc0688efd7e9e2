// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "people/account.h"
#include "widgets/growing_dialog.h"

class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace jarchi::widgets {
class FormField;
class MessageBar;
class PasswordField;
} // namespace jarchi::widgets

namespace jarchi::gui {

class ServerControl;

/// Adds an account, or sets a new password for one. The hash is computed and stored meanwhile; the dialog closes when
/// it is done, and otherwise says why it is not.
class AccountDialog : public widgets::GrowingDialog
{
    Q_OBJECT

public:
    /// For a new account. `server` outlives this; its database is open.
    AccountDialog(ServerControl &server, QWidget *parent);
    /// For a new password.
    AccountDialog(ServerControl &server, const people::Account &account, QWidget *parent);

    void accept() override;

Q_SIGNALS:
    /// It is stored.
    void stored(jarchi::people::AccountId account, const QString &name);

private:
    void build();
    void setTexts();
    void showFaults();
    [[nodiscard]] bool isNew() const { return m_account.id == 0; }
    void store(const QString &name, const QString &displayName, const QByteArray &hash);
    void finish(const Result<people::AccountId> &outcome, const QString &name);
    void setBusy(bool busy);

    ServerControl &m_server;
    const people::Account m_account;
    widgets::MessageBar *m_message;
    QLineEdit *m_name;
    QLineEdit *m_displayName;
    widgets::PasswordField *m_password;
    widgets::FormField *m_nameField;
    widgets::FormField *m_displayNameField;
    widgets::FormField *m_passwordField;
    QLabel *m_note;
    QDialogButtonBox *m_buttons;
    bool m_submitted = false; ///< From then on also what is empty is a fault.
};

} // namespace jarchi::gui

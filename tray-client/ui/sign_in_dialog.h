// SPDX-License-Identifier: MIT
#pragma once

#include "client/client.h"
#include "preferences/preferences.h"
#include "widgets/growing_dialog.h"

#include <QPointer>

class QCheckBox;
class QDialogButtonBox;
class QLineEdit;
class QProgressBar;

namespace jarchi::widgets {
class FormField;
class MessageBar;
class TextLabel;
} // namespace jarchi::widgets

namespace jarchi::ui {

/// Asks who signs in, and where. It stays, with all that was typed, until that has worked or was given up: whatever
/// goes wrong is said in it. Owned by whoever shows it; main thread.
class SignInDialog : public widgets::GrowingDialog
{
    Q_OBJECT

public:
    /// Both outlive this.
    SignInDialog(client::Client &client, preferences::Preferences &preferences, QWidget *parent = nullptr);

    /// Why it is shown, if it is not the first time: "The password was changed." With a button that asks the keychain
    /// again, if that is what kept silent.
    void say(const QString &why);
    /// What somebody typed elsewhere, such as on the command line.
    void fill(const client::SignIn &details);
    void accept() override;
    /// Ends the attempt that is under way; the next one closes.
    void reject() override;
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void build();
    void focusFirst();
    void setTexts();
    /// What was left out, beside its field; a fault that the server found stays where it is.
    void showMissing();
    [[nodiscard]] QString missing(const widgets::FormField *field) const;
    void onFailed(const client::SignInFault &fault);
    void setBusy(bool isBusy);
    void cancel();
    void askAgain();

    client::Client &m_client;
    widgets::MessageBar *m_message;
    widgets::TextLabel *m_intro;
    QLineEdit *m_server;
    QLineEdit *m_user;
    QLineEdit *m_password;
    widgets::FormField *m_serverField;
    widgets::FormField *m_userField;
    widgets::FormField *m_passwordField;
    QCheckBox *m_remember;
    QCheckBox *m_stay;
    QProgressBar *m_progress;
    QDialogButtonBox *m_buttons;
    bool m_isBusy = false;
    bool m_asksAgain = false;              ///< The keychain, and not a server.
    bool m_wasCancelled = false;           ///< The answer of what was cancelled may still come.
    QList<widgets::FormField *> m_missing; ///< Those that say that nothing was typed.
    QPointer<QWidget> m_focus;             ///< Where to go on after an attempt.
};

} // namespace jarchi::ui

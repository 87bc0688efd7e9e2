// SPDX-License-Identifier: MIT
#include "gui/account_dialog.h"

#include "base/text_rules.h"
#include "gui/background.h"
#include "gui/server_control.h"
#include "people/password_hasher.h"
#include "store/account_repository.h"
#include "widgets/form_field.h"
#include "widgets/format.h"
#include "widgets/message_bar.h"
#include "widgets/password_field.h"
#include "widgets/text_label.h"
#include "widgets/translated.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace jarchi::gui {

using namespace Qt::StringLiterals;
using namespace widgets;

AccountDialog::AccountDialog(ServerControl &server, QWidget *parent)
    : AccountDialog(server, people::Account(), parent)
{
}

AccountDialog::AccountDialog(ServerControl &server, const people::Account &account, QWidget *parent)
    : GrowingDialog(parent)
    , m_server(server)
    , m_account(account)
    , m_message(new MessageBar(this))
    , m_name(new QLineEdit(this))
    , m_displayName(new QLineEdit(this))
    , m_password(new PasswordField(this))
    , m_nameField(new FormField(m_name, this))
    , m_displayNameField(new FormField(m_displayName, this))
    , m_passwordField(new FormField(m_password, this, m_password->lineEdit()))
    , m_note(new TextLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setObjectName(u"accountDialog"_s);
    m_note->setMinimumWidth(400); // Not the dialog's own: its layout decides about that.
    build();
    translated(this, [this] { setTexts(); });
}

void AccountDialog::build()
{
    m_name->setObjectName(u"accountName"_s);
    m_displayName->setObjectName(u"accountDisplayName"_s);
    m_nameField->setVisible(isNew());
    m_displayNameField->setVisible(isNew());
    m_password->setAccountName(m_account.name);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(16);
    column->addWidget(m_message);
    column->addWidget(m_note);
    column->addWidget(m_nameField);
    column->addWidget(m_displayNameField);
    column->addWidget(m_passwordField);
    column->addStretch(1);
    column->addWidget(m_buttons);

    connect(m_name, &QLineEdit::textChanged, this, [this] {
        m_password->setAccountName(m_name->text());
        m_displayName->setPlaceholderText(m_name->text());
        showFaults();
    });
    connect(m_displayName, &QLineEdit::textChanged, this, &AccountDialog::showFaults);
    connect(m_password, &PasswordField::edited, this, &AccountDialog::showFaults);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &AccountDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &AccountDialog::reject);
    isNew() ? m_name->setFocus() : m_password->setFocus();
}

void AccountDialog::setTexts()
{
    setWindowTitle(isNew() ? tr("Add an account") : tr("Set a password"));
    m_note->setText(isNew() ? tr("Tell the name and the password to whoever will use it. The password is not shown "
                                 "again.")
                            : tr("A new password for “%1”. It is not shown again. Whoever is logged in with the old "
                                 "one has to log in anew.")
                                  .arg(isolated(m_account.name)));
    m_nameField->setLabel(tr("User &name"));
    m_displayNameField->setLabel(tr("&Display name"));
    m_passwordField->setLabel(tr("&Password"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(isNew() ? tr("&Add") : tr("&Set"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    showFaults();
}

void AccountDialog::showFaults()
{
    const auto name = people::validatedName(m_name->text());
    const bool nameCounts = isNew() && (m_submitted || !m_name->text().isEmpty());
    m_nameField->setFault(nameCounts && !name ? name.error().message : QString());
    const auto displayName = people::validatedDisplayName(m_displayName->text());
    m_displayNameField->setFault(isNew() && !m_displayName->text().trimmed().isEmpty() && !displayName
                                     ? displayName.error().message
                                     : QString());
    const QString password = m_password->password();
    if (password.toUtf8().size() > limits::PasswordBytes) {
        m_passwordField->setFault(
            tr("Too long: at most %Ln byte(s).", nullptr, static_cast<int>(limits::PasswordBytes)));
    } else if (m_submitted && password.isEmpty()) {
        m_passwordField->setFault(tr("The password is empty."));
    } else {
        m_passwordField->setFault({});
    }
}

void AccountDialog::accept()
{
    m_submitted = true;
    showFaults();
    for (FormField *field : {m_nameField, m_displayNameField, m_passwordField}) {
        if (!field->fault().isEmpty()) {
            return;
        }
    }
    const QString name = isNew() ? *people::validatedName(m_name->text()) : m_account.name;
    const auto displayName = people::validatedDisplayName(m_displayName->text());
    setBusy(true);
    inBackground(
        this, [password = m_password->password()] { return people::hashPassword(password); },
        [this, name, displayName = displayName.value_or(name)](const Result<QByteArray> &hash) {
            hash ? store(name, displayName, *hash) : finish(tl::unexpected(hash.error()), name);
        });
}

void AccountDialog::store(const QString &name, const QString &displayName, const QByteArray &hash)
{
    m_server.store().write(
        this,
        [account = m_account.id, name, displayName, hash](store::Store &store) -> Result<people::AccountId> {
            if (account == 0) {
                return store.accounts().add(name, displayName, hash);
            }
            return store.accounts().setPasswordHash(account, hash).map([account] { return account; });
        },
        [this, name](const Result<people::AccountId> &outcome) { finish(outcome, name); });
}

void AccountDialog::finish(const Result<people::AccountId> &outcome, const QString &name)
{
    setBusy(false);
    if (!outcome) {
        m_message->say(Tone::Error, outcome.error().message);
        return;
    }
    QDialog::accept();
    Q_EMIT stored(*outcome, name);
}

void AccountDialog::setBusy(bool busy)
{
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!busy);
    m_password->setEnabled(!busy);
}

} // namespace jarchi::gui

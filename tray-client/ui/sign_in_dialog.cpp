// SPDX-License-Identifier: MIT
#include "ui/sign_in_dialog.h"

#include "widgets/form_field.h"
#include "widgets/message_bar.h"
#include "widgets/text_label.h"
#include "widgets/translated.h"

#include <QCheckBox>
#include <QCloseEvent>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace jarchi::ui {

using namespace Qt::StringLiterals;
using client::Client;
using client::SignInFault;
namespace setting = preferences::setting;
using widgets::Tone;

SignInDialog::SignInDialog(Client &client, preferences::Preferences &preferences, QWidget *parent)
    : GrowingDialog(parent)
    , m_client(client)
    , m_message(new widgets::MessageBar(this))
    , m_intro(new widgets::TextLabel(this))
    , m_server(new QLineEdit(this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_serverField(new widgets::FormField(m_server, this))
    , m_userField(new widgets::FormField(m_user, this))
    , m_passwordField(new widgets::FormField(m_password, this))
    , m_remember(new QCheckBox(this))
    , m_stay(new QCheckBox(this))
    , m_progress(new QProgressBar(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setObjectName(u"signInDialog"_s);
    const QString server = preferences.get(setting::Server);
    m_server->setText(server.isEmpty() ? u"localhost"_s : server);
    m_user->setText(preferences.get(setting::User));
    m_remember->setChecked(preferences.get(setting::Remember));
    m_stay->setChecked(preferences.get(setting::StayConnected));
    build();
    widgets::translated(this, [this] { setTexts(); });
    focusFirst();
}

void SignInDialog::build()
{
    m_server->setObjectName(u"signInServer"_s);
    m_user->setObjectName(u"signInUser"_s);
    m_password->setObjectName(u"signInPassword"_s);
    m_remember->setObjectName(u"signInRemember"_s);
    m_stay->setObjectName(u"signInStay"_s);
    m_server->setLayoutDirection(Qt::LeftToRight); // An address reads from left to right in any language.
    m_password->setEchoMode(QLineEdit::Password);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(16);
    column->addWidget(m_message);
    column->addWidget(m_intro);
    column->addWidget(m_serverField);
    column->addWidget(m_userField);
    column->addWidget(m_passwordField);
    auto *choices = new QVBoxLayout;
    choices->setSpacing(8);
    choices->addWidget(m_remember);
    choices->addWidget(m_stay);
    column->addLayout(choices);
    column->addStretch(1);
    column->addWidget(m_progress);
    column->addWidget(m_buttons);
    setMinimumWidth(440);
    QSizePolicy kept = m_progress->sizePolicy();
    kept.setRetainSizeWhenHidden(true); // Nothing jumps when it appears.
    m_progress->setSizePolicy(kept);
    m_progress->hide();

    const auto clears = [this](QLineEdit *line, widgets::FormField *field) {
        connect(line, &QLineEdit::textEdited, this, [this, field] {
            m_missing.removeOne(field);
            field->setFault({});
        });
    };
    clears(m_server, m_serverField);
    clears(m_user, m_userField);
    clears(m_password, m_passwordField);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &SignInDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &SignInDialog::reject);
    connect(&m_client, &Client::signInFailed, this, &SignInDialog::onFailed);
    connect(m_message, &widgets::MessageBar::acted, this, &SignInDialog::askAgain);
    connect(&m_client, &Client::statusChanged, this, [this] {
        // Somebody may also end the attempt in the menu of the tray.
        if (m_isBusy && !m_client.isSigningIn())
            setBusy(false);
        if (m_asksAgain && m_client.status() == Client::Status::Connecting)
            QDialog::accept(); // The keychain gave the key.
    });
    connect(&m_client, &Client::signedIn, this, [this] {
        setBusy(false);
        m_password->clear();
        QDialog::accept();
    });
}

void SignInDialog::setTexts()
{
    setWindowTitle(tr("Sign in to Jarchi"));
    m_intro->setText(tr("Your shop gives you a user name and a password. Only a key for this computer is kept, never "
                        "the password."));
    m_serverField->setLabel(tr("&Server"));
    m_serverField->setHint(tr("Its name, and its port if that is not 2019: shop.example:2020"));
    m_userField->setLabel(tr("&User name"));
    m_passwordField->setLabel(tr("&Password"));
    m_remember->setText(tr("&Remember me on this computer"));
    m_stay->setText(tr("S&tay connected; otherwise one minute at a time"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Sign &in"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    showMissing();
}

void SignInDialog::say(const QString &why)
{
    m_asksAgain = false;
    if (why.isEmpty())
        return;
    const bool mayAsk = m_client.isTokenUnread();
    m_message->say(
        Tone::Warning, [why] { return why; }, [mayAsk] { return mayAsk ? tr("Ask the &keychain again") : QString(); });
}

void SignInDialog::askAgain()
{
    m_asksAgain = true;
    m_client.connectNow(); // What comes of it is said, or somebody is signed in.
}

void SignInDialog::fill(const client::SignIn &details)
{
    if (!details.server.isEmpty())
        m_server->setText(details.server);
    m_user->setText(details.user);
    m_password->setText(details.password);
    m_remember->setChecked(details.remember);
    m_stay->setChecked(details.stayConnected);
    focusFirst();
}

void SignInDialog::focusFirst()
{
    (m_user->text().isEmpty() ? m_user : m_password)->setFocus();
}

QString SignInDialog::missing(const widgets::FormField *field) const
{
    if (field == m_serverField && m_server->text().trimmed().isEmpty())
        return tr("Which server? Its administrator knows the name.");
    if (field == m_userField && m_user->text().trimmed().isEmpty())
        return tr("The user name is missing.");
    if (field == m_passwordField && m_password->text().isEmpty())
        return tr("The password is missing.");
    return {};
}

void SignInDialog::showMissing()
{
    for (widgets::FormField *field : std::as_const(m_missing))
        field->setFault(missing(field));
}

void SignInDialog::accept()
{
    if (m_isBusy)
        return;
    m_missing.clear();
    for (widgets::FormField *field : {m_serverField, m_userField, m_passwordField}) {
        field->setFault(missing(field));
        if (!field->fault().isEmpty())
            m_missing.append(field);
    }
    if (!m_missing.isEmpty()) {
        QLineEdit *first = m_missing.first() == m_serverField ? m_server
                           : m_missing.first() == m_userField ? m_user
                                                              : m_password;
        first->setFocus();
        return;
    }
    m_message->clear();
    m_wasCancelled = false;
    m_asksAgain = false;
    m_client.signIn({.server = m_server->text().trimmed(),
                     .user = m_user->text().trimmed(),
                     .password = m_password->text(),
                     .remember = m_remember->isChecked(),
                     .stayConnected = m_stay->isChecked()});
    setBusy(true);
}

void SignInDialog::reject()
{
    if (m_isBusy)
        cancel();
    else
        QDialog::reject();
}

void SignInDialog::closeEvent(QCloseEvent *event)
{
    if (m_isBusy)
        cancel(); // Whoever closes the window means all of it.
    GrowingDialog::closeEvent(event);
}

void SignInDialog::cancel()
{
    m_wasCancelled = true;
    m_client.cancelSignIn();
    setBusy(false);
}

void SignInDialog::onFailed(const SignInFault &fault)
{
    setBusy(false);
    if (m_wasCancelled)
        return;
    switch (fault.field) {
    case SignInFault::Field::Server:
        m_serverField->setFault(fault.sentence);
        m_server->setFocus();
        break;
    case SignInFault::Field::User:
        m_userField->setFault(fault.sentence);
        m_user->setFocus();
        break;
    case SignInFault::Field::Password:
        m_passwordField->setFault(fault.sentence);
        m_password->setFocus();
        m_password->selectAll();
        break;
    case SignInFault::Field::None:
        m_message->say(Tone::Error, fault.sentence);
        break;
    }
}

void SignInDialog::setBusy(bool isBusy)
{
    if (m_isBusy == isBusy)
        return;
    m_isBusy = isBusy;
    if (isBusy)
        m_focus = focusWidget();
    m_progress->setVisible(isBusy);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!isBusy);
    const std::initializer_list<QWidget *> inputs{m_server, m_user, m_password, m_remember, m_stay};
    for (QWidget *input : inputs)
        input->setEnabled(!isBusy);
    if (!isBusy && m_focus)
        m_focus->setFocus();
}

} // namespace jarchi::ui

// SPDX-License-Identifier: MIT
#include "ui/sign_out_question.h"

#include "client/client.h"
#include "widgets/format.h"
#include "widgets/message_box.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace jarchi::ui {

using namespace Qt::StringLiterals;

namespace {

class SignOutQuestion
{
    Q_DECLARE_TR_FUNCTIONS(SignOutQuestion)
};

} // namespace

QMessageBox *makeSignOutQuestion(client::Client &client)
{
    auto *box = new QMessageBox;
    box->setObjectName(u"signOutQuestion"_s);
    box->setWindowTitle(SignOutQuestion::tr("Sign out"));
    box->setIcon(QMessageBox::Question);
    box->setTextFormat(Qt::PlainText);
    box->setText(SignOutQuestion::tr("Sign out %1?").arg(widgets::isolated(client.displayName())));
    box->setInformativeText(SignOutQuestion::tr("The key for this computer is forgotten, so the password is needed to "
                                                "sign in again. What you received stays on this computer."));
    widgets::widen(*box);
    const QAbstractButton *signOut = box->addButton(SignOutQuestion::tr("Sign &out"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(SignOutQuestion::tr("Cancel"), QMessageBox::RejectRole));
    QObject::connect(box, &QMessageBox::finished, &client, [box, signOut, &client] {
        if (box->clickedButton() == signOut)
            client.signOut();
    });
    return box;
}

} // namespace jarchi::ui

// SPDX-License-Identifier: MIT
#include "client/sign_in_check.h"

#include "base/text_rules.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace jarchi::client {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(SignIn)
};

/// A name may turn out to be this computer; the link looks at where it was really connected to, before it says
/// anything.
bool isElsewhere(const session::ServerAddress &server)
{
    return !QHostAddress(server.host).isNull() && !session::isLoopback(server);
}

} // namespace

std::optional<Account> checkedAccount(const SignIn &details, SignInFault &fault)
{
    using Field = SignInFault::Field;
    const auto wrong = [&fault](Field field, const QString &sentence) {
        fault = {field, sentence};
        return std::nullopt;
    };
    const QString typed = details.server.trimmed();
    if (typed.isEmpty())
        return wrong(Field::Server, Text::tr("The server is missing. Write HOST or HOST:PORT."));
    const Result<session::ServerAddress> server = session::parseServerAddress(typed);
    if (!server)
        return wrong(Field::Server, server.error().message);
    if (isElsewhere(*server))
        return wrong(Field::Server, Text::tr("%1 is not this computer. Without TLS a password is not sent over a "
                                             "network: use a server on this computer, such as localhost.")
                                        .arg(server->host));
    if (details.user.isEmpty())
        return wrong(Field::User, Text::tr("The user name is missing."));
    if (checkLine(details.user, limits::NameCharacters) != TextFault::None)
        return wrong(Field::User, Text::tr("No user has such a name: it is one line of at most %Ln characters.",
                                           nullptr, static_cast<int>(limits::NameCharacters)));
    if (details.password.isEmpty())
        return wrong(Field::Password, Text::tr("The password is missing."));
    if (details.password.toUtf8().size() > limits::PasswordBytes || details.password.contains(QChar(u'\0')))
        return wrong(Field::Password, Text::tr("No password is that long."));
    return Account{*server, details.user};
}

SignInFault faultOf(session::VisitEnd end, const QString &why)
{
    using Field = SignInFault::Field;
    switch (end) {
    case session::VisitEnd::LoginRefused:
    case session::VisitEnd::LoginPutOff:
        return {Field::Password, why};
    case session::VisitEnd::Unreachable:
    case session::VisitEnd::Incompatible:
        return {Field::Server, why};
    case session::VisitEnd::SessionOver:
    case session::VisitEnd::StoreFailed:
        break;
    }
    return {Field::None, why};
}

} // namespace jarchi::client

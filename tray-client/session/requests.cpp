// SPDX-License-Identifier: MIT
#include "session/requests.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace jarchi::session {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Requests)
};

/// A server's word is no promise: whoever asked for interests must not be handed a page of history.
bool belongsTo(const protocol::ClientMessage &request, const protocol::ServerMessage &answer)
{
    if (std::holds_alternative<protocol::GetInterests>(request) ||
        std::holds_alternative<protocol::SetInterests>(request))
        return std::holds_alternative<protocol::InterestList>(answer);
    if (std::holds_alternative<protocol::HistoryRequest>(request))
        return std::holds_alternative<protocol::HistoryPage>(answer);
    if (std::holds_alternative<protocol::PreviewInterests>(request))
        return std::holds_alternative<protocol::Preview>(answer);
    if (std::holds_alternative<protocol::Pending>(request))
        return std::holds_alternative<protocol::CaughtUp>(answer);
    if (std::holds_alternative<protocol::Logout>(request))
        return std::holds_alternative<protocol::ServerBye>(answer);
    return true;
}

} // namespace

Requests::Requests(const Clock &clock)
    : m_clock(clock)
{
}

QString Requests::makeRef()
{
    return u"r%1"_s.arg(++m_refs);
}

void Requests::add(const QString &ref, const protocol::ClientMessage &message, QObject *context, Done done)
{
    m_waiting.insert_or_assign(ref, Waiting{message, context, std::move(done), m_clock.monotonic() + Patience});
}

void Requests::answer(const QString &ref, const protocol::ServerMessage &message)
{
    const auto found = m_waiting.find(ref);
    if (found == m_waiting.end())
        return;
    if (belongsTo(found->second.message, message))
        finish(ref, message);
    else
        finish(ref,
               failure(Error::Kind::Broken,
                       Text::tr("The server answered something else than it was asked. Its operator should know.")));
}

bool Requests::refuse(const QString &ref, const protocol::ErrorMessage &error)
{
    if (!m_waiting.contains(ref))
        return false;
    finish(ref, tl::unexpected(toError(error)));
    return true;
}

void Requests::failAll()
{
    // Whoever hears of it may ask anew; that is another connection's request, and is not to fail with these.
    std::map<QString, Waiting> gone;
    gone.swap(m_waiting);
    for (const auto &[ref, waiting] : gone) {
        if (waiting.context)
            waiting.done(failure(Error::Kind::Unavailable,
                                 Text::tr("The connection ended before the server answered. Try again.")));
    }
}

void Requests::expire()
{
    const milliseconds now = m_clock.monotonic();
    QStringList late;
    for (const auto &[ref, waiting] : m_waiting) {
        if (waiting.deadline <= now)
            late += ref;
    }
    for (const QString &ref : std::as_const(late))
        finish(ref, failure(Error::Kind::Unavailable, Text::tr("The server did not answer in time. Try again.")));
}

std::optional<milliseconds> Requests::deadline() const
{
    const auto first = std::min_element(m_waiting.cbegin(), m_waiting.cend(), [](const auto &one, const auto &other) {
        return one.second.deadline < other.second.deadline;
    });
    return first == m_waiting.cend() ? std::nullopt : std::optional(first->second.deadline);
}

void Requests::finish(const QString &ref, const Answer &answer)
{
    // Taken out first: whoever hears the answer may ask the next question.
    const auto node = m_waiting.extract(ref);
    if (!node.empty() && node.mapped().context)
        node.mapped().done(answer);
}

Error olderServer()
{
    return {Error::Kind::Refused, Text::tr("The server is older than this program and does not know how to do that. "
                                           "Ask its operator to update it.")};
}

Error toError(const protocol::ErrorMessage &error)
{
    using protocol::ErrorCode;
    switch (error.code) {
    case ErrorCode::UnknownCategory:
        return {Error::Kind::NotFound,
                Text::tr("One of the categories does not exist any more. Look at the list again, and choose anew.")};
    case ErrorCode::UnknownId:
        return {Error::Kind::NotFound, Text::tr("The server does not know this notification.")};
    case ErrorCode::UnknownType:
        return olderServer();
    case ErrorCode::Throttled:
    case ErrorCode::ServerBusy:
    case ErrorCode::TooManyConnections:
        return {Error::Kind::Unavailable, Text::tr("The server is busy. Try again in a moment.")};
    case ErrorCode::Internal:
        return {Error::Kind::Unavailable, Text::tr("The server cannot use its database now. Try again later.")};
    case ErrorCode::NotLoggedIn:
    case ErrorCode::AlreadyLoggedIn:
    case ErrorCode::BadCredentials:
        return {Error::Kind::Refused, Text::tr("The server does not accept this sign-in any more. Sign in again.")};
    case ErrorCode::TooLong:
        return {Error::Kind::Refused, Text::tr("That is more than the server takes at once. Make it shorter.")};
    case ErrorCode::BadJson:
    case ErrorCode::TooDeep:
    case ErrorCode::BadText:
    case ErrorCode::BadField:
        // The server's sentence says which field and why, and there is no better one.
        return {Error::Kind::Refused, Text::tr("The server did not accept it: %1").arg(error.message)};
    }
    return {Error::Kind::Broken, error.message};
}

} // namespace jarchi::session

// SPDX-License-Identifier: MIT
#include "client/interest_editor.h"

#include <algorithm>

namespace jarchi::client {

using protocol::Interest;
using protocol::InterestList;

namespace {

/// The answer to a request is of the type that belongs to it: session::Requests sees to that.
template <typename Message>
std::function<void(const Result<protocol::ServerMessage> &)> as(std::function<void(const Result<Message> &)> done)
{
    return [done = std::move(done)](const Result<protocol::ServerMessage> &answer) {
        done(answer.map([](const protocol::ServerMessage &message) { return std::get<Message>(message); }));
    };
}

} // namespace

InterestEditor::InterestEditor(VisitKeeper &visits, QObject *parent)
    : QObject(parent)
    , m_visits(visits)
{
}

void InterestEditor::get(QObject *context, ListDone done)
{
    m_visits.request(protocol::GetInterests{}, context, as<InterestList>(std::move(done)));
}

void InterestEditor::set(const QList<Interest> &interests, QObject *context, ListDone done)
{
    m_visits.request(protocol::SetInterests{interests}, context, as<InterestList>(std::move(done)));
}

void InterestEditor::preview(const QList<Interest> &interests, QObject *context, PreviewDone done)
{
    protocol::PreviewInterests request;
    request.interests = interests;
    m_visits.request(request, context, as<protocol::Preview>(std::move(done)));
}

void InterestEditor::remove(const Interest &interest)
{
    queue({.change =
               [this, interest](QList<Interest> &interests) {
                   const bool isThere = interests.removeAll(interest) > 0;
                   m_isFollowedOtherwise =
                       std::any_of(interests.cbegin(), interests.cend(),
                                   [&](const Interest &other) { return other.category == interest.category; });
                   return isThere;
               },
           .done =
               [this, interest] {
                   m_removed = interest;
                   Q_EMIT removed(interest, m_isFollowedOtherwise);
               }});
}

void InterestEditor::undo()
{
    if (!m_removed)
        return;
    const Interest interest = *m_removed;
    queue({.change =
               [interest](QList<Interest> &interests) {
                   const bool isMissing = !interests.contains(interest);
                   if (isMissing)
                       interests.append(interest);
                   return isMissing;
               },
           .done =
               [this, interest] {
                   if (m_removed == interest)
                       m_removed.reset();
                   Q_EMIT restored(interest);
               }});
}

void InterestEditor::queue(const Edit &edit)
{
    m_edits.append(edit);
    if (m_edits.size() == 1)
        beginNext();
}

void InterestEditor::beginNext()
{
    get(this, [this](const Result<InterestList> &list) {
        if (!list)
            return end(tl::unexpected(list.error()));
        QList<Interest> interests = list->interests;
        if (!m_edits.constFirst().change(interests))
            return end({}); // Somebody was faster; it is as it was to be.
        set(interests, this,
            [this](const Result<InterestList> &saved) { end(saved.map([](const InterestList &) {})); });
    });
}

void InterestEditor::end(const Result<void> &saved)
{
    const Edit ended = m_edits.takeFirst();
    if (!m_edits.isEmpty())
        beginNext();
    if (saved)
        ended.done();
    else
        Q_EMIT failed(tr("Your interests are as they were: %1").arg(saved.error().message));
}

} // namespace jarchi::client

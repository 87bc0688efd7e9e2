// SPDX-License-Identifier: MIT
// The part of RequestHandler that has to do with interests.
#include "engine/line_fit.h"
#include "engine/request_handler.h"
#include "protocol/codec.h"
#include "store/category_repository.h"
#include "store/interest_preview.h"
#include "store/interest_repository.h"

#include <utility>

namespace jarchi::engine {

namespace {

Result<QList<people::Interest>> fromWire(const QList<protocol::Interest> &wire)
{
    QList<people::Interest> interests;
    for (const protocol::Interest &each : wire) {
        const Result<people::Interest> interest = people::fromWire(each);
        if (!interest) {
            return tl::unexpected(interest.error());
        }
        interests.append(*interest);
    }
    return interests;
}

} // namespace

void RequestHandler::answer(const Request &request, const protocol::GetInterests &)
{
    sendInterests(request);
}

void RequestHandler::sendInterests(const Request &request)
{
    const delivery::Session *const session = m_parts.sessions.find(request.id);
    if (session == nullptr) {
        finish(request);
        return;
    }
    m_parts.storeThread.read(
        this,
        [account = session->account()](store::Store &store) -> Result<protocol::InterestList> {
            const auto interests = store.interests().all(account);
            const auto categories = store.categories().all();
            if (!interests || !categories) {
                return tl::unexpected(interests ? categories.error() : interests.error());
            }
            protocol::InterestList list{{}, *categories};
            for (const auto &interest : *interests) {
                list.interests.append(people::toWire(interest));
            }
            return list;
        },
        [this, request](Result<protocol::InterestList> list) {
            if (!list) {
                fail(request, list.error());
                return;
            }
            shortenToLine(list->categories, [&] { return protocol::encode(*list, request.ref); });
            put(request, *list);
            finish(request);
        });
}

void RequestHandler::answer(const Request &request, const protocol::SetInterests &set)
{
    const Result<QList<people::Interest>> interests = fromWire(set.interests);
    if (!interests) {
        failInterests(request, interests.error());
        return;
    }
    const delivery::Session *const session = m_parts.sessions.find(request.id);
    if (session == nullptr) {
        finish(request);
        return;
    }
    m_parts.storeThread.write(
        this,
        [account = session->account(), interests = *interests](store::Store &store) {
            return store.interests().replace(account, interests);
        },
        [this, request](const Result<void> &replaced) {
            if (replaced) {
                sendInterests(request);
            } else {
                failInterests(request, replaced.error());
            }
        });
}

void RequestHandler::answer(const Request &request, const protocol::PreviewInterests &preview)
{
    const Result<QList<people::Interest>> interests = fromWire(preview.interests);
    if (!interests) {
        failInterests(request, interests.error());
        return;
    }
    m_waitingPreviews.push_back({request, *interests, preview.days, preview.limit});
    makeNextPreview();
}

void RequestHandler::makeNextPreview()
{
    if (m_isMakingPreview || m_waitingPreviews.empty()) {
        return;
    }
    m_isMakingPreview = true;
    const WaitingPreview next = std::move(m_waitingPreviews.front());
    m_waitingPreviews.pop_front();
    m_parts.reader.read(
        this, [next](store::Store &store) { return store.interestPreview().of(next.interests, next.days, next.limit); },
        [this, request = next.request](Result<protocol::Preview> preview) {
            m_isMakingPreview = false;
            makeNextPreview();
            sendPreview(request, std::move(preview));
        });
}

void RequestHandler::sendPreview(const Request &request, Result<protocol::Preview> preview)
{
    if (!preview) {
        failInterests(request, preview.error());
        return;
    }
    shortenToLine(preview->items, [&] { return protocol::encode(*preview, request.ref); });
    put(request, *preview);
    finish(request);
}

/// As far as it is the interests that are wrong, it says so.
void RequestHandler::failInterests(const Request &request, const Error &error)
{
    if (error.kind == Error::Kind::Refused) {
        fail(request, protocol::ErrorMessage{protocol::ErrorCode::BadField, error.english, {}});
    } else if (error.kind == Error::Kind::NotFound) {
        fail(request, protocol::ErrorMessage{protocol::ErrorCode::UnknownCategory, error.english, {}});
    } else {
        fail(request, error);
    }
}

} // namespace jarchi::engine

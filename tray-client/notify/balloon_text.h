// SPDX-License-Identifier: MIT
#pragma once

#include "notify/balloon.h"
#include "protocol/messages.h"

#include <QString>

/// What balloons say, in the reader's language, digits and separators (QLocale's default). Every text of somebody else
/// is made harmless, and isolated (UAX #9) where it runs the other way. Pure functions; any thread.
namespace jarchi::notify {

/// Without a key, a sound and a duration. Title: at most TitleMost characters. Body: price and category, the
/// description up to BodyMost characters on BodyLines lines, and why the user gets it. "Open shop.example" only if the
/// address may be opened (openableLink()), "Not interested in Phones" only if an interest matched.
[[nodiscard]] Balloon balloonFor(const protocol::Notification &notification, bool allowHttp);

/// "You no longer follow Phones", with an action that takes it back; says so if there is another interest in the
/// category. Without a key, a sound and a duration.
[[nodiscard]] Balloon interestRemovedBalloon(const protocol::Interest &interest, bool isFollowedOtherwise);

constexpr qsizetype TitleMost = 120;
constexpr qsizetype BodyMost = 400;
constexpr qsizetype BodyLines = 5;

enum class Summary {
    New,   ///< "37 new notifications": none of them was shown.
    More,  ///< "And 37 more": besides those that were.
    Quiet, ///< "12 new while it was quiet".
};
/// With its key (balloon_key.h); it opens the inbox.
[[nodiscard]] Balloon summaryBalloon(Summary summary, qint64 count);

/// "€599.00", "۵۹۹٫۰۰ €": as the reader writes it. Empty without an amount. What is no amount stays as it is, made
/// harmless.
[[nodiscard]] QString readersPrice(const QString &amount, const QString &currency);

/// At most `most` UTF-16 code units of `text`, never cut inside what a reader sees as one character; what is cut
/// ends in "…".
[[nodiscard]] QString cut(const QString &text, qsizetype most);

} // namespace jarchi::notify

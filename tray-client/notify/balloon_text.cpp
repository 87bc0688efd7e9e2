// SPDX-License-Identifier: MIT
#include "notify/balloon_text.h"

#include "base/money_text.h"
#include "notify/balloon_key.h"
#include "notify/link_policy.h"
#include "notify/plain_text.h"
#include "notify/wording.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <limits>

namespace jarchi::notify {

using namespace Qt::StringLiterals;
using protocol::Notification;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Balloon)
};

/// A name inside one of our sentences or on a button.
constexpr qsizetype NameMost = 48;

constexpr QChar FirstStrongIsolate(0x2068);
constexpr QChar PopIsolate(0x2069);

bool runsTheOtherWay(const QString &text)
{
    const bool isRightToLeft = QLocale().textDirection() == Qt::RightToLeft;
    return std::any_of(text.cbegin(), text.cend(), [isRightToLeft](QChar character) {
        const QChar::Direction direction = character.direction();
        return isRightToLeft ? direction == QChar::DirL : direction == QChar::DirR || direction == QChar::DirAL;
    });
}

/// Text beside or inside ours that stays where it belongs.
QString isolated(const QString &text)
{
    return runsTheOtherWay(text) ? FirstStrongIsolate + text + PopIsolate : text;
}

/// Somebody's text on one short line.
QString name(const QString &text)
{
    return isolated(cut(harmlessLine(text).simplified(), NameMost));
}

QString description(const QString &body)
{
    QStringList lines;
    for (const QString &line : harmlessLines(body)) {
        const QString trimmed = line.simplified();
        if (!trimmed.isEmpty())
            lines.append(trimmed);
    }
    const bool isLonger = lines.size() > BodyLines;
    QString text = lines.mid(0, BodyLines).join(u'\n');
    if (isLonger)
        text += u"…"_s;
    return cut(text, BodyMost);
}

QString reason(const Notification &notification)
{
    if (!notification.interest)
        return {};
    Notification worded = notification;
    worded.interest->category = name(notification.interest->category);
    worded.interest->keyword = name(notification.interest->keyword);
    const QString limit = readersPrice(notification.interest->maxPrice, notification.interest->currency);
    return reasonText(worded, limit);
}

/// Names what the button takes away: with a keyword, the other products of the category may still come.
QString notInterested(const protocol::Interest &interest)
{
    return interest.keyword.isEmpty() ? Text::tr("Not interested in %1").arg(name(interest.category))
                                      : Text::tr("Not interested in “%1”").arg(name(interest.keyword));
}

/// A line of ours that begins with somebody else's text. Some desktops take a line's direction from its first letter
/// without passing over what is isolated; the mark comes before that letter.
QString ownLine(const QString &line)
{
    const bool isRightToLeft = QLocale().textDirection() == Qt::RightToLeft;
    const QChar mark(isRightToLeft ? 0x200F : 0x200E);
    return line.startsWith(FirstStrongIsolate) ? mark + line : line;
}

QString joined(const QStringList &parts, const QString &separator)
{
    QStringList present = parts;
    present.removeAll(QString());
    return present.join(separator);
}

} // namespace

QString cut(const QString &text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(most - 1);
    const qsizetype end = finder.isAtBoundary() ? most - 1 : finder.toPreviousBoundary();
    QString shortened = text.first(std::max<qsizetype>(0, end));
    while (!shortened.isEmpty() && shortened.back().isSpace())
        shortened.chop(1);
    return shortened + u'…';
}

QString readersPrice(const QString &amount, const QString &currency)
{
    if (amount.isEmpty())
        return {};
    const Result<Money> money = parseMoney(amount, currency);
    return money ? isolated(moneyText(*money)) : name(amount + u' ' + currency);
}

Balloon balloonFor(const Notification &notification, bool allowHttp)
{
    Balloon balloon;
    balloon.title = cut(harmlessLine(notification.title).simplified(), TitleMost);
    const QString facts =
        joined({readersPrice(notification.price, notification.currency), name(notification.category)}, u" · "_s);
    balloon.body = joined({ownLine(facts), description(notification.body), reason(notification)}, u"\n"_s);
    if (const std::optional<Link> link = openableLink(notification.url, allowHttp))
        balloon.openLabel = Text::tr("Open %1").arg(name(link->host));
    if (notification.interest)
        balloon.notInterestedLabel = notInterested(*notification.interest);
    balloon.priority = notification.priority;
    return balloon;
}

Balloon summaryBalloon(Summary summary, qint64 count)
{
    const int number = static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
    Balloon balloon;
    balloon.key = summary == Summary::Quiet ? quietKey() : moreKey();
    switch (summary) {
    case Summary::New:
        balloon.title = Text::tr("%Ln new notification(s)", nullptr, number);
        break;
    case Summary::More:
        balloon.title = Text::tr("And %Ln more", nullptr, number);
        break;
    case Summary::Quiet:
        balloon.title = Text::tr("%Ln new while it was quiet", nullptr, number);
        break;
    }
    balloon.body = Text::tr("You find everything in the inbox.");
    balloon.openLabel = Text::tr("Open inbox");
    return balloon;
}

Balloon interestRemovedBalloon(const protocol::Interest &interest, bool isFollowedOtherwise)
{
    Balloon balloon;
    const QString category = name(interest.category);
    const QString limit = readersPrice(interest.maxPrice, interest.currency);
    if (!interest.keyword.isEmpty())
        balloon.title = Text::tr("You no longer follow “%1” in %2").arg(name(interest.keyword), category);
    else if (!limit.isEmpty())
        balloon.title = Text::tr("You no longer follow %1 up to %2").arg(category, limit);
    else
        balloon.title = Text::tr("You no longer follow %1").arg(category);
    balloon.body = isFollowedOtherwise
                       ? Text::tr("You have another interest in %1. It stands under Interests.").arg(category)
                       : Text::tr("What you follow stands under Interests.");
    balloon.notInterestedLabel = Text::tr("Undo");
    return balloon;
}

} // namespace jarchi::notify

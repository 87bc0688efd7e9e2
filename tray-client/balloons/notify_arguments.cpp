// SPDX-License-Identifier: MIT
#include "balloons/notify_arguments.h"

#include <QCoreApplication>
#include <QVariantMap>

#include <algorithm>
#include <limits>

namespace jarchi::balloons {

using namespace Qt::StringLiterals;
using notify::Balloon;
using protocol::Priority;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Balloon)
};

QStringList actionsOf(const Balloon &balloon)
{
    QStringList actions{DefaultAction, Text::tr("Show")};
    if (!balloon.openLabel.isEmpty())
        actions << OpenAction << balloon.openLabel;
    if (!balloon.notInterestedLabel.isEmpty())
        actions << NotInterestedAction << balloon.notInterestedLabel;
    return actions;
}

uchar urgencyOf(Priority priority)
{
    switch (priority) {
    case Priority::Low:
        return 0;
    case Priority::Normal:
        return 1;
    case Priority::High:
        return 2;
    }
    Q_UNREACHABLE();
}

QVariantMap hintsOf(const Balloon &balloon)
{
    QVariantMap hints{
        {u"urgency"_s, QVariant::fromValue(urgencyOf(balloon.priority))}, // A byte: some daemons insist on it.
        {u"desktop-entry"_s, u"jarchi-tray"_s},
        {u"category"_s, u"x-jarchi.notification"_s},
    };
    if (balloon.hasSound)
        hints.insert(u"sound-name"_s, u"message-new-instant"_s);
    else
        hints.insert(u"suppress-sound"_s, true);
    return hints;
}

QString bodyOf(const Balloon &balloon, const QStringList &capabilities)
{
    if (!capabilities.contains("body"_L1))
        return {};
    return capabilities.contains("body-markup"_L1) ? balloon.body.toHtmlEscaped() : withoutTags(balloon.body);
}

int timeoutOf(const Balloon &balloon)
{
    constexpr int asTheDesktopThinksRight = -1;
    const qint64 duration = balloon.duration.count();
    return duration <= 0 ? asTheDesktopThinksRight
                         : static_cast<int>(std::min<qint64>(duration, std::numeric_limits<int>::max()));
}

} // namespace

QVariantList notifyArguments(const Balloon &balloon, const QStringList &capabilities, uint replaces,
                             const QString &icon)
{
    const QStringList actions = capabilities.contains("actions"_L1) ? actionsOf(balloon) : QStringList();
    return {
        u"Jarchi"_s,      replaces,           icon, withoutTags(balloon.title), bodyOf(balloon, capabilities), actions,
        hintsOf(balloon), timeoutOf(balloon),
    };
}

QString withoutTags(const QString &text)
{
    QString safe = text;
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        const QChar next = text[i + 1];
        const bool beginsTag = next.isLetter() || next.isSurrogate() || next == u'/' || next == u'!' || next == u'?';
        if (text[i] == u'<' && beginsTag)
            safe[i] = u'‹';
    }
    return safe;
}

} // namespace jarchi::balloons

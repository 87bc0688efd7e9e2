// SPDX-License-Identifier: MIT
#include "notify/quiet_hours.h"

#include <QList>

#include <algorithm>

namespace jarchi::notify {

namespace {

constexpr qint64 DaySeconds = 24 * 60 * 60;
constexpr int NightEndsHour = 4;
constexpr int MorningHour = 8;

enum class Occurrence { First, Last };

/// The moment at which the clocks in `zone` show `time` on `day`: where they do so twice, the one that is asked for;
/// where they never do, the moment in which they were put forward.
QDateTime momentOf(const QDate &day, const QTime &time, const QTimeZone &zone, Occurrence occurrence)
{
    const QDateTime asUtc(day, time, Qt::UTC);
    const QDateTime before = asUtc.addSecs(-DaySeconds);
    // No zone changes its clocks twice within two days, so one of these two offsets holds.
    QList<QDateTime> moments;
    for (const QDateTime &near : {before, asUtc.addSecs(DaySeconds)}) {
        const int offset = zone.offsetFromUtc(near);
        const QDateTime moment = asUtc.addSecs(-offset);
        if (zone.offsetFromUtc(moment) == offset)
            moments.append(moment);
    }
    if (!moments.isEmpty()) {
        const auto [first, last] = std::minmax_element(moments.cbegin(), moments.cend());
        return occurrence == Occurrence::First ? *first : *last;
    }
    const QTimeZone::OffsetData change = zone.nextTransition(before);
    return change.atUtc.isValid() ? change.atUtc : asUtc.addSecs(-zone.offsetFromUtc(asUtc));
}

} // namespace

QuietHours::QuietHours(const Rule &rule, const QTimeZone &zone)
    : m_rule(rule)
    , m_zone(zone)
{
}

bool QuietHours::hasHours() const
{
    return m_rule.byHours && m_rule.from.isValid() && m_rule.to.isValid() && m_rule.from != m_rule.to;
}

QuietHours::Span QuietHours::hoursOf(const QDate &day) const
{
    const QDate lastDay = m_rule.from < m_rule.to ? day : day.addDays(1);
    return {momentOf(day, m_rule.from, m_zone, Occurrence::First),
            momentOf(lastDay, m_rule.to, m_zone, Occurrence::Last)};
}

bool QuietHours::isQuiet(const QDateTime &now) const
{
    if (m_rule.until.isValid() && now < m_rule.until)
        return true;
    if (!hasHours())
        return false;
    const QDate today = now.toTimeZone(m_zone).date();
    // Those that began yesterday, and, when a change of the clocks moves midnight, those of the day next to it.
    for (int day = -2; day <= 1; ++day) {
        const Span span = hoursOf(today.addDays(day));
        if (span.begin <= now && now < span.end)
            return true;
    }
    return false;
}

std::optional<QDateTime> QuietHours::nextChange(const QDateTime &now) const
{
    QList<QDateTime> moments;
    QList<QDateTime> anchors{now};
    if (m_rule.until.isValid() && m_rule.until > now) {
        moments.append(m_rule.until.toUTC());
        anchors.append(m_rule.until);
    }
    for (const QDateTime &anchor : hasHours() ? anchors : QList<QDateTime>()) {
        const QDate day = anchor.toTimeZone(m_zone).date();
        for (int offset = -2; offset <= 3; ++offset) {
            const Span span = hoursOf(day.addDays(offset));
            moments << span.begin << span.end;
        }
    }
    std::sort(moments.begin(), moments.end());
    const bool isQuietNow = isQuiet(now);
    const auto change = std::find_if(moments.cbegin(), moments.cend(), [&](const QDateTime &moment) {
        return moment > now && isQuiet(moment) != isQuietNow;
    });
    return change == moments.cend() ? std::nullopt : std::optional(*change);
}

QDateTime QuietHours::tomorrow(const QDateTime &now) const
{
    const QDateTime local = now.toTimeZone(m_zone);
    const QTime time = hasHours() ? m_rule.to : QTime(MorningHour, 0);
    const QDate day = local.time().hour() < NightEndsHour ? local.date() : local.date().addDays(1);
    const QDateTime moment = momentOf(day, time, m_zone, Occurrence::Last);
    return moment > now ? moment : momentOf(day.addDays(1), time, m_zone, Occurrence::Last);
}

} // namespace jarchi::notify

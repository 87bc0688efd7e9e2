// SPDX-License-Identifier: MIT
#include "client/quiet_keeper.h"

#include <QTimeZone>

#include <utility>

namespace jarchi::client {

using namespace Qt::StringLiterals;
using notify::QuietHours;
namespace setting = preferences::setting;

namespace {

/// No wish reaches farther: one that does was made by a clock that has been put back since.
constexpr std::chrono::hours LongestWish{48};

} // namespace

QuietKeeper::QuietKeeper(preferences::Preferences &preferences, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_clock(clock)
    , m_change(clock)
{
    connect(&m_change, &Alarm::rang, this, &QuietKeeper::decide);
    connect(&m_change, &Alarm::putBack, this, &QuietKeeper::decide);
    connect(&m_preferences, &preferences::Preferences::changed, this, [this](QLatin1StringView key) {
        if (!key.startsWith("quiet/"_L1))
            return;
        m_loudUntil = {}; // Whoever sets other hours means them.
        decide();
    });
    decide();
}

QuietHours QuietKeeper::hours() const
{
    const QDateTime wish = m_preferences.get(setting::QuietUntil);
    const bool isWishOfNow = wish <= m_clock.now().addSecs(std::chrono::seconds(LongestWish).count());
    return QuietHours({.byHours = m_preferences.get(setting::QuietHours),
                       .from = m_preferences.get(setting::QuietFrom),
                       .to = m_preferences.get(setting::QuietTo),
                       .until = isWishOfNow ? wish : QDateTime()},
                      QTimeZone::systemTimeZone());
}

void QuietKeeper::decide()
{
    const QDateTime now = m_clock.now();
    const QuietHours rule = hours();
    const bool isLoud = m_loudUntil.isValid() && now < m_loudUntil;
    const bool isQuiet = !isLoud && rule.isQuiet(now);
    const QDateTime change = rule.nextChange(now).value_or(QDateTime());
    m_until = isQuiet ? change : QDateTime();
    m_change.setTime(change);
    if (std::exchange(m_isQuiet, isQuiet) != isQuiet)
        Q_EMIT changed();
}

void QuietKeeper::beQuietFor(std::chrono::seconds duration)
{
    m_preferences.set(setting::QuietUntil, m_clock.now().addSecs(duration.count()));
}

void QuietKeeper::beQuietUntilTomorrow()
{
    m_preferences.set(setting::QuietUntil, hours().tomorrow(m_clock.now()));
}

void QuietKeeper::endQuiet()
{
    m_preferences.set(setting::QuietUntil, QDateTime());
    m_loudUntil = hours().nextChange(m_clock.now()).value_or(QDateTime());
    if (!m_isQuiet)
        m_loudUntil = {}; // It was the wish that was quiet, and not the hours.
    decide();
}

void QuietKeeper::look()
{
    // The time zone or the clock may be another one, so the change that was foreseen may not be the next.
    decide();
}

} // namespace jarchi::client

// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QTime>
#include <QTimeZone>

#include <optional>

namespace jarchi::notify {

/// When it should be quiet: by the hours of the day, until some moment, or both. Pure; any thread.
///
/// The hours are those of the clock on the wall, in `zone`. They begin the first time the clock shows `from` and end
/// the last time it shows `to`, so a night in which an hour comes twice is one quiet time and not two; a time that is
/// left out (the clock is put forward) is the moment of the change.
class QuietHours
{
public:
    struct Rule
    {
        bool byHours = false;
        QTime from;      ///< The same as `to`: never. Silence for ever would go unnoticed; a balloon too many does not.
        QTime to;        ///< Before `from`: on the next day.
        QDateTime until; ///< Invalid or past: no such wish.

        friend bool operator==(const Rule &, const Rule &) = default;
    };

    QuietHours(const Rule &rule, const QTimeZone &zone);

    [[nodiscard]] bool isQuiet(const QDateTime &now) const;
    /// The first moment after `now` at which isQuiet() is another one, in UTC; nothing if there is none. So one timer
    /// suffices.
    [[nodiscard]] std::optional<QDateTime> nextChange(const QDateTime &now) const;
    /// What "until tomorrow" means at `now`, in UTC: when the quiet hours of the next day end, or 8:00 if there are
    /// none. Before 4:00 it is still the evening before, so tomorrow is later on the same day.
    [[nodiscard]] QDateTime tomorrow(const QDateTime &now) const;

private:
    struct Span
    {
        QDateTime begin;
        QDateTime end;
    };

    [[nodiscard]] bool hasHours() const;
    [[nodiscard]] Span hoursOf(const QDate &day) const;

    Rule m_rule;
    QTimeZone m_zone;
};

} // namespace jarchi::notify

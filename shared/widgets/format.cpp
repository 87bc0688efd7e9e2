// SPDX-License-Identifier: MIT
#include "widgets/format.h"

#include "base/money_text.h"

#include <QCalendar>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace jarchi::widgets {

using namespace Qt::StringLiterals;

namespace {

/// The context under which translators find these texts.
class Format
{
    Q_DECLARE_TR_FUNCTIONS(jarchi::widgets::Format)
};

bool isPersian(const QLocale &locale)
{
    return locale.language() == QLocale::Persian;
}

QString dateText(const QDate &date, bool withWeekday)
{
    const QLocale locale;
    QString format = locale.dateFormat(QLocale::LongFormat);
    if (!withWeekday) {
        static const QRegularExpression weekday(u"d{3,4}[,،]?\\s*"_s);
        format.remove(weekday);
    }
    const QCalendar calendar(isPersian(locale) ? QCalendar::System::Jalali : QCalendar::System::Gregorian);
    return locale.toString(date, format, calendar);
}

} // namespace

QString number(qint64 value)
{
    return QLocale().toString(value);
}

QString money(const Money &amount)
{
    return moneyText(amount);
}

QString amountText(const Money &amount)
{
    return jarchi::amountText(amount);
}

QString shortTime(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid()) {
        return Format::tr("never");
    }
    const QDateTime local = time.toLocalTime();
    const qint64 daysAgo = local.date().daysTo(now.toLocalTime().date());
    const QString clock = clockText(time);
    if (daysAgo == 0) {
        //: %1 is a time of day
        return Format::tr("today %1").arg(clock);
    }
    if (daysAgo == 1) {
        //: %1 is a time of day
        return Format::tr("yesterday %1").arg(clock);
    }
    return dateText(local.date(), false);
}

QString dayText(const QDate &day, const QDate &today)
{
    const qint64 daysAgo = day.daysTo(today);
    if (daysAgo == 0) {
        return Format::tr("Today");
    }
    return daysAgo == 1 ? Format::tr("Yesterday") : dateText(day, false);
}

QString clockText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().time(), QLocale::ShortFormat);
}

QString longTime(const QDateTime &time)
{
    if (!time.isValid()) {
        return Format::tr("never");
    }
    const QDateTime local = time.toLocalTime();
    const QLocale locale;
    QString format = locale.timeFormat(QLocale::ShortFormat);
    if (!format.contains(u's')) {
        format.replace("mm"_L1, "mm:ss"_L1);
    }
    //: %1 is a date, %2 a time of day
    return Format::tr("%1, %2").arg(dateText(local.date(), true), locale.toString(local.time(), format));
}

QString duration(qint64 seconds)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    const auto count = [](qint64 value) { return static_cast<int>(value); };
    const qint64 all = std::max<qint64>(seconds, 0);
    const QString days = Format::tr("%Ln day(s)", nullptr, count(all / day));
    const QString hours = Format::tr("%Ln hour(s)", nullptr, count(all % day / hour));
    const QString minutes = Format::tr("%Ln minute(s)", nullptr, count(all % hour / minute));
    const auto both = [](const QString &more, const QString &less, bool lessIsNothing) {
        //: two parts of a duration, as in "3 hours, 5 minutes"
        return lessIsNothing ? more : Format::tr("%1, %2", "duration").arg(more, less);
    };
    if (all >= day) {
        return both(days, hours, all % day < hour);
    }
    if (all >= hour) {
        return both(hours, minutes, all % hour < minute);
    }
    if (all >= minute) {
        return minutes;
    }
    return Format::tr("%Ln second(s)", nullptr, count(all));
}

QString isolated(const QString &text)
{
    constexpr QChar firstStrongIsolate(0x2068);
    constexpr QChar popDirectionalIsolate(0x2069);
    const bool isOther =
        QGuiApplication::isRightToLeft()
            ? !text.isRightToLeft() &&
                  std::any_of(text.cbegin(), text.cend(),
                              [](QChar character) {
                                  return character.direction() == QChar::DirL; // Numbers and signs have no direction.
                              })
            : text.isRightToLeft();
    return isOther ? firstStrongIsolate + text + popDirectionalIsolate : text;
}

} // namespace jarchi::widgets

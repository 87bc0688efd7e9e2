// SPDX-License-Identifier: MIT
#include "notify/quiet_hours.h"

#include <QTest>

using namespace jarchi::notify;
using namespace Qt::StringLiterals;

namespace {

/// An ISO 8601 moment, with its offset.
QDateTime at(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toUTC();
}

QTimeZone berlin()
{
    return QTimeZone("Europe/Berlin");
}

QTimeZone tehran()
{
    return QTimeZone("Asia/Tehran");
}

QuietHours::Rule hours(const QTime &from, const QTime &to)
{
    return {.byHours = true, .from = from, .to = to, .until = {}};
}

} // namespace

class TestQuietHours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hours_acrossMidnight_data();
    void hours_acrossMidnight();
    void hours_withinADay();
    void hours_sameBeginningAndEnd_areNever();
    void hours_notWanted_areNever();
    void hours_clockChanges_changeOnceEach_data();
    void hours_clockChanges_changeOnceEach();
    void until_isFollowed();
    void until_insideTheHours_endsWithTheLater();
    void until_untilTheHoursBegin_isOneQuietTime();
    void nothingWanted_neverChanges();
    void walk_byNextChange_meetsEveryMinute_data();
    void walk_byNextChange_meetsEveryMinute();
    void tomorrow_isTheNextMorning_data();
    void tomorrow_isTheNextMorning();
};

void TestQuietHours::initTestCase()
{
    QVERIFY2(berlin().isValid() && tehran().isValid(), "this test needs tzdata");
}

void TestQuietHours::hours_acrossMidnight_data()
{
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<bool>("isQuiet");
    QTest::addColumn<QDateTime>("next");
    const QDateTime evening = at("2026-11-24T22:00:00+01:00");
    const QDateTime morning = at("2026-11-25T07:00:00+01:00");
    QTest::newRow("a second before") << evening.addSecs(-1) << false << evening;
    QTest::newRow("begins") << evening << true << morning;
    QTest::newRow("before midnight") << at("2026-11-24T23:59:59+01:00") << true << morning;
    QTest::newRow("midnight") << at("2026-11-25T00:00:00+01:00") << true << morning;
    QTest::newRow("a second before its end") << morning.addSecs(-1) << true << morning;
    QTest::newRow("ends") << morning << false << at("2026-11-25T22:00:00+01:00");
}

void TestQuietHours::hours_acrossMidnight()
{
    QFETCH(const QDateTime, now);
    QFETCH(const bool, isQuiet);
    QFETCH(const QDateTime, next);
    const QuietHours quiet(hours(QTime(22, 0), QTime(7, 0)), berlin());
    QCOMPARE(quiet.isQuiet(now), isQuiet);
    QCOMPARE(quiet.nextChange(now), std::optional(next));
}

void TestQuietHours::hours_withinADay()
{
    const QuietHours quiet(hours(QTime(12, 30), QTime(14, 0)), tehran());
    QVERIFY(!quiet.isQuiet(at("2026-11-24T12:29:59+03:30")));
    QVERIFY(quiet.isQuiet(at("2026-11-24T12:30:00+03:30")));
    QVERIFY(!quiet.isQuiet(at("2026-11-24T14:00:00+03:30")));
    QCOMPARE(quiet.nextChange(at("2026-11-24T20:00:00+03:30")), std::optional(at("2026-11-25T12:30:00+03:30")));
}

void TestQuietHours::hours_sameBeginningAndEnd_areNever()
{
    const QuietHours quiet(hours(QTime(22, 0), QTime(22, 0)), berlin());
    QVERIFY(!quiet.isQuiet(at("2026-11-24T22:00:00+01:00")));
    QVERIFY(!quiet.nextChange(at("2026-11-24T22:00:00+01:00")));
}

void TestQuietHours::hours_notWanted_areNever()
{
    QuietHours::Rule rule = hours(QTime(22, 0), QTime(7, 0));
    rule.byHours = false;
    const QuietHours quiet(rule, berlin());
    QVERIFY(!quiet.isQuiet(at("2026-11-24T23:00:00+01:00")));
    QVERIFY(!quiet.nextChange(at("2026-11-24T23:00:00+01:00")));
    QVERIFY(!QuietHours(hours(QTime(), QTime(7, 0)), berlin()).isQuiet(at("2026-11-24T06:00:00+01:00")));
}

void TestQuietHours::hours_clockChanges_changeOnceEach_data()
{
    QTest::addColumn<QTimeZone>("zone");
    QTest::addColumn<QTime>("from");
    QTest::addColumn<QTime>("to");
    QTest::addColumn<QDateTime>("noon"); // Of the day before.
    QTest::addColumn<QDateTime>("begin");
    QTest::addColumn<QDateTime>("end");
    // Berlin, 29 March 2026: 02:00 is 03:00. 25 October 2026: 03:00 is 02:00 again.
    const QDateTime march = at("2026-03-28T12:00:00+01:00");
    const QDateTime october = at("2026-10-24T12:00:00+02:00");
    QTest::newRow("a short night") << berlin() << QTime(22, 0) << QTime(7, 0) << march
                                   << at("2026-03-28T22:00:00+01:00") << at("2026-03-29T07:00:00+02:00");
    QTest::newRow("ends in the gap") << berlin() << QTime(22, 0) << QTime(2, 30) << march
                                     << at("2026-03-28T22:00:00+01:00") << at("2026-03-29T03:00:00+02:00");
    QTest::newRow("begins in the gap") << berlin() << QTime(2, 30) << QTime(9, 0) << march
                                       << at("2026-03-29T03:00:00+02:00") << at("2026-03-29T09:00:00+02:00");
    QTest::newRow("a long night") << berlin() << QTime(22, 0) << QTime(7, 0) << october
                                  << at("2026-10-24T22:00:00+02:00") << at("2026-10-25T07:00:00+01:00");
    QTest::newRow("ends where it comes twice") << berlin() << QTime(22, 0) << QTime(2, 30) << october
                                               << at("2026-10-24T22:00:00+02:00") << at("2026-10-25T02:30:00+01:00");
    QTest::newRow("begins where it comes twice") << berlin() << QTime(2, 30) << QTime(9, 0) << october
                                                 << at("2026-10-25T02:30:00+02:00") << at("2026-10-25T09:00:00+01:00");
    QTest::newRow("all where it comes twice") << berlin() << QTime(2, 15) << QTime(2, 45) << october
                                              << at("2026-10-25T02:15:00+02:00") << at("2026-10-25T02:45:00+01:00");
    // Tehran, 22 March 2021: 00:00 is 01:00. 22 September 2021: 00:00 is 23:00 on the day before.
    QTest::newRow("midnight is left out") << tehran() << QTime(0, 0) << QTime(6, 0) << at("2021-03-21T12:00:00+03:30")
                                          << at("2021-03-22T01:00:00+04:30") << at("2021-03-22T06:00:00+04:30");
    QTest::newRow("ends at a midnight left out")
        << tehran() << QTime(21, 0) << QTime(0, 0) << at("2021-03-21T12:00:00+03:30") << at("2021-03-21T21:00:00+03:30")
        << at("2021-03-22T01:00:00+04:30");
    QTest::newRow("the last hour comes twice")
        << tehran() << QTime(23, 30) << QTime(6, 0) << at("2021-09-21T12:00:00+04:30")
        << at("2021-09-21T23:30:00+04:30") << at("2021-09-22T06:00:00+03:30");
    QTest::newRow("Tehran now, without changes")
        << tehran() << QTime(22, 0) << QTime(7, 0) << at("2026-03-21T12:00:00+03:30") << at("2026-03-21T22:00:00+03:30")
        << at("2026-03-22T07:00:00+03:30");
}

void TestQuietHours::hours_clockChanges_changeOnceEach()
{
    QFETCH(const QTimeZone, zone);
    QFETCH(const QTime, from);
    QFETCH(const QTime, to);
    QFETCH(const QDateTime, noon);
    QFETCH(const QDateTime, begin);
    QFETCH(const QDateTime, end);
    const QuietHours quiet(hours(from, to), zone);
    // One that begins in the morning is over at noon.
    QVERIFY(!quiet.isQuiet(noon));
    QCOMPARE(quiet.nextChange(noon), std::optional(begin));
    QVERIFY(!quiet.isQuiet(begin.addSecs(-1)));
    QVERIFY(quiet.isQuiet(begin));
    QCOMPARE(quiet.nextChange(begin), std::optional(end));
    QVERIFY(quiet.isQuiet(end.addSecs(-1)));
    QVERIFY(!quiet.isQuiet(end));
}

void TestQuietHours::until_isFollowed()
{
    QuietHours::Rule rule;
    rule.until = at("2026-11-24T12:00:00Z");
    const QuietHours quiet(rule, berlin());
    QVERIFY(quiet.isQuiet(rule.until.addSecs(-1)));
    QCOMPARE(quiet.nextChange(rule.until.addDays(-9)), std::optional(rule.until));
    QVERIFY(!quiet.isQuiet(rule.until));
    QVERIFY(!quiet.nextChange(rule.until));
}

void TestQuietHours::until_insideTheHours_endsWithTheLater()
{
    QuietHours::Rule rule = hours(QTime(22, 0), QTime(7, 0));
    rule.until = at("2026-11-24T23:00:00+01:00");
    const QuietHours early(rule, berlin());
    QCOMPARE(early.nextChange(at("2026-11-24T20:00:00+01:00")), std::optional(at("2026-11-25T07:00:00+01:00")));
    rule.until = at("2026-11-25T09:00:00+01:00");
    const QuietHours late(rule, berlin());
    QCOMPARE(late.nextChange(at("2026-11-24T20:00:00+01:00")), std::optional(rule.until));
}

void TestQuietHours::until_untilTheHoursBegin_isOneQuietTime()
{
    QuietHours::Rule rule = hours(QTime(22, 0), QTime(7, 0));
    rule.until = at("2026-12-24T22:00:00+01:00"); // A month away.
    const QuietHours quiet(rule, berlin());
    QCOMPARE(quiet.nextChange(at("2026-11-24T20:00:00+01:00")), std::optional(at("2026-12-25T07:00:00+01:00")));
}

void TestQuietHours::nothingWanted_neverChanges()
{
    const QuietHours quiet({}, berlin());
    QVERIFY(!quiet.isQuiet(at("2026-11-24T20:00:00Z")));
    QVERIFY(!quiet.nextChange(at("2026-11-24T20:00:00Z")));
}

void TestQuietHours::walk_byNextChange_meetsEveryMinute_data()
{
    QTest::addColumn<QTimeZone>("zone");
    QTest::addColumn<QDateTime>("begin");
    QTest::newRow("Berlin, March") << berlin() << at("2026-03-27T00:00:00Z");
    QTest::newRow("Berlin, October") << berlin() << at("2026-10-23T00:00:00Z");
    QTest::newRow("Tehran, March 2021") << tehran() << at("2021-03-20T00:00:00Z");
    QTest::newRow("Tehran, September 2021") << tehran() << at("2021-09-20T00:00:00Z");
    QTest::newRow("Lord Howe, half an hour") << QTimeZone("Australia/Lord_Howe") << at("2026-04-03T00:00:00Z");
    QTest::newRow("Apia, a day left out") << QTimeZone("Pacific/Apia") << at("2011-12-28T00:00:00Z");
}

/// A timer set to each next change sees the same as somebody who looks every minute.
void TestQuietHours::walk_byNextChange_meetsEveryMinute()
{
    QFETCH(const QTimeZone, zone);
    QFETCH(const QDateTime, begin);
    for (const auto &[from, to] : {std::pair(QTime(22, 0), QTime(7, 0)), std::pair(QTime(0, 0), QTime(2, 30)),
                                   std::pair(QTime(2, 10), QTime(1, 50))}) {
        const QuietHours quiet(hours(from, to), zone);
        QDateTime change = quiet.nextChange(begin).value();
        bool isQuiet = quiet.isQuiet(begin);
        for (QDateTime now = begin; now < begin.addDays(5); now = now.addSecs(60)) {
            if (now >= change) {
                isQuiet = !isQuiet;
                change = quiet.nextChange(now).value();
                QVERIFY(change > now);
            }
            QCOMPARE(quiet.isQuiet(now), isQuiet);
        }
    }
}

void TestQuietHours::tomorrow_isTheNextMorning_data()
{
    QTest::addColumn<bool>("byHours");
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<QDateTime>("tomorrow");
    QTest::newRow("noon, no hours") << false << at("2026-11-24T12:00:00+01:00") << at("2026-11-25T08:00:00+01:00");
    QTest::newRow("noon, hours") << true << at("2026-11-24T12:00:00+01:00") << at("2026-11-25T07:00:00+01:00");
    QTest::newRow("before midnight") << false << at("2026-11-24T23:59:00+01:00") << at("2026-11-25T08:00:00+01:00");
    QTest::newRow("after midnight") << false << at("2026-11-25T00:30:00+01:00") << at("2026-11-25T08:00:00+01:00");
    QTest::newRow("at four") << false << at("2026-11-25T04:00:00+01:00") << at("2026-11-26T08:00:00+01:00");
    QTest::newRow("summer comes") << true << at("2026-03-28T12:00:00+01:00") << at("2026-03-29T07:00:00+02:00");
    QTest::newRow("winter comes") << false << at("2026-10-24T12:00:00+02:00") << at("2026-10-25T08:00:00+01:00");
}

void TestQuietHours::tomorrow_isTheNextMorning()
{
    QFETCH(const bool, byHours);
    QFETCH(const QDateTime, now);
    QFETCH(const QDateTime, tomorrow);
    QuietHours::Rule rule = hours(QTime(22, 0), QTime(7, 0));
    rule.byHours = byHours;
    QCOMPARE(QuietHours(rule, berlin()).tomorrow(now), tomorrow);
}

QTEST_GUILESS_MAIN(TestQuietHours)
#include "test_quiet_hours.moc"

// SPDX-License-Identifier: MIT
#include "base/clock.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void systemClock_now_isUtc();
    void systemClock_monotonic_neverGoesBack();
    void timestamp_ofUtc_endsInZ();
    void timestamp_ofAnOffset_isConvertedToUtc();
    void timestamp_readBack_isTheSame();
    void timestamp_withoutOffset_isReadAsUtc();
    void timestamp_withFraction_isAccepted();
    void timestamp_nonsense_isInvalid_data();
    void timestamp_nonsense_isInvalid();
};

void TestClock::systemClock_now_isUtc()
{
    const jarchi::SystemClock clock;
    QCOMPARE(clock.now().timeSpec(), Qt::UTC);
}

void TestClock::systemClock_monotonic_neverGoesBack()
{
    const jarchi::SystemClock clock;
    const auto first = clock.monotonic();
    QVERIFY(clock.monotonic() >= first);
}

void TestClock::timestamp_ofUtc_endsInZ()
{
    QCOMPARE(jarchi::toTimestamp(QDateTime({2026, 11, 22}, {9, 0}, Qt::UTC)), u"2026-11-22T09:00:00Z"_s);
}

void TestClock::timestamp_ofAnOffset_isConvertedToUtc()
{
    QCOMPARE(jarchi::toTimestamp(QDateTime({2026, 11, 22}, {12, 30}, Qt::OffsetFromUTC, 12600)),
             u"2026-11-22T09:00:00Z"_s);
    QCOMPARE(jarchi::fromTimestamp(u"2026-11-22T12:30:00+03:30"_s), QDateTime({2026, 11, 22}, {9, 0}, Qt::UTC));
}

void TestClock::timestamp_readBack_isTheSame()
{
    const QDateTime time({2028, 2, 29}, {23, 59, 59}, Qt::UTC);
    QCOMPARE(jarchi::fromTimestamp(jarchi::toTimestamp(time)), time);
}

void TestClock::timestamp_withoutOffset_isReadAsUtc()
{
    QCOMPARE(jarchi::fromTimestamp(u"2026-11-22T09:00:00"_s), QDateTime({2026, 11, 22}, {9, 0}, Qt::UTC));
}

void TestClock::timestamp_withFraction_isAccepted()
{
    QCOMPARE(jarchi::fromTimestamp(u"2026-11-22T09:00:00.250Z"_s), QDateTime({2026, 11, 22}, {9, 0, 0, 250}, Qt::UTC));
}

void TestClock::timestamp_nonsense_isInvalid_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("words") << u"tomorrow"_s;
    QTest::newRow("no such day") << u"2026-02-30T09:00:00Z"_s;
    QTest::newRow("no such hour") << u"2026-11-22T25:00:00Z"_s;
    QTest::newRow("seconds since 1970") << u"1795338000"_s;
    QTest::newRow("text behind") << u"2026-11-22T09:00:00Zulu"_s;
}

void TestClock::timestamp_nonsense_isInvalid()
{
    QFETCH(QString, text);
    QVERIFY(!jarchi::fromTimestamp(text).isValid());
}

QTEST_GUILESS_MAIN(TestClock)
#include "test_clock.moc"

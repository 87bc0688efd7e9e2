// SPDX-License-Identifier: MIT
#include "widgets/breakable.h"
#include "widgets/format.h"
#include "widgets/language.h"

#include <QLocale>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace jarchi;
using namespace jarchi::widgets;
using namespace Qt::StringLiterals;

/// English as in the United Kingdom and Persian as in Iran, which is what a system that says nothing gets.
class TestFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void number_isGroupedInTheLocalesDigits();
    void money_isWrittenAsTheReaderWritesIt_data();
    void money_isWrittenAsTheReaderWritesIt();
    void money_otherLocale_hasSymbolOnItsSide();
    void money_highestAmount_isExact();
    void amountText_isWhatOneWouldType();
    void shortTime_saysTheDayAsNearAsItIs_data();
    void shortTime_saysTheDayAsNearAsItIs();
    void shortTime_overMidnight_isYesterday();
    void longTime_saysEverything();
    void invalidTime_isNever();
    void duration_hasTwoUnitsAtMost_data();
    void duration_hasTwoUnitsAtMost();
    void word_longerThanALine_canBeBroken();

private:
    void speak(const QString &code) { m_language->use(code); }

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Language> m_language;
};

void TestFormat::initTestCase()
{
    m_settings = std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_settings->setValue(u"language"_s, u"en"_s);
    m_language = std::make_unique<Language>(*m_settings);
}

void TestFormat::number_isGroupedInTheLocalesDigits()
{
    speak(u"en"_s);
    QCOMPARE(number(1'234'567), u"1,234,567"_s);
    QCOMPARE(number(0), u"0"_s);
    speak(u"fa"_s);
    QCOMPARE(number(1'234'567), u"۱٬۲۳۴٬۵۶۷"_s);
}

void TestFormat::money_isWrittenAsTheReaderWritesIt_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &language, qint64 minor, const QString &currency,
                        const QString &text) { QTest::newRow(name) << language << minor << currency << text; };
    row("euro", u"en"_s, 59900, u"EUR"_s, u"€599.00"_s);
    row("grouped", u"en"_s, 123456789, u"EUR"_s, u"€1,234,567.89"_s);
    row("pound at home", u"en"_s, 5, u"GBP"_s, u"£0.05"_s);
    row("yen has no minor unit", u"en"_s, 599, u"JPY"_s, u"¥599"_s);
    row("dinar has three digits", u"en"_s, 1005, u"KWD"_s, u"KWD\u00A01.005"_s);
    row("a code keeps its distance", u"en"_s, 120000000, u"IRR"_s, u"IRR\u00A01,200,000"_s);
    row("rial with a fraction", u"en"_s, 150, u"IRR"_s, u"IRR\u00A01.50"_s);
    row("Persian euro", u"fa"_s, 59900, u"EUR"_s, u"\u200F۵۹۹٫۰۰\u00A0€"_s);
    row("Persian rial", u"fa"_s, 120000000, u"IRR"_s, u"\u200F۱٬۲۰۰٬۰۰۰\u00A0ریال"_s);
    row("Persian code", u"fa"_s, 100, u"CHF"_s, u"\u200F۱٫۰۰\u00A0CHF"_s);
    row("nothing", u"en"_s, 0, u"EUR"_s, u"€0.00"_s);
}

void TestFormat::money_isWrittenAsTheReaderWritesIt()
{
    QFETCH(const QString, language);
    QFETCH(const qint64, minor);
    QFETCH(const QString, currency);
    speak(language);
    QTEST(money({minor, currency}), "text");
}

void TestFormat::money_otherLocale_hasSymbolOnItsSide()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    const QString german = money({123456, u"EUR"_s});
    QLocale::setDefault(QLocale(QLocale::English, QLocale::Australia));
    const QString home = money({100, u"AUD"_s});
    const QString foreign = money({100, u"USD"_s});
    QLocale::setDefault(before);
    QCOMPARE(german, u"1.234,56\u00A0€"_s);
    QCOMPARE(home, u"$1.00"_s);
    QCOMPARE(foreign, u"USD\u00A01.00"_s);
}

void TestFormat::money_highestAmount_isExact()
{
    speak(u"en"_s);
    // More digits than a double holds.
    QCOMPARE(money({99'999'999'999'999'999, u"EUR"_s}), u"€999,999,999,999,999.99"_s);
}

void TestFormat::amountText_isWhatOneWouldType()
{
    speak(u"en"_s);
    QCOMPARE(amountText({123456789, u"EUR"_s}), u"1234567.89"_s);
    QCOMPARE(amountText({599, u"JPY"_s}), u"599"_s);
    speak(u"fa"_s);
    QCOMPARE(amountText({59905, u"EUR"_s}), u"۵۹۹٫۰۵"_s);
}

void TestFormat::shortTime_saysTheDayAsNearAsItIs_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QDateTime>("time");
    QTest::addColumn<QString>("text");
    const QDate today(2026, 3, 12);
    const QTime clock(14, 5);
    QTest::newRow("today") << u"en"_s << QDateTime(today, clock) << u"today 14:05"_s;
    QTest::newRow("yesterday") << u"en"_s << QDateTime(today.addDays(-1), clock) << u"yesterday 14:05"_s;
    QTest::newRow("before") << u"en"_s << QDateTime(today.addDays(-2), clock) << u"10 March 2026"_s;
    QTest::newRow("tomorrow, by a wrong clock") << u"en"_s << QDateTime(today.addDays(1), clock) << u"13 March 2026"_s;
    QTest::newRow("today in Persian") << u"fa"_s << QDateTime(today, clock) << u"امروز ۱۴:۰۵"_s;
    QTest::newRow("Jalali") << u"fa"_s << QDateTime(QDate(2026, 3, 1), clock) << u"۱۰ اسفند ۱۴۰۴"_s;
    QTest::newRow("Jalali new year") << u"fa"_s << QDateTime(QDate(2025, 3, 21), clock) << u"۱ فروردین ۱۴۰۴"_s;
}

void TestFormat::shortTime_saysTheDayAsNearAsItIs()
{
    QFETCH(const QString, language);
    QFETCH(const QDateTime, time);
    speak(language);
    QTEST(shortTime(time, QDateTime(QDate(2026, 3, 12), QTime(20, 0))), "text");
}

void TestFormat::shortTime_overMidnight_isYesterday()
{
    speak(u"en"_s);
    const QDateTime now(QDate(2026, 3, 12), QTime(0, 1));
    QCOMPARE(shortTime(now.addSecs(-120).toUTC(), now), u"yesterday 23:59"_s);
}

void TestFormat::longTime_saysEverything()
{
    const QDateTime time(QDate(2026, 3, 12), QTime(14, 5, 9));
    speak(u"en"_s);
    QCOMPARE(longTime(time.toUTC()), u"Thursday, 12 March 2026, 14:05:09"_s);
    speak(u"fa"_s);
    QCOMPARE(longTime(time), u"پنجشنبه ۲۱ اسفند ۱۴۰۴، ۱۴:۰۵:۰۹"_s);
}

void TestFormat::invalidTime_isNever()
{
    speak(u"en"_s);
    QCOMPARE(shortTime({}), u"never"_s);
    QCOMPARE(longTime({}), u"never"_s);
}

void TestFormat::duration_hasTwoUnitsAtMost_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &language, qint64 seconds, const QString &text) {
        QTest::newRow(name) << language << seconds << text;
    };
    row("below nothing", u"en"_s, -5, u"0 seconds"_s);
    row("one second", u"en"_s, 1, u"1 second"_s);
    row("seconds", u"en"_s, 59, u"59 seconds"_s);
    row("a minute", u"en"_s, 60, u"1 minute"_s);
    row("minutes", u"en"_s, 359, u"5 minutes"_s);
    row("an hour", u"en"_s, 3600, u"1 hour"_s);
    row("hours and minutes", u"en"_s, 3 * 3600 + 5 * 60, u"3 hours, 5 minutes"_s);
    row("a day", u"en"_s, 86400 + 59 * 60, u"1 day"_s);
    row("days and hours", u"en"_s, 2 * 86400 + 4 * 3600 + 59 * 60, u"2 days, 4 hours"_s);
    row("many days", u"en"_s, qint64{1234} * 86400, u"1,234 days"_s);
    row("Persian", u"fa"_s, 2 * 86400 + 4 * 3600, u"۲ روز و ۴ ساعت"_s);
    row("Persian seconds", u"fa"_s, 45, u"۴۵ ثانیه"_s);
}

void TestFormat::duration_hasTwoUnitsAtMost()
{
    QFETCH(const QString, language);
    QFETCH(const qint64, seconds);
    speak(language);
    QTEST(duration(seconds), "text");
}

void TestFormat::word_longerThanALine_canBeBroken()
{
    constexpr QChar zeroWidthSpace(0x200B);
    const QString usual = u"An ordinary sentence, of ordinary words, می‌خواهم"_s;
    QCOMPARE(breakable(usual), usual);
    const QString broken = breakable(QString(64, u'u') + u" and "_s + QString(32, u'v'));
    QCOMPARE(broken.count(zeroWidthSpace), 1);
    QCOMPARE(broken.indexOf(zeroWidthSpace), 32);
    QString whole = broken;
    QCOMPARE(whole.remove(zeroWidthSpace), QString(64, u'u') + u" and "_s + QString(32, u'v'));
    // Between whole characters only.
    const QString faces = QString::fromUcs4(U"\U0001F600").repeated(40);
    QCOMPARE(breakable(faces), faces);
}

QTEST_MAIN(TestFormat)
#include "test_format.moc"

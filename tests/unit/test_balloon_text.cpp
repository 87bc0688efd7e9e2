// SPDX-License-Identifier: MIT
#include "notify/balloon_key.h"
#include "notify/balloon_text.h"

#include <QLocale>
#include <QTest>

using namespace jarchi;
using namespace jarchi::notify;
using namespace Qt::StringLiterals;
using protocol::Notification;

namespace {

constexpr char16_t FirstStrongIsolate = u'\u2068';
constexpr char16_t PopIsolate = u'\u2069';

Notification pixel()
{
    Notification made;
    made.id = 7;
    made.title = u"Pixel 12"_s;
    made.body = u"A phone.\nWith a camera."_s;
    made.category = u"Phones"_s;
    made.price = u"1599.00"_s;
    made.currency = u"EUR"_s;
    made.url = u"https://shop.example/12"_s;
    made.interest = protocol::Interest{u"Phones"_s, {}, u"1700.00"_s, u"EUR"_s};
    return made;
}

bool hasBalancedIsolates(const QString &text)
{
    int depth = 0;
    for (const QChar character : text) {
        depth += character == QChar(FirstStrongIsolate) ? 1 : character == QChar(PopIsolate) ? -1 : 0;
        if (depth < 0)
            return false;
    }
    return depth == 0;
}

} // namespace

class TestBalloonText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void balloon_ofAProduct_saysWhatItIs();
    void balloon_ofAnAnnouncement_saysOnlyWhatThereIs();
    void balloon_keywordAndLimit_areInTheReason();
    void balloon_unopenableLink_hasNoButton();
    void balloon_markup_staysText();
    void balloon_controls_areGone();
    void balloon_longTexts_areCut();
    void balloon_manyLines_areCut();
    void balloon_otherDirection_isIsolated();
    void balloon_persianReader_hasPersianDigits();
    void price_inTheReadersDigits_data();
    void price_inTheReadersDigits();
    void cut_data();
    void cut();
    void notInterested_withKeyword_namesIt();
    void interestRemoved_saysWhatIsGone_andWhatIsNot();
    void summary_opensTheInbox();
};

void TestBalloonText::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestBalloonText::balloon_ofAProduct_saysWhatItIs()
{
    Notification notification = pixel();
    notification.priority = protocol::Priority::High;
    const Balloon balloon = balloonFor(notification, false);
    QCOMPARE(balloon.title, u"Pixel 12"_s);
    QCOMPARE(balloon.body, u"€1,599.00 · Phones\nA phone.\nWith a camera.\n"
                           u"because you follow Phones up to €1,700.00"_s);
    QCOMPARE(balloon.openLabel, u"Open shop.example"_s);
    QCOMPARE(balloon.notInterestedLabel, u"Not interested in Phones"_s);
    QCOMPARE(balloon.priority, protocol::Priority::High);
}

void TestBalloonText::balloon_ofAnAnnouncement_saysOnlyWhatThereIs()
{
    Notification notification;
    notification.id = 1;
    notification.title = u"Closed on Monday"_s;
    const Balloon balloon = balloonFor(notification, false);
    QCOMPARE(balloon.title, u"Closed on Monday"_s);
    QVERIFY(balloon.body.isEmpty());
    QVERIFY(balloon.openLabel.isEmpty());
    QVERIFY(balloon.notInterestedLabel.isEmpty());
}

void TestBalloonText::balloon_keywordAndLimit_areInTheReason()
{
    Notification notification = pixel();
    notification.interest->keyword = u"pixel"_s;
    QVERIFY(balloonFor(notification, false).body.endsWith(u"because you follow “pixel” in Phones up to €1,700.00"_s));
    notification.interest->maxPrice.clear();
    QVERIFY(balloonFor(notification, false).body.endsWith(u"because you follow “pixel” in Phones"_s));
    notification.interest->keyword.clear();
    QVERIFY(balloonFor(notification, false).body.endsWith(u"because you follow Phones"_s));
}

void TestBalloonText::balloon_unopenableLink_hasNoButton()
{
    Notification notification = pixel();
    notification.url = u"http://shop.example/"_s;
    QVERIFY(balloonFor(notification, false).openLabel.isEmpty());
    QCOMPARE(balloonFor(notification, true).openLabel, u"Open shop.example"_s);
    notification.url = u"javascript:alert(1)"_s;
    QVERIFY(balloonFor(notification, true).openLabel.isEmpty());
}

/// Whoever shows it escapes it; here it is text.
void TestBalloonText::balloon_markup_staysText()
{
    Notification notification = pixel();
    notification.title = u"<b>Bold</b> & <a href='x'>more</a>"_s;
    notification.category = u"A & B <i>"_s;
    const Balloon balloon = balloonFor(notification, false);
    QCOMPARE(balloon.title, notification.title);
    QVERIFY(balloon.body.contains(u"A & B <i>"_s));
}

void TestBalloonText::balloon_controls_areGone()
{
    Notification notification = pixel();
    const QString hostile = u"a\u202Eb\u2066c\u2069\u2069d\u0007\u001B[31m\ne\tf  g"_s + QChar(0xD83D);
    notification.title = hostile;
    notification.body = hostile;
    notification.category = hostile;
    notification.currency = hostile;
    notification.interest->category = hostile;
    notification.interest->keyword = hostile;
    const Balloon balloon = balloonFor(notification, false);
    QCOMPARE(balloon.title, u"abcd␇␛[31m e f g\uFFFD"_s);
    for (const QString &text : {balloon.title, balloon.body, balloon.notInterestedLabel}) {
        QVERIFY(!text.contains(QChar(0x202E)) && !text.contains(QChar(0x2066)) && !text.contains(QChar(0x1B)));
        QVERIFY(!text.contains(QChar(0xD83D)) && hasBalancedIsolates(text));
    }
    QVERIFY(!balloon.notInterestedLabel.contains(u'\n'));
}

void TestBalloonText::balloon_longTexts_areCut()
{
    Notification notification = pixel();
    notification.title = u"word "_s.repeated(100);
    notification.body = u"x"_s.repeated(4000);
    notification.category = u"c"_s.repeated(256);
    notification.interest->category = notification.category;
    notification.interest->keyword = u"k"_s.repeated(64);
    const Balloon balloon = balloonFor(notification, false);
    QVERIFY(balloon.title.size() <= TitleMost);
    QVERIFY(balloon.title.endsWith(u"word…"_s));
    QCOMPARE(balloon.body.count(u'x'), BodyMost - 1);
    QVERIFY(balloon.body.size() < BodyMost + 300);
    QVERIFY(balloon.notInterestedLabel.size() < 70);
}

void TestBalloonText::notInterested_withKeyword_namesIt()
{
    Notification notification = pixel();
    notification.interest->keyword = u"pixel"_s;
    // "Not interested in Phones" would be no truth: only this interest goes.
    QCOMPARE(balloonFor(notification, false).notInterestedLabel, u"Not interested in “pixel”"_s);
}

void TestBalloonText::interestRemoved_saysWhatIsGone_andWhatIsNot()
{
    protocol::Interest interest{u"Phones"_s, {}, {}, {}};
    QCOMPARE(interestRemovedBalloon(interest, false).title, u"You no longer follow Phones"_s);
    QVERIFY(!interestRemovedBalloon(interest, false).body.contains(u"another"_s));
    QVERIFY(interestRemovedBalloon(interest, true).body.contains(u"another interest in Phones"_s));
    interest.maxPrice = u"700.00"_s;
    interest.currency = u"EUR"_s;
    QCOMPARE(interestRemovedBalloon(interest, false).title, u"You no longer follow Phones up to €700.00"_s);
    interest.keyword = u"fair"_s;
    QCOMPARE(interestRemovedBalloon(interest, false).title, u"You no longer follow “fair” in Phones"_s);
}

void TestBalloonText::balloon_manyLines_areCut()
{
    Notification notification;
    notification.body = u"1\r\n\r\n\n2\n   \n3\n4\n5\n6\n7"_s;
    QCOMPARE(balloonFor(notification, false).body, u"1\n2\n3\n4\n5…"_s);
    notification.body = u"\n1\n2\n\n"_s;
    QCOMPARE(balloonFor(notification, false).body, u"1\n2"_s);
}

void TestBalloonText::balloon_otherDirection_isIsolated()
{
    Notification notification = pixel();
    const QString persian = u"گوشی"_s;
    notification.category = persian;
    notification.interest->category = persian;
    const QString isolated = FirstStrongIsolate + persian + PopIsolate;
    const Balloon balloon = balloonFor(notification, false);
    QVERIFY(balloon.body.startsWith(u"€1,599.00 · "_s + isolated));
    QCOMPARE(balloon.notInterestedLabel, u"Not interested in "_s + isolated);
}

void TestBalloonText::balloon_persianReader_hasPersianDigits()
{
    QLocale::setDefault(QLocale(QLocale::Persian, QLocale::Iran));
    Notification notification = pixel();
    notification.category = u"گوشی"_s;
    const Balloon balloon = balloonFor(notification, false);
    QVERIFY2(balloon.body.startsWith(u"\u200F۱٬۵۹۹٫۰۰\u00A0€ · گوشی\n"_s), qPrintable(balloon.body));
    notification.currency = u"CHF"_s;
    // The mark keeps the line right-to-left also where isolated letters count for its direction.
    QVERIFY(balloonFor(notification, false).body.startsWith(QChar(0x200F) + QString(FirstStrongIsolate)));
    notification.price.clear();
    notification.category = u"Phones"_s;
    QVERIFY(balloonFor(notification, false).body.startsWith(QChar(0x200F) + QString(FirstStrongIsolate)));
    QVERIFY(balloon.openLabel.contains(FirstStrongIsolate + u"shop.example"_s + PopIsolate));
}

void TestBalloonText::price_inTheReadersDigits_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("text");
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const QLocale german(QLocale::German, QLocale::Germany);
    QTest::newRow("none") << english << QString() << u"EUR"_s << QString();
    QTest::newRow("English") << english << u"1234567.89"_s << u"EUR"_s << u"€1,234,567.89"_s;
    QTest::newRow("German") << german << u"1234567.89"_s << u"EUR"_s << u"1.234.567,89\u00A0€"_s;
    QTest::newRow("no minor unit") << english << u"599"_s << u"JPY"_s << u"¥599"_s;
    // A double would make it …0.02.
    QTest::newRow("exact") << english << u"90071992547409.93"_s << u"EUR"_s << u"€90,071,992,547,409.93"_s;
    QTest::newRow("no number") << english << u"cheap <b>"_s << u"EUR"_s << u"cheap <b> EUR"_s;
    QTest::newRow("a sign") << english << u"-5"_s << u"EUR"_s << u"-5 EUR"_s;
}

void TestBalloonText::price_inTheReadersDigits()
{
    QFETCH(const QLocale, locale);
    QFETCH(const QString, amount);
    QFETCH(const QString, currency);
    QFETCH(const QString, text);
    QLocale::setDefault(locale);
    QCOMPARE(readersPrice(amount, currency), text);
}

void TestBalloonText::cut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("most");
    QTest::addColumn<QString>("result");
    const QString family = u"👨‍👩‍👧‍👦"_s; // Four people and three joiners: eleven units.
    const QString flag = u"🇮🇷"_s;
    QTest::newRow("empty") << QString() << 3 << QString();
    QTest::newRow("fits") << u"abc"_s << 3 << u"abc"_s;
    QTest::newRow("too long") << u"abcd"_s << 3 << u"ab…"_s;
    QTest::newRow("no space at the end") << u"ab cd"_s << 4 << u"ab…"_s;
    QTest::newRow("a pair") << u"a😀b"_s << 3 << u"a…"_s;
    QTest::newRow("a family fits") << family << 11 << family;
    QTest::newRow("a family is not parted") << u"a"_s + family + u"b"_s << 10 << u"a…"_s;
    QTest::newRow("a family at the start") << family + u"b"_s << 5 << u"…"_s;
    QTest::newRow("a flag") << u"a"_s + flag + flag << 7 << u"a"_s + flag + u"…"_s;
    QTest::newRow("an accent") << u"xe\u0301y"_s << 3 << u"x…"_s;
    QTest::newRow("skin") << u"a👍🏽b"_s << 4 << u"a…"_s;
}

void TestBalloonText::cut()
{
    QFETCH(const QString, text);
    QFETCH(const int, most);
    QFETCH(const QString, result);
    QCOMPARE(notify::cut(text, most), result);
    QVERIFY(notify::cut(text, most).size() <= most);
}

void TestBalloonText::summary_opensTheInbox()
{
    QCOMPARE(summaryBalloon(Summary::More, 37).title, u"And 37 more"_s);
    QCOMPARE(summaryBalloon(Summary::Quiet, 1200).title, u"1,200 new while it was quiet"_s);
    for (const Summary summary : {Summary::New, Summary::More, Summary::Quiet}) {
        const Balloon balloon = summaryBalloon(summary, qint64(1) << 40);
        QVERIFY(isSummaryKey(balloon.key));
        QCOMPARE(balloon.openLabel, u"Open inbox"_s);
        QVERIFY(balloon.notInterestedLabel.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestBalloonText)
#include "test_balloon_text.moc"

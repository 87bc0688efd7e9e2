// SPDX-License-Identifier: MIT
#include "notify/console_notifier.h"
#include "notify/plain_text.h"
#include "protocol/codec.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace jarchi;
using namespace jarchi::notify;
using namespace Qt::StringLiterals;
using protocol::Notification;

namespace {

Notification phone()
{
    Notification notification;
    notification.id = 41;
    notification.title = u"Fairphone 6"_s;
    notification.body = u"Repairable, five years of updates"_s;
    notification.category = u"Phones"_s;
    notification.price = u"599.00"_s;
    notification.currency = u"EUR"_s;
    notification.url = u"https://shop.example/41"_s;
    notification.createdAt = QDateTime(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
    notification.interest =
        protocol::Interest{.category = u"Phones"_s, .keyword = {}, .maxPrice = u"700.00"_s, .currency = u"EUR"_s};
    return notification;
}

QByteArray printed(const QList<Notification> &notifications,
                   ConsoleNotifier::Format format = ConsoleNotifier::Format::Text)
{
    QBuffer output;
    output.open(QIODevice::WriteOnly);
    ConsoleNotifier notifier(output, format, QTimeZone::utc());
    return notifier.show(notifications) ? output.data() : QByteArray("failed");
}

/// Nothing that a terminal obeys is in it, the line breaks between lines apart.
bool isHarmless(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        const bool isControl = c < u' ' || (c >= u'\x7F' && c < u'\xA0');
        const bool isDirectional = c == u'\u061C' || c == u'\u200E' || c == u'\u200F' ||
                                   (c >= u'\u202A' && c <= u'\u202E') || (c >= u'\u2066' && c <= u'\u2069');
        return c == u'\n' || !(isControl || isDirectional || c == u'\u2028' || c == u'\u2029');
    });
}

/// A device that takes nothing, like a pipe whose reader has gone.
class ClosedOutput : public QIODevice
{
protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64) override
    {
        ++writes;
        return -1;
    }

public:
    int writes = 0;
};

} // namespace

class TestConsoleNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void product_asText_hasEverythingOnOneLine();
    void announcement_asText_leavesOutWhatIsAbsent();
    void reason_ofEveryRule_isWorded_data();
    void reason_ofEveryRule_isWorded();
    void body_ofSeveralLines_isIndented();
    void hostileText_asText_isHarmless_data();
    void hostileText_asText_isHarmless();
    void hostileText_asJson_isHarmlessAndMeansTheSame_data();
    void hostileText_asJson_isHarmlessAndMeansTheSame();
    void escapeSequence_inTitle_isVisible();
    void emojiAndPersian_passUnchanged();
    void loneSurrogates_becomeReplacements();
    void longText_staysOnOneLine();
    void product_asJson_isTheNotificationOfTheProtocol();
    void each_ofSeveral_isOneWrite();
    void closedOutput_isAnError();
};

void TestConsoleNotifier::product_asText_hasEverythingOnOneLine()
{
    QCOMPARE(QString::fromUtf8(printed({phone()})),
             u"2026-11-22 09:00  [Phones]  Fairphone 6  599.00 EUR  because you follow Phones up to 700.00 EUR  "
             "https://shop.example/41\n"
             "    Repairable, five years of updates\n"_s);
}

void TestConsoleNotifier::announcement_asText_leavesOutWhatIsAbsent()
{
    Notification notification;
    notification.id = 1;
    notification.title = u"We are closed on Monday"_s;
    notification.createdAt = QDateTime(QDate(2026, 11, 22), QTime(23, 59), Qt::UTC);
    QCOMPARE(printed({notification}), "2026-11-22 23:59  We are closed on Monday\n"_ba);
}

void TestConsoleNotifier::reason_ofEveryRule_isWorded_data()
{
    QTest::addColumn<QString>("keyword");
    QTest::addColumn<QString>("price");
    QTest::addColumn<QString>("reason");
    QTest::newRow("category") << QString() << QString() << u"  because you follow Phones  "_s;
    QTest::newRow("price") << QString() << u"700.00"_s << u"  because you follow Phones up to 700.00 EUR  "_s;
    QTest::newRow("keyword") << u"fold"_s << QString() << u"  because you follow “fold” in Phones  "_s;
    QTest::newRow("both") << u"fold"_s << u"5.00"_s << u"  because you follow “fold” in Phones up to 5.00 EUR  "_s;
    QTest::newRow("percent") << u"%1 %2"_s << QString() << u"  because you follow “%1 %2” in Phones  "_s;
}

void TestConsoleNotifier::reason_ofEveryRule_isWorded()
{
    QFETCH(const QString, keyword);
    QFETCH(const QString, price);
    QFETCH(const QString, reason);
    Notification notification = phone();
    notification.interest->keyword = keyword;
    notification.interest->maxPrice = price;
    const QString text = QString::fromUtf8(printed({notification}));
    QVERIFY2(text.contains(reason), qUtf8Printable(text));
}

void TestConsoleNotifier::body_ofSeveralLines_isIndented()
{
    Notification notification = phone();
    notification.body = u"one\r\ntwo\n\n\tthree\u2028four\n\n"_s;
    const QByteArray text = printed({notification});
    QCOMPARE(text.mid(text.indexOf('\n') + 1), "    one\n    two\n    \n     three\n    four\n"_ba);
}

void TestConsoleNotifier::hostileText_asText_isHarmless_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("colour") << u"\x1b[31mred\x1b[0m"_s;
    QTest::newRow("title of the window") << u"\x1b]0;owned\x07"_s;
    QTest::newRow("8-bit CSI") << u"\u009B31m and \u009D0;x\u009C"_s;
    QTest::newRow("over the line before") << u"\rfake\b\b\b\x7f"_s;
    QTest::newRow("form feed") << u"\f\v\u0085"_s;
    QTest::newRow("nul") << QString(QChar(u'\0'));
    QTest::newRow("right-to-left override") << u"\u202Egpj.exe\u202C"_s;
    QTest::newRow("isolates and marks") << u"\u2066a\u2067b\u2068c\u2069\u200E\u200F\u061C"_s;
    QTest::newRow("separators") << u"a\u2028b\u2029c"_s;
}

void TestConsoleNotifier::hostileText_asText_isHarmless()
{
    QFETCH(const QString, text);
    Notification notification = phone();
    notification.body = u"before "_s + text + u" after"_s;
    notification.title = notification.body;
    notification.category = text;
    notification.url = text;
    notification.currency = text;
    notification.interest->keyword = text;
    const QByteArray out = printed({notification});
    QVERIFY(isHarmless(out));
    QVERIFY(out.indexOf("before") < out.indexOf("after"));
    // The first line is the program's own, whatever line breaks the texts on it have.
    QVERIFY(out.left(out.indexOf('\n')).contains("after"));
}

void TestConsoleNotifier::hostileText_asJson_isHarmlessAndMeansTheSame_data()
{
    hostileText_asText_isHarmless_data();
}

void TestConsoleNotifier::hostileText_asJson_isHarmlessAndMeansTheSame()
{
    QFETCH(const QString, text);
    Notification notification = phone();
    notification.body = text;
    const QByteArray out = printed({notification}, ConsoleNotifier::Format::Json);
    QVERIFY(isHarmless(out));
    QCOMPARE(out.count('\n'), 1);
    QCOMPARE(QJsonDocument::fromJson(out).object()["body"_L1].toString(), text);
}

void TestConsoleNotifier::escapeSequence_inTitle_isVisible()
{
    Notification notification = phone();
    notification.title = u"\x1b[2Jgone"_s;
    QVERIFY(printed({notification}).contains("␛[2Jgone"));
}

void TestConsoleNotifier::emojiAndPersian_passUnchanged()
{
    const QString family = u"👨‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿"_s;
    const QString persian = u"گوشی‌های تازه، ۵۹۹ یورو"_s; // With a zero-width non-joiner.
    QCOMPARE(harmlessLine(family), family);
    QCOMPARE(harmlessLine(persian), persian);
    Notification notification = phone();
    notification.title = persian;
    notification.body = family;
    const QString out = QString::fromUtf8(printed({notification}));
    QVERIFY(out.contains(persian));
    QVERIFY(out.contains(family));
    // What follows a right-to-left title stays behind it, on a terminal that reorders.
    QVERIFY(out.contains(persian + QChar(0x200E) + u"  599.00 EUR"_s));
}

void TestConsoleNotifier::loneSurrogates_becomeReplacements()
{
    const QChar high(0xD83D);
    const QChar low(0xDE00);
    QCOMPARE(harmlessLine(QString(high) + u'x'), u"\uFFFDx"_s);
    QCOMPARE(harmlessLine(QString(low) + high), u"\uFFFD\uFFFD"_s);
    QCOMPARE(harmlessLine(QString(high)), u"\uFFFD"_s);
    QCOMPARE(harmlessLine(QString(high) + low), u"😀"_s);
}

void TestConsoleNotifier::longText_staysOnOneLine()
{
    Notification notification = phone();
    notification.title = QString(256, u'م');
    notification.body = QString(4096, u'x');
    const QByteArray out = printed({notification});
    QCOMPARE(out.count('\n'), 2);
    QVERIFY(out.contains(notification.title.toUtf8()));
    QVERIFY(out.endsWith("    " + notification.body.toUtf8() + '\n'));
}

void TestConsoleNotifier::product_asJson_isTheNotificationOfTheProtocol()
{
    const QByteArray out = printed({phone()}, ConsoleNotifier::Format::Json);
    const auto read = protocol::decodeFromServer(out);
    QVERIFY(read);
    QCOMPARE(std::get<Notification>(read->message), phone());
    const QJsonObject object = QJsonDocument::fromJson(out).object();
    QCOMPARE(object["type"_L1].toString(), u"notification"_s);
    QCOMPARE(object["id"_L1].toString(), u"41"_s);
    QCOMPARE(object["interest"_L1]["max_price"_L1].toString(), u"700.00"_s);
}

void TestConsoleNotifier::each_ofSeveral_isOneWrite()
{
    Notification second = phone();
    second.id = 42;
    const QByteArray out = printed({phone(), second}, ConsoleNotifier::Format::Json);
    QCOMPARE(out.count('\n'), 2);
    QVERIFY(out.indexOf("\"41\"") < out.indexOf("\"42\""));
}

void TestConsoleNotifier::closedOutput_isAnError()
{
    ClosedOutput output;
    output.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    ConsoleNotifier notifier(output, ConsoleNotifier::Format::Text, QTimeZone::utc());
    QVERIFY(!notifier.show({phone(), phone()}));
    QCOMPARE(output.writes, 1);
}

QTEST_APPLESS_MAIN(TestConsoleNotifier)
#include "test_console_notifier.moc"

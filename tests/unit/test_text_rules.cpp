// SPDX-License-Identifier: MIT
#include "base/fault_sentence.h"
#include "base/text_rules.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using jarchi::TextFault;

class TestTextRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void line_ofAnyScript_isAccepted_data();
    void line_ofAnyScript_isAccepted();
    void line_atItsLimit_isAcceptedAndOneMoreIsNot();
    void line_withAForbiddenCharacter_isRefused_data();
    void line_withAForbiddenCharacter_isRefused();
    void line_anywhere_isChecked();
    void body_withLineBreaksAndBidi_isAccepted();
    void body_limit_countsBytes();
    void body_withAForbiddenCharacter_isRefused();
    void url_good_hasNoFault_data();
    void url_good_hasNoFault();
    void url_bad_hasAFault_data();
    void url_bad_hasAFault();
    void url_http_isAFaultUnlessAllowed();
    void url_limit_countsEncodedBytes();
    void utf8_wellFormed_isDecoded();
    void utf8_malformed_isRefused_data();
    void utf8_malformed_isRefused();
    void fault_eachOne_hasADescription();
    void sentence_eachFault_hasOne();
    void sentence_ofPersianReader_hasPersianDigits();
};

void TestTextRules::line_ofAnyScript_isAccepted_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("latin") << u"Fairphone 6 – “repairable”"_s;
    QTest::newRow("persian with half-space") << u"گوشی\u200cهای همراه"_s;
    QTest::newRow("emoji with joiner") << u"👩\u200d💻"_s;
    QTest::newRow("chinese beyond the BMP") << u"𠮷野家"_s;
    QTest::newRow("combining") << u"Cafe\u0301"_s;
    QTest::newRow("no-break space") << u"12\u00a0GB"_s;
}

void TestTextRules::line_ofAnyScript_isAccepted()
{
    QFETCH(QString, text);
    QCOMPARE(jarchi::checkLine(text, jarchi::limits::TitleCharacters), TextFault::None);
}

void TestTextRules::line_atItsLimit_isAcceptedAndOneMoreIsNot()
{
    QCOMPARE(jarchi::checkLine(QString(256, u'گ'), 256), TextFault::None);
    QCOMPARE(jarchi::checkLine(QString(257, u'گ'), 256), TextFault::TooLong);
    QCOMPARE(jarchi::checkLine(u"", 0), TextFault::None);
    QCOMPARE(jarchi::checkLine(u"a", 0), TextFault::TooLong);
}

void TestTextRules::line_withAForbiddenCharacter_isRefused_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    QTest::addColumn<TextFault>("fault");
    QTest::newRow("nul") << 0 << 0 << TextFault::NullCharacter;
    QTest::newRow("c0") << 0x01 << 0x1F << TextFault::ControlCharacter;
    QTest::newRow("delete and c1") << 0x7F << 0x9F << TextFault::ControlCharacter;
    QTest::newRow("separators") << 0x2028 << 0x2029 << TextFault::ControlCharacter;
    QTest::newRow("arabic letter mark") << 0x061C << 0x061C << TextFault::BidiControl;
    QTest::newRow("marks") << 0x200E << 0x200F << TextFault::BidiControl;
    QTest::newRow("embeddings and overrides") << 0x202A << 0x202E << TextFault::BidiControl;
    QTest::newRow("isolates") << 0x2066 << 0x2069 << TextFault::BidiControl;
    QTest::newRow("surrogates") << 0xD800 << 0xDFFF << TextFault::LoneSurrogate;
}

void TestTextRules::line_withAForbiddenCharacter_isRefused()
{
    QFETCH(int, first);
    QFETCH(int, last);
    QFETCH(TextFault, fault);
    for (int unit = first; unit <= last; ++unit)
        QCOMPARE(jarchi::checkLine(QString(QChar(unit)), 256), fault);
    QCOMPARE(jarchi::checkLine(QString(QChar(0x2065)), 256), TextFault::None);
    QCOMPARE(jarchi::checkLine(u"\u00a0~ \u2027\u202f", 256), TextFault::None);
}

void TestTextRules::line_anywhere_isChecked()
{
    for (qsizetype place = 0; place <= 5; ++place) {
        QCOMPARE(jarchi::checkLine(u"abcde"_s.insert(place, QChar(u'\n')), 256), TextFault::ControlCharacter);
        QCOMPARE(jarchi::checkLine(u"abcde"_s.insert(place, QChar(0xD83D)), 256), TextFault::LoneSurrogate);
        QCOMPARE(jarchi::checkLine(u"abcde"_s.insert(place, QChar(0xDE00)), 256), TextFault::LoneSurrogate);
        QCOMPARE(jarchi::checkLine(u"abcde"_s.insert(place, u"😀"_s), 256), TextFault::None);
    }
    QCOMPARE(jarchi::checkLine(QString(QChar(0xDE00)) + QChar(0xD83D), 256), TextFault::LoneSurrogate);
}

void TestTextRules::body_withLineBreaksAndBidi_isAccepted()
{
    QCOMPARE(jarchi::checkBody(u"One\r\n\tTwo\n\u2067سه\u2069\u2028"), TextFault::None);
    QCOMPARE(jarchi::checkBody(u""), TextFault::None);
}

void TestTextRules::body_limit_countsBytes()
{
    QCOMPARE(jarchi::checkBody(QString(4096, u'a')), TextFault::None);
    QCOMPARE(jarchi::checkBody(QString(4097, u'a')), TextFault::TooLong);
    QCOMPARE(jarchi::checkBody(QString(2048, u'پ')), TextFault::None);
    QCOMPARE(jarchi::checkBody(QString(2049, u'پ')), TextFault::TooLong);
    QCOMPARE(jarchi::checkBody(u"😀"_s.repeated(32), 128), TextFault::None);
    QCOMPARE(jarchi::checkBody(u"😀"_s.repeated(33), 128), TextFault::TooLong);
}

void TestTextRules::body_withAForbiddenCharacter_isRefused()
{
    QCOMPARE(jarchi::checkBody(QString(u"a"_s + QChar(0))), TextFault::NullCharacter);
    QCOMPARE(jarchi::checkBody(QString(u"a"_s + QChar(0xD800))), TextFault::LoneSurrogate);
    QCOMPARE(jarchi::checkBody(u"\u001b[2J"), TextFault::ControlCharacter);
    QCOMPARE(jarchi::checkBody(u"a\u0085b"), TextFault::ControlCharacter);
}

void TestTextRules::url_good_hasNoFault_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("plain") << u"https://shop.example/p/41"_s;
    QTest::newRow("no path") << u"https://shop.example"_s;
    QTest::newRow("capital scheme") << u"HTTPS://shop.example/"_s;
    QTest::newRow("port, query, fragment") << u"https://shop.example:8443/p?q=1&r=%20#reviews"_s;
    QTest::newRow("at sign in the path") << u"https://shop.example/@sara"_s;
    QTest::newRow("international") << u"https://فروشگاه.example/گوشی"_s;
    QTest::newRow("address") << u"https://[::1]/"_s;
}

void TestTextRules::url_good_hasNoFault()
{
    QFETCH(QString, url);
    QCOMPARE(jarchi::urlFault(url), std::nullopt);
    QCOMPARE(jarchi::urlFault(url, true), std::nullopt);
}

void TestTextRules::url_bad_hasAFault_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("relative") << u"p/41"_s;
    QTest::newRow("without scheme") << u"//shop.example/p"_s;
    QTest::newRow("script") << u"javascript:alert(1)"_s;
    QTest::newRow("data") << u"data:text/html,x"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s;
    QTest::newRow("ftp") << u"ftp://shop.example/"_s;
    QTest::newRow("no host") << u"https:///p"_s;
    QTest::newRow("opaque") << u"https:shop.example"_s;
    QTest::newRow("user") << u"https://bank.example@evil.example/"_s;
    QTest::newRow("user and password") << u"https://a:b@shop.example/"_s;
    QTest::newRow("empty user") << u"https://@shop.example/"_s;
    QTest::newRow("space") << u"https://shop.example/a b"_s;
    QTest::newRow("space in front") << u" https://shop.example/"_s;
    QTest::newRow("line break") << u"https://shop.example/\n"_s;
    QTest::newRow("backslash") << u"https://shop.example\\@evil.example/"_s;
    QTest::newRow("bad port") << u"https://shop.example:99999/"_s;
    QTest::newRow("override") << u"https://shop.example/\u202egpj.exe"_s;
    QTest::newRow("surrogate") << QString(u"https://shop.example/"_s + QChar(0xD800));
}

void TestTextRules::url_bad_hasAFault()
{
    QFETCH(QString, url);
    QVERIFY(jarchi::urlFault(url).has_value());
    QVERIFY(jarchi::urlFault(url, true).has_value());
    QVERIFY(jarchi::urlFault(url)->english().endsWith(u'.'));
}

void TestTextRules::url_http_isAFaultUnlessAllowed()
{
    QVERIFY(jarchi::urlFault(u"http://shop.example/"_s).has_value());
    QCOMPARE(jarchi::urlFault(u"http://shop.example/"_s, true), std::nullopt);
}

void TestTextRules::url_limit_countsEncodedBytes()
{
    const QString start = u"https://shop.example/"_s;
    QCOMPARE(jarchi::urlFault(start + QString(2048 - start.size(), u'a')), std::nullopt);
    QVERIFY(jarchi::urlFault(start + QString(2049 - start.size(), u'a')).has_value());
    // A Persian letter is six bytes once it is percent-encoded.
    QVERIFY(jarchi::urlFault(start + QString(400, u'پ')).has_value());
}

void TestTextRules::utf8_wellFormed_isDecoded()
{
    QCOMPARE(jarchi::decodeUtf8(""), QString());
    QCOMPARE(jarchi::decodeUtf8("گوشی 😀"), u"گوشی 😀"_s);
    QCOMPARE(jarchi::decodeUtf8(QByteArrayView("a\0b", 3)), QString(u"a"_s + QChar(0) + u'b'));
}

void TestTextRules::utf8_malformed_isRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("latin-1") << "J\xE9r\xF4me"_ba;
    QTest::newRow("continuation alone") << "\x80"_ba;
    QTest::newRow("cut short") << "\xD9"_ba;
    QTest::newRow("cut short of three") << "\xE2\x80"_ba;
    QTest::newRow("overlong") << "\xC0\xAF"_ba;
    QTest::newRow("overlong nul") << "\xC0\x80"_ba;
    QTest::newRow("surrogate") << "\xED\xA0\x80"_ba;
    QTest::newRow("beyond Unicode") << "\xF4\x90\x80\x80"_ba;
    QTest::newRow("never a byte of UTF-8") << "\xFF"_ba;
}

void TestTextRules::utf8_malformed_isRefused()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(jarchi::decodeUtf8(bytes), std::nullopt);
    QCOMPARE(jarchi::decodeUtf8("before" + bytes + "after"), std::nullopt);
}

void TestTextRules::fault_eachOne_hasADescription()
{
    QStringList all;
    for (int fault = 0; fault <= static_cast<int>(TextFault::NotUtf8); ++fault)
        all.append(jarchi::describe(static_cast<TextFault>(fault)));
    QVERIFY(!all.contains(QString()));
    QCOMPARE(all.removeDuplicates(), 0);
}

void TestTextRules::sentence_eachFault_hasOne()
{
    QStringList all;
    for (int fault = static_cast<int>(TextFault::TooLong); fault <= static_cast<int>(TextFault::NotUtf8); ++fault) {
        all.append(jarchi::lineSentence(u"name"_s, static_cast<TextFault>(fault), 64));
        QVERIFY2(all.last().startsWith(u"The name "_s) && all.last().endsWith(u'.'), qPrintable(all.last()));
    }
    QCOMPARE(all.removeDuplicates(), 0);
    QCOMPARE(all.first(), u"The name is too long: at most 64 characters."_s);
    QCOMPARE(jarchi::bodySentence(u"body"_s, TextFault::TooLong, 128), u"The body is too long: at most 128 bytes."_s);
    QCOMPARE(jarchi::bodySentence(u"body"_s, TextFault::BidiControl, 128),
             jarchi::lineSentence(u"body"_s, TextFault::BidiControl, 128));
    QCOMPARE(jarchi::emptySentence(u"name"_s), u"The name is empty."_s);
}

void TestTextRules::sentence_ofPersianReader_hasPersianDigits()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::Persian, QLocale::Iran));
    const QString sentence = jarchi::lineSentence(u"name"_s, TextFault::TooLong, 64);
    QLocale::setDefault(before);
    QVERIFY2(sentence.contains(u"۶۴"_s), qPrintable(sentence));
}

QTEST_GUILESS_MAIN(TestTextRules)
#include "test_text_rules.moc"

// SPDX-License-Identifier: MIT
#include "base/folding.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestFolding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folding_oneWordWrittenTwoWays_isTheSame_data();
    void folding_oneWordWrittenTwoWays_isTheSame();
    void folding_differentWords_stayDifferent_data();
    void folding_differentWords_stayDifferent();
    void folding_anyCharacter_foldedAgainIsUnchanged();
    void folding_loneSurrogate_isHarmless();
};

void TestFolding::folding_oneWordWrittenTwoWays_isTheSame_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("empty") << u""_s << u"  \u200c"_s;
    QTest::newRow("case") << u"PHONES"_s << u"phones"_s;
    QTest::newRow("sharp s") << u"Straße"_s << u"STRASSE"_s;
    QTest::newRow("final sigma") << u"ΟΔΟΣ"_s << u"οδος"_s;
    QTest::newRow("turkish capital") << u"İstanbul"_s << u"istanbul"_s;
    QTest::newRow("accent composed") << u"Café"_s << u"cafe\u0301"_s;
    QTest::newRow("accent left out") << u"Café"_s << u"cafe"_s;
    QTest::newRow("ligature") << u"ﬁlter"_s << u"filter"_s;
    QTest::newRow("full width") << u"ＳＳＤ"_s << u"ssd"_s;
    QTest::newRow("arabic yeh") << u"گوشي"_s << u"گوشی"_s;
    QTest::newRow("alef maksura") << u"گوشى"_s << u"گوشی"_s;
    QTest::newRow("arabic kaf") << u"كتاب"_s << u"کتاب"_s;
    QTest::newRow("half-space") << u"گوشی\u200cها"_s << u"گوشیها"_s;
    QTest::newRow("tatweel") << u"کتـــاب"_s << u"کتاب"_s;
    QTest::newRow("vowel signs") << u"کِتاب"_s << u"کتاب"_s;
    QTest::newRow("hamza above") << u"خانهٔ"_s << u"خانه"_s;
    QTest::newRow("hamza above composed") << u"خانۀ"_s << u"خانهٔ"_s;
    QTest::newRow("presentation forms") << u"ﮐﺘﺎﺏ"_s << u"کتاب"_s;
    QTest::newRow("persian digits") << u"آیفون ۱۷"_s << u"آیفون 17"_s;
    QTest::newRow("arabic digits") << u"١٧"_s << u"۱۷"_s;
    QTest::newRow("digits beyond the BMP") << u"𝟏𝟕"_s << u"17"_s;
    QTest::newRow("white space") << u" solid \t\n state\u00a0 drive "_s << u"solid state drive"_s;
    QTest::newRow("soft hyphen") << u"note\u00adbook"_s << u"notebook"_s;
    QTest::newRow("deseret case") << u"𐐀"_s << u"𐐨"_s;
}

void TestFolding::folding_oneWordWrittenTwoWays_isTheSame()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QCOMPARE(jarchi::folded(one), jarchi::folded(other));
}

void TestFolding::folding_differentWords_stayDifferent_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("space is not half-space") << u"گوشی ها"_s << u"گوشیها"_s;
    QTest::newRow("peh and beh") << u"پر"_s << u"بر"_s;
    QTest::newRow("gaf and kaf") << u"گل"_s << u"کل"_s;
    QTest::newRow("waw and heh") << u"و"_s << u"ه"_s;
    QTest::newRow("digits") << u"۱۶"_s << u"۱۷"_s;
    QTest::newRow("hyphen") << u"e-book"_s << u"ebook"_s;
}

void TestFolding::folding_differentWords_stayDifferent()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QVERIFY(jarchi::folded(one) != jarchi::folded(other));
}

void TestFolding::folding_anyCharacter_foldedAgainIsUnchanged()
{
    // What is stored folded is compared with what is folded now: folding must not wander.
    for (char32_t character = 1; character < 0x20000; ++character) {
        if (QChar::isSurrogate(character))
            continue;
        const QString once = jarchi::folded(QChar::fromUcs4(character));
        if (jarchi::folded(once) != once)
            QFAIL(qPrintable(u"U+%1"_s.arg(uint(character), 4, 16)));
    }
}

void TestFolding::folding_loneSurrogate_isHarmless()
{
    QVERIFY(jarchi::folded(QString(u"a"_s + QChar(0xD800) + u'b')).isValidUtf16());
}

QTEST_GUILESS_MAIN(TestFolding)
#include "test_folding.moc"

// SPDX-License-Identifier: MIT
#include "people/account.h"

#include <QTest>

using namespace jarchi::people;
using jarchi::Money;
using namespace Qt::StringLiterals;

class TestAccountRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void name_good_comesBackTrimmedAndComposed();
    void name_bad_isRefused_data();
    void name_bad_isRefused();
    void interest_good_comesBackTrimmed();
    void interest_bad_isRefused_data();
    void interest_bad_isRefused();
    void interest_overTheWire_comesBackTheSame();
    void interest_fromTheWireWithHalfAPrice_isRefused();
};

void TestAccountRules::name_good_comesBackTrimmedAndComposed()
{
    QCOMPARE(validatedName(u" sara "_s).value(), u"sara"_s);
    QCOMPARE(validatedName(u"Jose\u0301"_s).value(), u"Jos\u00e9"_s);
    QCOMPARE(validatedName(QString(64, u'x')).value().size(), 64);
    QCOMPARE(validatedDisplayName(u"سارا"_s).value(), u"سارا"_s);
}

void TestAccountRules::name_bad_isRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("spaces") << u"   "_s;
    QTest::newRow("too long") << QString(65, u'x');
    QTest::newRow("two lines") << u"a\nb"_s;
    QTest::newRow("NUL") << u"a"_s + QChar(u'\0') + u"b"_s;
    QTest::newRow("reordering") << u"a\u202Eb"_s;
    QTest::newRow("half a surrogate pair") << u"a"_s + QChar(0xD800);
}

void TestAccountRules::name_bad_isRefused()
{
    QFETCH(QString, name);
    QVERIFY(!validatedName(name));
    QVERIFY(!validatedDisplayName(name));
}

void TestAccountRules::interest_good_comesBackTrimmed()
{
    const Interest interest = validated({7, u" Phones "_s, u" fairphone "_s, Money{70000, u"EUR"_s}}).value();
    QCOMPARE(interest, (Interest{7, u"Phones"_s, u"fairphone"_s, Money{70000, u"EUR"_s}}));
    QVERIFY(validated({0, u"Phones"_s, {}, {}}));
}

void TestAccountRules::interest_bad_isRefused_data()
{
    QTest::addColumn<QString>("category");
    QTest::addColumn<QString>("keyword");
    QTest::addColumn<qint64>("limit");
    QTest::addColumn<QString>("currency");
    QTest::newRow("no category") << QString() << QString() << qint64{1} << u"EUR"_s;
    QTest::newRow("long keyword") << u"Phones"_s << QString(65, u'x') << qint64{1} << u"EUR"_s;
    QTest::newRow("keyword of nothing") << u"Phones"_s << u"\u200C"_s << qint64{1} << u"EUR"_s;
    QTest::newRow("below zero") << u"Phones"_s << QString() << qint64{-1} << u"EUR"_s;
    QTest::newRow("no currency") << u"Phones"_s << QString() << qint64{1} << u"euro"_s;
}

void TestAccountRules::interest_bad_isRefused()
{
    QFETCH(QString, category);
    QFETCH(QString, keyword);
    QFETCH(qint64, limit);
    QFETCH(QString, currency);
    const auto interest = validated({0, category, keyword, Money{limit, currency}});
    QVERIFY(!interest);
    QVERIFY(interest.error().message.endsWith(u'.'));
}

void TestAccountRules::interest_overTheWire_comesBackTheSame()
{
    for (const Interest &interest :
         {Interest{0, u"Phones"_s, u"fairphone"_s, Money{70000, u"EUR"_s}}, Interest{0, u"کتاب"_s, {}, {}}}) {
        QCOMPARE(fromWire(toWire(interest)).value(), interest);
    }
    QCOMPARE(toWire({0, u"Phones"_s, {}, Money{70000, u"EUR"_s}}).maxPrice, u"700.00"_s);
}

void TestAccountRules::interest_fromTheWireWithHalfAPrice_isRefused()
{
    QVERIFY(!fromWire({u"Phones"_s, {}, u"700.00"_s, {}}));
    QVERIFY(!fromWire({u"Phones"_s, {}, {}, u"EUR"_s}));
    QVERIFY(!fromWire({u"Phones"_s, {}, u"a lot"_s, u"EUR"_s}));
}

QTEST_APPLESS_MAIN(TestAccountRules)
#include "test_account_rules.moc"

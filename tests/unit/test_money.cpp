// SPDX-License-Identifier: MIT
#include "base/money.h"

#include <QTest>

using namespace jarchi;
using namespace Qt::StringLiterals;

class TestMoney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void minorDigits_areThoseOfIso4217_data();
    void minorDigits_areThoseOfIso4217();
    void parseMoney_goodAmount_isItsMinorUnits_data();
    void parseMoney_goodAmount_isItsMinorUnits();
    void parseMoney_badAmount_isRefusedWithASentence_data();
    void parseMoney_badAmount_isRefusedWithASentence();
    void parseOptionalMoney_bothEmpty_isNoPrice();
    void parseOptionalMoney_oneEmpty_isRefused();
    void toDecimal_alwaysHasAllMinorDigits_data();
    void toDecimal_alwaysHasAllMinorDigits();
};

void TestMoney::minorDigits_areThoseOfIso4217_data()
{
    QTest::addColumn<QString>("currency");
    QTest::addColumn<int>("digits");
    QTest::newRow("euro") << u"EUR"_s << 2;
    QTest::newRow("rial") << u"IRR"_s << 2;
    QTest::newRow("yen") << u"JPY"_s << 0;
    QTest::newRow("won") << u"KRW"_s << 0;
    QTest::newRow("first of its list") << u"BIF"_s << 0;
    QTest::newRow("last of its list") << u"XPF"_s << 0;
    QTest::newRow("dinar") << u"KWD"_s << 3;
    QTest::newRow("unidad de fomento") << u"CLF"_s << 4;
    QTest::newRow("across two names in the list") << u"IF "_s << 2;
}

void TestMoney::minorDigits_areThoseOfIso4217()
{
    QFETCH(QString, currency);
    QTEST(minorDigits(currency), "digits");
}

void TestMoney::parseMoney_goodAmount_isItsMinorUnits_data()
{
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<qint64>("minor");
    QTest::newRow("whole") << u"599"_s << u"EUR"_s << qint64{59900};
    QTest::newRow("one digit") << u"599.9"_s << u"EUR"_s << qint64{59990};
    QTest::newRow("two digits") << u"599.05"_s << u"EUR"_s << qint64{59905};
    QTest::newRow("nothing") << u"0.00"_s << u"EUR"_s << qint64{0};
    QTest::newRow("leading zeros") << u"007"_s << u"EUR"_s << qint64{700};
    QTest::newRow("no minor unit") << u"599"_s << u"JPY"_s << qint64{599};
    QTest::newRow("thousandths") << u"1.005"_s << u"KWD"_s << qint64{1005};
    QTest::newRow("ten-thousandths") << u"1.0005"_s << u"CLF"_s << qint64{10005};
    QTest::newRow("highest") << u"999999999999999.99"_s << u"EUR"_s << qint64{99999999999999999};
}

void TestMoney::parseMoney_goodAmount_isItsMinorUnits()
{
    QFETCH(QString, amount);
    QFETCH(QString, currency);
    QFETCH(qint64, minor);
    const auto money = parseMoney(amount, currency);
    QVERIFY2(money, money ? "" : qPrintable(money.error().message));
    QCOMPARE(money->minor, minor);
    QCOMPARE(money->currency, currency);
}

void TestMoney::parseMoney_badAmount_isRefusedWithASentence_data()
{
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("currency");
    for (const char *amount : {"", ".", "5.", ".5", "-1", "+1", " 1", "1 ", "1,5", "1.234", "1.2.3", "1e3", "0x10",
                               "1'000", "abc", "1234567890123456", "۵۹۹"}) {
        QTest::newRow(qPrintable(u"amount '%1'"_s.arg(QString::fromUtf8(amount))))
            << QString::fromUtf8(amount) << u"EUR"_s;
    }
    QTest::newRow("a fraction of a yen") << u"1.5"_s << u"JPY"_s;
    QTest::newRow("a point after yen") << u"1."_s << u"JPY"_s;
    QTest::newRow("more than 64 bits") << u"999999999999999.9999"_s << u"CLF"_s;
    for (const char *currency : {"", "eur", "EU", "EURO", "E1R", "€", "ÉUR"}) {
        QTest::newRow(qPrintable(u"currency '%1'"_s.arg(QString::fromUtf8(currency))))
            << u"1.00"_s << QString::fromUtf8(currency);
    }
}

void TestMoney::parseMoney_badAmount_isRefusedWithASentence()
{
    QFETCH(QString, amount);
    QFETCH(QString, currency);
    const auto money = parseMoney(amount, currency);
    QVERIFY(!money);
    QCOMPARE(money.error().kind, jarchi::Error::Kind::Refused);
    QVERIFY(money.error().message.endsWith(u'.'));
}

void TestMoney::parseOptionalMoney_bothEmpty_isNoPrice()
{
    const auto money = parseOptionalMoney({}, {});
    QVERIFY(money);
    QVERIFY(!money->has_value());
    QCOMPARE(parseOptionalMoney(u"1", u"EUR").value().value(), (Money{100, u"EUR"_s}));
}

void TestMoney::parseOptionalMoney_oneEmpty_isRefused()
{
    QVERIFY(!parseOptionalMoney(u"1.00", {}));
    QVERIFY(!parseOptionalMoney({}, u"EUR"));
    QVERIFY(!parseOptionalMoney(u"x", u"EUR"));
}

void TestMoney::toDecimal_alwaysHasAllMinorDigits_data()
{
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("text");
    QTest::newRow("euro") << qint64{59900} << u"EUR"_s << u"599.00"_s;
    QTest::newRow("cents") << qint64{5} << u"EUR"_s << u"0.05"_s;
    QTest::newRow("nothing") << qint64{0} << u"EUR"_s << u"0.00"_s;
    QTest::newRow("yen") << qint64{599} << u"JPY"_s << u"599"_s;
    QTest::newRow("dinar") << qint64{1005} << u"KWD"_s << u"1.005"_s;
}

void TestMoney::toDecimal_alwaysHasAllMinorDigits()
{
    QFETCH(qint64, minor);
    QFETCH(QString, currency);
    QTEST(toDecimal({minor, currency}), "text");
    QCOMPARE(parseMoney(toDecimal({minor, currency}), currency).value().minor, minor);
}

QTEST_APPLESS_MAIN(TestMoney)
#include "test_money.moc"

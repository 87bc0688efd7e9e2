// SPDX-License-Identifier: MIT
#include "widgets/language.h"
#include "widgets/price_edit.h"

#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace jarchi;
using namespace jarchi::widgets;
using namespace Qt::StringLiterals;

class TestPriceEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void plainAmount_asTyped_isAsciiWithAPoint_data();
    void plainAmount_asTyped_isAsciiWithAPoint();
    void plainAmount_notANumber_isNothing_data();
    void plainAmount_notANumber_isNothing();
    void nothingTyped_isNoPrice();
    void typedAmount_withChosenCurrency_isMoney();
    void currencySign_isItsCode();
    void wrongInput_isRefusedInASentence_data();
    void wrongInput_isRefusedInASentence();
    void setMoney_readBack_isTheSame_data();
    void setMoney_readBack_isTheSame();
    void clear_keepsCurrency();
    void everyChange_isToldOnce();
    void draft_readBack_isAsTyped();
    void keyboardFocus_goesToTheAmount();
    void texts_startWhereReadingBegins();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Language> m_language; ///< English has its plurals from a translation.
};

namespace {

QLocale localeOf(const QString &name)
{
    return QLocale(name);
}

} // namespace

void TestPriceEdit::initTestCase()
{
    m_settings = std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_settings->setValue(u"language"_s, u"en"_s);
    m_language = std::make_unique<Language>(*m_settings);
}

void TestPriceEdit::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestPriceEdit::plainAmount_asTyped_isAsciiWithAPoint_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("plain");
    const auto row = [](const char *name, const QString &locale, const QString &typed, const QString &plain) {
        QTest::newRow(name) << locale << typed << plain;
    };
    row("whole", u"en_GB"_s, u"599"_s, u"599"_s);
    row("white space around", u"en_GB"_s, u"  599.90 "_s, u"599.90"_s);
    row("grouped", u"en_GB"_s, u"1,234,567.89"_s, u"1234567.89"_s);
    row("grouped by spaces", u"en_GB"_s, u"1 234 567"_s, u"1234567"_s);
    row("grouped by no-break spaces", u"en_GB"_s, u"1\u202F234\u00A0567"_s, u"1234567"_s);
    row("grouped by apostrophes", u"en_GB"_s, u"1’234'567"_s, u"1234567"_s);
    row("Persian digits in English", u"en_GB"_s, u"۱۲۳٫۵"_s, u"123.5"_s);
    row("Arabic digits", u"en_GB"_s, u"٤٥٦"_s, u"456"_s);
    row("German", u"de_DE"_s, u"1.234,50"_s, u"1234.50"_s);
    row("Persian", u"fa_IR"_s, u"۱٬۲۳۴٬۵۶۷٫۸۹"_s, u"1234567.89"_s);
    row("ASCII digits in Persian", u"fa_IR"_s, u"1,200,000"_s, u"1200000"_s);
    row("point in Persian", u"fa_IR"_s, u"599.90"_s, u"599.90"_s);
    row("slash in Persian", u"fa_IR"_s, u"۱۲/۵۰"_s, u"12.50"_s);
    row("Persian comma groups", u"fa_IR"_s, u"۱۲۰۰،۰۰۰"_s, u"1200000"_s);
}

void TestPriceEdit::plainAmount_asTyped_isAsciiWithAPoint()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, typed);
    QFETCH(const QString, plain);
    QCOMPARE(plainAmount(typed, localeOf(locale)).value_or(u"nothing"_s), plain);
}

void TestPriceEdit::plainAmount_notANumber_isNothing_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("typed");
    const auto row = [](const char *name, const QString &locale, const QString &typed) {
        QTest::newRow(name) << locale << typed;
    };
    row("letters", u"en_GB"_s, u"12a"_s);
    row("sign", u"en_GB"_s, u"-5"_s);
    row("exponent", u"en_GB"_s, u"1e5"_s);
    row("comma that might be a point", u"en_GB"_s, u"1,50"_s);
    row("comma with four digits", u"en_GB"_s, u"1,2345"_s);
    row("groups after the point", u"en_GB"_s, u"1.234,567"_s);
    row("two points", u"en_GB"_s, u"1.2.3"_s);
    row("grouping first", u"en_GB"_s, u",123"_s);
    row("grouping last", u"en_GB"_s, u"123,"_s);
    row("point that might group", u"de_DE"_s, u"1.50"_s);
    row("only a point", u"en_GB"_s, u"."_s);
    row("NUL", u"en_GB"_s, u"1\0"_s);
}

void TestPriceEdit::plainAmount_notANumber_isNothing()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, typed);
    const std::optional<QString> plain = plainAmount(typed, localeOf(locale));
    // A lone point is left to the currency's rules, which refuse it.
    QVERIFY2(!plain || *plain == u"."_s, qPrintable(plain.value_or(QString())));
}

void TestPriceEdit::nothingTyped_isNoPrice()
{
    PriceEdit edit;
    QVERIFY(edit.money().has_value());
    QVERIFY(!edit.money()->has_value());
    edit.setTexts(u"   "_s, u"EUR"_s);
    QVERIFY(edit.money().has_value());
    QVERIFY(!edit.money()->has_value());
}

void TestPriceEdit::typedAmount_withChosenCurrency_isMoney()
{
    PriceEdit edit;
    edit.currencyBox()->setCurrentText(u"EUR"_s);
    QTest::keyClicks(edit.amountEdit(), u"1,599.90"_s);
    const auto money = edit.money();
    QVERIFY(money.has_value());
    QCOMPARE(**money, (Money{159990, u"EUR"_s}));
}

void TestPriceEdit::currencySign_isItsCode()
{
    PriceEdit edit;
    edit.setTexts(u"5"_s, u"€"_s);
    QCOMPARE(edit.money()->value().currency, u"EUR"_s);
    edit.setTexts(u"5"_s, u" usd "_s);
    QCOMPARE(edit.money()->value().currency, u"USD"_s);
    edit.setTexts(u"5"_s, u"ریال"_s);
    QCOMPARE(edit.money()->value().currency, u"IRR"_s);
}

void TestPriceEdit::wrongInput_isRefusedInASentence_data()
{
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("message");
    QTest::newRow("no number") << u"cheap"_s << u"EUR"_s << u"This is no price: write it like 599.00."_s;
    QTest::newRow("no number in yen") << u"cheap"_s << u"JPY"_s << u"This is no price: write it like 599."_s;
    QTest::newRow("lone point") << u"."_s << u"EUR"_s << u"This is no price: write it like 599.00."_s;
    QTest::newRow("ends in a point") << u"5."_s << u"EUR"_s << u"This is no price: write it like 599.00."_s;
    QTest::newRow("no currency") << u"5"_s << QString() << u"Choose the currency of the price."_s;
    QTest::newRow("strange currency") << u"5"_s << u"euros"_s
                                      << u"“EUROS” is no currency: write three letters, like EUR."_s;
    QTest::newRow("too fine") << u"5.999"_s << u"EUR"_s
                              << u"A price in EUR has at most 2 digits after the decimal point."_s;
    QTest::newRow("yen has no fraction") << u"5.5"_s << u"JPY"_s << u"A price in JPY has no decimal point."_s;
    QTest::newRow("too high") << u"1234567890123456"_s << u"EUR"_s << u"This price is too high."_s;
}

void TestPriceEdit::wrongInput_isRefusedInASentence()
{
    QFETCH(const QString, amount);
    QFETCH(const QString, currency);
    PriceEdit edit;
    edit.setTexts(amount, currency);
    const auto money = edit.money();
    QVERIFY(!money.has_value());
    QTEST(money.error().message, "message");
}

void TestPriceEdit::setMoney_readBack_isTheSame_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QString>("currency");
    for (const QString &locale : {u"en_GB"_s, u"de_DE"_s, u"fa_IR"_s}) {
        const QByteArray name = locale.toLatin1();
        QTest::addRow("%s euro", name.constData()) << locale << qint64{123456789} << u"EUR"_s;
        QTest::addRow("%s yen", name.constData()) << locale << qint64{1234} << u"JPY"_s;
        QTest::addRow("%s dinar", name.constData()) << locale << qint64{1005} << u"KWD"_s;
        QTest::addRow("%s rial", name.constData()) << locale << qint64{120000000} << u"IRR"_s;
        QTest::addRow("%s highest", name.constData()) << locale << qint64{99'999'999'999'999'999} << u"EUR"_s;
    }
}

void TestPriceEdit::setMoney_readBack_isTheSame()
{
    QFETCH(const QString, locale);
    QFETCH(const qint64, minor);
    QFETCH(const QString, currency);
    QLocale::setDefault(localeOf(locale));
    PriceEdit edit;
    edit.setMoney(Money{minor, currency});
    const auto money = edit.money();
    QVERIFY2(money.has_value(), qPrintable(edit.amountText()));
    QCOMPARE(**money, (Money{minor, currency}));
}

void TestPriceEdit::clear_keepsCurrency()
{
    PriceEdit edit;
    edit.setTexts(u"5"_s, u"CHF"_s);
    edit.clear();
    QCOMPARE(edit.amountText(), QString());
    QCOMPARE(edit.currencyText(), u"CHF"_s);
    edit.setTexts(u"5"_s, u"CHF"_s);
    edit.setMoney(std::nullopt);
    QCOMPARE(edit.amountText(), QString());
}

void TestPriceEdit::everyChange_isToldOnce()
{
    PriceEdit edit;
    edit.currencyBox()->setCurrentText(u"EUR"_s);
    const QSignalSpy edited(&edit, &PriceEdit::edited);
    QTest::keyClicks(edit.amountEdit(), u"59"_s);
    QCOMPARE(edited.size(), 2);
    edit.currencyBox()->setCurrentText(u"USD"_s);
    QCOMPARE(edited.size(), 3);
}

void TestPriceEdit::draft_readBack_isAsTyped()
{
    PriceEdit edit;
    edit.setTexts(u"12."_s, u"EU"_s);
    QCOMPARE(edit.amountText(), u"12."_s);
    QCOMPARE(edit.currencyText(), u"EU"_s);
}

void TestPriceEdit::keyboardFocus_goesToTheAmount()
{
    PriceEdit edit;
    QCOMPARE(edit.focusProxy(), edit.amountEdit());
    QVERIFY(!edit.amountEdit()->accessibleName().isEmpty());
    QVERIFY(!edit.currencyBox()->accessibleName().isEmpty());
}

void TestPriceEdit::texts_startWhereReadingBegins()
{
    PriceEdit edit;
    QVERIFY(edit.amountEdit()->alignment().testFlag(Qt::AlignLeft));
    edit.setLayoutDirection(Qt::RightToLeft);
    QVERIFY(edit.amountEdit()->alignment().testFlag(Qt::AlignRight));
    QVERIFY(edit.currencyBox()->lineEdit()->alignment().testFlag(Qt::AlignRight));
}

QTEST_MAIN(TestPriceEdit)
#include "test_price_edit.moc"

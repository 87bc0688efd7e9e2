// SPDX-License-Identifier: MIT
#include "support/interests_dialog_fixture.h"

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

/// What the interests would have brought, and the currency that is learned from it.
class TestInterestsPreview : public QObject, private InterestsDialogFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void preview_saysSinceWhen();
    void preview_isAskedOnceForManyEdits();
    void preview_olderAnswer_isDropped();
    void preview_ofNothing_isNotAsked();

    void currency_isTheShops_untilSomebodyChooses();
    void currency_isTheShops_forAnAmountTypedBefore();
};

void TestInterestsPreview::preview_saysSinceWhen()
{
    open();
    QTRY_VERIFY_WITH_TIMEOUT(previewTitle().contains(u"2"_s), Patience);
    QVERIFY2(previewTitle().contains(u"23 October"_s), qUtf8Printable(previewTitle()));
    const auto *items = m_dialog->findChild<QListWidget *>(u"previewItems"_s);
    QVERIFY(items->isVisible());
    QCOMPARE(items->count(), 1);
    QCOMPARE(items->item(0)->text(), u"Product 41"_s);
}

void TestInterestsPreview::preview_isAskedOnceForManyEdits()
{
    open();
    QTRY_COMPARE_WITH_TIMEOUT(previewsAsked(), 1, Patience);
    QTest::keyClicks(&inRow<QLineEdit>(1, u"interestKeyword"_s), u"novel"_s);
    QTRY_COMPARE_WITH_TIMEOUT(previewsAsked(), 2, Patience);
    QCOMPARE(server().all<protocol::PreviewInterests>().constLast().interests.constLast().keyword, u"novel"_s);
}

void TestInterestsPreview::preview_olderAnswer_isDropped()
{
    m_shop->answersPreviews = false;
    open();
    QTRY_COMPARE_WITH_TIMEOUT(previewsAsked(), 1, Patience);
    QTest::keyClicks(&inRow<QLineEdit>(1, u"interestKeyword"_s), u"x"_s);
    QTRY_COMPARE_WITH_TIMEOUT(previewsAsked(), 2, Patience);
    protocol::Preview answer;
    answer.since = QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
    answer.total = 7;
    server().say(answer, m_shop->openPreviews.first());
    answer.total = 0;
    server().say(answer, m_shop->openPreviews.last());
    QTRY_VERIFY_WITH_TIMEOUT(!previewTitle().isEmpty(), Patience);
    QVERIFY2(previewTitle().contains(u"nothing"_s), qUtf8Printable(previewTitle()));
    QVERIFY2(previewTitle().contains(u"20 November"_s), qUtf8Printable(previewTitle()));
}

void TestInterestsPreview::preview_ofNothing_isNotAsked()
{
    m_shop->list.interests = {{u"Books"_s, {}, {}, {}}};
    open();
    QTRY_VERIFY_WITH_TIMEOUT(!previewTitle().isEmpty(), Patience);
    QTest::mouseClick(&inRow<QToolButton>(0, u"interestRemove"_s), Qt::LeftButton);
    QCOMPARE(previewTitle(), QString());
    QVERIFY(!m_dialog->findChild<QListWidget *>(u"previewItems"_s)->isVisible());
    QCOMPARE(previewsAsked(), 1);
}

void TestInterestsPreview::currency_isTheShops_untilSomebodyChooses()
{
    m_shop->currency = u"CHF"_s;
    open();
    QTRY_COMPARE_WITH_TIMEOUT(inRow<QComboBox>(1, u"priceCurrency"_s).currentText(), u"CHF"_s, Patience);
    QCOMPARE(inRow<QComboBox>(0, u"priceCurrency"_s).currentText(), u"EUR"_s); // It has a limit.
    QCOMPARE(previewsAsked(), 1);
    QTest::mouseClick(&add(), Qt::LeftButton);
    auto &currency = inRow<QComboBox>(2, u"priceCurrency"_s);
    QCOMPARE(currency.currentText(), u"CHF"_s);
    currency.lineEdit()->selectAll();
    QTest::keyClicks(currency.lineEdit(), u"USD"_s);
    QTRY_VERIFY_WITH_TIMEOUT(previewsAsked() >= 2, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog->findChild<QListWidget *>(u"previewItems"_s)->isEnabled(), Patience);
    QCOMPARE(currency.currentText(), u"USD"_s);
}

void TestInterestsPreview::currency_isTheShops_forAnAmountTypedBefore()
{
    m_shop->list.interests.clear();
    m_shop->currency = u"CHF"_s;
    m_shop->answersPreviews = false;
    open();
    QTest::mouseClick(&add(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(previewsAsked(), 1, Patience);
    QTest::keyClicks(&inRow<QLineEdit>(0, u"priceAmount"_s), u"700"_s);
    protocol::Preview answer;
    answer.total = 1;
    answer.since = QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
    answer.items = {ScriptedServer::notification(41)};
    answer.items.first().price = u"10.00"_s;
    answer.items.first().currency = u"CHF"_s;
    server().say(answer, m_shop->openPreviews.first());
    QTRY_COMPARE_WITH_TIMEOUT(inRow<QComboBox>(0, u"priceCurrency"_s).currentText(), u"CHF"_s, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(previewsAsked(), 2, Patience);
    QCOMPARE(server().all<protocol::PreviewInterests>().constLast().interests.constLast().currency, u"CHF"_s);
}

QTEST_MAIN(TestInterestsPreview)
#include "test_interests_preview.moc"

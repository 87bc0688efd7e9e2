// SPDX-License-Identifier: MIT
#include "support/interests_dialog_fixture.h"
#include "support/keyboard_path.h"
#include "support/mnemonics.h"

#include <QMessageBox>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using protocol::Interest;
using ui::InterestsDialog;

/// Opening, saving and closing the dialog of one's interests, and its rows.
class TestInterestsDialog : public QObject, private InterestsDialogFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void opened_showsWhatTheServerHas();
    void opened_withoutServer_offersToTryAgain();
    void opened_byNobody_saysSo();
    void noCategories_areSaid_andNothingCanBeAdded();
    void categoryThatIsGone_stays();

    void rows_endAtTheLimit();
    void faults_standBelowTheirRow();
    void removedRow_comesBackByUndo();
    void newRow_isOfWhatNobodyFollowsYet();
    void headings_standAboveTheirColumn_data();
    void headings_standAboveTheirColumn();

    void save_sendsEachOnce_andCloses();
    void save_refused_isSaid_andNothingIsLost();
    void close_withChanges_asks_data();
    void close_withChanges_asks();
    void close_withoutChanges_closes();

    void otherAccount_loadsItsOwn();
    void otherLanguage_changesTheRows();
    void keyboard_goesRowByRow_data();
    void keyboard_goesRowByRow();
};

void TestInterestsDialog::opened_showsWhatTheServerHas()
{
    open();
    QCOMPARE(rows().size(), 2);
    QCOMPARE(inRow<QComboBox>(0, u"interestCategory"_s).currentText(), u"Phones"_s);
    QCOMPARE(inRow<QLineEdit>(0, u"interestKeyword"_s).text(), u"fair"_s);
    QCOMPARE(inRow<QLineEdit>(0, u"priceAmount"_s).text(), u"700.00"_s);
    QCOMPARE(inRow<QComboBox>(1, u"interestCategory"_s).currentText(), u"Books"_s);
    QVERIFY(inRow<QLineEdit>(1, u"priceAmount"_s).text().isEmpty());
    QVERIFY(inRow<QComboBox>(0, u"interestCategory"_s).hasFocus());
    QVERIFY(!m_dialog->findChild<QLabel *>(u"interestNone"_s)->isVisible());
}

void TestInterestsDialog::opened_withoutServer_offersToTryAgain()
{
    QVERIFY(m_fixture->signIn());
    QVERIFY(m_fixture->computer.leave());
    const auto hello = server().onConnected;
    server().onConnected = [this] { server().sayRaw("HTTP/1.1 400 Bad Request\r\n"); };
    m_dialog = std::make_unique<InterestsDialog>(m_fixture->client());
    QVERIFY(TrayWindowFixture::show(*m_dialog));
    QTRY_VERIFY_WITH_TIMEOUT(message().isVisible(), Patience);
    QVERIFY(!button(QDialogButtonBox::Save).isEnabled());
    QVERIFY(!add().isEnabled());
    server().onConnected = hello;
    QTest::mouseClick(message().findChild<QPushButton *>(u"messageAction"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(rows().size(), 2, Patience);
    QVERIFY(!message().isVisible());
}

void TestInterestsDialog::opened_byNobody_saysSo()
{
    m_dialog = std::make_unique<InterestsDialog>(m_fixture->client());
    QVERIFY(TrayWindowFixture::show(*m_dialog));
    QTRY_VERIFY_WITH_TIMEOUT(message().text().contains(u"Sign in"_s), Patience);
}

void TestInterestsDialog::noCategories_areSaid_andNothingCanBeAdded()
{
    m_shop->list = {};
    open();
    QVERIFY(message().text().contains(u"no categories"_s));
    QVERIFY(!add().isEnabled());
    QVERIFY(m_dialog->findChild<QLabel *>(u"interestNone"_s)->isVisible());
    QCOMPARE(previewTitle(), QString());
}

void TestInterestsDialog::categoryThatIsGone_stays()
{
    m_shop->list.interests = {{u"Typewriters"_s, {}, {}, {}}};
    open();
    QCOMPARE(inRow<QComboBox>(0, u"interestCategory"_s).currentText(), u"Typewriters"_s);
}

void TestInterestsDialog::rows_endAtTheLimit()
{
    m_shop->list.interests.clear();
    for (int i = 1; i < protocol::Interests; ++i)
        m_shop->list.interests.append({u"Phones"_s, u"word %1"_s.arg(i), {}, {}});
    open();
    QCOMPARE(rows().size(), protocol::Interests - 1);
    QVERIFY(add().isEnabled());
    QTest::mouseClick(&add(), Qt::LeftButton);
    QCOMPARE(rows().size(), protocol::Interests);
    QVERIFY(!add().isEnabled());
    QVERIFY(m_dialog->height() < 1000); // They scroll.
}

void TestInterestsDialog::faults_standBelowTheirRow()
{
    open();
    auto &fault = inRow<QLabel>(0, u"interestFault"_s);
    QVERIFY(!fault.isVisible());
    inRow<QLineEdit>(0, u"priceAmount"_s).setText(u"cheap"_s);
    QVERIFY(fault.isVisible() && fault.text().contains(u"no price"_s));
    inRow<QLineEdit>(1, u"interestKeyword"_s).setText(u"a\u202eb"_s);
    QVERIFY(inRow<QLabel>(1, u"interestFault"_s).isVisible());
    QTest::mouseClick(&button(QDialogButtonBox::Save), Qt::LeftButton);
    QCOMPARE(message().text(), fault.text());
    QVERIFY(server().all<protocol::SetInterests>().isEmpty());
    inRow<QLineEdit>(0, u"priceAmount"_s).clear();
    QVERIFY(!fault.isVisible());
}

void TestInterestsDialog::removedRow_comesBackByUndo()
{
    open();
    QTest::mouseClick(&inRow<QToolButton>(0, u"interestRemove"_s), Qt::LeftButton);
    QCOMPARE(rows().size(), 1);
    QVERIFY(inRow<QComboBox>(0, u"interestCategory"_s).hasFocus());
    QTest::mouseClick(message().findChild<QPushButton *>(u"messageAction"_s), Qt::LeftButton);
    QCOMPARE(rows().size(), 2);
    QCOMPARE(inRow<QComboBox>(0, u"interestCategory"_s).currentText(), u"Phones"_s);
    m_dialog->reject(); // It is as it was.
    QVERIFY(!m_dialog->isVisible());
}

void TestInterestsDialog::newRow_isOfWhatNobodyFollowsYet()
{
    open(); // Phones and Books are followed.
    QTest::mouseClick(&add(), Qt::LeftButton);
    QCOMPARE(inRow<QComboBox>(2, u"interestCategory"_s).currentText(), u"Music"_s);
    QTest::mouseClick(&add(), Qt::LeftButton);
    QCOMPARE(inRow<QComboBox>(3, u"interestCategory"_s).currentText(), u"Books"_s);
}

void TestInterestsDialog::headings_standAboveTheirColumn_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Persian") << u"fa"_s;
}

void TestInterestsDialog::headings_standAboveTheirColumn()
{
    QFETCH(const QString, language);
    open();
    m_fixture->language.use(language);
    const bool isMirrored = language == "fa"_L1;
    const auto begin = [this, isMirrored](const QWidget &widget) {
        return widget.mapTo(m_dialog.get(), QPoint(isMirrored ? widget.width() : 0, 0)).x();
    };
    const auto headings = m_dialog->findChild<QWidget *>(u"interestHeadings"_s)->findChildren<QLabel *>();
    QCOMPARE(headings.size(), 3);
    QTRY_COMPARE(begin(*headings.at(0)), begin(inRow<QComboBox>(0, u"interestCategory"_s)));
    QTRY_COMPARE(begin(*headings.at(1)), begin(inRow<QLineEdit>(0, u"interestKeyword"_s)));
    QTRY_COMPARE(begin(*headings.at(2)), begin(inRow<QLineEdit>(0, u"priceAmount"_s)));
}

void TestInterestsDialog::save_sendsEachOnce_andCloses()
{
    open();
    QTest::mouseClick(&add(), Qt::LeftButton);
    QVERIFY(inRow<QComboBox>(2, u"interestCategory"_s).hasFocus());
    inRow<QComboBox>(2, u"interestCategory"_s).setCurrentText(u"Music"_s);
    QTest::keyClicks(&inRow<QLineEdit>(2, u"interestKeyword"_s), u" jazz   piano "_s);
    QTest::mouseClick(&add(), Qt::LeftButton);
    inRow<QComboBox>(3, u"interestCategory"_s).setCurrentText(u"Books"_s); // Once more.
    QTest::mouseClick(&button(QDialogButtonBox::Save), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->isVisible(), Patience);
    QCOMPARE(m_shop->list.interests, (QList<Interest>{{u"Phones"_s, u"fair"_s, u"700.00"_s, u"EUR"_s},
                                                      {u"Books"_s, {}, {}, {}},
                                                      {u"Music"_s, u"jazz piano"_s, {}, {}}}));
}

void TestInterestsDialog::save_refused_isSaid_andNothingIsLost()
{
    open();
    m_shop->refusesToSave = true;
    QLineEdit &keyword = inRow<QLineEdit>(1, u"interestKeyword"_s);
    keyword.setFocus();
    QTest::keyClicks(&keyword, u"novel"_s);
    QTest::mouseClick(&button(QDialogButtonBox::Save), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(message().isVisible(), Patience);
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(keyword.text(), u"novel"_s);
    QVERIFY(keyword.isEnabled());
    QVERIFY(!message().findChild<QPushButton *>(u"messageAction"_s)->isVisible());
}

void TestInterestsDialog::close_withChanges_asks_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<bool>("saves");
    QTest::newRow("save") << u"&Save"_s << true << true;
    QTest::newRow("discard") << u"&Discard"_s << true << false;
    QTest::newRow("cancel") << u"Cancel"_s << false << false;
}

void TestInterestsDialog::close_withChanges_asks()
{
    QFETCH(const QString, answer);
    QFETCH(const bool, closes);
    QFETCH(const bool, saves);
    open();
    QTest::keyClicks(&inRow<QLineEdit>(1, u"interestKeyword"_s), u"novel"_s);
    m_dialog->close();
    QVERIFY(m_dialog->isVisible());
    auto *question = m_dialog->findChild<QMessageBox *>(u"saveInterests"_s);
    QVERIFY(question != nullptr);
    QCOMPARE(mnemonicClashes(*question).join(u'\n'), QString());
    for (QAbstractButton *each : question->buttons()) {
        if (each->text() == answer)
            each->click();
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_dialog->isVisible(), !closes, Patience);
    QCOMPARE(!server().all<protocol::SetInterests>().isEmpty(), saves);
}

void TestInterestsDialog::close_withoutChanges_closes()
{
    open();
    QTest::keyClicks(&inRow<QLineEdit>(1, u"interestKeyword"_s), u"n"_s);
    QTest::keyClick(&inRow<QLineEdit>(1, u"interestKeyword"_s), Qt::Key_Backspace);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void TestInterestsDialog::otherAccount_loadsItsOwn()
{
    open();
    QTest::keyClicks(&inRow<QLineEdit>(1, u"interestKeyword"_s), u"novel"_s);
    m_shop->list.interests = {{u"Music"_s, {}, {}, {}}};
    QVERIFY(m_fixture->computer.signIn(ClientFixture::details(m_fixture->address(), u"omid"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(rows().size(), 1, Patience);
    QCOMPARE(inRow<QComboBox>(0, u"interestCategory"_s).currentText(), u"Music"_s);
}

void TestInterestsDialog::otherLanguage_changesTheRows()
{
    open();
    QCOMPARE(inRow<QLineEdit>(1, u"priceAmount"_s).placeholderText(), u"Any price"_s);
    m_fixture->language.use(u"fa"_s);
    QTRY_COMPARE_WITH_TIMEOUT(inRow<QLineEdit>(1, u"priceAmount"_s).accessibleName(),
                              QCoreApplication::translate("jarchi::ui::InterestRow", "Highest price"), Patience);
    QCOMPARE(inRow<QLineEdit>(1, u"priceAmount"_s).placeholderText(),
             QCoreApplication::translate("jarchi::ui::InterestRow", "Any price"));
    QVERIFY(inRow<QLineEdit>(1, u"priceAmount"_s).placeholderText() != u"Any price"_s);
    QVERIFY(!inRow<QLineEdit>(1, u"interestKeyword"_s).placeholderText().contains(u"Any"_s));
}

void TestInterestsDialog::keyboard_goesRowByRow_data()
{
    QTest::addColumn<QString>("language");
    for (const widgets::Language::Offer &offer : widgets::Language::available())
        QTest::addRow("%s", qPrintable(offer.code)) << offer.code;
}

void TestInterestsDialog::keyboard_goesRowByRow()
{
    QFETCH(const QString, language);
    m_fixture->language.use(language);
    open();
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog->findChild<QListWidget *>(u"previewItems"_s)->isVisible(), Patience);
    QTest::mouseClick(&add(), Qt::LeftButton);
    QTest::mouseClick(&inRow<QToolButton>(2, u"interestRemove"_s), Qt::LeftButton);
    QTest::mouseClick(message().findChild<QPushButton *>(u"messageAction"_s), Qt::LeftButton);
    inRow<QComboBox>(0, u"interestCategory"_s).setFocus();
    const QStringList row{u"interestCategory"_s, u"interestKeyword"_s, u"priceAmount"_s, u"priceCurrency"_s,
                          u"interestRemove"_s};
    const QStringList path = keyboardPath(*m_dialog);
    QCOMPARE(path.mid(0, 16), row + row + row + QStringList{u"interestAdd"_s});
    QCOMPARE(keyboardFaults(*m_dialog).join(u'\n'), QString());
    QCOMPARE(mnemonicClashes(*m_dialog).join(u'\n'), QString());
    QCOMPARE(TrayWindowFixture::clipped(*m_dialog).join(u'\n'), QString());
}

QTEST_MAIN(TestInterestsDialog)
#include "test_interests_dialog.moc"

// SPDX-License-Identifier: MIT
#include "gui/main_window.h"
#include "support/window_fixture.h"

#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSplitter>
#include <QTcpServer>

using namespace jarchi;
using namespace jarchi::gui;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

/// Whatever the window has to say in Persian has no English in it, and Persian digits.
class TestPersian : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void product_withFault_isToldInPersian_data();
    void product_withFault_isToldInPersian();
    void announcement_withFault_isToldInPersian();
    void account_withFault_isToldInPersian();
    void start_withFault_isToldInPersian_data();
    void start_withFault_isToldInPersian();
    void page_inPersian_hasNoEnglishInIt_data();
    void page_inPersian_hasNoEnglishInIt();
    void people_fromRightToLeft_areWithinTheirPlace();

private:
    /// What is left of `text` that a Persian reader should not see. Names of things stay: what is typed or copied, and
    /// the abbreviations that everybody knows by these letters.
    static QString foreign(QString text)
    {
        static const QRegularExpression names(
            u"https?://|127\\.0\\.0\\.1(:\\d+)?|\\[::1\\](:\\d+)?|/\\S+|--[a-z-]+|\\(0 |jarchi-tray|"
            "\\b(EUR|USD|JPY|CSV|NUL|UTF-8|Ctrl)\\b"_s);
        static const QRegularExpression latin(u"[A-Za-z0-9]+"_s);
        const auto found = latin.match(text.remove(names));
        return found.hasMatch() ? found.captured() + u" in: "_s + text : QString();
    }
    static QString firstForeign(const QStringList &texts)
    {
        for (const QString &text : texts) {
            if (const QString rest = foreign(text); !rest.isEmpty()) {
                return rest;
            }
        }
        return {};
    }
    static QStringList notes(const QWidget &of)
    {
        QStringList all;
        for (const QLabel *note : of.findChildren<QLabel *>(u"fieldNote"_s)) {
            if (note->isVisible() && !note->text().isEmpty()) {
                all.append(note->text());
            }
        }
        return all;
    }
    static QString trouble(WindowFixture &fixture)
    {
        const auto &bar = fixture.find<QWidget>(u"trouble"_s);
        return bar.isVisible() ? bar.accessibleName() : QString();
    }
};

void TestPersian::product_withFault_isToldInPersian_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("category");
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("url");
    QTest::addColumn<int>("faults");
    const QString none;
    const QString fine = u"نام"_s;
    QTest::newRow("empty") << none << none << none << u"EUR"_s << u"gopher://shop"_s << 3;
    QTest::newRow("too long") << QString(257, u'ن') << QString(257, u'ن') << none << u"EUR"_s
                              << u"https://shop/"_s + QString(2048, u'ن') << 3;
    QTest::newRow("strange") << u"ن\u0007"_s << u"\u0640"_s << none << u"EUR"_s << u"https://"_s << 3;
    QTest::newRow("reordering") << u"ن\u202E"_s << u"ن\u202E"_s << none << u"EUR"_s << u"https://me@shop"_s << 3;
    QTest::newRow("no price") << fine << fine << u"گران"_s << u"EUR"_s << none << 1;
    QTest::newRow("no currency") << fine << fine << u"۵"_s << none << none << 1;
    QTest::newRow("not a currency") << fine << fine << u"۵"_s << u"پول"_s << none << 1;
    QTest::newRow("digits") << fine << fine << u"۵٫۱۲۳"_s << u"EUR"_s << none << 1;
    QTest::newRow("no decimals") << fine << fine << u"۵٫۱"_s << u"JPY"_s << none << 1;
    QTest::newRow("too high") << fine << fine << u"۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹"_s << u"EUR"_s << none << 1;
}

void TestPersian::product_withFault_isToldInPersian()
{
    QFETCH(const QString, name);
    QFETCH(const QString, category);
    QFETCH(const QString, amount);
    QFETCH(const QString, currency);
    QFETCH(const QString, url);
    WindowFixture fixture(u"fa"_s);
    QVERIFY(fixture.open(MainWindow::AddProduct));
    fixture.find<QLineEdit>(u"productName"_s).setText(name);
    fixture.find<QComboBox>(u"productCategory"_s).setEditText(category);
    fixture.find<QLineEdit>(u"productUrl"_s).setText(url);
    fixture.find<QComboBox>(u"priceCurrency"_s).setEditText(currency);
    fixture.find<QLineEdit>(u"priceAmount"_s).setText(amount);
    QTest::mouseClick(&fixture.find<QPushButton>(u"addProduct"_s), Qt::LeftButton);
    const QStringList faults = notes(fixture.window()).filter(QRegularExpression(u"^(?!دستهٔ تازه)"_s)); // A hint.
    QTEST(static_cast<int>(faults.size()), "faults");
    QCOMPARE(firstForeign(faults), QString());
}

void TestPersian::announcement_withFault_isToldInPersian()
{
    WindowFixture fixture(u"fa"_s);
    QVERIFY(fixture.open(MainWindow::Announce));
    QTest::mouseClick(&fixture.find<QPushButton>(u"sendAnnouncement"_s), Qt::LeftButton);
    QCOMPARE(notes(fixture.window()).size(), 1);
    QCOMPARE(firstForeign(notes(fixture.window())), QString());
    fixture.find<QLineEdit>(u"announcementTitle"_s).setText(QString(257, u'ع'));
    fixture.find<QPlainTextEdit>(u"announcementBody"_s).setPlainText(QString(4097, u'م'));
    fixture.find<QLineEdit>(u"announcementUrl"_s).setText(u"http://"_s);
    QTest::mouseClick(&fixture.find<QPushButton>(u"sendAnnouncement"_s), Qt::LeftButton);
    QCOMPARE(notes(fixture.window()).size(), 3);
    QCOMPARE(firstForeign(notes(fixture.window())), QString());
}

void TestPersian::account_withFault_isToldInPersian()
{
    WindowFixture fixture(u"fa"_s);
    fixture.shop().account(u"سارا"_s);
    QVERIFY(fixture.open(MainWindow::People));
    QTest::mouseClick(&fixture.find<QPushButton>(u"addAccount"_s), Qt::LeftButton);
    auto *dialog = fixture.window().findChild<QDialog *>(u"accountDialog"_s);
    QVERIFY(dialog != nullptr);
    auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    auto *name = dialog->findChild<QLineEdit *>(u"accountName"_s);
    auto *displayName = dialog->findChild<QLineEdit *>(u"accountDisplayName"_s);
    auto *password = dialog->findChild<QLineEdit *>(u"newPassword"_s);
    QTest::mouseClick(ok, Qt::LeftButton);
    QCOMPARE(notes(*dialog).size(), 2);
    QCOMPARE(firstForeign(notes(*dialog)), QString());
    name->setText(QString(65, u'س'));
    displayName->setText(u"س\u202E"_s);
    password->setText(QString(129, u'۱'));
    QCOMPARE(notes(*dialog).size(), 3);
    QCOMPARE(firstForeign(notes(*dialog)), QString());
    name->setText(u"سارا"_s); // There is one of that name.
    displayName->clear();
    for (const QString &weak : {u"۱"_s, u"سارا۲"_s, u"گذرواژه‌ای نه‌چندان بد"_s}) {
        password->setText(weak);
        QCOMPARE(foreign(dialog->findChild<QLabel *>(u"passwordStrength"_s)->text()), QString());
    }
    QTest::mouseClick(ok, Qt::LeftButton);
    auto *message = dialog->findChild<QWidget *>(u"messageBar"_s);
    QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), Patience);
    QCOMPARE(foreign(message->accessibleName()), QString());
}

void TestPersian::start_withFault_isToldInPersian_data()
{
    QTest::addColumn<QString>("fault");
    for (const char *fault : {"port in use", "no database", "a folder", "another server"}) {
        QTest::newRow(fault) << QString::fromLatin1(fault);
    }
}

void TestPersian::start_withFault_isToldInPersian()
{
    QFETCH(const QString, fault);
    WindowFixture fixture(u"fa"_s);
    WindowFixture other(u"fa"_s);
    QTcpServer port;
    const QTemporaryDir folder;
    engine::Config config = fixture.shop().config();
    if (fault == "port in use"_L1) {
        QVERIFY(port.listen(QHostAddress::LocalHost));
        config.port = port.serverPort();
    } else if (fault == "no database"_L1) {
        config.database = folder.filePath(u"letter"_s);
        QFile file(config.database);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(QByteArray(4096, 'x')) > 0);
    } else if (fault == "a folder"_L1) {
        config.database = folder.path();
    } else {
        QVERIFY(other.open(MainWindow::Now));
        config.database = other.shop().config().database;
    }
    fixture.show(config);
    QTRY_VERIFY_WITH_TIMEOUT(!trouble(fixture).isEmpty(), Patience);
    QCOMPARE(foreign(trouble(fixture)), QString());
    QVERIFY(trouble(fixture).contains(QRegularExpression(u"[آ-ی]"_s)));
}

void TestPersian::page_inPersian_hasNoEnglishInIt_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<bool>("isEmpty");
    for (int page = 0; page < MainWindow::PageCount; ++page) {
        QTest::addRow("page %d, empty", page) << page << true;
        QTest::addRow("page %d, full", page) << page << false;
    }
}

void TestPersian::page_inPersian_hasNoEnglishInIt()
{
    QFETCH(const int, page);
    QFETCH(const bool, isEmpty);
    WindowFixture fixture(u"fa"_s);
    if (!isEmpty) {
        fixture.shop().follower(u"سارا"_s, u"کتاب"_s);
        fixture.store().product(u"شعر"_s, u"کتاب"_s);
    }
    QVERIFY(fixture.open(static_cast<MainWindow::Page>(page)));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.visible<QPushButton>(u"emptyStateAction"_s) != nullptr ||
                                 fixture.visible<QWidget>(u"firstStep"_s) != nullptr || !isEmpty,
                             Patience);
    QStringList texts{fixture.window().windowTitle()};
    for (const QLabel *label : fixture.window().findChildren<QLabel *>()) {
        if (label->isVisible()) {
            texts.append(label->text());
        }
    }
    for (const QAbstractButton *button : fixture.window().findChildren<QAbstractButton *>()) {
        if (button->isVisible()) {
            texts += {button->text(), button->toolTip()};
        }
    }
    for (const QAction *action : fixture.window().findChildren<QAction *>()) {
        texts.append(action->objectName().startsWith(u"language-"_s) ? QString() : action->text());
    }
    QCOMPARE(firstForeign(texts), QString());
}

void TestPersian::people_fromRightToLeft_areWithinTheirPlace()
{
    WindowFixture fixture(u"fa"_s);
    fixture.shop().follower(u"سارا"_s, u"کتاب"_s);
    QVERIFY(fixture.open(MainWindow::People));
    auto *splitter = fixture.window().findChild<QSplitter *>();
    QVERIFY(splitter != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QWidget>(u"accountPanel"_s).isVisible(), Patience);
    for (int i = 0; i < splitter->count(); ++i) {
        const QRect place = splitter->widget(i)->geometry();
        QVERIFY2(splitter->rect().contains(place), qPrintable(u"%1 to %2"_s.arg(place.left()).arg(place.right())));
    }
}

QTEST_MAIN(TestPersian)
#include "test_persian.moc"

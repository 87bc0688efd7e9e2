// SPDX-License-Identifier: MIT
#include "gui/log_book.h"
#include "gui/main_window.h"
#include "gui/server_control.h"
#include "support/engine_fixture.h"
#include "support/mnemonics.h"
#include "widgets/appearance.h"
#include "widgets/language.h"

#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace jarchi;
using namespace jarchi::gui;
using namespace jarchi::widgets;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

/// In the real window, in each language: Alt and a letter does one thing.
class TestMnemonics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clash_inOneWindow_isFound();
    void page_inLanguage_hasNoClash_data();
    void page_inLanguage_hasNoClash();
};

void TestMnemonics::clash_inOneWindow_isFound()
{
    QWidget window;
    auto *bar = new QMenuBar(&window);
    QMenu *menu = bar->addMenu(u"&Server"_s);
    menu->addAction(u"&Start"_s);
    menu->addAction(u"&Save"_s);
    menu->addAction(u"&Stop"_s)->setVisible(false);
    auto *label = new QLabel(u"&Size"_s, &window);
    label->setBuddy(new QLineEdit(&window));
    window.show();
    QCOMPARE(mnemonicClashes(window), (QStringList{u"Alt+S: &Start, &Save"_s, u"Alt+S: &Server, &Size"_s}));
    menu->actions().at(1)->setText(u"Sa&ve"_s);
    label->hide();
    QCOMPARE(mnemonicClashes(window), QStringList());
}

void TestMnemonics::page_inLanguage_hasNoClash_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("page");
    for (const Language::Offer &offer : Language::available()) {
        for (int page = 0; page < MainWindow::PageCount; ++page) {
            QTest::addRow("%s, page %d", qPrintable(offer.code), page) << offer.code << page;
        }
    }
}

void TestMnemonics::page_inLanguage_hasNoClash()
{
    QFETCH(const QString, language);
    QFETCH(const int, page);
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    settings.setValue(u"language"_s, language);
    EngineFixture fixture;
    const SystemClock clock;
    const LogBook log;
    Language spoken(settings);
    Appearance appearance(settings, QDBusConnection(u"never connected"_s));
    ServerControl server(fixture.config(), clock);
    MainWindow window(server, log, spoken, appearance, settings);
    window.show();
    window.showPage(MainWindow::Page(page));
    const QString clashes = mnemonicClashes(window).join(u'\n');
    QVERIFY2(clashes.isEmpty(), qPrintable(clashes));
}

QTEST_MAIN(TestMnemonics)
#include "test_mnemonics.moc"

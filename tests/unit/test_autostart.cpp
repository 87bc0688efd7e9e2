// SPDX-License-Identifier: MIT
#include "desktop/autostart.h"
#include "desktop/desktop_entry.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace jarchi;
using namespace jarchi::desktop;
using namespace Qt::StringLiterals;

class TestAutostart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void freshDesktop_startsNothing();
    void enabled_writesAFileThatStartsTheProgram();
    void disabled_takesItsOwnFileAway();
    void program_thatMoved_isFollowed();
    void switchedOffElsewhere_isDisabled_data();
    void switchedOffElsewhere_isDisabled();
    void enabledAgain_keepsWhatSomebodyElseWrote();
    void disabled_keepsAFileThatSomebodyEdited();
    void desktopLists_ofOthers_stay();
    void folder_thatCannotBeMade_isAnErrorWithItsName();
    void folder_ofTheUser_isInTheConfiguration();

private:
    [[nodiscard]] Autostart autostart(const QString &program = u"/usr/bin/jarchi-tray"_s) const
    {
        return Autostart({.folder = folder(), .program = program, .desktops = {u"ubuntu"_s, u"GNOME"_s}});
    }
    [[nodiscard]] QString folder() const { return m_folder->filePath(u"config/autostart"_s); }
    [[nodiscard]] QString path() const { return folder() + u"/jarchi-tray.desktop"_s; }
    [[nodiscard]] QByteArray text() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void add(const QByteArray &lines) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::Append));
        file.write(lines);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestAutostart::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestAutostart::freshDesktop_startsNothing()
{
    QVERIFY(!autostart().isEnabled());
    QVERIFY(autostart().setEnabled(false).has_value());
    QVERIFY(!QFileInfo::exists(folder()));
}

void TestAutostart::enabled_writesAFileThatStartsTheProgram()
{
    QVERIFY(autostart(u"/opt/My Apps/jarchi-tray"_s).setEnabled(true).has_value());
    QVERIFY(autostart().isEnabled());
    const DesktopEntry entry(text());
    QCOMPARE(entry.value("Type"), u"Application"_s);
    QCOMPARE(entry.value("Exec"), u"\"/opt/My Apps/jarchi-tray\""_s);
    QVERIFY(!entry.value("Name[fa]").isEmpty());
}

void TestAutostart::disabled_takesItsOwnFileAway()
{
    QVERIFY(autostart().setEnabled(true).has_value());
    QVERIFY(autostart().setEnabled(false).has_value());
    QVERIFY(!autostart().isEnabled());
    QVERIFY(!QFileInfo::exists(path()));
}

void TestAutostart::program_thatMoved_isFollowed()
{
    QVERIFY(autostart(u"/old/jarchi-tray"_s).setEnabled(true).has_value());
    QVERIFY(autostart(u"/new/jarchi-tray"_s).setEnabled(true).has_value());
    QCOMPARE(DesktopEntry(text()).value("Exec"), u"/new/jarchi-tray"_s);
}

void TestAutostart::switchedOffElsewhere_isDisabled_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("isEnabled");
    QTest::newRow("hidden") << "Hidden=true\n"_ba << false;
    QTest::newRow("not hidden") << "Hidden=false\n"_ba << true;
    QTest::newRow("GNOME's settings") << "X-GNOME-Autostart-enabled=false\n"_ba << false;
    QTest::newRow("only elsewhere") << "OnlyShowIn=XFCE;KDE;\n"_ba << false;
    QTest::newRow("only here") << "OnlyShowIn=XFCE;GNOME;\n"_ba << true;
    QTest::newRow("not here") << "NotShowIn=KDE;GNOME;\n"_ba << false;
    QTest::newRow("not elsewhere") << "NotShowIn=KDE;\n"_ba << true;
    QTest::newRow("both, GNOME's") << "OnlyShowIn=GNOME;\nX-GNOME-Autostart-enabled=false\n"_ba << false;
}

void TestAutostart::switchedOffElsewhere_isDisabled()
{
    QFETCH(const QByteArray, line);
    QFETCH(const bool, isEnabled);
    QVERIFY(autostart().setEnabled(true).has_value());
    add(line);
    QCOMPARE(autostart().isEnabled(), isEnabled);

    // And comes back when its user says so here.
    QVERIFY(autostart().setEnabled(true).has_value());
    QVERIFY(autostart().isEnabled());
    QVERIFY(autostart().setEnabled(false).has_value());
    QVERIFY(!autostart().isEnabled());
}

void TestAutostart::enabledAgain_keepsWhatSomebodyElseWrote()
{
    QVERIFY(autostart().setEnabled(true).has_value());
    add("X-GNOME-Autostart-Delay=20\n# Not before the network.\nHidden=true\n");
    QVERIFY(autostart().setEnabled(true).has_value());
    QVERIFY(text().contains("X-GNOME-Autostart-Delay=20\n# Not before the network.\n"));
    QVERIFY(!text().contains("Hidden"));
}

void TestAutostart::disabled_keepsAFileThatSomebodyEdited()
{
    QVERIFY(autostart().setEnabled(true).has_value());
    add("X-GNOME-Autostart-Delay=20\n");
    QVERIFY(autostart().setEnabled(false).has_value());
    QVERIFY(text().contains("X-GNOME-Autostart-Delay=20\n"));
    QVERIFY(text().contains("Hidden=true\n"));
}

void TestAutostart::desktopLists_ofOthers_stay()
{
    QVERIFY(autostart().setEnabled(true).has_value());
    add("OnlyShowIn=XFCE;\n");
    QVERIFY(autostart().setEnabled(true).has_value());
    QCOMPARE(DesktopEntry(text()).list("OnlyShowIn"), (QStringList{u"XFCE"_s, u"ubuntu"_s}));

    const Autostart nameless({.folder = folder(), .program = u"jarchi-tray"_s, .desktops = {}});
    QVERIFY(!nameless.isEnabled());
    QVERIFY(nameless.setEnabled(true).has_value());
    QVERIFY(nameless.isEnabled());
}

void TestAutostart::folder_thatCannotBeMade_isAnErrorWithItsName()
{
    QFile inTheWay(m_folder->filePath(u"config"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const Result<void> result = autostart().setEnabled(true);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Unavailable);
    QVERIFY(result.error().message.contains(path()));
    QVERIFY(!autostart().isEnabled());
}

void TestAutostart::folder_ofTheUser_isInTheConfiguration()
{
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_folder->path()));
    QCOMPARE(Autostart::defaultFolder(), m_folder->path() + u"/autostart"_s);
    qputenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME");
    QCOMPARE(Autostart::currentDesktops(), (QStringList{u"ubuntu"_s, u"GNOME"_s}));
}

QTEST_GUILESS_MAIN(TestAutostart)
#include "test_autostart.moc"

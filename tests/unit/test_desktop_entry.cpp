// SPDX-License-Identifier: MIT
#include "desktop/desktop_entry.h"

#include <QTest>

using namespace jarchi::desktop;
using namespace Qt::StringLiterals;

class TestDesktopEntry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void value_isReadFromItsGroupOnly();
    void set_changesOneLineAndKeepsTheRest();
    void set_inAnEmptyFile_makesTheGroup();
    void set_behindOtherGroups_goesIntoItsOwn();
    void remove_takesEveryLineOfTheKey();
    void escapes_areReadAsTheyWereWritten_data();
    void escapes_areReadAsTheyWereWritten();
    void exec_isQuotedAsTheSpecificationWants_data();
    void exec_isQuotedAsTheSpecificationWants();
    void brokenText_isNoHarm_data();
    void brokenText_isNoHarm();
};

namespace {

const QByteArray Text = "# Mine.\n"
                        "[Desktop Entry]\n"
                        "Name=Jarchi\n"
                        "Name[fa]=جارچی\n"
                        "OnlyShowIn=XFCE;MATE;\n"
                        "#Hidden=true\n"
                        "\n"
                        "[Desktop Action Inbox]\n"
                        "Exec=other\n";

} // namespace

void TestDesktopEntry::value_isReadFromItsGroupOnly()
{
    const DesktopEntry entry(Text);
    QCOMPARE(entry.value("Name"), u"Jarchi"_s);
    QCOMPARE(entry.value("Name[fa]"), u"جارچی"_s);
    QCOMPARE(entry.list("OnlyShowIn"), (QStringList{u"XFCE"_s, u"MATE"_s}));
    QVERIFY(!entry.has("Exec"));
    QVERIFY(!entry.has("Hidden")); // A comment.
    QCOMPARE(entry.text(), Text);
    QCOMPARE(DesktopEntry("[Desktop Entry]\r\nName = Jarchi \r\n").value("Name"), u"Jarchi"_s);
}

void TestDesktopEntry::set_changesOneLineAndKeepsTheRest()
{
    DesktopEntry entry(Text);
    entry.set("Name", u"Crier"_s);
    entry.set("Hidden", u"true"_s);
    entry.setList("OnlyShowIn", {u"XFCE"_s});
    QByteArray expected = Text;
    expected.replace("Name=Jarchi", "Name=Crier").replace("XFCE;MATE;", "XFCE;");
    expected.replace("#Hidden=true\n", "#Hidden=true\nHidden=true\n");
    QCOMPARE(entry.text(), expected);
}

void TestDesktopEntry::set_inAnEmptyFile_makesTheGroup()
{
    DesktopEntry entry;
    entry.set("Type", u"Application"_s);
    entry.set("Name", u"Jarchi"_s);
    QCOMPARE(entry.text(), "[Desktop Entry]\nType=Application\nName=Jarchi\n");
}

void TestDesktopEntry::set_behindOtherGroups_goesIntoItsOwn()
{
    DesktopEntry entry("[Other]\nName=x\n");
    entry.set("Name", u"Jarchi"_s);
    QCOMPARE(entry.text(), "[Desktop Entry]\nName=Jarchi\n[Other]\nName=x\n");
}

void TestDesktopEntry::remove_takesEveryLineOfTheKey()
{
    DesktopEntry entry("[Desktop Entry]\nHidden=true\nName=x\nHidden=false\n");
    entry.remove("Hidden");
    entry.remove("Exec");
    QCOMPARE(entry.text(), "[Desktop Entry]\nName=x\n");
}

void TestDesktopEntry::escapes_areReadAsTheyWereWritten_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("plain") << u"a=b"_s << "Name=a=b"_ba;
    QTest::newRow("backslash") << uR"(a\b)"_s << R"(Name=a\\b)"_ba;
    QTest::newRow("a letter behind it") << uR"(\n)"_s << R"(Name=\\n)"_ba;
    QTest::newRow("lines") << u"one\ntwo\tthree\r"_s << R"(Name=one\ntwo\tthree\r)"_ba;
    QTest::newRow("blank") << u" a b"_s << R"(Name=\sa b)"_ba;
}

void TestDesktopEntry::escapes_areReadAsTheyWereWritten()
{
    QFETCH(const QString, value);
    QFETCH(const QByteArray, line);
    DesktopEntry entry;
    entry.set("Name", value);
    QCOMPARE(entry.text(), "[Desktop Entry]\n" + line + '\n');
    QCOMPARE(DesktopEntry(entry.text()).value("Name"), value);
}

void TestDesktopEntry::exec_isQuotedAsTheSpecificationWants_data()
{
    QTest::addColumn<QStringList>("program");
    QTest::addColumn<QByteArray>("line"); // With the escapes of a string on top.
    QTest::newRow("plain") << QStringList{u"/usr/bin/jarchi-tray"_s} << "Exec=/usr/bin/jarchi-tray"_ba;
    QTest::newRow("argument") << QStringList{u"jarchi-tray"_s, u"--session"_s, u"0"_s}
                              << "Exec=jarchi-tray --session 0"_ba;
    QTest::newRow("blank") << QStringList{u"/opt/My Apps/jarchi"_s} << R"(Exec="/opt/My Apps/jarchi")"_ba;
    QTest::newRow("empty") << QStringList{u"a"_s, {}} << R"(Exec=a "")"_ba;
    QTest::newRow("percent") << QStringList{u"/opt/100%/jarchi"_s} << "Exec=/opt/100%%/jarchi"_ba;
    QTest::newRow("dollar") << QStringList{u"/opt/$HOME"_s} << R"(Exec="/opt/\\$HOME")"_ba;
    QTest::newRow("quote") << QStringList{u"/opt/a\"b`c"_s} << R"(Exec="/opt/a\\"b\\`c")"_ba;
    // The specification's own example: four backslashes for one.
    QTest::newRow("backslash") << QStringList{uR"(/opt/a\b)"_s} << R"(Exec="/opt/a\\\\b")"_ba;
    QTest::newRow("shell") << QStringList{u"/opt/a;b&c"_s} << R"(Exec="/opt/a;b&c")"_ba;
}

void TestDesktopEntry::exec_isQuotedAsTheSpecificationWants()
{
    QFETCH(const QStringList, program);
    QFETCH(const QByteArray, line);
    DesktopEntry entry;
    entry.set("Exec", execValue(program));
    QCOMPARE(entry.text(), "[Desktop Entry]\n" + line + '\n');
}

void TestDesktopEntry::brokenText_isNoHarm_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("NUL") << QByteArray("[Desktop Entry]\0\nName", 21);
    QTest::newRow("not UTF-8") << "[Desktop Entry]\nName=\xff\xfe\n"_ba;
    QTest::newRow("no group") << "Name=x\n"_ba;
    QTest::newRow("no equals sign") << "[Desktop Entry]\nName\n"_ba;
    QTest::newRow("no key") << "[Desktop Entry]\n=x\n"_ba;
    QTest::newRow("escape at the end") << "[Desktop Entry]\nHidden=\\\n"_ba;
    QTest::newRow("line feeds") << QByteArray(1000, '\n');
}

void TestDesktopEntry::brokenText_isNoHarm()
{
    QFETCH(const QByteArray, text);
    DesktopEntry entry(text);
    QVERIFY(entry.value("Hidden") != u"true"_s);
    entry.set("Hidden", u"true"_s);
    QCOMPARE(DesktopEntry(entry.text()).value("Hidden"), u"true"_s);
}

QTEST_APPLESS_MAIN(TestDesktopEntry)
#include "test_desktop_entry.moc"

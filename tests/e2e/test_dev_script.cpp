// SPDX-License-Identifier: MIT
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// What `./dev` and its checks say and return, as far as that takes no build.
class TestDevScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void help_asked_namesEveryCommand();
    void help_askedFromAnotherFolder_works();
    void command_missing_printsHelpAndExitsTwo();
    void command_wrong_isExplainedAndExitsTwo_data();
    void command_wrong_isExplainedAndExitsTwo();
    void packages_withoutApt_areNamed();
    void packages_missing_areInstalledWithApt();
    void packages_allThere_callNoApt();
    void textCheck_faultySource_isFound_data();
    void textCheck_faultySource_isFound();
    void textCheck_properSource_isAccepted();
    void translationCheck_faultyText_isFound_data();
    void translationCheck_faultyText_isFound();
    void translationCheck_properTexts_areAccepted();
    void translationCheck_textNotTakenOver_isFound();
    void commitCheck_subjects_areJudged_data();
    void commitCheck_subjects_areJudged();
};

namespace {

struct Outcome
{
    int status = -1;
    QString output;
    QString errors;
};

QString sourcePath(const QString &name)
{
    return QStringLiteral(JARCHI_SOURCE_DIR) + u'/' + name;
}

Outcome run(const QString &program, const QStringList &arguments, const QString &folder = {},
            const QByteArray &input = {}, const QProcessEnvironment &environment = {})
{
    QProcess process;
    process.setWorkingDirectory(folder);
    if (!environment.isEmpty()) {
        process.setProcessEnvironment(environment);
    }
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished()) {
        return {};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

Outcome dev(const QStringList &arguments)
{
    return run(sourcePath(u"dev"_s), arguments);
}

void write(const QString &path, const QByteArray &content, bool executable = false)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    QCOMPARE(file.write(content), content.size());
    if (executable) {
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }
}

/// Calls need_packages with fakes of Debian's programs first in the PATH.
Outcome needPackages(const QString &bin, bool debianOnly = false)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s, debianOnly ? bin : bin + u':' + environment.value(u"PATH"_s));
    environment.remove(u"JARCHI_NO_INSTALL"_s);
    const QString script = u". '%1'; need_packages cmake ninja-build"_s.arg(sourcePath(u"tools/packages.sh"_s));
    return run(u"/bin/bash"_s, {u"-euo"_s, u"pipefail"_s, u"-c"_s, script}, {}, {}, environment);
}

} // namespace

void TestDevScript::help_asked_namesEveryCommand()
{
    const Outcome outcome = dev({u"--help"_s});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.errors, QString());
    for (const QString &command : {u"run"_s, u"test"_s, u"bench"_s, u"lint"_s, u"format"_s, u"translate"_s}) {
        QVERIFY2(outcome.output.contains(u"\n  "_s + command + u' '), qPrintable(command));
    }
    QVERIFY(outcome.output.contains(u"--preset"_s));
}

void TestDevScript::help_askedFromAnotherFolder_works()
{
    const QTemporaryDir folder;
    const QString link = folder.filePath(u"dev-link"_s);
    QVERIFY(QFile::link(sourcePath(u"dev"_s), link));
    const Outcome outcome = run(link, {u"-h"_s}, folder.path());
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.output.contains(u"usage: ./dev"_s));
}

void TestDevScript::command_missing_printsHelpAndExitsTwo()
{
    const Outcome outcome = dev({});
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.output, QString());
    QVERIFY(outcome.errors.contains(u"usage: ./dev"_s));
}

void TestDevScript::command_wrong_isExplainedAndExitsTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("reason");
    QTest::newRow("unknown command") << QStringList{u"dance"_s} << u"no command 'dance'"_s;
    QTest::newRow("part of a command") << QStringList{u"te"_s} << u"no command 'te'"_s;
    QTest::newRow("run takes nothing") << QStringList{u"run"_s, u"fast"_s} << u"run takes no arguments"_s;
    QTest::newRow("lint takes nothing") << QStringList{u"lint"_s, u"all"_s} << u"lint takes no arguments"_s;
    QTest::newRow("format takes nothing") << QStringList{u"format"_s, u"x"_s} << u"format takes no arguments"_s;
    QTest::newRow("translate takes nothing")
        << QStringList{u"translate"_s, u"x"_s} << u"translate takes no arguments"_s;
    QTest::newRow("preset without name") << QStringList{u"test"_s, u"--preset"_s} << u"--preset needs a name"_s;
}

void TestDevScript::command_wrong_isExplainedAndExitsTwo()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, reason);

    const Outcome outcome = dev(arguments);
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.output, QString());
    QVERIFY2(outcome.errors.contains(reason), qPrintable(outcome.errors));
    QVERIFY(outcome.errors.contains(u"./dev --help"_s));
}

void TestDevScript::packages_withoutApt_areNamed()
{
    const QTemporaryDir empty;
    const Outcome outcome = needPackages(empty.path(), true);
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.errors.contains(u"this system has no apt"_s), qPrintable(outcome.errors));
    QVERIFY2(outcome.errors.contains(u"cmake ninja-build"_s), qPrintable(outcome.errors));
}

void TestDevScript::packages_missing_areInstalledWithApt()
{
    const QTemporaryDir bin;
    write(bin.filePath(u"dpkg-query"_s), "#!/bin/sh\necho installed cmake\necho config-files ninja-build\n"_ba, true);
    write(bin.filePath(u"apt-get"_s), "#!/bin/sh\necho \"apt-get $DEBIAN_FRONTEND $*\"\n"_ba, true);
    write(bin.filePath(u"sudo"_s), "#!/bin/sh\nexec \"$@\"\n"_ba, true);

    const Outcome outcome = needPackages(bin.path());
    QVERIFY2(outcome.status == 0, qPrintable(outcome.errors));
    const QStringList lines = outcome.output.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines.at(0).endsWith(u"missing: ninja-build"_s), qPrintable(lines.at(0)));
    QVERIFY2(lines.at(1).startsWith(u"apt-get noninteractive "_s), qPrintable(lines.at(1)));
    QVERIFY2(lines.at(1).endsWith(u" update"_s), qPrintable(lines.at(1)));
    QVERIFY2(lines.at(2).endsWith(u" install --yes --no-install-recommends ninja-build"_s), qPrintable(lines.at(2)));
}

void TestDevScript::packages_allThere_callNoApt()
{
    const QTemporaryDir bin;
    write(bin.filePath(u"dpkg-query"_s), "#!/bin/sh\necho installed ninja-build\necho installed cmake\n"_ba, true);
    write(bin.filePath(u"apt-get"_s), "#!/bin/sh\necho called\nexit 1\n"_ba, true);

    const Outcome outcome = needPackages(bin.path());
    QVERIFY2(outcome.status == 0, qPrintable(outcome.errors));
    QCOMPARE(outcome.output, QString());
}

void TestDevScript::textCheck_faultySource_isFound_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("report");
    // Put together here, so that the check does not find them in this file.
    const QByteArray licence = "// SPDX-License-Identifier: MIT\n"_ba;
    QTest::newRow("no licence") << u"a.cpp"_s << "int a;\n"_ba << u"a.cpp:1: "_s;
    QTest::newRow("licence too late") << u"a.h"_s << "\n\n\n"_ba + licence << u"a.h:1: "_s;
    QTest::newRow("script without licence") << u"a.sh"_s << "#!/bin/sh\n"_ba << u"a.sh:1: "_s;
    QTest::newRow("CMake without licence") << u"CMakeLists.txt"_s << "project(A)\n"_ba << u"CMakeLists.txt:1: "_s;
    QTest::newRow("old connect") << u"a.cpp"_s
                                 << licence + "connect(a, SIG"
                                              "NAL(b()));\n"_ba
                                 << u"a.cpp:2: "_s;
    QTest::newRow("old slot") << u"a.h"_s
                              << licence + "\nconnect(SL"
                                           "OT (b()));\n"_ba
                              << u"a.h:3: "_s;
    QTest::newRow("skipped test") << u"a.cpp"_s
                                  << licence + "QSK"
                                               "IP(\"x\");\n"_ba
                                  << u"a.cpp:2: "_s;
    QTest::newRow("left for later") << u"a.cpp"_s
                                    << licence + "// TO"
                                                 "DO later\n"_ba
                                    << u"a.cpp:2: "_s;
}

void TestDevScript::textCheck_faultySource_isFound()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, content);
    QFETCH(const QString, report);

    const QTemporaryDir folder;
    write(folder.filePath(name), content);
    const Outcome outcome =
        run(u"python3"_s, {sourcePath(u"tools/lint/text.py"_s)}, folder.path(), name.toUtf8() + '\n');
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.output.startsWith(report), qPrintable(outcome.output));
    QCOMPARE(outcome.output.count(u'\n'), 1);
}

void TestDevScript::textCheck_properSource_isAccepted()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"a.cpp"_s), "// SPDX-License-Identifier: MIT\nQ_SIGNALS: void b();\n"_ba);
    write(folder.filePath(u"notes.md"_s), "No licence line is wanted here.\n"_ba);
    const Outcome outcome =
        run(u"python3"_s, {sourcePath(u"tools/lint/text.py"_s)}, folder.path(), "a.cpp\nnotes.md\ngone.cpp\n"_ba);
    QCOMPARE(outcome.output, QString());
    QCOMPARE(outcome.status, 0);
}

/// The translations of one message in a file of their own.
QByteArray translationsOf(const QByteArray &message)
{
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE TS>\n<TS version=\"2.1\" language=\"fa_IR\">\n"
           "<context>\n<name>Shop</name>\n"_ba +
           message + "\n</context>\n</TS>\n"_ba;
}

void TestDevScript::translationCheck_faultyText_isFound_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("report");
    const auto row = [](const char *name, const QByteArray &source, const QByteArray &translation,
                        const QString &report) {
        QTest::newRow(name) << "<message><source>"_ba + source + "</source>"_ba + translation + "</message>"_ba
                            << report;
    };
    row("unfinished", "Add"_ba, "<translation type=\"unfinished\"></translation>"_ba, u"is unfinished"_s);
    row("obsolete", "Add"_ba, "<translation type=\"vanished\">x</translation>"_ba, u"is vanished"_s);
    row("empty", "Add"_ba, "<translation></translation>"_ba, u"is empty"_s);
    row("lost placeholder", "%1 of %2"_ba, "<translation>%1</translation>"_ba, u"placeholders"_s);
    row("placeholder twice", "%1"_ba, "<translation>%1 %1</translation>"_ba, u"placeholders"_s);
    row("lost number", "%Ln day(s)"_ba, "<translation><numerusform>x</numerusform></translation>"_ba,
        u"placeholders"_s);
    row("lost mnemonic", "&amp;Add"_ba, "<translation>x</translation>"_ba, u"mnemonic"_s);
    row("new mnemonic", "Add"_ba, "<translation>&amp;x</translation>"_ba, u"mnemonic"_s);
    row("lost dots", "Import…"_ba, "<translation>x</translation>"_ba, u"dots"_s);
    row("lost space", "Password: "_ba, "<translation>x:</translation>"_ba, u"white space"_s);
}

void TestDevScript::translationCheck_faultyText_isFound()
{
    QFETCH(const QByteArray, message);
    QFETCH(const QString, report);

    const QTemporaryDir folder;
    write(folder.filePath(u"shop.ts"_s), translationsOf(message));
    const Outcome outcome = run(u"python3"_s, {u"tools/lint/translations.py"_s, folder.path()}, sourcePath(QString()));
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.output.contains(u"Shop: "_s) && outcome.output.contains(report), qPrintable(outcome.output));
    QCOMPARE(outcome.output.count(u'\n'), 1);
}

void TestDevScript::translationCheck_properTexts_areAccepted()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"shop.ts"_s),
          translationsOf("<message><source>&amp;Add %1…</source><translation>%1 &amp;x…</translation></message>\n"
                         "<message><source>Fish &amp;&amp; chips</source><translation>x</translation></message>\n"
                         "<message numerus=\"yes\"><source>%Ln day(s)</source><translation><numerusform>a day"
                         "</numerusform><numerusform>%Ln days</numerusform></translation></message>"_ba));
    const Outcome outcome = run(u"python3"_s, {u"tools/lint/translations.py"_s, folder.path()}, sourcePath(QString()));
    QCOMPARE(outcome.output, QString());
    QCOMPARE(outcome.status, 0);
}

void TestDevScript::translationCheck_textNotTakenOver_isFound()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"jarchi_fa.ts"_s), translationsOf({}));
    const Outcome outcome = run(u"python3"_s, {u"tools/lint/translations.py"_s, folder.path()}, sourcePath(QString()));
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.output.contains(u"./dev translate"_s), qPrintable(outcome.output));
}

void TestDevScript::commitCheck_subjects_areJudged_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<int>("status");
    QTest::newRow("proper") << u"store: counts what it set aside"_s << 0;
    QTest::newRow("two areas") << u"store, net: stop in the right order"_s << 0;
    QTest::newRow("seventy characters") << u"store: "_s + QString(63, u'x') << 0;
    QTest::newRow("seventy-one characters") << u"store: "_s + QString(64, u'x') << 1;
    QTest::newRow("no area") << u"Counts what it set aside"_s << 1;
    QTest::newRow("nothing after the area") << u"store:"_s << 1;
}

void TestDevScript::commitCheck_subjects_areJudged()
{
    QFETCH(const QString, subject);
    QFETCH(const int, status);

    const QTemporaryDir folder;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s);
    for (const QString &role : {u"AUTHOR"_s, u"COMMITTER"_s}) {
        environment.insert(u"GIT_%1_NAME"_s.arg(role), u"Tester"_s);
        environment.insert(u"GIT_%1_EMAIL"_s.arg(role), u"tester@example.org"_s);
    }
    QCOMPARE(run(u"git"_s, {u"init"_s, u"-q"_s}, folder.path(), {}, environment).status, 0);
    const Outcome commit =
        run(u"git"_s, {u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, subject}, folder.path(), {}, environment);
    QVERIFY2(commit.status == 0, qPrintable(commit.errors));

    const Outcome outcome = run(sourcePath(u"tools/lint/commits.sh"_s), {}, folder.path(), {}, environment);
    QCOMPARE(outcome.status, status);
    QCOMPARE(outcome.output.contains(subject), status != 0);
}

QTEST_APPLESS_MAIN(TestDevScript)
#include "test_dev_script.moc"
